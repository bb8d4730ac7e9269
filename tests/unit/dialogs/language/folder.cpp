#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <random>

#include "dialogs/language/load.hpp"

using namespace attune;
using namespace attune::dialogs;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for one test, gone with it.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("attune-" + std::to_string(std::random_device{}()))) {
        fs::create_directories(path_ / "bot" / "flows");
        write("bot/bot.yaml", "name: x");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;
    ~Folder() { fs::remove_all(path_); }

    void write(const std::string& path, const std::string& content) const {
        std::ofstream(path_ / path, std::ios::binary) << content;
    }
    void link(const std::string& path, const std::string& target) const {
        fs::create_symlink(target, path_ / path);
    }
    void make(const std::string& path) const { fs::create_directories(path_ / path); }
    Result<BotFiles> read() const { return read_folder((path_ / "bot").string()); }
    std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a folder gives its yaml files by their path inside it", "[language]") {
    const Folder folder;
    folder.write("bot/flows/a.yaml", "flow: a");
    folder.write("bot/flows/notes.txt", "not read");
    folder.write("bot/.hidden.yaml", "not read");
    REQUIRE(folder.read().value() == BotFiles{{"bot.yaml", "name: x"}, {"flows/a.yaml", "flow: a"}});
}

TEST_CASE("links are followed inside the folder and not out of it", "[language]") {
    const Folder folder;
    folder.write("secret.yaml", "secret");
    folder.make("bot/.data");
    folder.write("bot/.data/real.yaml", "real");
    folder.link("bot/clinic.yaml", ".data/real.yaml");
    folder.link("bot/flows/out.yaml", "../../secret.yaml");
    folder.link("bot/nlu", "..");
    folder.link("bot/broken.yaml", "nowhere.yaml");
    REQUIRE(folder.read().value() == BotFiles{{"bot.yaml", "name: x"}, {"clinic.yaml", "real"}});
}

TEST_CASE("a folder that links to itself is refused, not read for ever", "[language]") {
    const Folder folder;
    folder.link("bot/flows/again", "..");
    REQUIRE(folder.read().error().code == Errc::limit_exceeded);
}

TEST_CASE("a folder that is no bot is refused", "[language]") {
    const Folder folder;
    CHECK(read_folder(folder.path() + "/nowhere").error().code == Errc::not_found);
    CHECK(read_folder(folder.path() + "/bot/bot.yaml").error().code == Errc::not_found);
    CHECK(read_folder(folder.path()).error().code == Errc::invalid_input);
}

TEST_CASE("a file over 1 MiB is refused", "[language]") {
    const Folder folder;
    folder.write("bot/clinic.yaml", std::string(1024 * 1024, 'a'));
    CHECK(folder.read().has_value());
    folder.write("bot/clinic.yaml", std::string(1024 * 1024 + 1, 'a'));
    CHECK(folder.read().error().code == Errc::limit_exceeded);
}

TEST_CASE("more than 2,000 files are refused", "[language]") {
    const Folder folder;
    for (int i = 0; i < 2000; ++i) folder.write("bot/flows/" + std::to_string(i) + ".yaml", "");
    CHECK(folder.read().error().code == Errc::limit_exceeded);
}
