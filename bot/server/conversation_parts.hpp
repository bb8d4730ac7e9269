#pragma once

#include "bot/server/conversation.hpp"

/// The inside of LiveConversation, shared by its source files.
namespace attune::bot {

/// A message, or the wish to end, on its way.
struct LiveConversation::Request {
    transports::Inbound message;
    bool ends = false;
    std::string fingerprint;
    transports::Done<transports::Accepted> done;
};

/// What a request makes of the conversation, once it is durable.
struct LiveConversation::Change {
    StoredConversation row;
    dialogs::State state;
    std::vector<transports::LoggedEvent> events;
    std::optional<ClientMessage> message;
    bool anew = false;
    Posting posting;
    bool handoff = false;  ///< a flow asked for a person
};

inline transports::Refusal refusal(transports::Code code, std::string text) {
    transports::Refusal made;
    made.code = code;
    made.text = std::move(text);
    return made;
}

inline tl::unexpected<transports::Refusal> refuse(transports::Refusal why) {
    return tl::unexpected<transports::Refusal>(std::move(why));
}

}  // namespace attune::bot
