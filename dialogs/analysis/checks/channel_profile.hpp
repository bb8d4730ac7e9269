#pragma once

#include <cstddef>
#include <string>

namespace attune::dialogs {

/// What fits into one message of a channel. 0 means: none (buttons), or no limit known (the others).
struct ChannelProfile {
    std::string name;
    std::size_t max_text = 0;  ///< code points
    std::size_t max_buttons = 0;
    std::size_t max_label = 0;    ///< code points
    std::size_t max_payload = 0;  ///< bytes that a button carries back
    std::size_t max_rows = 0;     ///< of a list that opens; 0: the channel has none
    std::string source;
    std::string date;  ///< when the source was read, `2026-11`
};

}  // namespace attune::dialogs
