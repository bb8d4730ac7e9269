#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transports/service.hpp"

/// Direct Line's JSON. Pure; README.md beside this file says what is there of the protocol.
namespace attune::transports::directline {

/// What a client posts.
struct Posted {
    bool says_something = false;  ///< else it is typing, joining or the like: taken, and nothing comes of it
    Inbound message;
    std::string label;  ///< of a button: what the press is taken for if the question is not open any more
};

/// An activity; none if it is no JSON object.
///
/// @param spare_id  names the message where the client gives it no name of its own.
std::optional<Posted> read_activity(std::string_view json, const std::string& spare_id);

/// Who and where: what every activity carries.
struct Place {
    std::string conversation;
    std::string bot;  ///< its name
    /// How to answer a question that takes several answers, in this language. May be empty.
    std::function<std::string(std::string_view lang)> hint;
};

/// `{"activities":[…],"watermark":"7"}`. Events that mean nothing here are left out, the watermark counts
/// them.
std::string activity_set(const std::vector<LoggedEvent>& events, std::uint64_t watermark, const Place& place);

/// The set with "the bot is about to answer" in it; without a watermark.
std::string typing_set(const Place& place);

/// `conversation|0000007`
std::string activity_id(const std::string& conversation, std::uint64_t seq);

}  // namespace attune::transports::directline
