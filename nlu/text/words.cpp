#include "nlu/text/words.hpp"

namespace attune::nlu {

std::vector<std::string_view> split_words(std::string_view words) {
    std::vector<std::string_view> each;
    each.reserve(words.size() / 4);
    std::size_t from = 0;
    while (from < words.size()) {
        std::size_t to = words.find(' ', from);
        if (to == std::string_view::npos) to = words.size();
        if (to > from) each.push_back(words.substr(from, to - from));
        from = to + 1;
    }
    return each;
}

std::string join_words(const std::vector<std::string_view>& words) {
    std::string text = " ";
    for (const std::string_view word : words) text.append(word).push_back(' ');
    return text;
}

}  // namespace attune::nlu
