#include "bot/meaning/cache.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace attune::bot {

namespace fs = std::filesystem;

std::string Cache::read(const std::string& name) const {
    if (folder_.empty()) return "";
    std::ifstream in(fs::path(folder_) / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool Cache::write(const std::string& name, const std::string& content) const {
    if (folder_.empty()) return false;
    std::error_code error;
    fs::create_directories(folder_, error);
    const fs::path path = fs::path(folder_) / name;
    const fs::path beside = path.string() + "." + std::to_string(::getpid());
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << content;
    out.close();
    if (out) fs::rename(beside, path, error);
    if (!out || error) {
        fs::remove(beside, error);
        return false;
    }
    return true;
}

std::string cache_folder() {
    const auto named = [](const char* variable) -> std::string {
        const char* value = std::getenv(variable);
        return value == nullptr ? "" : value;
    };
    if (std::string folder = named("ATTUNE_CACHE"); !folder.empty()) return folder;
    if (const std::string folder = named("XDG_CACHE_HOME"); !folder.empty()) return folder + "/attune";
    const std::string home = named("HOME");
    return home.empty() ? "" : home + "/.cache/attune";
}

}  // namespace attune::bot
