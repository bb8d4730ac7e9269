#include "nlu/entity/entity.hpp"

#include "nlu/entity/days.hpp"
#include "nlu/entity/numbers.hpp"
#include "nlu/entity/yes_no.hpp"
#include "nlu/match/answer_words.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

std::string joined(const Words& words, std::size_t from, std::size_t count) {
    std::string text(words[from]);
    for (std::size_t i = from + 1; i < from + count; ++i) text += " " + std::string(words[i]);
    return text;
}

/// "No one", "this one": one is mostly not a number.
bool is_counted(const Words& words, std::size_t at, const Number& number) {
    return words[at] != "one" || number.words > 1 || words.size() == 1;
}

/// A day, a number or an ordinal at a word; the words that it takes.
std::size_t add_amount(const Words& words, std::size_t at, std::vector<Entity>& found) {
    if (const auto day = day_at(words, at)) {
        found.push_back({"day", text_of(*day), joined(words, at, day->words)});
        return day->words;
    }
    const auto number = number_at(words, at);
    if (number && is_counted(words, at, *number)) {
        found.push_back({"number", std::to_string(number->value), joined(words, at, number->words)});
        return number->words;
    }
    if (const auto place = place_of(words[at])) {
        found.push_back({"ordinal", *place == 0 ? "last" : std::to_string(*place), std::string(words[at])});
    }
    return number ? number->words : 1;
}

}  // namespace

std::vector<Entity> entities_in(std::string_view words, const Gazetteer& gazetteer) {
    std::vector<Entity> found = gazetteer.find(words);
    const Words all = split_words(words);
    for (std::size_t at = 0; at < all.size();) at += add_amount(all, at, found);
    if (const auto answer = yes_or_no(words)) {
        found.push_back({"yes_no", std::string(name_of(*answer)), joined(all, 0, all.size())});
    }
    return found;
}

}  // namespace attune::nlu
