#include "dialogs/engine/amount.hpp"

#include <charconv>
#include <chrono>
#include <vector>

#include "nlu/match/answer_words.hpp"
#include "nlu/text/words.hpp"

namespace attune::dialogs {

namespace {

using Words = std::vector<std::string_view>;

std::optional<long long> digits(std::string_view word) {
    long long number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number > 1'000'000) return std::nullopt;
    return number;
}

std::optional<long long> number_in(const Words& words) {
    for (const std::string_view word : words) {
        if (const auto number = digits(word)) return number;
    }
    for (const std::string_view word : words) {
        if (const auto number = nlu::number_of(word)) return *number;
    }
    return std::nullopt;
}

std::optional<long long> count_at(const Words& words, std::size_t at) {
    if (at >= words.size()) return std::nullopt;
    if (words[at] == "a" || words[at] == "an") return 1;
    if (const auto number = digits(words[at])) return number;
    const auto number = nlu::number_of(words[at]);
    return number ? std::optional<long long>(*number) : std::nullopt;
}

/// Days of "day", "weeks", …; 0 when it is no such word.
long long unit_at(const Words& words, std::size_t at) {
    if (at >= words.size()) return 0;
    const std::string_view word = words[at];
    if (word == "day" || word == "days") return 1;
    if (word == "week" || word == "weeks") return 7;
    if (word == "month" || word == "months") return 30;
    if (word == "year" || word == "years") return 365;
    return 0;
}

/// "2026 11 25", as normalising leaves 2026-11-25.
std::optional<long long> date_at(const Words& words, std::size_t at, long long today) {
    if (at + 2 >= words.size() || words[at].size() != 4) return std::nullopt;
    const auto year = digits(words[at]);
    const auto month = digits(words[at + 1]);
    const auto day = digits(words[at + 2]);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() - today;
}

/// Days from today that the words speak of.
std::optional<long long> days_in(const Words& words, long long today) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == "today") return 0;
        if (words[at] == "tomorrow") return 1;
        if (words[at] == "yesterday") return -1;
        if (words[at] == "next" && unit_at(words, at + 1) != 0) return unit_at(words, at + 1);
        if (words[at] == "last" && unit_at(words, at + 1) != 0) return -unit_at(words, at + 1);
        if (const auto date = date_at(words, at, today)) return date;
        const auto count = count_at(words, at);
        const long long unit = unit_at(words, at + 1);
        if (!count || unit == 0) continue;
        const bool is_past = at + 2 < words.size() && words[at + 2] == "ago";
        return is_past ? -*count * unit : *count * unit;
    }
    return std::nullopt;
}

}  // namespace

std::optional<int> option_of_amount(const Ask& question, std::string_view words, Time now) {
    constexpr Time day = 86'400'000;
    const Words all = nlu::split_words(words);
    const auto amount = question.amount == Amount::number ? number_in(all)
                        : question.amount == Amount::days_from_today ? days_in(all, now / day)
                                                                     : std::nullopt;
    if (!amount) return std::nullopt;
    for (std::size_t i = 0; i < question.ranges.size(); ++i) {
        if (*amount >= question.ranges[i].from && *amount <= question.ranges[i].to) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace attune::dialogs
