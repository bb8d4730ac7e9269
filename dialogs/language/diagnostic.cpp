#include "dialogs/language/diagnostic.hpp"

namespace attune::dialogs {

std::string to_text(const Diagnostic& diagnostic) {
    const Place& place = diagnostic.place;
    std::string text = place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
                       ": " + diagnostic.message;
    if (!diagnostic.help.empty()) text += " (" + diagnostic.help + ")";
    return text + " [" + diagnostic.code + "]";
}

std::string to_text(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) text += to_text(diagnostic) + "\n";
    return text;
}

}  // namespace attune::dialogs
