#include "dialogs/analysis/read_tests.hpp"

#include <algorithm>

#include "dialogs/analysis/instant.hpp"
#include "dialogs/analysis/read_expectation.hpp"
#include "dialogs/analysis/read_phrases.hpp"
#include "dialogs/analysis/wait.hpp"
#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

/// What the visitor does: exactly one of `user`, `tap` and `wait`.
void read_event(const TestScope& scope, const Fields& fields, TestTurn& turn) {
    const Node* user = fields.find("user");
    const Node* tap = fields.find("tap");
    const Node* wait = fields.find("wait");
    if ((user != nullptr) + (tap != nullptr) + (wait != nullptr) != 1) {
        scope.report.add("bad-turn", fields.place(), "a turn has exactly one of user, tap and wait");
        return;
    }
    if (user != nullptr) {
        const std::string text = read_any_text(user, "what the visitor writes", scope.report);
        turn.event = Said{text};
        turn.written = "user: \"" + text + "\"";
    } else if (tap != nullptr) {
        Chose chose;
        for (const Node* value : one_or_many(*tap)) {
            chose.values.push_back(read_id(value, "an option", scope.report));
            turn.written += (turn.written.empty() ? "" : ", ") + chose.values.back();
        }
        turn.written = "tap: [" + turn.written + "]";
        turn.event = std::move(chose);
    } else {
        const std::string written = read_any_text(wait, "a wait", scope.report);
        const auto length = parse_wait(written);
        if (!length)
            scope.report.add("bad-value", wait->place,
                             quoted(written) + " is no wait; expected e.g. 30s, 10m, 2h, 3d");
        turn.event = Waited{};
        turn.wait = length.value_or(0);
        turn.written = "wait: " + written;
    }
}

TestTurn read_turn(const TestScope& scope, const Node& node) {
    const Fields fields(node, "a turn", {"user", "tap", "wait", "expect"}, scope.report);
    TestTurn turn;
    turn.place = node.place;
    if (!fields.is_map()) return turn;
    read_event(scope, fields, turn);
    if (const Node* expect = fields.find("expect")) turn.expect = read_expectation(scope, *expect);
    return turn;
}

/// The slots a test starts with: the flow's own go with the flow.
void read_start_slots(const TestScope& scope, const Flow& flow, const Node& node, Position& position) {
    if (!is_map(node, "slots", scope.report)) return;
    for (const Entry& entry : node.entries) {
        const auto known = use_slot_name(scope, &flow, entry);
        if (known.empty()) continue;
        const bool own = std::any_of(flow.slots.begin(), flow.slots.end(),
                                     [&](const Slot& slot) { return slot.name == entry.key; });
        Slots& slots = own ? position.stack.back().slots : position.slots;
        slots[entry.key] = use_values(scope, {known.front()}, entry.value);
    }
}

std::optional<Position> read_start(const TestScope& scope, const Fields& fields) {
    const Node* from = fields.find("from");
    const Node* slots = fields.find("slots");
    if (from == nullptr) {
        if (slots != nullptr) scope.report.add("bad-value", slots->place, "'slots' without 'from'");
        return std::nullopt;
    }
    const auto found = use_step_ref(scope, *from);
    if (!found) return std::nullopt;
    Position position;
    position.stack.push_back({found->flow->id, found->step->id, Frame::Why::flow, {}});
    if (slots != nullptr) read_start_slots(scope, *found->flow, *slots, position);
    return position;
}

/// One of the bot's languages.
std::string read_language(const TestScope& scope, const Node* node) {
    if (node == nullptr) return "";
    std::vector<std::string> known = {scope.script.locale};
    for (const auto& [tag, script] : scope.script.locales) known.push_back(tag);
    return read_one_of(node, "unknown-language", "language of the bot", known, scope.report);
}

ConversationTest read_test(const TestScope& scope, const Node& node) {
    const Fields fields(node, "a test", {"name", "locale", "from", "slots", "turns"}, scope.report);
    ConversationTest test;
    test.place = node.place;
    if (!fields.is_map()) return test;
    test.name = read_text(fields.need("name"), "a test's name", scope.report);
    test.locale = read_language(scope, fields.find("locale"));
    test.from = read_start(scope, fields);
    for (const Node* turn : read_list(fields.need("turns"), "turns", scope.report)) {
        test.turns.push_back(read_turn(scope, *turn));
    }
    return test;
}

/// When the conversations of a suite take place, and where.
struct Scene {
    Time clock = 0;
    std::vector<std::string> channels = {""};
};

Scene read_scene(const TestScope& scope, const Fields& fields) {
    Scene scene;
    if (const Node* clock = fields.find("clock")) {
        const std::string written = read_any_text(clock, "a moment", scope.report);
        const auto moment = parse_instant(written);
        if (!moment) {
            scope.report.add("bad-value", clock->place,
                             quoted(written) + " is no moment; expected e.g. 2026-01-05T10:00:00Z");
        }
        scene.clock = moment.value_or(0);
    }
    if (const Node* channels = fields.find("channels")) {
        scene.channels.clear();
        for (const Node* each : one_or_many(*channels)) {
            scene.channels.push_back(read_id(each, "a channel", scope.report));
        }
    }
    return scene;
}

void read_suite(const TestScope& scope, const Node& node, Tests& tests) {
    const Fields fields(node, "a file of tests", {"schema", "suite", "locale", "clock", "channels", "tests", "phrases"},
                        scope.report);
    if (!fields.is_map()) return;
    if (fields.find("schema") != nullptr) read_schema(fields, scope.report);
    const std::string suite = read_text(fields.need("suite"), "a suite's name", scope.report);
    const std::string locale = read_language(scope, fields.find("locale"));
    const Scene scene = read_scene(scope, fields);
    const Node* phrases = fields.find("phrases");
    if (phrases != nullptr) {
        for (PhraseTest& each : read_phrases(scope, suite, *phrases))
            tests.phrases.push_back(std::move(each));
    }
    const Node* conversations = phrases == nullptr ? fields.need("tests") : fields.find("tests");
    for (const Node* each : read_list(conversations, "tests", scope.report)) {
        ConversationTest test = read_test(scope, *each);
        test.suite = suite;
        if (test.locale.empty()) test.locale = locale;
        test.clock = scene.clock;
        for (const std::string& channel : scene.channels) {
            test.channel = channel;
            tests.conversations.push_back(test);
        }
    }
}

}  // namespace

ReadTests read_tests(const BotFiles& files, const Script& script) {
    Report report;
    const TestScope scope{script, report, intent_names(files, script)};
    Tests tests;
    for (const auto& [path, content] : files) {
        if (!path.starts_with("tests/")) continue;
        if (path.ends_with(".csv")) {
            for (PhraseTest& each : read_phrase_table(scope, path, content))
                tests.phrases.push_back(std::move(each));
        } else if (const auto source = read_source(path, content, report)) {
            read_suite(scope, *source, tests);
        }
    }
    if (report.size() > 0) return tl::unexpected(std::move(report).sorted());
    return tests;
}

}  // namespace attune::dialogs
