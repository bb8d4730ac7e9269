#include "transports/http/access.hpp"

namespace attune::transports::http {

namespace {

bool same_in_constant_time(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;  // the length is no secret
    unsigned difference = 0;
    for (std::size_t at = 0; at < a.size(); ++at) {
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(a[at]) ^ static_cast<unsigned char>(b[at]));
    }
    return difference == 0;
}

}  // namespace

bool is_known_token(std::string_view given, const std::vector<std::string>& tokens) {
    bool known = false;
    for (const std::string& token : tokens) known |= !token.empty() && same_in_constant_time(given, token);
    return known;
}

std::string_view bearer_token(std::string_view authorization) {
    constexpr std::string_view scheme = "bearer ";
    if (authorization.size() <= scheme.size()) return {};
    for (std::size_t at = 0; at < scheme.size(); ++at) {
        char c = authorization[at];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c != scheme[at]) return {};
    }
    return authorization.substr(scheme.size());
}

std::optional<std::string> base64url_decode(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (char c : text) {
        auto value = alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xffffU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(static_cast<unsigned char>(bits >> static_cast<unsigned>(count)));
    }
    return bytes;
}

}  // namespace attune::transports::http
