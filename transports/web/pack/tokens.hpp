#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::web {

/// What a piece of JavaScript is, as far as leaving out white space needs to know.
enum class Kind { word, private_name, number, text, pattern, mark, line_end };

struct Token {
    Kind kind = Kind::mark;
    std::string_view text;
};

/// The tokens of a script without comments and spaces; line ends stay, one for a run of them. Strings,
/// templates (with all that is nested in them) and regular expressions are one token each. The views live as
/// long as `source`. A script that does not parse gives tokens that make no sense; nothing worse. Source:
/// ECMA-262, section 12; a slash begins a regular expression where an expression may begin.
std::vector<Token> tokens(std::string_view source);

}  // namespace attune::web
