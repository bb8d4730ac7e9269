#include "transports/http/client_message.hpp"

#include <charconv>

namespace attune::transports::http {

long long retry_after_ms(const ClientResponse& response) {
    auto found = response.headers.find("retry-after");
    if (found == response.headers.end()) return -1;
    const std::string& text = found->second;
    long long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > 86400) return -1;
    return seconds * 1000;
}

}  // namespace attune::transports::http
