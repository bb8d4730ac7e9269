#include "dialogs/analysis/review/review_item.hpp"

#include "dialogs/analysis/view/plain.hpp"
#include "dialogs/language/text_hash.hpp"

namespace attune::dialogs {

namespace {

using Options = std::vector<std::string>;

class ItemReader {
public:
    explicit ItemReader(const Script& script) : script_(script) {}

    std::vector<ReviewItem> take() {
        add("@disclosure", "bot", {script_.disclosure}, {});
        for (const Flow& flow : script_.flows) read_flow(flow);
        flow_.clear();
        read_ladder("bot", script_.no_match);
        const EngineLines& own = script_.lines;
        add_lines("bot", {own.resume, own.back, own.nothing_before, own.no_why, own.cannot_skip,
                          own.not_understood, own.lost, own.welcome_back});
        const DidYouMean& mean = script_.did_you_mean;
        const AfterSilence& silence = script_.after_silence;
        add_lines("bot: did_you_mean", mean.say, {mean.none.label});
        add_lines("bot: after_silence", silence.say, {silence.go_on.label, silence.menu.label});
        read_channel_lines();
        for (const Line* line :
             {&script_.safety_policy.card_again, &script_.safety_policy.disclosure_again}) {
            if (!line->id.empty()) add_lines("bot", {*line});
        }
        read_card();
        return std::move(items_);
    }

private:
    void add(const std::string& id, const std::string& place, const std::vector<std::string>& variants,
             const Options& options) {
        ContentHash hash;
        for (const std::string& part : {script_.locale, place, std::to_string(variants.size())})
            hash.take(part);
        for (const std::string& variant : variants) hash.take(variant);
        for (const std::string& option : options) hash.take(option);
        items_.push_back({id, script_.locale, flow_, place, variants, options, hash.text()});
    }

    void add_line(const std::string& place, const Line& line, const Options& options) {
        std::vector<std::string> variants;
        for (const Text& text : line.variants) variants.push_back(plain_text(text));
        add(line.id, place, variants, options);
    }

    void add_lines(const std::string& place, const std::vector<Line>& lines, const Options& last = {}) {
        for (const Line& line : lines) add_line(place, line, &line == &lines.back() ? last : Options{});
    }

    void read_channel_lines() {
        const ChannelLines& lines = script_.channel_lines;
        if (!lines.there()) return;
        add_lines("bot: channel_lines",
                  {lines.stop, lines.start, lines.help, lines.number, lines.numbers, lines.list});
    }

    void read_ladder(const std::string& name, const std::vector<Action>& ladder) {
        for (std::size_t i = 0; i < ladder.size(); ++i) {
            add_lines(name + ": rung " + std::to_string(i + 1), ladder[i].say);
        }
    }

    void read_question(const std::string& name, const Ask& question) {
        Options labels;
        const auto& options = question.options.options();
        for (const nlu::Option& option : options) labels.push_back(option.label);
        add_lines(name, question.say, labels);
        add_lines(name + ": why", question.why);
        for (std::size_t i = 0; i < question.then.size() && i < options.size(); ++i) {
            add_lines(name + ": option " + options[i].value, question.then[i].say);
        }
        add_lines(name + ": skip", question.skip.say);
        read_ladder(name, question.no_match);
        for (std::size_t i = 0; i < question.no_input.size(); ++i) {
            add_lines(name + ": silence " + std::to_string(i + 1), question.no_input[i].action.say);
        }
    }

    void read_flow(const Flow& flow) {
        flow_ = flow.id;
        for (const Step& step : flow.steps) {
            const std::string name = flow.id + "." + step.id;
            if (const auto* act = std::get_if<Act>(&step.what)) add_lines(name, act->action.say);
            if (const auto* question = std::get_if<Ask>(&step.what)) read_question(name, *question);
            const auto* branch = std::get_if<Branch>(&step.what);
            for (std::size_t i = 0; branch != nullptr && i < branch->arms.size(); ++i) {
                add_lines(name + ": arm " + std::to_string(i + 1), branch->arms[i].action.say);
            }
        }
    }

    void read_card() {
        add("@card", "bot", {script_.crisis.title, script_.crisis.emergency}, {});
        for (const CrisisLine& line : script_.crisis.lines) {
            add("@card." + line.id, "bot", {line.label}, {line.tel, line.sms, line.url});
        }
    }

    const Script& script_;
    std::string flow_;
    std::vector<ReviewItem> items_;
};

}  // namespace

std::vector<ReviewItem> review_items(const Script& script) {
    std::vector<ReviewItem> items = ItemReader(script).take();
    for (const auto& [tag, other] : script.locales) {
        for (ReviewItem& item : ItemReader(*other).take()) items.push_back(std::move(item));
    }
    return items;
}

}  // namespace attune::dialogs
