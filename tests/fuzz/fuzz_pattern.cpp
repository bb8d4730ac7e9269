// Laws of patterns: compiling never fails badly, errors point into the pattern, and what was compiled is
// accepted by the automaton, needs a word, and is found alike behind the word filter and without it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nlu/match/pattern_set.hpp"
#include "nlu/text/normalise.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

// The input is a pattern, and behind a line break a message.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune::nlu;
    static const WordLists lists = {
        {"a", {"mother", "mum*", "(step | foster) mother"}}, {"b", {}}, {"c", {"x ("}}};
    const std::string input(data, data + size);
    const std::size_t end = input.find('\n');
    const std::string source = input.substr(0, end);
    const auto pattern = compile_pattern(source, lists);
    if (!pattern) {
        require(pattern.error().offset <= source.size());
        require(!pattern.error().expected.empty());
        return 0;
    }
    require(pattern->specificity > 0);
    const auto whole = PatternSet::build({*pattern});
    const auto filtered = PatternSet::build({*pattern}, {.largest_automaton = 0, .automaton_bytes = 0});
    require(whole.has_value() && filtered.has_value());
    const std::string words = normalise(end == std::string::npos ? source : input.substr(end + 1));
    require(whole->match(words) == filtered->match(words));
    require(whole->match(" ").empty());
    return 0;
}
