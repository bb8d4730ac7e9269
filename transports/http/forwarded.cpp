#include "transports/http/forwarded.hpp"

#include <algorithm>

namespace attune::transports::http {

namespace {

constexpr std::size_t longest_address = 45;  // IPv6 with an IPv4 tail

std::string_view trimmed(std::string_view text) {
    auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string visitor_address(const std::string& peer, std::string_view forwarded_for,
                            const std::vector<std::string>& trusted_proxies) {
    auto is_trusted = [&](std::string_view address) {
        return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) != trusted_proxies.end();
    };
    if (!is_trusted(peer)) return peer;
    while (!forwarded_for.empty()) {
        auto comma = forwarded_for.rfind(',');
        std::string_view address =
            trimmed(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
        forwarded_for = comma == std::string_view::npos ? std::string_view{} : forwarded_for.substr(0, comma);
        if (address.empty() || address.size() > longest_address) break;
        if (!is_trusted(address)) return std::string(address);
    }
    return peer;
}

}  // namespace attune::transports::http
