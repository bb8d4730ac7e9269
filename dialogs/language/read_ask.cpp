#include "dialogs/language/read_ask.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_action.hpp"
#include "dialogs/language/read_line.hpp"
#include "dialogs/language/read_own_questions.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/translation.hpp"
#include "nlu/text/normalise.hpp"

namespace attune::dialogs {

namespace {

/// A question's options in the making.
struct Options {
    std::vector<nlu::Option> options;
    std::vector<Action> then;
    std::vector<Place> places;  ///< of each label
};

std::string label_in(const Slot* slot, std::string_view value) {
    if (slot == nullptr) return "";
    for (const SlotValue& known : slot->values) {
        if (known.value == value) return known.label;
    }
    return "";
}

/// What an option says on its button and listens to, in the language that is read.
struct OptionWords {
    const Node* label;  ///< nullptr: as its slot says
    const Node* match;
};

OptionWords option_words(const Fields& option, const Node* label, const std::string& key, const Scope& scope) {
    OptionWords words{label, option.find("match")};
    if (scope.translation == nullptr) return words;
    words.label = label == nullptr ? scope.translation->extra(scope.flow->id, key) : &words_of(scope, key, *label);
    const bool is_fallback = label != nullptr && words.label == label;
    const Node* match = scope.translation->patterns(scope.flow->id, key);
    if (match != nullptr || !is_fallback) words.match = match;
    return words;
}

void read_option(const Node& node, const Slot* slot, const Fields& step, const std::string& step_id, Options& all,
                 const Scope& scope) {
    const bool has_slot = !step.find("ask")->text.empty();
    const Fields fields(node, "an option", {"value", "label", "match", "then"}, scope.report);
    const Node* value = fields.need("value");
    nlu::Option option;
    option.value = read_id(value, "an option", scope.report);
    if (slot != nullptr && !option.value.empty()) use_value(scope, *slot, option.value, value->place);
    const auto is_same = [&](const nlu::Option& other) { return other.value == option.value; };
    if (!option.value.empty() && std::any_of(all.options.begin(), all.options.end(), is_same)) {
        scope.report.add("duplicate-option", value->place,
                         "a second option with the value " + quoted(option.value));
    }
    const Node* written = has_slot ? fields.find("label") : fields.need("label");
    const auto [label, match] = option_words(fields, written, "options." + step_id + "." + option.value, scope);
    option.label =
        label == nullptr ? label_in(slot, option.value) : read_fixed(label, "an option's label", scope);
    option.patterns = read_patterns(match, "match", scope.names, scope.report);
    const Node* then = fields.find("then");
    if (then != nullptr && slot != nullptr && slot->type == SlotType::set) {
        scope.report.add(
            "then-on-set", fields.place_of("then"),
            "'then' where several answers can be given; expected it in the steps behind the question");
    }
    all.then.push_back(then == nullptr ? Action{} : read_action(*then, "then", Repeat::allowed, scope));
    all.places.push_back(label != nullptr ? label->place : node.place);
    all.options.push_back(std::move(option));
}

/// What an option that nobody wrote listens to besides its label: only another language can say.
std::vector<nlu::WordPattern> implied_patterns(const std::string& step, const std::string& value, const Scope& scope) {
    if (scope.translation == nullptr) return {};
    const std::string key = "options." + step + "." + value;
    return read_patterns(scope.translation->patterns(scope.flow->id, key), "match", scope.names, scope.report);
}

Options read_options(const Fields& fields, const Slot* slot, const std::string& step, const Scope& scope) {
    const bool has_slot = !fields.find("ask")->text.empty();
    Options all;
    const Node* node = has_slot ? fields.find("options") : fields.need("options");
    for (const Node* item : read_list(node, "options", scope.report))
        read_option(*item, slot, fields, step, all, scope);
    if (node != nullptr && node->kind == Node::Kind::list && all.options.empty()) {
        scope.report.add("empty-list", node->place, "a question without options; expected at least one");
    }
    if (node != nullptr || slot == nullptr) return all;
    for (const SlotValue& value : slot->values)
        all.options.push_back({value.value, value.label, implied_patterns(step, value.value, scope)});
    all.then.resize(all.options.size());
    all.places.assign(all.options.size(), fields.place_of("ask"));
    return all;
}

/// What a visitor types who reads a button aloud must be taken for that button.
void check_labels(const nlu::OptionMatcher& matcher, const std::vector<Place>& places, bool many,
                  Report& report) {
    const std::vector<nlu::Option>& options = matcher.options();
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].label.empty()) continue;  // that has been reported
        const std::string words = nlu::normalise(options[i].label);
        const auto answers = many ? matcher.match_many(words) : matcher.match_one(words);
        if (answers.size() == 1 && answers[0].option == static_cast<int>(i)) continue;
        std::string found = answers.empty() ? "no option" : "";
        for (const nlu::Answer& answer : answers) {
            found += (found.empty() ? "'" : " and '") +
                     options[static_cast<std::size_t>(answer.option)].value + "'";
        }
        report.add("option-not-reachable", places[i],
                   "typing the label " + quoted(options[i].label) + " gives " + found + "; expected '" +
                       options[i].value + "'",
                   "give it other words than the other options");
    }
}

