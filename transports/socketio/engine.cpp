#include "transports/socketio/engine.hpp"

#include <charconv>

#include "transports/channels/split_text.hpp"

namespace attune::transports::socketio {

namespace {

constexpr char separator = '\x1e';

bool is_text_packet(std::string_view packet) {
    return !packet.empty() && packet.front() >= packet::open && packet.front() <= packet::noop;
}

/// The bytes that hold so many UTF-16 units; none if there are not so many, or one ends within a character.
std::optional<std::size_t> bytes_of(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (units > 0) {
        if (at >= text.size()) return std::nullopt;
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        const std::size_t costs = length == 4 ? 2 : 1;
        if (costs > units || at + length > text.size()) return std::nullopt;
        at += length;
        units -= costs;
    }
    return at;
}

/// `5:40abc3:4xy`: lengths as JavaScript counts.
std::optional<std::vector<std::string>> split_counted(std::string_view body) {
    std::vector<std::string> packets;
    while (!body.empty()) {
        std::size_t units = 0;
        const char* const end = body.data() + body.size();
        const auto [colon, wrong] = std::from_chars(body.data(), end, units);
        if (wrong != std::errc{} || colon == end || *colon != ':') return std::nullopt;
        body.remove_prefix(static_cast<std::size_t>(colon - body.data()) + 1);
        const auto bytes = bytes_of(body, units);
        if (!bytes || !is_text_packet(body.substr(0, *bytes)) || packets.size() == most_packets)
            return std::nullopt;
        packets.emplace_back(body.substr(0, *bytes));
        body.remove_prefix(*bytes);
    }
    return packets;
}

std::optional<std::vector<std::string>> split_separated(std::string_view body) {
    std::vector<std::string> packets;
    while (true) {
        const auto end = body.find(separator);
        const std::string_view one = body.substr(0, end);
        if (!is_text_packet(one) || packets.size() == most_packets) return std::nullopt;
        packets.emplace_back(one);
        if (end == std::string_view::npos) return packets;
        body.remove_prefix(end + 1);
    }
}

}  // namespace

std::optional<std::vector<std::string>> split_payload(std::string_view body, Protocol protocol) {
    if (body.empty()) return std::nullopt;
    return protocol == Protocol::v3 ? split_counted(body) : split_separated(body);
}

std::string join_payload(const std::vector<std::string>& packets, Protocol protocol) {
    std::string body;
    for (const std::string& packet : packets) {
        if (protocol == Protocol::v3) {
            body += std::to_string(length_in(Traits::Unit::utf16, packet)) + ":" + packet;
        } else {
            if (!body.empty()) body += separator;
            body += packet;
        }
    }
    return body;
}

}  // namespace attune::transports::socketio
