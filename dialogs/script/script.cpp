#include "dialogs/script/script.hpp"

#include <algorithm>

#include "dialogs/script/for_each_line.hpp"

namespace attune::dialogs {

namespace {

template <class Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
    auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::string in_small_letters(std::string_view tag) {
    std::string small(tag);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

/// `es` of `es-MX`.
std::string language_of(std::string_view tag) {
    return in_small_letters(tag.substr(0, tag.find_first_of("-_")));
}

}  // namespace

std::string_view name_of(Command command) {
    switch (command) {
        case Command::menu: return "menu";
        case Command::back: return "back";
        case Command::repeat: return "repeat";
        case Command::why: return "why";
        case Command::skip: return "skip";
        case Command::start_over: return "start_over";
        case Command::stop: return "stop";
        case Command::person: return "person";
        case Command::erase: return "erase";
        case Command::correct: return "correct";
    }
    return "";
}

const Step* Flow::step(std::string_view wanted) const {
    auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.id == wanted; });
    return found == steps.end() ? nullptr : &*found;
}

const Step* Flow::step_after(std::string_view wanted) const {
    const Step* here = step(wanted);
    return here == nullptr || here == &steps.back() ? nullptr : here + 1;
}

const Script& Script::in(std::string_view tag) const {
    const auto found = locales.find(std::string(tag));
    return found == locales.end() ? *this : *found->second;
}

std::string Script::nearest_locale(std::string_view wish) const {
    const std::string wanted = in_small_letters(wish);
    std::string near = locale;
    if (in_small_letters(locale) == wanted) return locale;
    const bool fits_own = language_of(locale) == language_of(wanted);
    for (const auto& [tag, script] : locales) {
        if (in_small_letters(tag) == wanted) return tag;
        if (!fits_own && near == locale && language_of(tag) == language_of(wanted)) near = tag;
    }
    return near;
}

const Flow* Script::flow(std::string_view id) const {
    auto found = flow_by_id_.find(std::string(id));
    return found == flow_by_id_.end() ? nullptr : found->second;
}

const std::string* Script::safety_flow(const nlu::SafetySignal& signal) const {
    auto found = safety_flows.find(signal.safety_class + " " + std::string(nlu::name_of(signal.level)));
    if (found != safety_flows.end()) return &found->second;
    if (signal.level == nlu::SafetyLevel::check) {
        const bool is_own = nlu::is_suicidal(signal.safety_class) || signal.safety_class == "self_harm";
        const std::string& soft = is_own ? safety_policy.check : safety_policy.check_other;
        if (!soft.empty()) return &soft;
    }
    found = safety_flows.find(signal.safety_class);
    return found == safety_flows.end() ? nullptr : &found->second;
}

const Line* Script::line(std::string_view id) const {
    auto found = line_by_id_.find(std::string(id));
    return found == line_by_id_.end() ? nullptr : found->second;
}

const Slot* Script::slot(const Flow& flow, std::string_view wanted) const {
    const Slot* own = named(flow.slots, wanted);
    return own != nullptr ? own : named(slots, wanted);
}

void Script::index() {
    flow_by_id_.clear();
    line_by_id_.clear();
    for (const Flow& flow : flows) flow_by_id_.emplace(flow.id, &flow);
    for_each_line(*this, [this](const Line& line) { line_by_id_.emplace(line.id, &line); });
}

}  // namespace attune::dialogs
