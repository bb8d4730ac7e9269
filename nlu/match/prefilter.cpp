#include "nlu/match/prefilter.hpp"

#include <algorithm>

#include "nlu/text/words.hpp"

namespace attune::nlu {

Prefilter::Prefilter(const std::vector<WordPattern>& patterns) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const int index = static_cast<int>(i);
        if (patterns[i].needs.empty()) always_.push_back(index);
        for (const std::string& need : patterns[i].needs) {
            if (!need.ends_with('*')) {
                words_[need].push_back(index);
                continue;
            }
            stems_[need.substr(0, need.size() - 1)].push_back(index);
            stem_lengths_.push_back(need.size() - 1);
        }
    }
    std::sort(stem_lengths_.begin(), stem_lengths_.end());
    stem_lengths_.erase(std::unique(stem_lengths_.begin(), stem_lengths_.end()), stem_lengths_.end());
}

void Prefilter::add(const Index& index, std::string_view word, std::vector<int>& found) {
    const auto entry = index.find(word);
    if (entry != index.end()) found.insert(found.end(), entry->second.begin(), entry->second.end());
}

std::vector<int> Prefilter::candidates(std::string_view words) const {
    std::vector<std::string_view> each = split_words(words);
    std::sort(each.begin(), each.end());
    each.erase(std::unique(each.begin(), each.end()), each.end());
    std::vector<int> found = always_;
    for (const std::string_view word : each) {
        add(words_, word, found);
        for (const std::size_t length : stem_lengths_) {
            if (length > word.size()) break;
            add(stems_, word.substr(0, length), found);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace attune::nlu
