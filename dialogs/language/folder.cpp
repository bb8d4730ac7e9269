#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "dialogs/language/load.hpp"

namespace attune::dialogs {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_file_bytes = 1024 * 1024;
constexpr std::size_t max_files = 2000;
constexpr int deepest_folder = 8;

/// Where a link leads out of the folder, or nowhere, this is false.
bool is_inside(const fs::path& path, const fs::path& root) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return false;
    const fs::path inside = real.lexically_relative(root);
    return !inside.empty() && *inside.begin() != "..";
}

Result<std::string> read_file(const fs::path& path, const std::string& name) {
    std::ifstream in(path, std::ios::binary);
    std::string content;
    content.resize(max_file_bytes + 1);
    if (in) in.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (!in.is_open() || in.bad()) return failure(Errc::unavailable, "cannot read " + name);
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (content.size() > max_file_bytes) return failure(Errc::limit_exceeded, name + " is larger than 1 MiB");
    return content;
}

class Reader {
public:
    explicit Reader(fs::path root) : root_(std::move(root)) {}

    /// The first failure, or nothing.
    std::optional<Error> read(const fs::path& folder, const std::string& prefix, int depth) {
        if (depth > deepest_folder)
            return Error{Errc::limit_exceeded, "too many folders inside each other: " + prefix};
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
            if (std::optional<Error> failed = take(*entries, prefix, depth)) return failed;
        }
        if (error)
            return Error{Errc::unavailable,
                         "cannot read the folder " + (prefix.empty() ? "of the bot" : prefix)};
        return std::nullopt;
    }

    BotFiles files;

private:
    std::optional<Error> take(const fs::directory_entry& entry, const std::string& prefix, int depth) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.') || !is_inside(entry.path(), root_)) return std::nullopt;
        std::error_code error;
        if (entry.is_directory(error)) return read(entry.path(), prefix + name + "/", depth + 1);
        const fs::path extension = entry.path().extension();
        const bool is_wanted = extension == ".yaml" || (extension == ".txt" && prefix.ends_with("examples/")) ||
                               (extension == ".csv" && prefix == "tests/") || (prefix.empty() && name == "review.lock");
        if (!is_wanted) return std::nullopt;
        if (!entry.is_regular_file(error)) return std::nullopt;
        if (files.size() == max_files) return Error{Errc::limit_exceeded, "more than 2000 files"};
        Result<std::string> content = read_file(entry.path(), prefix + name);
        if (!content) return content.error();
        files.emplace(prefix + name, std::move(*content));
        return std::nullopt;
    }

    fs::path root_;
};

}  // namespace

Result<BotFiles> read_folder(const std::string& folder) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error || !fs::is_directory(root, error))
        return failure(Errc::not_found, "there is no folder " + folder);
    Reader reader(root);
    if (std::optional<Error> failed = reader.read(root, "", 0)) return tl::unexpected(std::move(*failed));
    if (reader.files.count("bot.yaml") == 0)
        return failure(Errc::invalid_input, "there is no bot.yaml in " + folder);
    return std::move(reader.files);
}

}  // namespace attune::dialogs
