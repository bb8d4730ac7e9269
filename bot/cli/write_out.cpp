#include "bot/cli/write_out.hpp"

#include <fstream>
#include <iostream>

namespace attune::bot {

bool write_out(const std::string& file, const std::string& content) {
    if (file.empty()) {
        std::cout << content << std::flush;
        return static_cast<bool>(std::cout);
    }
    std::ofstream out(file, std::ios::binary);
    out << content << std::flush;
    if (out) return true;
    std::cerr << "cannot write " << file << "\n";
    return false;
}

}  // namespace attune::bot
