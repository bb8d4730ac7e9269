#include "dialogs/language/ruler.hpp"

#include <algorithm>

#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

Place Ruler::place(std::size_t at, std::size_t in_line, int line) {
    at = std::min(at, source_.size());
    if (line != line_ || at < at_) {
        line_ = line;
        at_ = at - std::min(in_line, at);
        column_ = 1;
    }
    column_ += static_cast<int>(nlu::code_points(source_.substr(at_, at - at_)));
    at_ = at;
    return {file_, line_, column_};
}

Place Ruler::place(std::size_t at) {
    const std::string_view before = source_.substr(0, at);
    const std::size_t newline = before.rfind('\n');
    const std::size_t in_line = newline == std::string_view::npos ? at : at - newline - 1;
    return place(at, in_line, static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1);
}

bool is_closed(std::string_view source) {
    const char quote = source[0];
    for (std::size_t at = 1; at < source.size(); ++at) {
        const bool is_double = quote == '\'' && source.substr(at, 2) == "''";
        if (is_double || (quote == '"' && source[at] == '\\')) {
            ++at;
        } else if (source[at] == quote) {
            return true;
        }
    }
    return false;
}

}  // namespace attune::dialogs
