#include "dialogs/script/channel_lines.hpp"

namespace attune::dialogs {

std::string fixed_words(const Line& line) {
    std::string words;
    if (line.variants.empty()) return words;
    for (const auto& piece : line.variants.front()) {
        if (const auto* fixed = std::get_if<std::string>(&piece)) words += *fixed;
        if (const auto* card = std::get_if<CrisisText>(&piece)) words += card->here;
    }
    return words;
}

}  // namespace attune::dialogs
