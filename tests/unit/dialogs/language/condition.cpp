#include "dialogs/language/condition.hpp"

#include <catch2/catch.hpp>

using namespace attune::dialogs;

namespace {

/// The tree with all its brackets.
std::string written(const Condition& condition) {
    std::string text;
    const auto joined = [&](const char* joint) {
        for (const Condition& part : condition.parts) text += (text.empty() ? "" : joint) + written(part);
        return "(" + text + ")";
    };
    for (const std::string& value : condition.values) text += (text.empty() ? "" : " ") + value;
    switch (condition.op) {
        case Condition::Op::always:
            return "always";
        case Condition::Op::is_set:
            return condition.slot + " set";
        case Condition::Op::is_empty:
            return condition.slot + " empty";
        case Condition::Op::equals:
            return condition.slot + " = " + text;
        case Condition::Op::is_in:
            return condition.slot + " in " + text;
        case Condition::Op::has:
            return condition.slot + " has " + text;
        case Condition::Op::negation:
            return "not " + written(condition.parts.front());
        case Condition::Op::both:
            return joined(" and ");
        case Condition::Op::either:
            return joined(" or ");
    }
    return "";
}

std::string read(const std::string& text) {
    Names names;
    names.bot_known = true;
    names.slots = {{"who", SlotType::choice, {{"me", "Me"}, {"us", "Us"}}},
                   {"all", SlotType::set, {{"x", "X"}}}};
    Report report;
    std::map<std::string, Place> lines;
    Node node;
    node.kind = Node::Kind::text;
    node.text = text;
    const Condition condition = read_condition(node, {names, nullptr, report, lines});
    CHECK(to_text(std::move(report).sorted()).empty());
    return written(condition);
}

}  // namespace

TEST_CASE("conditions are read, 'not' before 'and' before 'or'", "[language]") {
    const auto [text, tree] = GENERATE(table<std::string, std::string>({
        {"who = me", "who = me"},
        {"who=me", "who = me"},
        {"who != me", "not who = me"},
        {"who in (me, us)", "who in me us"},
        {"all has x", "all has x"},
        {"who is set", "who set"},
        {"who is not set", "not who set"},
        {"all is empty", "all empty"},
        {"all is not empty", "not all empty"},
        {"not who = me and all has x", "(not who = me and all has x)"},
        {"who is set and all has x or who = us", "((who set and all has x) or who = us)"},
        {"who is set or all has x and who = us", "(who set or (all has x and who = us))"},
        {"not (who is set or all has x) and who = us", "(not (who set or all has x) and who = us)"},
        {"who = me or who = us or all is empty", "(who = me or who = us or all empty)"},
        {"((who = me))", "who = me"},
        {"not not who = me", "not not who = me"},
    }));
    CAPTURE(text);
    CHECK(read(text) == tree);
}
