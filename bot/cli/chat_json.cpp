#include "bot/cli/chat_json.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "bot/cli/chat_event.hpp"

namespace attune::bot {

namespace {

using nlohmann::ordered_json;

std::string_view name_of(dialogs::Outcome outcome) {
    switch (outcome) {
        case dialogs::Outcome::going_on: return "going_on";
        case dialogs::Outcome::stale_choice: return "stale_choice";
        case dialogs::Outcome::ended: return "ended";
        case dialogs::Outcome::erase: return "erase";
    }
    return "";
}

void write(std::ostream& out, const ordered_json& line) {
    out << line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << "\n" << std::flush;
}

ordered_json said(const dialogs::Turn& turn) {
    ordered_json said = ordered_json::array();
    for (const dialogs::Reply& reply : turn.replies) {
        said.push_back({{"line", reply.line}, {"text", reply.text}, {"crisis", reply.crisis}});
    }
    return said;
}

void add_choices(ordered_json& line, const dialogs::Choices& choices) {
    line["choices"] = ordered_json::array();
    for (const dialogs::Choice& choice : choices.items) {
        line["choices"].push_back({{"value", choice.value}, {"label", choice.label}, {"chosen", choice.chosen}});
    }
    line["many"] = choices.many;
}

void add_place(ordered_json& line, const dialogs::State& state) {
    const std::string at = dialogs::position_of(state);
    const std::size_t dot = at.find('.');
    line["flow"] = dot == std::string::npos ? ordered_json() : ordered_json(at.substr(0, dot));
    line["step"] = dot == std::string::npos ? ordered_json() : ordered_json(at.substr(dot + 1));
}

void add_safety(ordered_json& line, const dialogs::Turn& turn) {
    line["safety"] = nullptr;
    if (!turn.safety) return;
    line["safety"] = {{"class", turn.safety->safety_class},
                      {"level", nlu::name_of(turn.safety->level)},
                      {"pattern", turn.safety->pattern}};
}

void write_turn(std::ostream& out, std::string_view event, const Talk& talk) {
    ordered_json line = {{"event", event}, {"said", said(talk.turn())}};
    add_choices(line, talk.choices());
    add_place(line, talk.state());
    line["outcome"] = name_of(talk.turn().outcome);
    add_safety(line, talk.turn());
    line["trace"] = ordered_json::parse(dialogs::write_trace(talk.turn().trace));
    write(out, line);
}

}  // namespace

void chat_in_json(Talk& talk, std::istream& in, std::ostream& out) {
    write_turn(out, "opened", talk);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto event = read_chat_event(line);
        if (!event) {
            write(out, {{"error", {{"line", number}, {"message", event.error().message}}}});
            continue;
        }
        const bool gone = talk.take(event->event, event->wait).outcome == dialogs::Outcome::erase;
        write_turn(out, event->name, talk);
        if (!gone) continue;
        talk.open();
        write_turn(out, "opened", talk);
    }
}

}  // namespace attune::bot
