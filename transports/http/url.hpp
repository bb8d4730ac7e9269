#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::transports::http {

/// The parts of an absolute `http` or `https` URL that a client needs.
struct Url {
    bool secure = true;
    std::string host;    ///< a name or an address, an IPv6 one without brackets
    std::string port;    ///< as it stands, or 443 or 80
    std::string target;  ///< path and query, at least `/`
    bool named_port = false;
};

/// None for anything else: another scheme, a user name, a fragment, white space or control characters.
std::optional<Url> parse_url(std::string_view text);

/// What goes into the Host field.
std::string host_field(const Url& url);

/// 127.0.0.0/8, ::1 and `localhost`: where plain http is nobody else's business.
bool is_loopback(std::string_view host);

}  // namespace attune::transports::http
