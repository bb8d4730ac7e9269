#include "dialogs/language/read_safety.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_frames.hpp"
#include "dialogs/language/read_line.hpp"
#include "dialogs/language/read_nlu.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/read_safety_examples.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

const std::vector<std::string> classes = {"sui_passive",
                                          "sui_active",
                                          "sui_method",
                                          "sui_intent",
                                          "sui_plan_prep",
                                          "sui_attempt_now",
                                          "sui_history_or_denied",
                                          "self_harm",
                                          "medical_overdose",
                                          "harm_to_others",
                                          "abuse_now",
                                          "sexual_violence",
                                          "child_at_risk",
                                          "vulnerable_adult",
                                          "psychosis_mania_like",
                                          "eating_acute",
                                          "third_party_risk",
                                          "stalking_trafficking",
                                          "minor_user",
                                          "method_request"};

const std::vector<std::string> required_classes = {"sui_active", "self_harm", "medical_overdose"};

std::string read_answering_flow(const Node* node, const Scope& scope) {
    std::string id = use_flow(scope, node);
    const auto found = scope.names.flows.find(id);
    if (found != scope.names.flows.end() && found->second.whole && !found->second.crisis) {
        scope.report.add("not-crisis-flow", node->place,
                         "the flow " + quoted(id) + " answers danger but is not marked so",
                         "write 'crisis: true' in flows/" + id + ".yaml");
    }
    return id;
}

/// What is shared by all signals.
struct NetParts {
    std::vector<nlu::SafetyFrame> frames;
    nlu::SafetySpelling spelling;
};

/// A signal and what it must and must not catch.
struct Signal {
    nlu::SafetyRule rule;
    Examples examples;
};

/// A signal is tried alone, so that another one cannot hide that it misses. Keeps the examples it catches.
void check_alone(Signal& signal, const NetParts& parts, const Place& place, Report& report) {
    const auto alone = nlu::SafetyDetector::build({signal.rule}, parts.frames, parts.spelling);
    if (!alone) {
        report.add("bad-pattern", place,
                   "the patterns of this signal do not work together: " + alone.error().message);
        return;
    }
    const std::string& name = signal.rule.safety_class;
    const auto is_missed = [&](const Node* text) {
        if (alone->detect(text->text)) return false;
        report.add("should-match", text->place,
                   quoted(text->text) + " is not caught; expected the class '" + name + "'");
        return true;
    };
    auto& match = signal.examples.match;
    match.erase(std::remove_if(match.begin(), match.end(), is_missed), match.end());
    for (const Node* text : signal.examples.no_match) {
        const auto seen = alone->detect(text->text);
        if (!seen) continue;
        report.add("should-not-match", text->place,
                   quoted(text->text) + " gives the class '" + name + "', which it must not",
                   "it is caught by the pattern " + quoted(seen->pattern));
    }
}

class Reader {
public:
    explicit Reader(NetParts parts) : parts_(std::move(parts)) {}

    /// @param is_first  the bot's own file, where every signal names the flow that answers
    void read(const Node& node, bool is_first, const Scope& scope) {
        Report& report = scope.report;
        const Fields fields(node, "a signal",
                            {"class", "level", "flow", "patterns", "should_match", "should_not_match"},
                            report);
        Signal signal;
        signal.rule.safety_class =
            read_one_of(fields.need("class"), "unknown-class", "safety class", classes, report);
        signal.rule.level = read_level(fields.need("level"), report);
        const bool is_answered = flows_.count(signal.rule.safety_class) != 0;
        const Node* flow = is_first || !is_answered ? fields.need("flow") : fields.find("flow");
        if (flow != nullptr) read_flow_of(signal.rule, *flow, scope);
        const std::size_t before = report.size();
        const Node* patterns = fields.need("patterns");
        signal.rule.patterns = read_patterns(patterns, "patterns", scope.names, report);
        if (patterns != nullptr && patterns->kind == Node::Kind::list && patterns->items.empty()) {
            report.add("empty-list", patterns->place, "a signal without patterns; expected at least one");
        }
        const bool is_sound = report.size() == before;
        signal.examples = read_examples(fields, signal.rule.safety_class, report);
        if (!is_sound || signal.rule.safety_class.empty()) return;
        check_alone(signal, parts_, fields.place(), report);
        signals_.push_back(std::move(signal));
    }

    Safety build(const Place& where, Report& report) {
        std::vector<nlu::SafetyRule> rules;
        for (const Signal& signal : signals_) rules.push_back(signal.rule);
        auto detector = nlu::SafetyDetector::build(std::move(rules), parts_.frames, parts_.spelling);
        if (!detector) {
            report.add("bad-pattern", where, "the signals do not work together: " + detector.error().message);
            return {};
        }
        for (const Signal& signal : signals_) check_in_net(*detector, signal, report);
        return {{std::move(*detector), {}}, {}, flows_};
    }

