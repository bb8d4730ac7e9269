#include "transports/channels/json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "transports/channels/split_text.hpp"

namespace attune::transports {

using Json = nlohmann::json;

namespace {

constexpr int most_depth = 32;

const Json& nothing() {
    static const Json null;
    return null;
}

}  // namespace

std::optional<Json> read_object(std::string_view text) {
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        too_deep |= depth > most_depth;
        return !too_deep;
    };
    Json value = Json::parse(text, watch, false);
    if (too_deep || value.is_discarded() || !value.is_object()) return std::nullopt;
    return value;
}

const Json& member(const Json& value, const char* name) {
    if (!value.is_object()) return nothing();
    auto found = value.find(name);
    return found == value.end() ? nothing() : *found;
}

const Json& member(const Json& value, const char* first, const char* second) {
    return member(member(value, first), second);
}

std::string text_of(const Json& value, const char* name) {
    const Json& found = member(value, name);
    if (found.is_string()) return found.get<std::string>();
    if (found.is_number_unsigned()) return std::to_string(found.get<std::uint64_t>());
    if (found.is_number_integer()) return std::to_string(found.get<std::int64_t>());
    return {};
}

std::string write_json(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

http::ClientRequest json_request(std::string url, const Json& body) {
    http::ClientRequest request;
    request.url = std::move(url);
    request.headers["content-type"] = "application/json; charset=utf-8";
    request.body = write_json(body);
    return request;
}

Text heard_text(std::string_view text) {
    const auto pieces = split_text(text, max_text_code_points, Traits::Unit::code_points);
    return {pieces.empty() ? std::string() : pieces.front()};
}

}  // namespace attune::transports
