#include "nlu/safety/memory.hpp"

#include <algorithm>

#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

constexpr std::size_t tail_bytes = 80;  // six words of an alphabet without spaces could be long

bool is_short(std::string_view words) {
    return words.size() <= tail_bytes && split_words(words).size() <= tail_words;
}

void keep_tail(std::vector<std::string>& tail, std::string_view words) {
    if (!is_short(words)) return tail.clear();
    if (words.size() < 2) return;
    tail.emplace_back(words);
    if (tail.size() > tail_messages) tail.erase(tail.begin());
}

}  // namespace

bool is_wary(const SafetyMemory& memory) {
    return std::any_of(memory.seen.begin(), memory.seen.end(),
                       [](const SafetyMemory::Seen& seen) { return is_suicidal(seen.safety_class); });
}

std::optional<std::string> joined_to_tail(const SafetyMemory& memory, std::string_view words) {
    if (memory.tail.empty() || !is_short(words)) return std::nullopt;
    std::string text = " ";
    for (const std::string& before : memory.tail) text += before.substr(1);
    text += words.substr(1);
    return text;
}

void remember(SafetyMemory& memory, std::string_view words, const std::optional<SafetySignal>& signal) {
    for (SafetyMemory::Seen& seen : memory.seen) ++seen.age;
    std::erase_if(memory.seen,
                  [](const SafetyMemory::Seen& seen) { return seen.age >= safety_memory_turns; });
    if (signal) {
        memory.seen.push_back({signal->safety_class, signal->level, 0});
        memory.tail.clear();
    } else {
        keep_tail(memory.tail, words);
    }
}

}  // namespace attune::nlu
