#include "transports/http/router.hpp"

#include <optional>
#include <utility>

namespace attune::transports::http {

namespace {

using Params = std::map<std::string, std::string>;

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        auto end = path.find('/');
        segments.emplace_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    }
    return segments;
}

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::optional<Params> match(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    Params params;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (is_parameter(pattern[at]) && !path[at].empty()) {
            params[pattern[at].substr(1, pattern[at].size() - 2)] = path[at];
        } else if (pattern[at] != path[at]) {
            return std::nullopt;
        }
    }
    return params;
}

void append(std::string& list, std::string_view method) {
    if (!list.empty()) list += ", ";
    list += method;
}

}  // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler) {
    routes_.push_back(Route{std::move(method), split(pattern), std::move(handler)});
}

void Router::add_all(const Router& other) {
    routes_.insert(routes_.end(), other.routes_.begin(), other.routes_.end());
    if (!fallback_) fallback_ = other.fallback_;
}

Match Router::find(std::string_view method, std::string_view path) const {
    std::string_view wanted = method == "HEAD" ? "GET" : method;
    if (path == "*")
        return Match{method == "OPTIONS" ? 204 : 404, nullptr, {}, "GET, HEAD, POST, DELETE, OPTIONS"};
    auto segments = split(path);
    std::string allow;
    for (const Route& route : routes_) {
        auto params = match(route.segments, segments);
        if (!params) continue;
        if (route.method == wanted) return Match{200, &route.handler, std::move(*params), ""};
        append(allow, route.method);
        if (route.method == "GET") append(allow, "HEAD");
    }
    if (allow.empty() && fallback_) {
        if (wanted == "GET") return Match{200, &fallback_, {}, ""};
        allow = "GET, HEAD";
    }
    if (allow.empty()) return Match{};
    append(allow, "OPTIONS");
    return Match{method == "OPTIONS" ? 204 : 405, nullptr, {}, std::move(allow)};
}

}  // namespace attune::transports::http
