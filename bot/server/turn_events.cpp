#include "bot/server/turn_events.hpp"

#include <algorithm>
#include <utility>

#include "bot/server/tokens.hpp"
#include "transports/websocket/protocol.hpp"

namespace attune::bot {

namespace protocol = transports::protocol;
using transports::Chosen;
using transports::Inbound;
using transports::Text;

namespace {

const std::string& label_of(const dialogs::Choices& open, const std::string& value) {
    auto found = std::find_if(open.items.begin(), open.items.end(),
                              [&](const dialogs::Choice& choice) { return choice.value == value; });
    return found == open.items.end() ? value : found->label;
}

}  // namespace

dialogs::Event to_event(const Inbound& message) {
    if (const auto* text = std::get_if<Text>(&message.content)) return dialogs::Said{text->text};
    return dialogs::Chose{std::get<Chosen>(message.content).values};
}

std::string shown_text(const Inbound& message, const dialogs::Choices& open) {
    if (const auto* text = std::get_if<Text>(&message.content)) return text->text;
    std::string labels;
    for (const std::string& value : std::get<Chosen>(message.content).values) {
        if (!labels.empty()) labels += ", ";
        labels += label_of(open, value);
    }
    // "Done" without a tick is an answer too, and a bubble is never empty.
    return labels.empty() ? "–" : labels;
}

std::string fingerprint(const Inbound& message) {
    if (const auto* text = std::get_if<Text>(&message.content)) return digest("text\n" + text->text);
    const auto& chosen = std::get<Chosen>(message.content);
    std::string all = "choice\n" + std::to_string(chosen.prompt_seq);
    for (const std::string& value : chosen.values) all += "\n" + value;
    return digest(all);
}

void TurnEvents::add(std::string type, std::string json) {
    events_.push_back({seq_, std::move(type), std::make_shared<const std::string>(std::move(json))});
}

void TurnEvents::add_user(std::string_view client_id, std::string_view text) {
    ++seq_;
    add("message", protocol::user_message({seq_, at_}, client_id, text));
}

void TurnEvents::add_replies(const std::vector<dialogs::Reply>& replies, std::string_view lang) {
    for (const dialogs::Reply& reply : replies) {
        ++seq_;
        add("message", protocol::bot_message({seq_, at_}, reply, lang));
        if (!reply.choices.items.empty()) prompt_seq_ = seq_;
    }
}

void TurnEvents::add_ended(std::string_view reason) {
    ++seq_;
    add("ended", protocol::ended({seq_, at_}, reason));
}

}  // namespace attune::bot
