#include "dialogs/analysis/explore/inputs.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace attune::dialogs {

namespace {

Understood meant(const std::string& intent) {
    nlu::IntentMatch match;
    match.name = intent;
    match.specificity = 1;
    match.whole = true;
    Understood event;
    event.what.intents.push_back(std::move(match));
    return event;
}

Understood in_danger(const std::string& safety_class, nlu::SafetyLevel level) {
    Understood event;
    event.what.safety.emplace();
    event.what.safety->safety_class = safety_class;
    event.what.safety->level = level;
    return event;
}

std::string example(const SourceIndex& index, const std::string& name) {
    const auto found = index.example_of.find(name);
    return found == index.example_of.end() ? "(" + name + ")" : "\"" + found->second + "\"";
}

/// A flow that says something and gives back, whatever is remembered.
bool only_says(const Flow& flow) {
    return std::all_of(flow.steps.begin(), flow.steps.end(), [](const Step& step) {
        const auto* act = std::get_if<Act>(&step.what);
        if (act == nullptr || step.condition.op != Condition::Op::always || !act->action.set.empty())
            return false;
        return act->action.jump.how == Jump::How::none || act->action.jump.how == Jump::How::give_back;
    });
}

constexpr std::array all_levels = {nlu::SafetyLevel::imminent, nlu::SafetyLevel::high,
                                   nlu::SafetyLevel::moderate, nlu::SafetyLevel::check};

}  // namespace

Inputs::Inputs(const Script& script, const SourceIndex& index) {
    add_opens(script);
    add_dangers(script, index);
    add_commands(script, index);
    add_topics(script, index);
    Understood nothing;
    nothing.what.words = " qwxz ";
    usual_.push_back(add({Input::Kind::unknown, nothing, "\"qwxz\"", "unknown"}));
    after_a_miss_.push_back(usual_.back());
    for (const int input : usual_) {
        const Input& one = all_[static_cast<std::size_t>(input)];
        const bool must = one.kind == Input::Kind::danger ||
                          (one.kind == Input::Kind::command &&
                           (one.command == Command::stop || one.command == Command::person));
        if (must) after_a_miss_.push_back(input);
    }
    Input silence{Input::Kind::silence, Waited{}, "(says nothing for an hour)", "silence"};
    silence.after = 3600 * 1000;
    usual_.push_back(add(std::move(silence)));
    after_silence_.push_back(usual_.back());
    list_besides();
    add_unsure(script);
    add_opening_hours(script);
}

void Inputs::add_opens(const Script& script) {
    opens_.push_back(add({Input::Kind::open, Opened{}, "(opens the chat)", "open"}));
    const auto channel = std::find_if(script.slots.begin(), script.slots.end(),
                                      [](const Slot& slot) { return slot.name == channel_slot; });
    if (channel == script.slots.end()) return;
    for (const SlotValue& one : channel->values) {
        opens_.push_back(
            add({Input::Kind::open, Opened{"", one.value}, "(opens the chat on " + one.value + ")", "open"}));
    }
}

void Inputs::list_besides() {
    bool has_danger = false;
    for (const int number : usual_) {
        const Input& one = all_[static_cast<std::size_t>(number)];
        const bool is_danger = one.kind == Input::Kind::danger && !has_danger;
        has_danger = has_danger || is_danger;
        const auto is = [&](Command command) {
            return one.kind == Input::Kind::command && one.command == command;
        };
        if (is_danger || is(Command::skip) || is(Command::correct) || is(Command::stop) ||
            is(Command::person))
            besides_.push_back(number);
    }
}

std::vector<int> Inputs::that_start(const std::string& flow) const {
    const auto found = starting_.find(flow);
    return found == starting_.end() ? std::vector<int>{} : found->second;
}

std::vector<int> Inputs::at_other_hours(const std::vector<int>& inputs) {
    std::vector<int> others;
    for (const int number : inputs) {
        for (const auto& [at, kind] : hours_) {
            const auto [found, is_new] = at_hours_.try_emplace({number, at}, 0);
            if (is_new) {
                Input input = all_[static_cast<std::size_t>(number)];
                input.after = at;
                input.shown += " (the clinic: " + kind + ")";
                found->second = add(std::move(input));
            }
            others.push_back(found->second);
        }
    }
    return others;
}

int Inputs::add(Input input) {
    all_.push_back(std::move(input));
    return static_cast<int>(all_.size()) - 1;
}

void Inputs::add_commands(const Script& script, const SourceIndex& index) {
    for (const Interrupt& one : script.interrupts) {
        if (command_.contains(one.command)) continue;
        Input input{Input::Kind::command, meant(one.intent), example(index, one.intent),
                    std::string(name_of(one.command)), one.command};
        const int number = add(std::move(input));
        command_.emplace(one.command, number);
        const auto flow = script.command_flows.find(one.command);
        if (flow != script.command_flows.end()) starting_[flow->second].push_back(number);
        if (one.command == Command::start_over) starting_[script.start_flow].push_back(number);
        // What these two do depends on the turns before, which a state's key leaves out; they are tried
        // apart.
        if (one.command != Command::back && one.command != Command::repeat) usual_.push_back(number);
    }
}

int Inputs::command(Command command) const {
    const auto found = command_.find(command);
    return found == command_.end() ? -1 : found->second;
}

