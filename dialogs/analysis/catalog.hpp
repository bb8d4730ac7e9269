#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::dialogs {

enum class Severity { error, warning, hint };
std::string_view name_of(Severity severity);

/// What is known of a code: dialogs/diagnostics holds one file for each.
struct CodeInfo {
    std::string id;    ///< e.g. `E214`; stable
    std::string slug;  ///< e.g. `duplicate-intent`; what a Diagnostic calls its code
    Severity severity = Severity::error;
    std::string text;          ///< the whole file, Markdown
    std::string example_file;  ///< of the bot that the tests break; empty: without an example
    std::string good;          ///< the lines of that file that the example changes
    std::string bad;           ///< what they become
};

/// All codes, by id. Read once.
const std::vector<CodeInfo>& catalog();

/// The code with this id (in any case) or slug, or nullptr. O(codes).
const CodeInfo* find_code(std::string_view name);

}  // namespace attune::dialogs
