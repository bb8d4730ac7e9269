#include "transports/sms/segments.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace attune::transports::sms {

namespace {

constexpr std::string_view basic =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::string_view extended = "^{}\\[~]|€\f";  // two units each

/// The character at the front, taken off.
std::string_view take(std::string_view& text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    const auto character = text.substr(0, size);
    text.remove_prefix(size);
    return character;
}

int count(int units, int one, int each) {
    return units <= one ? 1 : (units + each - 1) / each;
}

}  // namespace

bool is_gsm7(std::string_view text) {
    while (!text.empty()) {
        const auto character = take(text);
        if (basic.find(character) == std::string_view::npos &&
            extended.find(character) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

int segments(std::string_view text) {
    const bool gsm7 = is_gsm7(text);
    int units = 0;
    while (!text.empty()) {
        const auto character = take(text);
        const bool two = gsm7 ? extended.find(character) != std::string_view::npos : character.size() == 4;
        units += two ? 2 : 1;
    }
    return gsm7 ? count(units, 160, 153) : count(units, 70, 67);
}

}  // namespace attune::transports::sms
