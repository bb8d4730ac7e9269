#pragma once

#include <map>
#include <string>
#include <vector>

namespace attune::dialogs {

enum class SlotType {
    choice,  ///< exactly one value
    set,     ///< any number of values, also none
    text,    ///< the visitor's own words; conditions see only whether it is set
};

/// What kind of amount an answer is read as, beside labels and patterns.
enum class Amount { none, number, days_from_today };

struct SlotValue {
    std::string value;  ///< stable id
    std::string label;  ///< what the visitor reads
    int from = 0;       ///< of an amount: the least and the most that count as this value
    int to = 0;
};

/// Something the bot remembers: one or some of a short, declared list, so that every state a conversation can be in can
/// be explored; or a text, of which only matters whether there is one.
struct Slot {
    std::string name;
    SlotType type = SlotType::choice;
    std::vector<SlotValue> values;  ///< in declared order, at least one; of a text none
    std::string heading{};          ///< stands above the values where a text says `{slot.section}`
    Amount amount = Amount::none;   ///< of a choice: which of its ranges a number or a date falls in is kept, never the
                                    ///< number itself
    int max_characters = 0;         ///< of a text
};

/// The slot that holds the channel of the conversation, where bot.yaml declares `channels`.
inline constexpr const char* channel_slot = "channel";

/// What is remembered: slot name → values in declared order. A slot that is not here was not answered;
/// a set that is here without values was answered with "none".
using Slots = std::map<std::string, std::vector<std::string>>;

}  // namespace attune::dialogs
