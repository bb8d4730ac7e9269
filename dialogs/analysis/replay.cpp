#include "dialogs/analysis/replay.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace attune::dialogs {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

struct WriteEvent {
    ordered_json operator()(const Opened&) const { return {{"open", true}}; }
    ordered_json operator()(const Said& said) const { return {{"text", said.text}}; }
    ordered_json operator()(const Understood&) const { return {{"open", true}}; }  // never stored
    ordered_json operator()(const Chose& chose) const { return {{"choice", chose.values}}; }
    ordered_json operator()(const Waited&) const { return {{"wait", true}}; }
};

Event read_event(const json& value) {
    if (value.contains("text")) return Said{value.at("text").get<std::string>()};
    if (value.contains("choice")) return Chose{value.at("choice").get<std::vector<std::string>>()};
    if (value.contains("wait")) return Waited{};
    (void)value.at("open");
    return Opened{};
}

LoggedTurn read_turn(const json& row) {
    LoggedTurn turn{row.at("at").get<Time>(), read_event(row.at("do")), {}};
    for (const json& said : row.at("said")) {
        turn.said.push_back({said.at("line").get<std::string>(), said.at("text").get<std::string>(), false});
    }
    return turn;
}

std::string dump(const ordered_json& row) {
    return row.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

bool is_same(const SaidLine& a, const SaidLine& b) {
    return a.line == b.line && a.text == b.text;
}

/// A header of ours, or a turn. Throws what is not.
void read_row(const json& row, bool is_first, ConversationLog& log) {
    if (!is_first) return log.turns.push_back(read_turn(row));
    if (row.at("attune_log").get<int>() != 1) throw json::other_error::create(500, "version", nullptr);
    log.script = row.value("script", "");
    log.locale = row.value("locale", "");
}

}  // namespace

std::string write_log(const ConversationLog& log) {
    std::string text = dump({{"attune_log", 1}, {"script", log.script}, {"locale", log.locale}});
    for (const LoggedTurn& turn : log.turns) {
        ordered_json said = ordered_json::array();
        for (const SaidLine& line : turn.said) said.push_back({{"line", line.line}, {"text", line.text}});
        text +=
            dump({{"at", turn.at}, {"do", std::visit(WriteEvent{}, turn.event)}, {"said", std::move(said)}});
    }
    return text;
}

Result<ConversationLog> read_log(std::string_view text) {
    ConversationLog log;
    bool is_first = true;
    for (int number = 1; !text.empty(); ++number) {
        const std::string_view row = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), row.size() + 1));
        if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        try {
            read_row(json::parse(row), std::exchange(is_first, false), log);
        } catch (const json::exception&) {
            return failure(Errc::invalid_input,
                           "line " + std::to_string(number) + " is no line of a conversation's log");
        }
    }
    if (is_first) return failure(Errc::invalid_input, "there is no conversation in it");
    return log;
}

std::vector<ReplayDifference> replay(const Script& script, const ConversationLog& log) {
    std::vector<ReplayDifference> differences;
    State state = new_conversation(script, log.turns.empty() ? 0 : log.turns.front().at);
    state.locale = log.locale;
    for (std::size_t i = 0; i < log.turns.size(); ++i) {
        const LoggedTurn& logged = log.turns[i];
        Turn result = turn(script, state, logged.event, logged.at);
        state = std::move(result.state);
        std::vector<SaidLine> now;
        for (const Reply& reply : result.replies) now.push_back({reply.line, reply.text, false});
        const bool same = std::equal(now.begin(), now.end(), logged.said.begin(), logged.said.end(), is_same);
        if (!same) differences.push_back({i, std::move(now), result.outcome == Outcome::stale_choice});
    }
    return differences;
}

}  // namespace attune::dialogs
