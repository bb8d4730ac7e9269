#include "dialogs/language/read_safety.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_nlu.hpp"
#include "dialogs/language/read_patterns.hpp"
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

const std::vector<nlu::SafetyLevel> levels = {nlu::SafetyLevel::imminent, nlu::SafetyLevel::high,
                                              nlu::SafetyLevel::moderate, nlu::SafetyLevel::check};

nlu::SafetyLevel read_level(const Node* node, Report& report) {
    std::vector<std::string> names;
    for (const nlu::SafetyLevel level : levels) names.emplace_back(name_of(level));
    const std::string written = read_one_of(node, "unknown-level", "level", names, report);
    const auto found = std::find(names.begin(), names.end(), written);
    return found == names.end() ? nlu::SafetyLevel::high
                                : levels[static_cast<std::size_t>(found - names.begin())];
}

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

/// A signal and what it must and must not catch.
struct Signal {
    nlu::SafetyRule rule;
    Examples examples;
};

/// A signal is tried alone, so that another one cannot hide that it misses. Keeps the examples it catches.
void check_alone(Signal& signal, const Place& place, Report& report) {
    const auto alone = nlu::SafetyDetector::build({signal.rule});
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
    explicit Reader(const Scope& scope) : scope_(scope) {}

    void read(const Node& node) {
        Report& report = scope_.report;
        const Fields fields(node, "a signal",
                            {"class", "level", "flow", "patterns", "should_match", "should_not_match"},
                            report);
        Signal signal;
        signal.rule.safety_class =
            read_one_of(fields.need("class"), "unknown-class", "safety class", classes, report);
        signal.rule.level = read_level(fields.need("level"), report);
        read_flow_of(signal.rule.safety_class, fields.need("flow"));
        const std::size_t before = report.size();
        const Node* patterns = fields.need("patterns");
        signal.rule.patterns = read_patterns(patterns, "patterns", scope_.names, report);
        if (patterns != nullptr && patterns->kind == Node::Kind::list && patterns->items.empty()) {
            report.add("empty-list", patterns->place, "a signal without patterns; expected at least one");
        }
        const bool is_sound = report.size() == before;
        signal.examples = read_examples(fields, signal.rule.safety_class, report);
        if (!is_sound || signal.rule.safety_class.empty()) return;
        check_alone(signal, fields.place(), report);
        signals_.push_back(std::move(signal));
    }

    Safety build(const Place& where) {
        std::vector<nlu::SafetyRule> rules;
        for (const Signal& signal : signals_) rules.push_back(signal.rule);
        auto detector = nlu::SafetyDetector::build(std::move(rules));
        if (!detector) {
            scope_.report.add("bad-pattern", where,
                              "the signals do not work together: " + detector.error().message);
            return {};
        }
        for (const Signal& signal : signals_) check_in_net(*detector, signal);
        return {std::move(*detector), flows_};
    }

    bool has(const std::string& name) const { return flows_.count(name) != 0; }

private:
    void read_flow_of(const std::string& name, const Node* node) {
        const std::string flow = read_answering_flow(node, scope_);
        if (name.empty()) return;
        const auto [first, is_new] = flows_.emplace(name, flow);
        if (is_new || first->second == flow || flow.empty()) return;
        scope_.report.add("class-flow", node->place,
                          "the class '" + name + "' is answered by '" + first->second + "' before and by '" +
                              flow + "' here; expected the same flow each time");
    }

    /// In the whole net an example may count for a more urgent signal, never for a lesser one.
    void check_in_net(const nlu::SafetyDetector& detector, const Signal& signal) {
        for (const Node* text : signal.examples.match) {
            const auto seen = detector.detect(text->text);
            if (seen && seen->level >= signal.rule.level) continue;
            scope_.report.add("should-match", text->place,
                              quoted(text->text) +
                                  " is not caught at its level by all signals together; expected '" +
                                  signal.rule.safety_class + "' or a more urgent one");
        }
    }

    const Scope& scope_;
    std::vector<Signal> signals_;
    std::map<std::string, std::string> flows_;
};

}  // namespace

Safety read_safety(const Node& root, const Scope& scope) {
    const Fields fields(root, "safety/signals.yaml", {"schema", "lists", "signals"}, scope.report);
    read_schema(fields, scope.report);
    Reader reader(scope);
    const Node* signals = fields.need("signals");
    for (const Node* node : read_list(signals, "signals", scope.report)) reader.read(*node);
    for (const std::string& name : required_classes) {
        if (reader.has(name)) continue;
        scope.report.add("missing-class", fields.place_of("signals"),
                         "no signal of the class '" + name + "'; it is required");
    }
    return reader.build(fields.place_of("signals"));
}

}  // namespace attune::dialogs
