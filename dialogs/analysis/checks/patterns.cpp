#include <algorithm>
#include <map>
#include <optional>

#include "dialogs/analysis/checks/checks.hpp"
#include "nlu/match/pattern_automaton.hpp"

namespace attune::dialogs {

namespace {

using Use = PatternSource::Use;

struct Compiled {
    const PatternSource* source = nullptr;
    nlu::WordPattern pattern;
    nlu::PatternAutomaton automaton;
    std::size_t order = 0;
};

std::optional<Compiled> compile(const PatternSource& source, const nlu::WordLists& lists, std::size_t order) {
    auto tree = nlu::parse_pattern(source.text, lists);
    auto pattern = nlu::compile_pattern(source.text, lists);
    if (!tree || !pattern) return std::nullopt;
    return Compiled{&source, *std::move(pattern), nlu::PatternAutomaton(*tree), order};
}

/// Without one of the words that `other` needs, nothing that fits `one` alone can fit `other`.
bool may_be_inside(const nlu::WordPattern& one, const nlu::WordPattern& other) {
    if (other.needs.empty()) return true;
    return std::any_of(other.needs.begin(), other.needs.end(), [&](const std::string& need) {
        const bool stem = need.ends_with('*');
        const std::string_view begin = std::string_view(need).substr(0, need.size() - (stem ? 1 : 0));
        return std::any_of(one.words.begin(), one.words.end(), [&](const std::string& word) {
            return stem ? word.starts_with(begin) : word == need;
        });
    });
}

/// Whether a message that both fit is always taken for `other`.
bool always_loses(const Compiled& one, const Compiled& other) {
    if (one.pattern.whole != other.pattern.whole) return other.pattern.whole;
    if (one.pattern.specificity != other.pattern.specificity)
        return other.pattern.specificity > one.pattern.specificity;
    return other.order < one.order;
}

class PatternCheck {
public:
    PatternCheck(const Script& script, const SourceIndex& index, Findings& findings)
        : script_(script), findings_(findings) {
        std::map<std::string, bool> simple;  // intents that any one pattern decides
        for (const PatternSource& source : index.patterns) {
            if (source.use == Use::all_of || source.use == Use::unless) simple[source.owner] = false;
        }
        for (const PatternSource& source : index.patterns) {
            if (source.use == Use::option) options_.push_back(&source);
            if (source.use != Use::any || simple.contains(source.owner) || !is_heard(source.owner)) continue;
            if (auto compiled = compile(source, index.lists, intents_.size()))
                intents_.push_back(*std::move(compiled));
        }
        lists_ = &index.lists;
    }

    void run() {
        for (const Compiled& one : intents_) {
            for (const Compiled& other : intents_) compare(one, other);
        }
        for (const PatternSource* option : options_) look_for_danger(*option);
    }

private:
    bool is_heard(const std::string& intent) const {
        return script_.starters.contains(intent) ||
               std::any_of(script_.interrupts.begin(), script_.interrupts.end(),
                           [&](const Interrupt& one) { return one.intent == intent; });
    }

    void compare(const Compiled& one, const Compiled& other) {
        if (one.source->owner == other.source->owner || !always_loses(one, other)) return;
        if (!may_be_inside(one.pattern, other.pattern) || !one.automaton.is_inside(other.automaton)) return;
        const bool same = other.automaton.is_inside(one.automaton);
        findings_.push_back(
            {{same ? "same-pattern" : "hidden-pattern", one.source->place,
              "'" + one.source->text + "' of '" + one.source->owner +
                  "' can never win: all it fits, e.g. \"" + one.automaton.shortest() + "\", '" +
                  other.source->text + "' of '" + other.source->owner + "' fits as well and wins",
              "see " + other.source->place.file + ":" + std::to_string(other.source->place.line)},
             {}});
    }

    void look_for_danger(const PatternSource& option) {
        const auto tree = nlu::parse_pattern(option.text, *lists_);
        if (!tree) return;
        const std::string witness = nlu::PatternAutomaton(*tree).shortest();
        const auto understood = script_.understander.understand(witness, {});
        if (!understood.safety || understood.safety->level < nlu::SafetyLevel::high) return;
        const Flow* flow = script_.flow(option.owner.substr(0, option.owner.find('.')));
        if (flow != nullptr && flow->crisis)
            return;  // there such answers are expected, and danger is answered again
        findings_.push_back({{"danger-hidden-in-answer", option.place,
                              "\"" + witness + "\", an answer to '" + option.owner +
                                  "', is taken for danger (" + understood.safety->safety_class + ") first",
                              ""},
                             {}});
    }

    const Script& script_;
    Findings& findings_;
    const nlu::WordLists* lists_ = nullptr;
    std::vector<Compiled> intents_;
    std::vector<const PatternSource*> options_;
};

}  // namespace

void check_patterns(const Script& script, const SourceIndex& index, Findings& findings) {
    PatternCheck(script, index, findings).run();
}

}  // namespace attune::dialogs
