#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/engine/turn.hpp"
#include "transports/service.hpp"

namespace attune::bot {

/// What the dialog is told of a message.
dialogs::Event to_event(const transports::Inbound& message);

/// The visitor's own words, as they are shown: the text, or the labels of what was chosen.
std::string shown_text(const transports::Inbound& message, const dialogs::Choices& open);

/// Tells two messages under one id apart; equal for the same content.
std::string fingerprint(const transports::Inbound& message);

/// The log of one turn in the making: numbers events from the one after `last_seq`, all at the same time.
class TurnEvents {
public:
    TurnEvents(std::uint64_t last_seq, long long at) : seq_(last_seq), at_(at) {}

    void add_user(std::string_view client_id, std::string_view text);
    void add_replies(const std::vector<dialogs::Reply>& replies, std::string_view lang);
    void add_ended(std::string_view reason);

    std::uint64_t last_seq() const { return seq_; }
    std::uint64_t prompt_seq() const { return prompt_seq_; }  ///< the newest with choices; 0: none
    std::vector<transports::LoggedEvent>& events() { return events_; }

private:
    void add(std::string type, std::string json);

    std::uint64_t seq_;
    long long at_;
    std::uint64_t prompt_seq_ = 0;
    std::vector<transports::LoggedEvent> events_;
};

}  // namespace attune::bot
