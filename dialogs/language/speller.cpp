#include "dialogs/language/speller.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "nlu/text/english_words.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

namespace attune::dialogs {

namespace {

void add_words(std::vector<std::string>& words, const std::string& text) {
    const std::string normalised = nlu::normalise(text);
    for (const std::string_view word : nlu::split_words(normalised)) words.emplace_back(word);
}

void add_options(std::vector<std::string>& words, const nlu::OptionMatcher& options) {
    for (const nlu::Option& option : options.options()) {
        add_words(words, option.label);
        for (const nlu::WordPattern& pattern : option.patterns) {
            std::copy_if(pattern.words.begin(), pattern.words.end(), std::back_inserter(words),
                         [](const std::string& word) { return !word.ends_with('*'); });
        }
    }
}

std::vector<std::string> own_words(const Script& script) {
    std::vector<std::string> words = script.understander.intents.words();
    for (const Flow& flow : script.flows) {
        add_words(words, flow.title);
        for (const Step& step : flow.steps) {
            if (const auto* ask = std::get_if<Ask>(&step.what)) add_options(words, ask->options);
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

nlu::Speller speller_for(const Script& script) {
    const bool is_english = script.locale == "en" || script.locale.starts_with("en-");
    if (!is_english) return {};
    nlu::WordCounts heard;
    for (const nlu::IntentExamples& intent : script.examples) {
        for (const std::string& line : intent.lines) heard.add(nlu::normalise(line));
    }
    return {std::move(heard), own_words(script), nlu::english_words()};
}

}  // namespace attune::dialogs