/// Which numbers or dates stand for which option.
void add_ranges(const Slot& slot, const Options& options, Ask& ask) {
    ask.amount = slot.amount;
    for (const nlu::Option& option : options.options) {
        const auto fits = [&](const SlotValue& value) { return value.value == option.value; };
        const auto found = std::find_if(slot.values.begin(), slot.values.end(), fits);
        ask.ranges.push_back(found == slot.values.end() ? SlotValue{option.value, "", 1, 0} : *found);
    }
}

/// A reminder, or several of the same where `times` says so.
void read_reminder(const Node& node, std::vector<Reminder>& reminders, const Scope& scope) {
    constexpr long long second = 1000;
    constexpr long long day = 86'400 * second;
    const Fields fields(node, "a rung of no_input", action_keys({"after", "times"}), scope.report);
    Reminder reminder;
    reminder.after_ms = read_duration(fields.need("after"), 10 * second, 7 * day, scope.report);
    reminder.action = read_action(fields, Repeat::allowed, scope);
    const Node* times = fields.find("times");
    const std::string count =
        times == nullptr ? "1" : read_one_of(times, "bad-value", "number of times", {"1", "2", "3"}, scope.report);
    if (!count.empty()) reminders.insert(reminders.end(), static_cast<std::size_t>(count[0] - '0'), reminder);
}

/// What is said to silence; it is an end in itself, for nobody has to answer.
std::vector<Reminder> read_reminders(const Node* node, const Scope& scope) {
    std::vector<Reminder> reminders;
    if (node == nullptr) return reminders;
    for (const Node* each : one_or_many(*node)) read_reminder(*each, reminders, scope);
    if (reminders.size() > 5) {
        scope.report.add("too-many", node->place, "more than 5 reminders; somebody who is gone is left in peace");
    }
    return reminders;
}

void build(Options all, const Fields& fields, Ask& ask, const Scope& scope) {
    auto matcher = nlu::OptionMatcher::build(std::move(all.options));
    if (!matcher) {
        scope.report.add("bad-pattern", fields.place_of("options"),
                         "the patterns of these options do not work together: " + matcher.error().message);
        return;
    }
    ask.options = std::move(*matcher);
    ask.then = std::move(all.then);
    check_labels(ask.options, all.places, ask.many, scope.report);
}

}  // namespace

std::vector<std::string> collect_keys() {
    return {"ask", "say", "options", "why", "skip", "no_match", "no_input"};
}

std::vector<std::string> ask_keys() {
    return {"id", "if", "only_on", "ask", "say", "options", "why", "skip", "no_match", "no_input"};
}

Ask read_ask(const Fields& fields, const std::string& step, const Scope& scope) {
    Ask ask;
    const Node* name = fields.need("ask");
    if (name == nullptr) return ask;
    ask.slot = read_any_text(name, "a question", scope.report);
    const Slot* slot = ask.slot.empty() ? nullptr : use_slot(scope, ask.slot, name->place);
    ask.many = slot != nullptr && slot->type == SlotType::set;
    ask.is_text = slot != nullptr && slot->type == SlotType::text;
    ask.say = read_lines(fields.need("say"), "say", scope);
    ask.why = read_lines(fields.find("why"), "why", scope);
    const Node* skip = fields.find("skip");
    ask.has_skip = skip != nullptr;
    if (ask.has_skip) ask.skip = read_action(*skip, "skip", Repeat::allowed, scope);
    ask.no_match = read_ladder(fields.find("no_match"), scope);
    ask.no_input = read_reminders(fields.find("no_input"), scope);

    if (ask.is_text) {
        if (fields.find("options") != nullptr)
            scope.report.add("wrong-slot-type", fields.place_of("options"), "a question for a text has no options");
        return ask;
    }
    const std::size_t before = scope.report.size();
    Options options = read_options(fields, slot, step, scope);
    if (slot != nullptr && slot->amount != Amount::none) add_ranges(*slot, options, ask);
    const bool is_sound = scope.report.size() == before && !options.options.empty();
    if (is_sound) build(std::move(options), fields, ask, scope);
    return ask;
}

}  // namespace attune::dialogs
