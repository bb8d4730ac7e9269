#include "dialogs/analysis/view/screenplay.hpp"

#include "dialogs/analysis/view/plain.hpp"
#include "dialogs/analysis/view/starts.hpp"
#include "dialogs/analysis/view/walk_order.hpp"

namespace attune::dialogs {

namespace {

std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

class Director {
public:
    Director(const Script& script, const BotFiles& files, const ReviewLock& lock)
        : script_(script), lock_(lock), starts_(script, files) {
        for (ReviewItem& item : review_items(script)) {
            items_.emplace(std::pair(item.id, item.locale), std::move(item));
        }
        play_.name = script.name;
        add_language(script);
        for (const auto& [tag, other] : script.locales) add_language(*other);
    }

    Screenplay direct() {
        for (const FlowGroup& group : walk_order(script_)) {
            ScenePart part{group.title, {}};
            for (const Flow* flow : group.flows) part.scenes.push_back(scene(*flow));
            if (!part.scenes.empty()) play_.parts.push_back(std::move(part));
        }
        read_own();
        for (const auto& [key, item] : items_) {
            ++play_.lines;
            if (state_of(lock_, item) == ReviewState::signed_off) ++play_.signed_lines;
        }
        return std::move(play_);
    }

private:
    void add_language(const Script& script) {
        play_.locales.push_back(script.locale);
        play_.languages.push_back(script.language.empty() ? script.locale : script.language);
    }

    SpokenLine spoken(const std::string& id, bool once) const {
        SpokenLine line{id, once, {}};
        for (const std::string& locale : play_.locales) {
            const auto item = items_.find({id, locale});
            if (item == items_.end()) continue;
            const SignOff* sign = sign_off_of(lock_, item->second);
            line.languages.push_back({locale, item->second.variants, state_of(lock_, item->second),
                                      sign == nullptr ? SignOff{} : *sign});
        }
        return line;
    }

    Passage said(const std::vector<Line>& lines) const {
        Passage passage;
        for (const Line& line : lines) passage.lines.push_back(spoken(line.id, line.once));
        return passage;
    }

    Passage passage(const Flow& flow, const Action& action) const {
        Passage passage = said(action.say);
        if (!action.language.empty())
            passage.remembers.push_back("speaks " + action.language + " from here on");
        for (const Assignment& each : action.set)
            passage.remembers.push_back(plain_assignment(script_, flow, each));
        if (action.handoff) passage.remembers.emplace_back("asks the clinic for a person");
        passage.leads = plain_jump(script_, flow, action.jump, "");
        if (action.jump.flow != flow.id) passage.leads_to_flow = action.jump.flow;
        return passage;
    }

    Scene scene(const Flow& flow) const {
        Scene scene{flow.id, flow.title, flow.crisis, starts_.of(flow.id), {}};
        for (const Step& step : flow.steps) scene.steps.push_back(step_view(flow, step));
        return scene;
    }

    StepView step_view(const Flow& flow, const Step& step) const {
        StepView view;
        view.id = step.id;
        view.condition = plain_condition(script_, flow, step.condition);
        if (const auto* act = std::get_if<Act>(&step.what)) view.passage = passage(flow, act->action);
        if (const auto* branch = std::get_if<Branch>(&step.what)) add_arms(flow, *branch, view);
        if (const auto* question = std::get_if<Ask>(&step.what)) add_question(flow, *question, step.id, view);
        return view;
    }

    void add_arms(const Flow& flow, const Branch& branch, StepView& view) const {
        for (std::size_t i = 0; i < branch.arms.size(); ++i) {
            const std::string when = plain_condition(script_, flow, branch.arms[i].condition);
            view.others.push_back({when.empty() ? "Otherwise" : "If " + when,
                                   {},
                                   "arm " + std::to_string(i + 1),
                                   passage(flow, branch.arms[i].action)});
        }
    }

    /// The labels of an option in the other languages: there the same question stands at the same place.
    std::vector<std::string> labels_elsewhere(const Flow& flow, const std::string& step,
                                              std::size_t option) const {
        std::vector<std::string> labels;
        for (const auto& [tag, other] : script_.locales) {
            const Flow* same = other->flow(flow.id);
            const Step* place = same == nullptr ? nullptr : same->step(step);
            const auto* question = place == nullptr ? nullptr : std::get_if<Ask>(&place->what);
            if (question != nullptr) labels.push_back(question->options.options()[option].label);
        }
        return labels;
    }

