#include "dialogs/language/read_nlu.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/reader.hpp"
#include "nlu/text/normalise.hpp"

namespace attune::dialogs {

namespace {

std::vector<const Node*> read_texts(const Fields& fields, std::string_view key, Report& report) {
    const Node* node = fields.need(key);
    const std::vector<const Node*> texts = read_list(node, key, report);
    for (const Node* text : texts) read_text(text, "an example", report);
    if (node != nullptr && node->kind == Node::Kind::list && texts.empty()) {
        report.add("empty-list", node->place,
                   "no example in '" + std::string(key) + "'; expected at least one");
    }
    return texts;
}

void read_intent(const Node& node, Intents& intents, Names& names, Report& report) {
    const Fields fields(node, "an intent",
                        {"intent", "any", "all_of", "unless", "should_match", "should_not_match"}, report);
    const Node* name = fields.need("intent");
    nlu::IntentRule rule;
    rule.name = read_id(name, "an intent", report);
    if (!rule.name.empty()) {
        if (std::find(names.intents.begin(), names.intents.end(), rule.name) != names.intents.end()) {
            report.add("duplicate-intent", name->place, "a second intent with the name " + quoted(rule.name));
        }
        names.intents.push_back(rule.name);
    }
    const std::size_t before = report.size();
    rule.any = read_patterns(fields.find("any"), "any", names, report);
    rule.all_of = read_patterns(fields.find("all_of"), "all_of", names, report);
    rule.unless = read_patterns(fields.find("unless"), "unless", names, report);
    const bool is_sound = report.size() == before;
    const bool is_empty = rule.any.empty() && rule.all_of.empty();
    if (fields.is_map() && is_sound && is_empty) {
        report.add("missing-key", fields.place(), "an intent without a pattern; expected 'any' or 'all_of'");
    }
    Examples examples = read_examples(fields, rule.name, report);
    if (!is_sound || is_empty || rule.name.empty()) return;
    intents.rules.push_back(std::move(rule));
    intents.examples.push_back(std::move(examples));
}

std::string names_of(const std::vector<nlu::IntentMatch>& matches) {
    if (matches.empty()) return "no intent";
    std::string text;
    for (const nlu::IntentMatch& match : matches) text += (text.empty() ? "'" : ", '") + match.name + "'";
    return text;
}

void check_example(const nlu::IntentMatcher& matcher, const std::string& name, const Node& example,
                   bool wanted, Report& report) {
    const auto matches = matcher.match(nlu::normalise(example.text));
    const auto found = std::find_if(matches.begin(), matches.end(),
                                    [&](const nlu::IntentMatch& match) { return match.name == name; });
    if ((found != matches.end()) == wanted) return;
    if (wanted) {
        report.add(
            "should-match", example.place,
            quoted(example.text) + " gives " + names_of(matches) + "; expected the intent '" + name + "'");
    } else {
        report.add("should-not-match", example.place,
                   quoted(example.text) + " gives the intent '" + name + "', which it must not",
                   "it is caught by the pattern " + quoted(found->pattern));
    }
}

}  // namespace

Examples read_examples(const Fields& fields, std::string name, Report& report) {
    return {std::move(name), read_texts(fields, "should_match", report),
            read_texts(fields, "should_not_match", report)};
}

void read_intents(const Node& root, Intents& intents, Names& names, Report& report) {
    const Fields fields(root, "a file of intents", {"schema", "lists", "intents"}, report);
    read_schema(fields, report);
    for (const Node* node : read_list(fields.find("intents"), "intents", report)) {
        read_intent(*node, intents, names, report);
    }
}

nlu::IntentMatcher build_intents(Intents intents, const Place& where, Report& report) {
    auto matcher = nlu::IntentMatcher::build(std::move(intents.rules));
    if (!matcher) {
        report.add("bad-pattern", where,
                   "the patterns of the intents do not work together: " + matcher.error().message);
        return {};
    }
    for (const Examples& examples : intents.examples) {
        for (const Node* text : examples.match) check_example(*matcher, examples.name, *text, true, report);
        for (const Node* text : examples.no_match)
            check_example(*matcher, examples.name, *text, false, report);
    }
    return std::move(*matcher);
}

}  // namespace attune::dialogs
