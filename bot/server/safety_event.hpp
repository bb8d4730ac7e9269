#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "bot/server/log.hpp"
#include "nlu/safety/signal.hpp"

namespace attune::bot {

/// That danger was seen in a conversation: for staff and for counting. Never holds what was written.
struct SafetyEvent {
    std::string
        conversation;  ///< a digest of its id: the same for all events of one conversation, and no key to it
    std::string safety_class;
    nlu::SafetyLevel level = nlu::SafetyLevel::check;
    long long at = 0;  ///< milliseconds since 1970-01-01 UTC
    std::string channel;
};

/// Takes an event without waiting for anything; from any thread.
using SafetyListener = std::function<void(const SafetyEvent& event)>;

/// `{"type":"safety","class":"sui_active","level":"high","at":…,"channel":"web","conversation":"…"}`
std::string write_safety_event(const SafetyEvent& event);

/// `event=safety class=sui_active level=3 at=…`: what is kept of it, level 1 check to 4 imminent.
LogLine safety_log_line(const SafetyEvent& event);

/// `sha256=` and the HMAC-SHA256 of `time.body` under `secret`, in hexadecimal: what the receiver checks.
/// Source: RFC 2104; the time in the signed text keeps an old message from being sent again.
std::string sign_safety_event(std::string_view body, long long at, std::string_view secret);

}  // namespace attune::bot
