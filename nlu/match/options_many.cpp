#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "nlu/match/option_texts.hpp"
#include "nlu/match/options.hpp"

namespace attune::nlu {
namespace {

using Answers = std::vector<Answer>;
using Phrases = std::unordered_set<std::string_view>;

Words part(const Words& words, std::size_t from, std::size_t to) {
    return {words.begin() + static_cast<std::ptrdiff_t>(from),
            words.begin() + static_cast<std::ptrdiff_t>(to)};
}

bool is_all(std::string_view core) {
    static const Phrases phrases = {" all ",          " all of them ",       " all of these ",
                                    " all of those ", " all of it ",         " all of the above ",
                                    " everything ",   " every one ",         " all these ",
                                    " them all ",     " every one of them ", " all the above "};
    return phrases.contains(core);
}

bool says_both(std::string_view core) {
    return core == " both " || core == " both of them " || core == " both of these ";
}

// In option order, each option once, by its strongest reading.
Answers in_order(Answers found) {
    std::stable_sort(found.begin(), found.end(), [](const Answer& a, const Answer& b) {
        if (a.option != b.option) return a.option < b.option;
        if (a.exact != b.exact) return a.exact;
        return a.specificity > b.specificity;
    });
    const auto same = [](const Answer& a, const Answer& b) { return a.option == b.option; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

struct Split {
    std::size_t left_end;
    std::size_t right_begin;
};

// Where "… except …" parts the words.
std::optional<Split> find_exception(const Words& words) {
    static const std::array<Words, 7> signs = {{{"except", "for"},
                                                {"except"},
                                                {"apart", "from"},
                                                {"but", "not"},
                                                {"all", "but"},
                                                {"everything", "but"},
                                                {"them", "but"}}};
    for (const Words& sign : signs) {
        const auto at = find_row(words, sign);
        if (!at) continue;
        const bool keeps_first = sign.back() == "but";
        return Split{*at + (keeps_first ? 1 : 0), *at + sign.size()};
    }
    return std::nullopt;
}

bool is_range(std::string_view word) {
    return word == "to" || word == "through" || word == "till";
}

// A list of numbers and nothing else, read from left to right.
class NumberList {
public:
    explicit NumberList(int count) : count_(count) {}

    /// False when a word does not belong to such a list.
    bool read(const Words& words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words[i];
            const bool more = i + 1 < words.size();
            if (is_range(word) && last_ > 0 && more && number_of(words[i + 1])) {
                add_range(last_ + 1, *number_of(words[++i]));
            } else if (const auto place = place_of(word)) {
                i += add_place(*place, more ? words[i + 1] : std::string_view());
            } else if (const auto number = number_of(word)) {
                add_range(*number, *number);
            } else if (!is_joint(word) && !is_filler(word)) {
                return false;
            }
        }
        return !places_.empty();
    }

    const std::vector<int>& places() const { return places_; }

private:
    // "first two", "last three", "last one"; the number of further words used.
    std::size_t add_place(int place, std::string_view next) {
        const int from = place == 0 ? count_ : place;
        const auto number = number_of(next);
        const bool several = number && *number > 1 && place <= 1 && next.size() > 1;
        if (several && place == 0) {
            add_range(count_ - *number + 1, count_);
        } else {
            add_range(from, several ? *number : from);
        }
        return several || next == "one" || next == "ones" ? 1 : 0;
    }

    void add_range(int from, int to) {
        for (int i = from; i <= std::min(to, from + count_); ++i) places_.push_back(i);
        last_ = to;
    }

    int count_;
    int last_ = 0;
    std::vector<int> places_;
};

}  // namespace

bool says_none(std::string_view words) {
    static const Phrases phrases = {" none ",
                                    " none of them ",
                                    " none of these ",
                                    " none of those ",
                                    " none of the above ",
                                    " none of it ",
                                    " none of that ",
                                    " none at all ",
                                    " none apply ",
                                    " none of these apply ",
                                    " none of them apply ",
                                    " nothing ",
                                    " nothing of that ",
                                    " nothing at all ",
                                    " no ",
                                    " nope ",
                                    " neither ",
                                    " neither of them ",
                                    " not any ",
                                    " not any of them ",
                                    " not any of these ",
                                    " not one ",
                                    " not a single one ",
                                    " no one of them ",
                                    " none of these fit ",
                                    " none of them fit ",
                                    " none fit ",
                                    " none of the options "};
    const Words all = split_words(words);
    return phrases.contains(words) || phrases.contains(join_words(without_fillers(all)));
}

std::vector<Answer> OptionMatcher::match_many(std::string_view words) const {
    const Said said(words);
    if (said.words.empty()) return {};
    const auto split = find_exception(said.words);
    const bool parted = split && split->left_end > 0 && split->right_begin < said.words.size();
    if (!parted || !by_name(said).empty()) return in_order(listed(said));
    const std::string kept = join_words(part(said.words, 0, split->left_end));
    const std::string dropped = join_words(part(said.words, split->right_begin, said.words.size()));
    return all_but(in_order(listed(Said(kept))), listed(Said(dropped)));
}

Answers OptionMatcher::all_but(Answers kept, const Answers& dropped) const {
    if (dropped.empty()) {
        if (kept.size() == options_.size()) return {};  // all but something that was not understood
        for (Answer& answer : kept) answer.exact = false;
    }
    std::erase_if(kept, [&](const Answer& answer) {
        const auto same = [&](const Answer& other) { return other.option == answer.option; };
        return std::any_of(dropped.begin(), dropped.end(), same);
    });
    return kept;
}

Answers OptionMatcher::listed(const Said& said) const {
    if (Answers found = by_name(said); !found.empty()) return found;
    if (says_none(said.text)) return {};
    if (is_all(said.core_text) || (options_.size() == 2 && says_both(said.core_text))) return everything();
    if (auto found = list_of_numbers(said)) return *found;
    if (Answers found = one_a_part(said); !found.empty()) return found;
    if (Answers found = inside(said); !found.empty()) return found;
    return by_slip(said);
}

std::optional<Answers> OptionMatcher::list_of_numbers(const Said& said) const {
    NumberList list(static_cast<int>(options_.size()));
    if (!list.read(said.words)) return std::nullopt;
    Answers found;
    for (const int place : list.places()) {
        const auto option = place > 0 ? option_at(place) : std::nullopt;
        if (!option) return Answers{};
        found.push_back(answer(*option, AnswerBy::number, 1, true));
    }
    return found;
}

Answers OptionMatcher::one_a_part(const Said& said) const {
    Answers found;
    for (std::size_t from = 0; from < said.words.size();) {
        std::size_t to = from;
        while (to < said.words.size() && !is_joint(said.words[to])) ++to;
        if (to > from) {
            const std::string text = join_words(part(said.words, from, to));
            const Answers one = match_one(text);
            if (one.empty() || !one.front().exact) return {};
            found.push_back(one.front());
        }
        from = to + 1;
    }
    return found;
}

Answers OptionMatcher::everything() const {
    Answers found;
    for (std::size_t i = 0; i < options_.size(); ++i) found.push_back(answer(i, AnswerBy::label, 1, true));
    return found;
}

}  // namespace attune::nlu
