#include "nlu/entity/yes_no.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

using Phrases = std::unordered_map<std::string_view, YesNo>;

// Normalised: "idk" is "i do not know", "kinda" is "kind of".
const Phrases& phrases() {
    static const Phrases table = [] {
        Phrases all;
        for (const std::string_view phrase :
             {"yes", "y", "ye", "yeah", "yea", "yep", "yup", "ya", "yas", "yess", "aye", "sure", "sure thing", "sure why not",
              "why not", "ok", "okay", "k", "kk", "alright", "all right", "fine", "fine by me", "of course", "certainly",
              "definitely", "absolutely", "totally", "for sure", "very much", "very much so", "i do", "i am", "i did",
              "i have", "i would", "i think so", "i guess so", "i suppose so", "i guess", "i suppose", "yes please",
              "please do", "go ahead", "go for it", "sounds good", "sounds right", "that is right", "right", "correct",
              "exactly", "true", "indeed", "uh huh", "mhm", "mm hm", "mmhmm", "you bet", "hell yes", "hell yeah", "yes i do",
              "yes i am", "it does", "it is", "that would be good", "that would be nice", "would love to", "\xF0\x9F\x91\x8D"}) {
            all.emplace(phrase, YesNo::yes);
        }
        for (const std::string_view phrase :
             {"no", "n", "nope", "nah", "naw", "na", "no way", "not really", "not at all", "not now", "not today", "not yet",
              "never", "no thanks", "no thank you", "nah i am good", "i am good", "i am good thanks", "no i do not", "i do not",
              "i do not think so", "i am not", "i did not", "i have not", "i would rather not", "rather not", "not for me",
              "no not really", "hell no", "nothing like that", "definitely not", "absolutely not", "of course not", "wrong",
              "incorrect", "false", "it does not", "it is not", "nay", "nuh uh", "uh uh", "not interested",
              "\xF0\x9F\x91\x8E"}) {
            all.emplace(phrase, YesNo::no);
        }
        for (const std::string_view phrase :
             {"i do not know", "do not know", "not sure", "i am not sure", "unsure", "maybe", "perhaps", "possibly", "kind of",
              "sort of", "a bit", "a little", "a little bit", "sometimes", "it depends", "depends", "no idea", "no clue",
              "hard to say", "yes and no", "i cannot say", "can not say", "i can not tell", "who knows", "so so", "somewhat",
              "both", "probably", "probably not", "i am unsure", "not certain", "good question", "dunno"}) {
            all.emplace(phrase, YesNo::unsure);
        }
        return all;
    }();
    return table;
}

bool is_filler(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "um", "uh", "erm", "er", "hm", "hmm", "hmmm", "well", "oh", "ah", "so", "lol", "haha", "please", "pls", "thanks",
        "really", "honestly", "tbh", "just", "like", "actually", "i", "guess", "think", "then", "man", "dude", "mate"};
    return words.contains(word);
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += (text.empty() ? "" : " ") + std::string(words[i]);
    return text;
}

std::optional<YesNo> phrase(const std::string& text) {
    const auto found = phrases().find(text);
    return found == phrases().end() ? std::nullopt : std::optional<YesNo>(found->second);
}

}  // namespace

std::string_view name_of(YesNo answer) {
    constexpr std::array<std::string_view, 3> names = {"yes", "no", "unsure"};
    return names.at(static_cast<std::size_t>(answer));
}

std::optional<YesNo> yes_or_no(std::string_view words) {
    constexpr std::size_t most_words = 8;
    const std::vector<std::string_view> all = split_words(words);
    if (all.empty() || all.size() > most_words) return std::nullopt;
    std::size_t from = 0;
    std::size_t to = all.size();
    while (true) {  // as little as possible is left out
        if (auto found = phrase(joined(all, from, to))) return found;
        if (to - from > 1 && is_filler(all[to - 1])) {
            --to;
        } else if (to - from > 1 && is_filler(all[from])) {
            ++from;
        } else {
            break;
        }
    }
    // "yes yes", "yeah sure", "no nope"
    std::optional<YesNo> same;
    for (std::size_t i = from; i < to; ++i) {
        const auto one = phrase(std::string(all[i]));
        if (!one || (same && *same != *one)) return std::nullopt;
        same = one;
    }
    return same;
}

}  // namespace attune::nlu
