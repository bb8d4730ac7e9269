#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "transports/channel.hpp"

namespace attune::transports {

/// Parsed, if it is JSON, not deeper than 32 and an object. Never throws; O(bytes).
std::optional<nlohmann::json> read_object(std::string_view text);

/// The member, or null where there is none or `value` is no object. The reference lives as long as `value`.
const nlohmann::json& member(const nlohmann::json& value, const char* name);
const nlohmann::json& member(const nlohmann::json& value, const char* first, const char* second);

/// The text of a member, or an empty one; whole numbers become their digits.
std::string text_of(const nlohmann::json& value, const char* name);

/// Never throws: what is not UTF-8 becomes U+FFFD.
std::string write_json(const nlohmann::json& value);

http::ClientRequest json_request(std::string url, const nlohmann::json& body);

/// What was written, cut to what a conversation takes.
Text heard_text(std::string_view text);

}  // namespace attune::transports
