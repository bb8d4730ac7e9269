#include "transports/http/pages.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>

#include "transports/http/problem.hpp"

namespace attune::transports::http {

namespace {

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

/// Whether gzip is in a list such as `br, gzip;q=0.8`, and not with the weight 0. Source: RFC 9110, 12.5.3.
bool takes_gzip(std::string_view codings) {
    while (!codings.empty()) {
        const auto comma = std::min(codings.find(','), codings.size());
        std::string_view coding = codings.substr(0, comma);
        codings.remove_prefix(std::min(comma + 1, codings.size()));
        coding.remove_prefix(std::min(coding.find_first_not_of(" \t"), coding.size()));
        const auto end = std::min(coding.find_first_of("; \t"), coding.size());
        if (coding.substr(0, end) != "gzip") continue;
        const auto weight = coding.find("q=", end);
        return weight == std::string_view::npos ||
               coding.substr(weight + 2).find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

std::string name_of(const Request& request, const std::map<std::string, std::string>& pages) {
    if (request.path.size() < 2) return "index.html";
    const std::string name = request.path.substr(1);
    return pages.contains(name) ? name : name + ".html";
}

/// The policy of the page that other sites may show in a frame.
std::string framed_policy(const ServerConfig& config) {
    constexpr std::string_view own = "frame-ancestors 'self'";
    std::string policy = config.content_security_policy;
    const auto at = policy.find(own);
    if (at == std::string::npos) return policy;
    std::string origins(own);
    for (const std::string& origin : config.allowed_origins) origins += " " + origin;
    return policy.replace(at, own.size(), origins);
}

}  // namespace

Response page(const Request& request, const Pages& pages, const std::string& policy) {
    const std::string name = name_of(request, pages.plain);
    auto plain = pages.plain.find(name);
    if (plain == pages.plain.end()) return text_response(404, "Not Found\n");
    auto compressed = pages.compressed.find(name + ".gz");
    const bool is_small = compressed != pages.compressed.end() && takes_gzip(header(request, "accept-encoding"));
    const std::string& content = is_small ? compressed->second : plain->second;
    Response response;
    response.headers["etag"] = etag_of(content);  // each form has its own
    response.headers["vary"] = "accept-encoding";
    response.headers["cache-control"] = "no-cache";
    response.headers["content-security-policy"] = policy;
    response.headers["referrer-policy"] = "no-referrer";
    if (name.ends_with(".js")) {
        response.headers["access-control-allow-origin"] = "*";
        response.headers["cross-origin-resource-policy"] = "cross-origin";
    }
    if (header(request, "if-none-match").find(response.headers["etag"]) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    response.headers["content-type"] = content_type(name);
    if (is_small) response.headers["content-encoding"] = "gzip";
    response.body = content;
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
    Pages pages{web_pages(), web_compressed()};
    pages.plain.insert(web_script().begin(), web_script().end());
    router.add_fallback([pages = std::move(pages), policy = config.content_security_policy,
                         framed = framed_policy(config)](const Call& call, const Respond& respond) {
        const std::string& path = call.request.path;
        if (path.starts_with("/v1/")) return respond(problem(404, "not_found", "no such path"));
        respond(page(call.request, pages, path == "/chat" ? framed : policy));
    });
}

}  // namespace attune::transports::http
