#include <algorithm>

#include "dialogs/engine/run.hpp"

namespace attune::dialogs {

namespace {

std::string_view label_of(const Slot& slot, const std::string& value) {
    auto found = std::find_if(slot.values.begin(), slot.values.end(),
                              [&](const SlotValue& one) { return one.value == value; });
    return found == slot.values.end() ? std::string_view() : std::string_view(found->label);
}

std::string render_slot(Run& run, const SlotText& filled) {
    const Flow* flow = run.flow();
    const Flow* words = flow == nullptr ? nullptr : run.spoken().flow(flow->id);
    const Slot* slot = words == nullptr ? nullptr : run.spoken().slot(*words, filled.slot);
    const auto* values = values_of(run.now(), filled.slot);
    if (slot == nullptr || values == nullptr || values->empty()) return "";
    const std::string heading = filled.with_heading ? "\n\n" + slot->heading : "";
    if (slot->type == SlotType::text) return heading + values->front();
    std::string text = heading;
    for (const std::string& value : *values) {
        if (slot->type == SlotType::set) text += text.empty() ? "• " : "\n• ";
        text += label_of(*slot, value);
    }
    return text;
}

/// The slot by which the visitor chooses a country, by its code in small letters.
constexpr std::string_view country_slot = "country";

std::string render_card(Run& run, const CrisisText& text) {
    const auto* chosen = values_of(run.now(), country_slot);
    if (chosen == nullptr || chosen->empty()) return text.here;
    const auto card = run.script.cards.find(chosen->front());
    return card == run.script.cards.end() ? text.here : shown_of(card->second, text.what);
}

std::string render(Run& run, const Text& text) {
    std::string words;
    for (const auto& piece : text) {
        if (const auto* fixed = std::get_if<std::string>(&piece)) words += *fixed;
        if (const auto* filled = std::get_if<SlotText>(&piece)) words += render_slot(run, *filled);
        if (const auto* card = std::get_if<CrisisText>(&piece)) words += render_card(run, *card);
    }
    return words;
}

/// The variant that is due, or nullptr for a line that was said once for all.
const Text* due(State& state, const Line& line) {
    if (!line.once && line.variants.size() == 1) return &line.variants.front();
    int& next = state.said[line.id];
    if (line.once) {
        const bool said = next == 1;
        next = 1;
        return said ? nullptr : &line.variants.front();
    }
    const auto index = static_cast<std::size_t>(next) % line.variants.size();
    next = static_cast<int>((index + 1) % line.variants.size());
    return &line.variants[index];
}

bool is_takeaway(const Flow& flow) {
    return std::find(flow.tags.begin(), flow.tags.end(), "takeaway") != flow.tags.end();
}

}  // namespace

void say(Run& run, const Line& written) {
    const Script& words = run.spoken();
    const Line* spoken = &words == &run.script ? &written : words.line(written.id);
    const Line& line = spoken == nullptr ? written : *spoken;
    const Text* text = due(run.turn.state, line);
    if (text == nullptr) return;
    const Flow* flow = run.flow();
    const bool crisis = flow != nullptr && flow->crisis;
    run.turn.replies.push_back({line.id, render(run, *text), crisis, {}, flow != nullptr && is_takeaway(*flow)});
}

void say(Run& run, const std::vector<Line>& lines) {
    for (const Line& line : lines) say(run, line);
}

Choices choices_of(const Position& now, const Ask& question) {
    Choices choices;
    choices.many = question.many;
    const auto* ticked = question.many ? values_of(now, question.slot) : nullptr;
    for (const nlu::Option& option : question.options.options()) {
        const bool chosen =
            ticked != nullptr && std::find(ticked->begin(), ticked->end(), option.value) != ticked->end();
        choices.items.push_back({option.value, option.label, chosen});
    }
    return choices;
}

void ask(Run& run, const Ask& question) {
    say(run, question.say);
    if (run.turn.replies.empty()) return;
    const Ask* spoken = open_ask(run.spoken(), run.turn.state);
    run.turn.replies.back().choices = choices_of(run.now(), spoken == nullptr ? question : *spoken);
}

}  // namespace attune::dialogs
