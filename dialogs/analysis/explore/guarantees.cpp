#include "dialogs/analysis/explore/guarantees.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "dialogs/analysis/explore/promises.hpp"
#include "dialogs/analysis/explore/reached.hpp"
#include "dialogs/analysis/explore/replay.hpp"
#include "dialogs/analysis/explore/violations.hpp"

namespace attune::dialogs {

namespace {

/// So many ways to the same violation are kept: should the first not play back, another one will.
constexpr std::size_t kept_ways = 8;

struct WayThere {
    int node = 0;
    int input = 0;
};

class Checker {
public:
    Checker(const Script& script, const SourceIndex& index, const GuaranteeOptions& options)
        : script_(script),
          index_(index),
          options_(options),
          explorer_(script, index),
          rules_(script, index, options.max_messages),
          promises_(script, rules_),
          reached_(script) {}

    Explored run() {
        Explored result;
        result.count = explorer_.run(options_.explore, [this](const Tried& tried) { look(tried); });
        for (const auto& [name, record] : records_) tell(record, result.findings);
        if (!result.count.complete) {
            result.findings.push_back(cut(result.count));
            return result;
        }
        for (const int node : explorer_.traps()) tell_trap(node, result.findings);
        for (Diagnostic& one : reached_.missing(index_)) result.findings.push_back({std::move(one), {}});
        return result;
    }

private:
    struct Record {
        Violation violation;
        std::vector<WayThere> ways;
    };

    void look(const Tried& tried) {
        reached_.note(tried.before, tried.turn);
        for (Violation& violation : rules_.broken_by(tried.before, tried.input, tried.turn))
            note(std::move(violation), tried);
        for (Violation& violation : promises_.broken_by(tried.before, tried.input, tried.turn, tried.told))
            note(std::move(violation), tried);
        if (tried.input.kind == Input::Kind::answer) try_back(tried);
    }

    void note(Violation violation, const Tried& tried) {
        Record& record = records_[violation.code + " " + violation.subject];
        if (record.ways.empty()) record.violation = std::move(violation);
        if (record.ways.size() < kept_ways) record.ways.push_back({tried.node, tried.input_number});
    }

    /// "Back" brings back the very place and memory that an answer left; tried once for every answer.
    void try_back(const Tried& tried) {
        const int back = explorer_.inputs().command(Command::back);
        if (back < 0 || tried.turn.state.before.empty() || tried.turn.state.now.ended) return;
        if (!backed_.insert(tried.input_number).second) return;
        const Turn undone = turn(script_, tried.turn.state, explorer_.inputs()[back].event, 2000);
        Position expected = tried.before.now;
        Position got = undone.state.now;
        expected.slots.erase(std::string(clinic_now));
        got.slots.erase(std::string(clinic_now));
        if (got == expected) return;
        const std::string at = position_of(tried.before);
        note({"back-differs", at, index_.place(index_.steps, at),
              "going back behind " + at + " does not restore what was there"},
             tried);
    }

    void tell(const Record& record, Findings& findings) {
        const Violation& violation = record.violation;
        for (const WayThere& way : record.ways) {
            std::vector<int> inputs = explorer_.path(way.node);
            inputs.push_back(way.input);
            const auto played = play(script_, explorer_.inputs(), inputs);
            if (violation.code != "back-differs" && !shows(played, violation)) continue;
            findings.push_back({{violation.code, violation.place, violation.message, ""},
                                transcript(explorer_.inputs(), inputs, played)});
            return;
        }
    }

    bool shows(const std::vector<Played>& played, const Violation& violation) {
        const Played& last = played.back();
        Told told = 0;
        for (std::size_t i = 0; i + 1 < played.size(); ++i) told = told_after(script_, told, played[i].turn);
        const Input& input = explorer_.inputs()[last.input];
        auto broken = rules_.broken_by(last.before, input, last.turn);
        const auto promised = promises_.broken_by(last.before, input, last.turn, told);
        broken.insert(broken.end(), promised.begin(), promised.end());
        return std::any_of(broken.begin(), broken.end(), [&](const Violation& one) {
            return one.code == violation.code && one.subject == violation.subject;
        });
    }

    void tell_trap(int node, Findings& findings) const {
        const std::vector<int> inputs = explorer_.path(node);
        const auto played = play(script_, explorer_.inputs(), inputs);
        const std::string at = position_of(played.back().turn.state);
        findings.push_back(
            {{"trap", index_.place(index_.steps, at),
              "at " + at + " no answer ever leads to the menu, out of the flow or to the end", ""},
             transcript(explorer_.inputs(), inputs, played)});
    }

    Finding cut(const ExploreCount& count) const {
        std::string slots;
        for (const auto& [slot, values] : count.multipliers) {
            slots += (slots.empty() ? "" : ", ") + slot + " (" + std::to_string(values) + ")";
        }
        return {{"exploration-cut",
                 {"bot.yaml", 1, 1},
                 "more than " + std::to_string(options_.explore.budget) +
                     " states; what multiplies them: " + slots,
                 "let slots die with their flow, or raise --budget"},
                {}};
    }

    const Script& script_;
    const SourceIndex& index_;
    const GuaranteeOptions& options_;
    Explorer explorer_;
    TurnRules rules_;
    Promises promises_;
    Reached reached_;
    std::map<std::string, Record> records_;
    std::set<int> backed_;
};

}  // namespace

Explored check_guarantees(const Script& script, const SourceIndex& index, const GuaranteeOptions& options) {
    return Checker(script, index, options).run();
}

}  // namespace attune::dialogs
