#include "dialogs/language/text_hash.hpp"

namespace attune::dialogs {

void ContentHash::take(std::string_view part) {
    constexpr std::uint64_t prime = 0x100000001b3;
    for (const char byte : std::to_string(part.size()) + ":")
        hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * prime;
    for (const char byte : part) hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * prime;
}

std::string ContentHash::text() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(hash_ >> shift) & 0xf];
    return text;
}

std::string hash_of_texts(const std::vector<std::string>& variants) {
    ContentHash hash;
    for (const std::string& variant : variants) hash.take(variant);
    return hash.text().substr(0, 8);
}

}  // namespace attune::dialogs
