#pragma once

#include <string>
#include <vector>

#include "transports/channel.hpp"

namespace attune::transports {

/// One message as a service can show it.
struct Sheet {
    struct Item {
        std::string label;    ///< short enough for the service
        std::string payload;  ///< what comes back when it is pressed: `17.2`, at most 32 bytes
    };
    enum class Style { none, buttons, list };
    std::string text;
    Style style = Style::none;
    std::vector<Item> items;
    bool crisis = false;  ///< of a crisis reply: never merged into another, never shortened
};

/// Fits a turn's bubbles to a service: long texts are split, bubbles are merged where the service counts
/// messages, and choices are shown as buttons if they fit, else as a list, else as numbered lines; an answer
/// typed as a number or in words works in any case. Choices of which several can be ticked are numbered
/// lines. Pure; O(bytes).
std::vector<Sheet> lay_out(const Outbound& reply, const Traits& traits);

/// The other way: what a payload of ours says. None if it is none of ours.
std::optional<Pressed> read_payload(std::string_view payload);

/// Curly quotes, dashes, ellipses and no-break spaces as plain ASCII: one of them makes an SMS cost double.
std::string plain_letters(std::string_view text);

}  // namespace attune::transports
