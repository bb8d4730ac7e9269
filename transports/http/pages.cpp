#include "transports/http/pages.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>

#include "transports/http/problem.hpp"

namespace attune::transports::http {

namespace {

constexpr std::string_view widget = "attune-chat.js";

std::string_view content_type(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> types = {{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
    }};
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

/// Tells versions of one page apart; nobody has to be kept from forging it. Source: FNV-1a, 64 bit.
std::string etag_of(std::string_view content) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "\"%016llx\"", static_cast<unsigned long long>(hash));
    return text.data();
}

}  // namespace

Response page(const Request& request, const std::map<std::string, std::string>& pages,
              const std::string& policy) {
    std::string name = request.path == "/" ? "index.html" : request.path.substr(request.path.empty() ? 0 : 1);
    auto found = pages.find(name);
    if (found == pages.end()) return text_response(404, "Not Found\n");
    Response response;
    response.headers["etag"] = etag_of(found->second);
    response.headers["cache-control"] = "no-cache";
    response.headers["content-security-policy"] = policy;
    response.headers["referrer-policy"] = "no-referrer";
    if (name == widget) {
        response.headers["access-control-allow-origin"] = "*";
        response.headers["cross-origin-resource-policy"] = "cross-origin";
    }
    if (header(request, "if-none-match").find(response.headers["etag"]) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    response.headers["content-type"] = content_type(name);
    response.body = found->second;
    return response;
}

void add_pages(Router& router, const ServerConfig& config, Service& service) {
    router.add("GET", "/healthz",
               [](const Call&, const Respond& respond) { respond(text_response(200, "ok\n")); });
    router.add("GET", "/readyz", [&service](const Call&, const Respond& respond) {
        bool ready = service.ready();
        respond(text_response(ready ? 200 : 503, ready ? "ready\n" : "not ready\n"));
    });
    router.add("GET", "/v1/ws", [](const Call&, const Respond& respond) {
        Response response = problem(426, "bad_field", "this is a WebSocket: upgrade the connection");
        response.headers["upgrade"] = "websocket";
        respond(std::move(response));
    });
    router.add_fallback([policy = config.content_security_policy](const Call& call, const Respond& respond) {
        if (call.request.path.starts_with("/v1/")) return respond(problem(404, "not_found", "no such path"));
        respond(page(call.request, web_assets(), policy));
    });
}

}  // namespace attune::transports::http
