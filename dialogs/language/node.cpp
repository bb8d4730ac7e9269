#include <string_view>

#include "dialogs/language/source.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

Place Node::place_of(std::size_t offset) const {
    constexpr std::string_view one_letter_escapes = "n\"\\/";
    const char quote = raw.empty() ? ' ' : raw[0];
    std::size_t at = quote == '"' || quote == '\'' ? 1 : 0;
    for (std::size_t done = 0; done < offset; ++done) {
        if (at >= raw.size() || done >= text.size()) return place;
        if (quote == '"' && raw[at] == '\\') {
            const bool is_short =
                at + 1 < raw.size() && one_letter_escapes.find(raw[at + 1]) != std::string_view::npos;
            if (!is_short) return place;
            at += 2;
        } else if (quote == '\'' && raw[at] == '\'') {
            at += 2;
        } else if (raw[at] == text[done]) {
            ++at;
        } else {
            return place;
        }
    }
    const auto columns = nlu::code_points(std::string_view(raw).substr(0, at));
    return {place.file, place.line, place.column + static_cast<int>(columns)};
}

}  // namespace attune::dialogs
