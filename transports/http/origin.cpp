#include "transports/http/origin.hpp"

#include <algorithm>

namespace attune::transports::http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

/// Behind a proxy we do not know our own scheme, so host and port decide.
bool is_same_host(std::string_view origin, std::string_view host) {
    auto scheme_end = origin.find("://");
    return scheme_end != std::string_view::npos && !host.empty() &&
           same_ignoring_case(origin.substr(scheme_end + 3), host);
}

}  // namespace

bool is_origin_allowed(const Request& request, const std::vector<std::string>& allowed) {
    std::string_view origin = header(request, "origin");
    if (request.headers.find("origin") == request.headers.end()) return true;
    if (is_same_host(origin, header(request, "host"))) return true;
    return std::any_of(allowed.begin(), allowed.end(), [origin](const std::string& entry) {
        return entry == "*" || same_ignoring_case(entry, origin);
    });
}

void add_cors(const Request& request, Response& response) {
    std::string_view origin = header(request, "origin");
    if (origin.empty()) return;
    response.headers["access-control-allow-origin"] = origin;
    response.headers["access-control-expose-headers"] = "Retry-After";
    response.headers["vary"] = "Origin";
}

Response preflight(const Request& request, std::string_view allow) {
    Response response;
    response.status = 204;
    response.headers["allow"] = allow;
    if (header(request, "origin").empty()) return response;
    add_cors(request, response);
    response.headers["access-control-allow-methods"] = allow;
    response.headers["access-control-allow-headers"] =
        "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Ms-Bot-Agent, X-Requested-With";
    response.headers["access-control-max-age"] = "600";
    return response;
}

}  // namespace attune::transports::http
