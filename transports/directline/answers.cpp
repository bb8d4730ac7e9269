#include "transports/directline/answers.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "transports/channels/json.hpp"
#include "transports/rest/bodies.hpp"

namespace attune::transports::directline {

namespace {

/// After so long a client asks for the token anew, and gets the same.
constexpr int expires_in_seconds = 1800;

}  // namespace

http::Response json_answer(int status, std::string json) {
    auto response = rest::json_response(status, std::move(json));
    response.headers["cache-control"] = "no-store";
    return response;
}

http::Response opened_answer(int status, const std::string& id, const std::string& token,
                             const std::string& stream) {
    return json_answer(status, write_json({{"conversationId", id},
                                           {"token", token},
                                           {"expires_in", expires_in_seconds},
                                           {"streamUrl", stream}}));
}

http::Response said_answer(const std::string& activity_id) {
    return json_answer(200, write_json({{"id", activity_id}}));
}

http::Response refusal(int status, std::string_view code) {
    return json_answer(status, write_json({{"error", {{"code", code}, {"message", code}}}}));
}

http::Response refusal(const Refusal& why) {
    const int status = why.code == Code::unauthorized ? 403 : rest::status_of(why.code);
    auto response = refusal(status, name_of(why.code));
    if (why.retry_after)
        response.headers["retry-after"] = std::to_string((why.retry_after->count() + 999) / 1000);
    return response;
}

std::string stream_origin(const http::Request& request, const http::ServerConfig& config) {
    if (config.public_url.starts_with("http")) return "ws" + config.public_url.substr(4);
    const bool secure = http::header(request, "origin").starts_with("https:") ||
                        http::header(request, "x-forwarded-proto") == "https";
    return (secure ? "wss://" : "ws://") + std::string(http::header(request, "host"));
}

}  // namespace attune::transports::directline
