#include "nlu/match/word_pattern.hpp"

#include <utility>

#include "nlu/match/pattern_facts.hpp"

namespace attune::nlu {
namespace {

tl::unexpected<PatternError> wrong(std::string_view pattern, std::string expected) {
    return tl::unexpected<PatternError>(PatternError{0, std::string(pattern), std::move(expected)});
}

}  // namespace

tl::expected<WordPattern, PatternError> compile_pattern(std::string_view pattern, const WordLists& lists) {
    const auto tree = parse_pattern(pattern, lists);
    if (!tree) return tl::unexpected<PatternError>(tree.error());
    const auto& branches = tree->branches;
    if (begins_with_gap(branches) || ends_with_gap(branches))
        return wrong(pattern, "a word at both ends, not a gap");
    WordPattern compiled;
    compiled.specificity = least_words(branches);
    if (compiled.specificity == 0) return wrong(pattern, "a word that must be there");
    compiled.regex = regex_of(*tree);
    if (compiled.regex.size() > max_regex_bytes) return wrong(pattern, "fewer words in its lists");
    compiled.source = pattern;
    compiled.whole = tree->whole;
    compiled.needs = needed_words(branches);
    compiled.words = all_words(branches);
    return compiled;
}

}  // namespace attune::nlu
