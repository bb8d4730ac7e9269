#include "transports/sms/verify.hpp"

#include <algorithm>
#include <set>

#include "transports/channels/signature.hpp"
#include "transports/http/url.hpp"

namespace attune::transports::sms {

std::string signature(std::string_view auth_token, std::string_view url, const Form& form) {
    // As pairs in a set: sorted, and a value that comes twice counts once.
    const std::set<std::pair<std::string, std::string>> sorted(form.begin(), form.end());
    std::string all(url);
    for (const auto& [name, value] : sorted) all += name + value;
    return to_base64(hmac_sha1(auth_token, all));
}

bool is_signed(std::string_view given, std::string_view auth_token, std::string_view url, const Form& form) {
    bool fits = same_secret(given, signature(auth_token, url, form));
    auto parts = http::parse_url(url);
    if (!parts) return fits;
    const std::string scheme = parts->secure ? "https://" : "http://";
    parts->named_port = !parts->named_port;
    fits |=
        same_secret(given, signature(auth_token, scheme + http::host_field(*parts) + parts->target, form));
    return fits;
}

}  // namespace attune::transports::sms