void Inputs::add_topics(const Script& script, const SourceIndex& index) {
    bool has_plain = false;
    std::set<std::string> done;
    std::vector<std::pair<std::string, std::string>> all;
    for (const Call& call : script.calls) all.emplace_back(call.intent, call.flow);
    all.insert(all.end(), script.starters.begin(), script.starters.end());
    for (const auto& [intent, flow] : all) {
        if (!done.insert(flow).second) continue;
        const bool plain = only_says(*script.flow(flow));
        auto& list = plain && has_plain ? seldom_ : usual_;
        has_plain = has_plain || plain;
        list.push_back(add({Input::Kind::topic, meant(intent), example(index, intent), flow}));
        starting_[flow].push_back(list.back());
    }
}

/// Two topics, one that only speaks and one that asks: as guesses, and both meant.
void Inputs::add_unsure(const Script& script) {
    Understood guessed;
    Understood both;
    for (const bool plain : {true, false}) {
        const auto found = std::find_if(script.starters.begin(), script.starters.end(), [&](const auto& one) {
            return only_says(*script.flow(one.second)) == plain;
        });
        if (found == script.starters.end()) return;
        const nlu::IntentMatch match = meant(found->first).what.intents.front();
        guessed.what.guesses.push_back(match);
        both.what.intents.push_back(match);
    }
    const std::string names = both.what.intents[0].name + ", " + both.what.intents[1].name;
    seldom_.push_back(add({Input::Kind::topic, both, "(asks for two topics: " + names + ")", "two topics"}));
    if (script.did_you_mean.say.empty()) return;
    seldom_.push_back(add({Input::Kind::topic, guessed, "(may mean " + names + ")", "a guess"}));
}

std::vector<int> Inputs::taps(const Choices& choices) {
    std::vector<int> all;
    for (const Choice& choice : choices.items) {
        const auto [found, is_new] = taps_.try_emplace(choice.value, 0);
        if (is_new)
            found->second = add({Input::Kind::answer, Chose{{choice.value}}, "[" + choice.label + "]",
                                 "tap " + choice.value});
        all.push_back(found->second);
    }
    return all;
}

/// A moment of each kind that the clinic's hours know: in the first week, or on a holiday.
void Inputs::add_opening_hours(const Script& script) {
    if (!script.opening) return;
    constexpr Time hour = 3600 * 1000;
    constexpr Time day = 24 * hour;
    std::set<std::string_view> done = {script.opening->at(1000)};
    const auto look = [&](Time from, Time until) {
        for (Time at = from; at < until; at += hour) {
            const std::string_view kind = script.opening->at(at);
            if (done.insert(kind).second) hours_.emplace_back(at, kind);
        }
    };
    look(hour, 7 * day);
    for (const int holiday : script.opening->holidays) look((holiday - 1) * day, (holiday + 2) * day);
    const std::vector<int> others = at_other_hours(usual_);
    seldom_.insert(seldom_.end(), others.begin(), others.end());
}

/// Every class at the levels that the net has examples of, and as the weak sign that a guard word makes of
/// it.
void Inputs::add_dangers(const Script& script, const SourceIndex& index) {
    std::set<std::string> flows;
    std::set<std::string> weak;
    for (const auto& [name, flow] : script.safety_flows)
        weak.insert(name.substr(0, name.find(' ')) + " " +
                    std::string(nlu::name_of(nlu::SafetyLevel::check)));
    for (const auto& [name, text] : index.example_of) {
        weak.erase(name);
        add_danger(script, name, "\"" + text + "\"", flows);
    }
    for (const std::string& name : weak) add_danger(script, name, "(danger: " + name + ")", flows);
}

/// @param name  `class level`; anything else is no danger.  @param flows  that answer what was added so far
void Inputs::add_danger(const Script& script, const std::string& name, const std::string& shown,
                        std::set<std::string>& flows) {
    const std::size_t space = name.find(' ');
    if (space == std::string::npos) return;  // an intent
    const auto level = std::find_if(all_levels.begin(), all_levels.end(), [&](nlu::SafetyLevel one) {
        return nlu::name_of(one) == std::string_view(name).substr(space + 1);
    });
    if (level == all_levels.end()) return;
    const Understood event = in_danger(name.substr(0, space), *level);
    const std::string* flow = script.safety_flow(*event.what.safety);
    if (flow == nullptr) return;
    Input input{Input::Kind::danger, event, shown, name};
    input.level = *level;
    const bool is_first = flows.insert(*flow).second;
    const int number = add(input);
    (is_first ? usual_ : seldom_).push_back(number);
    if (is_first) starting_[*flow].push_back(number);
    input.danger_before = true;
    input.shown += " (told before)";
    seldom_.push_back(add(std::move(input)));
}

const std::vector<int>& Inputs::answers(const Flow& flow, const Step& question) {
    const auto [found, is_new] = answers_.try_emplace(&question);
    if (!is_new) return found->second;
    const Ask& ask = std::get<Ask>(question.what);
    const auto add_answer = [&](std::vector<std::string> values, const std::string& shown) {
        const std::string name = values.empty() ? "none" : values.front();
        found->second.push_back(add({Input::Kind::answer, Chose{std::move(values)}, shown,
                                     flow.id + "." + question.id + "." + name}));
    };
    std::vector<std::string> all;
    for (const nlu::Option& option : ask.options.options()) {
        add_answer({option.value}, "[" + option.label + "]");
        all.push_back(option.value);
    }
    if (ask.many) {
        add_answer({}, "[none]");
        if (all.size() > 1) add_answer(std::move(all), "[all of them]");
    }
    return found->second;
}

}  // namespace attune::dialogs
