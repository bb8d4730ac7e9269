#include "transports/websocket/admission.hpp"

#include <vector>

#include "transports/http/access.hpp"
#include "transports/http/origin.hpp"

namespace attune::transports::websocket {

namespace {

constexpr std::string_view token_prefix = "attune.token.";

std::vector<std::string_view> split_list(std::string_view list) {
    std::vector<std::string_view> items;
    while (!list.empty()) {
        auto comma = list.find(',');
        std::string_view item = list.substr(0, comma);
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
        auto first = item.find_first_not_of(" \t");
        if (first == std::string_view::npos) continue;
        items.push_back(item.substr(first, item.find_last_not_of(" \t") - first + 1));
    }
    return items;
}

bool is_token_known(const std::vector<std::string_view>& offered, const http::ServerConfig& config) {
    if (config.access_tokens.empty()) return true;
    for (std::string_view item : offered) {
        if (!item.starts_with(token_prefix)) continue;
        auto token = http::base64url_decode(item.substr(token_prefix.size()));
        if (token && http::is_known_token(*token, config.access_tokens)) return true;
    }
    return false;
}

}  // namespace

bool is_path(std::string_view request_path, const http::ServerConfig& config) {
    return request_path == path || (config.echo && request_path == echo_path);
}

Admission admit(const http::Request& request, const http::ServerConfig& config) {
    Admission admission;
    if (!http::is_origin_allowed(request, config.allowed_origins)) {
        admission.status = 403;
        return admission;
    }
    if (request.path == echo_path) {
        admission.echo = true;
        return admission;
    }
    auto offered = split_list(http::header(request, "sec-websocket-protocol"));
    bool offers_ours = false;
    for (std::string_view item : offered) offers_ours |= item == subprotocol_name;
    if (!offers_ours) {
        admission.status = 400;
        return admission;
    }
    admission.subprotocol = subprotocol_name;
    admission.token_known = is_token_known(offered, config);
    return admission;
}

}  // namespace attune::transports::websocket
