#include "dialogs/analysis/coverage/items.hpp"

#include <set>

#include "dialogs/script/for_each_line.hpp"

namespace attune::dialogs {

namespace {

using Kind = CoverageItem::Kind;

class Collector {
public:
    explicit Collector(const Script& script) : script_(script) {
        for (const Interrupt& interrupt : script.interrupts)
            commands_.insert(std::string(name_of(interrupt.command)));
    }

    std::vector<CoverageItem> take() {
        for (const Flow& flow : script_.flows) {
            for (const Step& step : flow.steps) add_step(flow.id + "." + step.id, step);
        }
        if (!script_.did_you_mean.say.empty()) add(Kind::edge, "bot: did_you_mean");
        if (!script_.after_silence.say.empty()) add(Kind::edge, "bot: after_silence");
        for_each_line(script_, [this](const Line& line) {
            if (!is_a_channels(line)) add(Kind::line, "line " + line.id);
        });
        return std::move(items_);
    }

private:
    /// Said by a messaging channel, outside of the conversations that tests can hold.
    bool is_a_channels(const Line& line) const {
        const ChannelLines& own = script_.channel_lines;
        return &line == &own.stop || &line == &own.start || &line == &own.help || &line == &own.number ||
               &line == &own.numbers || &line == &own.list;
    }

    void add(Kind kind, std::string id) { items_.push_back({kind, std::move(id)}); }

    void add_step(const std::string& name, const Step& step) {
        add(Kind::step, name);
        if (step.condition.op != Condition::Op::always) {
            add(Kind::condition, name + ": if holds");
            add(Kind::condition, name + ": if does not hold");
        }
        if (const auto* branch = std::get_if<Branch>(&step.what)) add_arms(name, *branch);
        if (const auto* question = std::get_if<Ask>(&step.what)) add_edges(name, *question);
    }

    void add_arms(const std::string& name, const Branch& branch) {
        for (std::size_t i = 0; i < branch.arms.size(); ++i) {
            add(Kind::condition, name + ": arm " + std::to_string(i + 1));
        }
        const bool has_else =
            !branch.arms.empty() && branch.arms.back().condition.op == Condition::Op::always;
        if (!has_else) add(Kind::condition, name + ": no arm");
    }

    void add_edges(const std::string& name, const Ask& question) {
        for (const nlu::Option& option : question.options.options())
            add(Kind::edge, name + ": option " + option.value);
        if (question.has_skip) add(Kind::edge, name + ": skip");
        if (!question.why.empty()) add(Kind::edge, name + ": why");
        const auto& ladder = question.no_match.empty() ? script_.no_match : question.no_match;
        for (std::size_t i = 0; i < ladder.size(); ++i)
            add(Kind::edge, name + ": rung " + std::to_string(i + 1));
        for (std::size_t i = 0; i < question.no_input.size(); ++i) {
            add(Kind::edge, name + ": silence " + std::to_string(i + 1));
        }
        for (const std::string& command : commands_) {
            if (command != "skip" && command != "why") add(Kind::edge, name + ": command " + command);
        }
        add(Kind::edge, name + ": topic");
        add(Kind::edge, name + ": danger");
    }

    const Script& script_;
    std::set<std::string> commands_;
    std::vector<CoverageItem> items_;
};

}  // namespace

std::vector<CoverageItem> coverage_items(const Script& script) {
    return Collector(script).take();
}

}  // namespace attune::dialogs
