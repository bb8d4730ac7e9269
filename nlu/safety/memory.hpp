#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/safety/signal.hpp"

namespace attune::nlu {

/// What the net remembers of the last few messages, so that danger that is spread over them is seen. A plain
/// value. Its tail is health data: a few words at most, and gone after a few messages.
struct SafetyMemory {
    struct Seen {
        std::string safety_class;
        SafetyLevel level = SafetyLevel::check;
        int age = 0;  ///< messages since

        bool operator==(const Seen&) const = default;
    };
    std::vector<Seen> seen;         ///< the newest last; none older than `safety_memory_turns`
    std::vector<std::string> tail;  ///< the last short messages in a row, normalised; at most `tail_messages`

    bool operator==(const SafetyMemory&) const = default;
};

inline constexpr int safety_memory_turns = 6;
inline constexpr std::size_t tail_messages = 3;
inline constexpr std::size_t tail_words = 6;  ///< a message with more words stands for itself

/// True when one of the last messages spoke of death or despair, so that nothing is taken for an idiom.
bool is_wary(const SafetyMemory& memory);

/// The tail and this message as one text; nothing when there is no tail or the message stands for itself.
std::optional<std::string> joined_to_tail(const SafetyMemory& memory, std::string_view words);

/// One message on. @param words  what of it may be kept, normalised.
void remember(SafetyMemory& memory, std::string_view words, const std::optional<SafetySignal>& signal);

}  // namespace attune::nlu