    bool has(const std::string& name) const { return flows_.count(name) != 0; }

private:
    /// A class is answered by the flow of its first signal; a level of it may have another one.
    void read_flow_of(const nlu::SafetyRule& rule, const Node& node, const Scope& scope) {
        const std::string flow = read_answering_flow(&node, scope);
        if (rule.safety_class.empty() || flow.empty()) return;
        const std::string at_level = rule.safety_class + " " + std::string(name_of(rule.level));
        flows_.emplace(rule.safety_class, flow);
        const auto [first, is_new] = flows_.emplace(at_level, flow);
        if (is_new || first->second == flow) return;
        scope.report.add("class-flow", node.place,
                         "the class '" + at_level + "' is answered by '" + first->second +
                             "' before and by '" + flow + "' here; expected the same flow each time");
    }

    /// In the whole net an example may count for a more urgent signal, never for a lesser one.
    static void check_in_net(const nlu::SafetyDetector& detector, const Signal& signal, Report& report) {
        for (const Node* text : signal.examples.match) {
            const auto seen = detector.detect(text->text);
            if (seen && seen->level >= signal.rule.level) continue;
            report.add("should-match", text->place,
                       quoted(text->text) +
                           " is not caught at its level by all signals together; expected '" +
                           signal.rule.safety_class + "' or a more urgent one");
        }
    }

    NetParts parts_;
    std::vector<Signal> signals_;
    std::map<std::string, std::string> flows_;
};

Fields fields_of(const Node& root, bool is_first, Report& report) {
    std::vector<std::string> known = {"schema", "lists", "spelling", "frames", "signals"};
    if (is_first) known.insert(known.begin() + 2, {"policy", "banned"});
    return {root, "safety/signals.yaml", std::move(known), report};
}

int read_count(const Node* node, int otherwise, Report& report) {
    if (node == nullptr) return otherwise;
    const std::string text = read_text(node, "a number", report);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= 1000)
        return number;
    report.add("bad-value", node->place, quoted(text) + " does not fit; expected a number from 1 to 1000");
    return otherwise;
}

SafetyPolicy read_policy(const Node* node, const Scope& scope) {
    SafetyPolicy policy;
    if (node == nullptr) return policy;
    const Fields fields(
        *node, "policy",
        {"again", "check", "check_other", "card_again", "card_every", "disclosure_again", "disclosure_hours"},
        scope.report);
    if (const Node* again = fields.find("again")) policy.again = read_answering_flow(again, scope);
    if (const Node* check = fields.find("check")) policy.check = read_answering_flow(check, scope);
    if (const Node* check = fields.find("check_other"))
        policy.check_other = read_answering_flow(check, scope);
    if (const Node* line = fields.find("card_again")) policy.card_again = read_line(*line, scope);
    if (const Node* line = fields.find("disclosure_again")) policy.disclosure_again = read_line(*line, scope);
    policy.card_every = read_count(fields.find("card_every"), policy.card_every, scope.report);
    policy.disclosure_hours =
        read_count(fields.find("disclosure_hours"), policy.disclosure_hours, scope.report);
    return policy;
}

std::vector<BannedPhrase> read_banned(const Node* node, const Scope& scope) {
    std::vector<BannedPhrase> banned;
    for (const Node* item : read_list(node, "banned", scope.report)) {
        const Fields fields(*item, "a banned phrase", {"patterns", "reason"}, scope.report);
        const std::string reason = read_text(fields.need("reason"), "a reason", scope.report);
        for (nlu::WordPattern& pattern :
             read_patterns(fields.need("patterns"), "patterns", scope.names, scope.report)) {
            banned.push_back({std::move(pattern), reason});
        }
    }
    return banned;
}

}  // namespace

Safety read_safety(const std::vector<SignalsFile>& files, const std::map<std::string, std::string>& examples,
                   const std::vector<std::string>& benign) {
    Report& report = files.front().scope->report;
    NetParts parts;
    SpellingWords spelling;
    for (const auto& [root, scope] : files) {
        const Fields fields = fields_of(*root, root == files.front().root, report);
        read_schema(fields, report);
        for (nlu::SafetyFrame& frame : read_frames(fields.find("frames"), classes, *scope))
            parts.frames.push_back(std::move(frame));
        read_spelling(fields.find("spelling"), spelling, report);
    }
    parts.spelling = {spelling.words, spelling.slips};
    Reader reader(std::move(parts));
    for (const auto& [root, scope] : files) {
        const Node* signals = Fields(*root, "safety/signals.yaml", report).need("signals");
        for (const Node* node : read_list(signals, "signals", report))
            reader.read(*node, root == files.front().root, *scope);
    }
    const Place& place = Fields(*files.front().root, "safety/signals.yaml", report).place_of("signals");
    for (const std::string& name : required_classes) {
        if (reader.has(name)) continue;
        report.add("missing-class", place, "no signal of the class '" + name + "'; it is required");
    }
    Safety safety = reader.build(place, report);
    safety.net.classifier = read_safety_examples(examples, benign, safety.flows, report);
    safety.policy = read_safety_policy(*files.front().root, *files.front().scope);
    return safety;
}

SafetyPolicy read_safety_policy(const Node& root, const Scope& scope) {
    const Fields fields(root, "safety/signals.yaml", scope.report);
    SafetyPolicy policy = read_policy(fields.find("policy"), scope);
    policy.banned = read_banned(fields.find("banned"), scope);
    return policy;
}

}  // namespace attune::dialogs
