#include "nlu/safety/spelling.hpp"

#include <algorithm>

#include "nlu/text/slip.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {

SafetySpelling::SafetySpelling(const std::vector<std::string>& words,
                               const std::map<std::string, std::string>& slips)
    : slips_(slips.begin(), slips.end()) {
    for (const std::string& word : words) {
        if (word.size() >= shortest) by_first_letter_[word.front()].push_back(word);
    }
}

std::string_view SafetySpelling::meant(std::string_view word) const {
    if (const auto slip = slips_.find(std::string(word)); slip != slips_.end()) return slip->second;
    if (word.size() + 1 < shortest) return word;
    const auto group = by_first_letter_.find(word.front());
    if (group == by_first_letter_.end()) return word;
    const std::vector<std::string>& near = group->second;
    if (std::find(near.begin(), near.end(), word) != near.end()) return word;
    const auto found = std::find_if(near.begin(), near.end(), [word](const std::string& known) {
        return is_one_slip_apart(word, known);
    });
    return found == near.end() ? word : std::string_view(*found);
}

std::optional<std::string> SafetySpelling::mended(std::string_view words) const {
    std::string text = " ";
    bool changed = false;
    for (const std::string_view word : split_words(words)) {
        const std::string_view right = meant(word);
        changed = changed || right != word;
        text.append(right).push_back(' ');
    }
    if (!changed) return std::nullopt;
    return text;
}

}  // namespace attune::nlu