    void add_question(const Flow& flow, const Ask& question, const std::string& step, StepView& view) const {
        view.asks = true;
        view.many = question.many;
        view.fills = question.slot;
        view.passage = said(question.say);
        const auto& options = question.options.options();
        for (std::size_t i = 0; i < options.size(); ++i) {
            Way way{options[i].label, labels_elsewhere(flow, step, i), "option " + options[i].value, {}};
            if (i < question.then.size()) way.passage = passage(flow, question.then[i]);
            view.options.push_back(std::move(way));
        }
        if (!question.why.empty()) view.others.push_back({"Asked why", {}, "why", said(question.why)});
        if (question.has_skip) view.others.push_back({"Skipped", {}, "skip", passage(flow, question.skip)});
        for (std::size_t i = 0; i < question.no_match.size(); ++i)
            view.others.push_back(rung(flow, i, question.no_match));
        if (question.no_match.empty())
            view.ladder = "Not understood: as everywhere, see “What it says anywhere”";
        for (std::size_t i = 0; i < question.no_input.size(); ++i) {
            const long long minutes = question.no_input[i].after_ms / 60'000;
            view.others.push_back({"After " + std::to_string(minutes) + " minutes of silence",
                                   {},
                                   "silence " + std::to_string(i + 1),
                                   passage(flow, question.no_input[i].action)});
        }
    }

    Way rung(const Flow& flow, std::size_t i, const std::vector<Action>& ladder) const {
        const std::string title = ladder.size() == 1      ? "Not understood"
                                  : i + 1 < ladder.size() ? "Not understood, time " + std::to_string(i + 1)
                                                          : "Not understood, the last time";
        return {title, {}, "rung " + std::to_string(i + 1), passage(flow, ladder[i])};
    }

    void own(const std::string& title, const std::string& role, const std::vector<Line>& lines) {
        if (!lines.empty() && !lines.front().id.empty()) play_.own.push_back({title, {}, role, said(lines)});
    }

    void read_channel_lines() {
        const ChannelLines& lines = script_.channel_lines;
        own("By text message: STOP", "channel_lines.stop", {lines.stop});
        own("By text message: START, after STOP", "channel_lines.start", {lines.start});
        own("By text message: HELP", "channel_lines.help", {lines.help});
        own("Where there are no buttons: under the choices", "channel_lines.number", {lines.number});
        own("The same, where several may be chosen", "channel_lines.numbers", {lines.numbers});
        own("On the button that opens a list of choices", "channel_lines.list", {lines.list});
    }

    void read_own() {
        play_.own.push_back(
            {"Always in sight: what this is", {}, "", {{spoken("@disclosure", false)}, {}, "", ""}});
        for (std::size_t i = 0; i < script_.no_match.size(); ++i) {
            play_.own.push_back(rung(script_.flows.front(), i, script_.no_match));
        }
        const EngineLines& lines = script_.lines;
        own("Back from another topic", "resume", {lines.resume});
        own("The visitor goes one step back", "back", {lines.back});
        own("There is nothing to go back to", "nothing_before", {lines.nothing_before});
        own("Asked why, where the question gives no reason", "no_why", {lines.no_why});
        own("Skipped, where that is not possible", "cannot_skip", {lines.cannot_skip});
        own("Not understood, and nothing was asked", "not_understood", {lines.not_understood});
        own("The place in the conversation is gone", "lost", {lines.lost});
        own("A message after the conversation ended", "welcome_back", {lines.welcome_back});
        read_channel_lines();
        own("It may mean one of a few topics", "did_you_mean", script_.did_you_mean.say);
        own("Back after a long silence", "after_silence", script_.after_silence.say);
        own("The help card again, some messages after danger", "card_again",
            {script_.safety_policy.card_again});
        own("Every few hours: what this is", "disclosure_again", {script_.safety_policy.disclosure_again});
        Passage card{{spoken("@card", false)}, {}, "", ""};
        for (const CrisisLine& line : script_.crisis.lines)
            card.lines.push_back(spoken("@card." + line.id, false));
        play_.own.push_back(
            {"The help card (" + upper_first(script_.crisis.country) + ")", {}, "card", std::move(card)});
    }

    const Script& script_;
    const ReviewLock& lock_;
    Starts starts_;
    std::map<std::pair<std::string, std::string>, ReviewItem> items_;
    Screenplay play_;
};

}  // namespace

Screenplay screenplay_of(const Script& script, const BotFiles& files, const ReviewLock& lock) {
    return Director(script, files, lock).direct();
}

}  // namespace attune::dialogs
