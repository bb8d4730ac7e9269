#include "dialogs/language/read_guarantees.hpp"

#include <algorithm>
#include <charconv>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

int read_count(const Node* node, Report& report) {
    const std::string text = read_text(node, "a number", report);
    int number = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (node == nullptr || (error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= 100))
        return number;
    report.add("bad-value", node->place, quoted(text) + " does not fit; expected a number from 1 to 100");
    return 1;
}

/// `end`, or a flow.
void read_goal(const Node& node, Guarantee& guarantee, const Scope& scope) {
    guarantee.at_end = node.text == "end";
    if (!guarantee.at_end) guarantee.flow = use_flow(scope, &node);
}

void read_answer(const Fields& fields, Guarantee& guarantee, const Scope& scope) {
    guarantee.kind = Guarantee::Kind::answer;
    if (const Node* intent = fields.find("intent")) guarantee.intent = use_intent(scope, intent);
    if (const Node* danger = fields.find("safety")) guarantee.safety = read_id(danger, "a class", scope.report);
    const Node* line = fields.find("must_say");
    const Node* goal = fields.find("must_reach");
    if ((line == nullptr) == (goal == nullptr)) {
        scope.report.add("missing-key", fields.place(),
                         "a guarantee about an answer has either 'must_say' or 'must_reach'");
    }
    if (line != nullptr) guarantee.line = read_line_id(read_text(line, "a line", scope.report), line->place, scope.report);
    if (goal != nullptr) read_goal(*goal, guarantee, scope);
    guarantee.turns = read_count(fields.find("within_turns"), scope.report);
}

void read_way_out(const Node& node, Guarantee& guarantee, const Scope& scope) {
    guarantee.kind = Guarantee::Kind::way_out;
    const Fields fields(node, "a guarantee about every state", {"can_reach", "max_turns"}, scope.report);
    if (const Node* goal = fields.need("can_reach")) read_goal(*goal, guarantee, scope);
    guarantee.turns = read_count(fields.need("max_turns"), scope.report);
}

Guarantee read_guarantee(const Node& node, const Scope& scope) {
    const Fields fields(node, "a guarantee",
                        {"intent", "safety", "from", "must_say", "must_reach", "within_turns", "every_state", "tag",
                         "after_saying", "max_messages_per_turn"},
                        scope.report);
    Guarantee guarantee;
    guarantee.file = node.place.file;
    guarantee.row = node.place.line;
    guarantee.column = node.place.column;
    if (const Node* from = fields.find("from"))
        read_one_of(from, "bad-value", "place to start from", {"every_state"}, scope.report);
    if (fields.find("intent") != nullptr || fields.find("safety") != nullptr) {
        read_answer(fields, guarantee, scope);
    } else if (const Node* every = fields.find("every_state")) {
        read_way_out(*every, guarantee, scope);
    } else if (const Node* tag = fields.find("tag")) {
        guarantee.kind = Guarantee::Kind::after;
        guarantee.tag = read_id(tag, "a tag", scope.report);
        if (const Node* line = fields.need("after_saying"))
            guarantee.line = read_line_id(read_text(line, "a line", scope.report), line->place, scope.report);
    } else if (const Node* most = fields.find("max_messages_per_turn")) {
        guarantee.count = read_count(most, scope.report);
    } else if (fields.is_map()) {
        scope.report.add("missing-key", fields.place(),
                         "this guarantees nothing; expected intent, safety, every_state, tag or max_messages_per_turn");
    }
    return guarantee;
}

}  // namespace

std::vector<Guarantee> read_guarantees(const Node* node, const Scope& scope) {
    std::vector<Guarantee> guarantees;
    for (const Node* each : read_list(node, "guarantees", scope.report))
        guarantees.push_back(read_guarantee(*each, scope));
    return guarantees;
}

void check_guarantees(const std::vector<Guarantee>& guarantees, const std::vector<std::string>& lines,
                      const std::vector<std::string>& tags, Report& report) {
    const auto has = [](const std::vector<std::string>& all, const std::string& one) {
        return one.empty() || std::find(all.begin(), all.end(), one) != all.end();
    };
    for (const Guarantee& each : guarantees) {
        const Place place{each.file, each.row, each.column};
        if (!has(lines, each.line))
            report.add("unknown-line", place, "unknown line " + quoted(each.line) + "; expected the id of a line",
                       help_for(each.line, lines));
        if (!has(tags, each.tag))
            report.add("unknown-tag", place, "no flow has the tag " + quoted(each.tag), help_for(each.tag, tags));
    }
}

}  // namespace attune::dialogs
