#include "nlu/text/utf8.hpp"

#include <algorithm>

namespace attune::nlu {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

std::size_t length_announced(unsigned lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_allowed(char32_t value, std::size_t bytes) {
    if (bytes == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
    if (bytes == 4) return value >= 0x10000 && value <= 0x10FFFF;
    return true;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
    if (text.empty()) return {};
    const unsigned lead = byte_at(text, 0);
    const std::size_t bytes = length_announced(lead);
    if (bytes <= 1) return {lead, bytes};
    char32_t value = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continues(text, i)) return {};
        value = (value << 6U) | (byte_at(text, i) & 0x3FU);
    }
    return is_allowed(value, bytes) ? CodePoint{value, bytes} : CodePoint{};
}

void append_code_point(std::string& text, char32_t value) {
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (value < 0x80) return put(value);
    if (value < 0x800) {
        put(0xC0U | (value >> 6U));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
    }
    put(0x80U | (value & 0x3FU));
}

std::size_t well_formed_bytes(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t bytes = first_code_point(text.substr(at)).bytes;
        if (bytes == 0) break;
        at += bytes;
    }
    return at;
}

bool is_utf8(std::string_view text) {
    return well_formed_bytes(text) == text.size();
}

std::size_t code_points(std::string_view text) {
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::string_view cut(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    for (int back = 0; back < 3 && end > 0 && continues(text, end); ++back) --end;
    return text.substr(0, end);
}

}  // namespace attune::nlu
