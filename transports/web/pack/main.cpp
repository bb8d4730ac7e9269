// Writes the chat as one script: attune_pack FOLDER/attune-chat.js OUTPUT
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "transports/web/pack/pack.hpp"

int main(int count, char** arguments) try {
    if (count != 3) throw std::runtime_error("usage: attune_pack FOLDER/attune-chat.js OUTPUT");
    const std::string input = arguments[1];
    const auto folder_length = input.rfind('/') + 1;
    const std::string folder = input.substr(0, folder_length);
    const auto read = [&](const std::string& path) {
        std::ifstream file(folder + path, std::ios::binary);
        if (!file) throw std::runtime_error("cannot read " + folder + path);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const std::string script = attune::web::pack(input.substr(folder_length), read);
    std::ofstream(arguments[2], std::ios::binary) << script;
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
}
