#pragma once

#include <string>
#include <string_view>

#include "transports/http/config.hpp"
#include "transports/http/message.hpp"
#include "transports/service.hpp"

/// Direct Line's answers. Pure.
namespace attune::transports::directline {

http::Response json_answer(int status, std::string json);

/// `{"conversationId":…,"token":…,"expires_in":…,"streamUrl":…}`
http::Response opened_answer(int status, const std::string& id, const std::string& token,
                             const std::string& stream);

/// `{"id":…}`
http::Response said_answer(const std::string& activity_id);

/// `{"error":{"code":…,"message":…}}`. A wrong token is 403 here, an ended conversation 404.
http::Response refusal(int status, std::string_view code);
http::Response refusal(const Refusal& why);

/// `ws://host` or `wss://host`, as the client reaches us: the public address if the server was told one, else
/// the request's own host, secure if the page or the proxy says so.
std::string stream_origin(const http::Request& request, const http::ServerConfig& config);

}  // namespace attune::transports::directline
