#include "transports/http/write_head.hpp"

#include <array>
#include <cstdio>

namespace attune::transports::http {

namespace {

void add_field(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    for (char c : value) {
        if (c != '\r' && c != '\n' && c != '\0') head += c;
    }
    head += "\r\n";
}

bool has_length(const Response& response) {
    return response.status >= 200 && response.status != 204 && response.status != 304;
}

}  // namespace

std::string write_head(const Response& response, const Delivery& delivery) {
    std::string head = delivery.version == 10 ? "HTTP/1.0 " : "HTTP/1.1 ";
    head.reserve(512);
    head += std::to_string(response.status) + " ";
    head += reason_phrase(response.status);
    head += "\r\n";
    for (const auto& [name, value] : response.headers) add_field(head, name, value);
    add_field(head, "date", http_date(delivery.now));
    add_field(head, "x-content-type-options", "nosniff");
    if (!response.headers.contains("cache-control")) add_field(head, "cache-control", "no-store");
    add_field(head, "connection", delivery.keep_alive ? "keep-alive" : "close");
    if (response.stream) {
        if (delivery.version == 11) add_field(head, "transfer-encoding", "chunked");
    } else if (has_length(response)) {
        add_field(head, "content-length", std::to_string(response.body.size()));
    }
    head += "\r\n";
    return head;
}

std::string chunk_size_line(std::size_t bytes) {
    std::array<char, 24> line{};
    int length = std::snprintf(line.data(), line.size(), "%zx\r\n", bytes);
    return std::string(line.data(), static_cast<std::size_t>(length));
}

std::string http_date(std::chrono::system_clock::time_point when) {
    constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto day = std::chrono::floor<std::chrono::days>(when);
    std::chrono::year_month_day date{day};
    std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(when - day)};
    std::array<char, 64> text{};
    int length =
        std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                      days[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
                      months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                      static_cast<int>(time.seconds().count()));
    return std::string(text.data(), static_cast<std::size_t>(length));
}

}  // namespace attune::transports::http
