#include "bot/server/base64url.hpp"

#include <cstdint>

namespace attune::bot {

std::string to_base64url(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t gathered = 0;
    int bits = 0;
    for (char byte : bytes) {
        gathered = (gathered << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6) text += alphabet[(gathered >> (bits - 6)) & 63];
    }
    if (bits > 0) text += alphabet[(gathered << (6 - bits)) & 63];
    return text;
}

}  // namespace attune::bot
