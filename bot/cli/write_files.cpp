#include "bot/cli/write_files.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace attune::bot {

bool write_file(const std::string& folder, const std::string& path, const std::string& content) {
    const std::filesystem::path file = std::filesystem::path(folder) / path;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (out) return true;
    std::cerr << "cannot write " << file.string() << "\n";
    return false;
}

}  // namespace attune::bot
