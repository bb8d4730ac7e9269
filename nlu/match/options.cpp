#include "nlu/match/options.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "nlu/match/option_texts.hpp"

namespace attune::nlu {
namespace {

using Answers = std::vector<Answer>;

bool is_stronger(const Answer& a, const Answer& b) {
    if (a.specificity != b.specificity) return a.specificity > b.specificity;
    return a.by < b.by;
}

// The one with most words; nothing when another option has as many.
Answers best_of(const Answers& found) {
    const auto best = std::min_element(found.begin(), found.end(), is_stronger);
    for (const Answer& other : found) {
        if (other.option != best->option && other.specificity == best->specificity) return {};
    }
    return {*best};
}

// Words that stand in too many sentences to be an answer anywhere but at the beginning.
bool is_everyday(std::string_view word) {
    static const std::unordered_set<std::string_view> set = {"yes",   "no",     "maybe", "ok",   "okay",
                                                             "other", "more",   "none",  "both", "not",
                                                             "never", "always", "back"};
    return set.contains(word);
}

// "No, I do not", but not "no idea".
bool begins_with_everyday(const Words& words, std::string_view label) {
    static const std::unordered_set<std::string_view> not_behind_no = {"idea", "clue", "one", "matter",
                                                                       "doubt"};
    if (words.empty() || words.front() != label) return false;
    return label != "no" || words.size() == 1 || !not_behind_no.contains(words[1]);
}

bool says(const Words& words, const Words& label) {
    if (label.size() == 1 && is_everyday(label.front())) return begins_with_everyday(words, label.front());
    for (auto at = find_row(words, label); at; at = find_row(words, label, *at + 1)) {
        if (!is_negated(words, *at)) return true;
    }
    return false;
}

// Every word alike, and at least one not the same: otherwise `says` has decided already.
bool is_slip_of_all(const Words& words, std::size_t at, const Words& label) {
    bool same = true;
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (!is_slip_of(words[at + i], label[i])) return false;
        same = same && words[at + i] == label[i];
    }
    return !same && !is_negated(words, at);
}

}  // namespace

std::string_view name_of(AnswerBy by) {
    switch (by) {
        case AnswerBy::id:
            return "id";
        case AnswerBy::number:
            return "number";
        case AnswerBy::ordinal:
            return "ordinal";
        case AnswerBy::label:
            return "label";
        case AnswerBy::pattern:
            return "pattern";
    }
    return "pattern";
}

Result<OptionMatcher> OptionMatcher::build(std::vector<Option> options) {
    OptionMatcher matcher;
    std::vector<WordPattern> all;
    for (std::size_t i = 0; i < options.size(); ++i) {
        matcher.texts_.push_back(std::make_shared<const Texts>(options[i]));
        for (const WordPattern& pattern : options[i].patterns) {
            all.push_back(pattern);
            matcher.option_of_pattern_.push_back(static_cast<int>(i));
        }
    }
    auto patterns = PatternSet::build(std::move(all));
    if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
    matcher.patterns_ = std::move(*patterns);
    matcher.options_ = std::move(options);
    return matcher;
}

std::vector<Answer> OptionMatcher::match_one(std::string_view words) const {
    const Said said(words);
    if (said.words.empty()) return {};
    using Way = Answers (OptionMatcher::*)(const Said&) const;
    for (const Way way :
         {&OptionMatcher::by_name, &OptionMatcher::by_number, &OptionMatcher::by_label,
          &OptionMatcher::by_whole_pattern, &OptionMatcher::inside, &OptionMatcher::by_slip}) {
        const Answers found = (this->*way)(said);
        if (!found.empty()) return best_of(found);
    }
    return {};
}

// As it is written; a label that looks like a number stands before the number, for it is what the visitor
// reads.
Answers OptionMatcher::by_name(const Said& said) const {
    Answers found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        if (said.text == texts_[i]->id) return {answer(i, AnswerBy::id, said.words.size(), true)};
        if (said.text == texts_[i]->label)
            found.push_back(answer(i, AnswerBy::label, said.words.size(), true));
    }
    return found;
}

Answers OptionMatcher::by_number(const Said& said) const {
    if (said.core.size() != 1) return {};
    const auto place = place_of(said.core.front());
    const auto number = place ? place : number_of(said.core.front());
    const auto option = number ? option_at(*number) : std::nullopt;
    if (!option) return {};
    return {answer(*option, place ? AnswerBy::ordinal : AnswerBy::number, 1, true)};
}

Answers OptionMatcher::by_label(const Said& said) const {
    Answers found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        const bool same = said.core_text == texts_[i]->id || said.core_text == texts_[i]->label ||
                          said.core == texts_[i]->core;
        if (same) found.push_back(answer(i, AnswerBy::label, texts_[i]->words.size(), true));
    }
    return found;
}

Answers OptionMatcher::by_whole_pattern(const Said& said) const {
    Answers found;
    for (const std::string_view text : {said.text, std::string_view(said.core_text)}) {
        for (const int pattern : patterns_.match(text)) {
            if (patterns_.covers(pattern, text)) found.push_back(pattern_answer(pattern, true));
        }
    }
    return found;
}

Answers OptionMatcher::inside(const Said& said) const {
    Answers found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        const Texts& option = *texts_[i];
        if (says(said.words, option.words)) {
            found.push_back(answer(i, AnswerBy::label, option.words.size(), false));
        } else if (said.major == option.major ||
                   (option.major.size() > 1 && says(said.major, option.major))) {
            if (!option.major.empty())
                found.push_back(answer(i, AnswerBy::label, option.major.size(), false));
        }
    }
    for (const int pattern : patterns_.match(said.text)) found.push_back(pattern_answer(pattern, false));
    return found;
}

Answers OptionMatcher::by_slip(const Said& said) const {
    Answers found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        const Words& label = texts_[i]->major;
        if (label.empty()) continue;
        for (std::size_t at = 0; at + label.size() <= said.major.size(); ++at) {
            if (!is_slip_of_all(said.major, at, label)) continue;
            found.push_back(answer(i, AnswerBy::label, label.size(), label.size() == said.major.size()));
            break;
        }
    }
    return found;
}

Answer OptionMatcher::answer(std::size_t option, AnswerBy by, std::size_t words, bool exact) const {
    return Answer{static_cast<int>(option), by, static_cast<int>(words), exact, {}};
}

Answer OptionMatcher::pattern_answer(int pattern, bool exact) const {
    const WordPattern& matched = patterns_[pattern];
    const int option = option_of_pattern_[static_cast<std::size_t>(pattern)];
    return Answer{option, AnswerBy::pattern, matched.specificity, exact, matched.source};
}

std::optional<std::size_t> OptionMatcher::option_at(int place) const {
    const std::size_t count = options_.size();
    const std::size_t number = place == 0 ? count : static_cast<std::size_t>(place);
    if (number == 0 || number > count) return std::nullopt;
    return number - 1;
}

}  // namespace attune::nlu
