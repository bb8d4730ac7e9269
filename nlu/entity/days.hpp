#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// A day that is spoken of. What day it is today is known to whoever asks, so most are told as seen from today.
struct Day {
    enum class Kind {
        from_today,  ///< `number` days from today; those behind are less than 0
        date,        ///< `number` days since 1970-01-01
        weekday,     ///< the next one: `number` from 0, Sunday, to 6
        last_weekday
    };
    Kind kind = Kind::from_today;
    long long number = 0;
    std::size_t words = 1;  ///< that say it
};

/// The day that begins at a word: "tomorrow", "the day after tomorrow", "in two weeks", "3 months ago", "next year",
/// "on monday", "last friday", "2026 11 25" (as normalising leaves 2026-11-25), "25 november 2026", "november 25 2026".
/// Nothing where none begins there. @param words  of normalised text. Pure; O(1).
std::optional<Day> day_at(const std::vector<std::string_view>& words, std::size_t at);

/// Days from today until `day`. @param today  days since 1970-01-01. Pure; O(1).
long long days_until(const Day& day, long long today);

/// For people and programs: `today+14`, `2026-11-25`, `monday`, `last monday`. Pure.
std::string text_of(const Day& day);

}  // namespace attune::nlu
