#include "transports/http/message.hpp"

#include <array>
#include <utility>

namespace attune::transports::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr std::array<std::pair<int, std::string_view>, 24> phrases = {{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

}  // namespace

std::string_view header(const Request& request, std::string_view lower_case_name) {
    auto found = request.headers.find(lower_case_name);
    return found == request.headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<std::string> percent_decode(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '%') {
            if (at + 2 >= text.size()) return std::nullopt;
            int high = hex_digit(text[at + 1]);
            int low = hex_digit(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            at += 2;
        }
        auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) return std::nullopt;
        decoded += c;
    }
    return decoded;
}

std::optional<std::string> query_value(const Request& request, std::string_view name) {
    std::string_view rest = request.query;
    while (!rest.empty()) {
        std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        auto equals = pair.find('=');
        if (pair.substr(0, equals) != name) continue;
        return percent_decode(equals == std::string_view::npos ? std::string_view{}
                                                               : pair.substr(equals + 1));
    }
    return std::nullopt;
}

Response text_response(int status, std::string_view text) {
    Response response;
    response.status = status;
    response.headers["content-type"] = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

std::string_view reason_phrase(int status) {
    for (const auto& [number, phrase] : phrases) {
        if (number == status) return phrase;
    }
    return "Status";
}

}  // namespace attune::transports::http
