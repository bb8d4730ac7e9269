#include "transports/http/url.hpp"

#include <algorithm>

namespace attune::transports::http {

namespace {

bool is_port(std::string_view port) {
    return !port.empty() && port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Fills in host and port from `host`, `host:port`, `[v6]` or `[v6]:port`.
bool read_authority(std::string_view authority, Url& url) {
    std::string_view port;
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        if (close == std::string_view::npos) return false;
        url.host = authority.substr(1, close - 1);
        port = authority.substr(close + 1);
        if (!port.empty() && port.front() != ':') return false;
    } else {
        const auto colon = authority.find(':');
        url.host = authority.substr(0, colon);
        if (colon != std::string_view::npos) port = authority.substr(colon);
    }
    url.named_port = !port.empty();
    if (!url.named_port) {
        url.port = url.secure ? "443" : "80";
        return !url.host.empty();
    }
    url.port = port.substr(1);
    return !url.host.empty() && is_port(url.port);
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f || c == '#' || c == '\\') return std::nullopt;
    }
    Url url;
    if (text.starts_with("https://")) {
        text.remove_prefix(8);
    } else if (text.starts_with("http://")) {
        url.secure = false;
        text.remove_prefix(7);
    } else {
        return std::nullopt;
    }
    const auto end = std::min(text.find_first_of("/?"), text.size());
    const auto authority = text.substr(0, end);
    if (authority.find('@') != std::string_view::npos || !read_authority(authority, url)) return std::nullopt;
    url.target = text.substr(end);
    if (!url.target.starts_with('/')) url.target.insert(0, "/");
    return url;
}

std::string host_field(const Url& url) {
    const bool is_ipv6 = url.host.find(':') != std::string::npos;
    std::string field = is_ipv6 ? "[" + url.host + "]" : url.host;
    if (url.named_port) field += ":" + url.port;
    return field;
}

bool is_loopback(std::string_view host) {
    if (host == "localhost" || host == "::1") return true;
    // Digits and dots only: `127.0.0.1.evil.example` is a name.
    return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace attune::transports::http
