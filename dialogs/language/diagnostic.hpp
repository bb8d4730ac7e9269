#pragma once

#include <string>
#include <vector>

namespace attune::dialogs {

/// A place in a bot's files. Lines and columns count from 1.
struct Place {
    std::string file;  ///< path inside the bot's folder
    int line = 0;
    int column = 0;
};

/// Something an author has to mend.
struct Diagnostic {
    std::string code;      ///< stable, e.g. `unknown-flow`
    Place place;
    std::string message;   ///< what was found and what was expected
    std::string help;      ///< how to mend it, e.g. "did you mean 'signs'?"; may be empty
};

/// `file:line:column: message (help) [code]`
std::string to_text(const Diagnostic& diagnostic);
std::string to_text(const std::vector<Diagnostic>& diagnostics);

}  // namespace attune::dialogs
