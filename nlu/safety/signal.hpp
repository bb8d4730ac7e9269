#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::nlu {

/// How urgent a signal is, from a gentle check-in to danger now. A crisis response is due from moderate up.
enum class SafetyLevel { check, moderate, high, imminent };
std::string_view name_of(SafetyLevel level);
/// The level of this name, or nothing.
std::optional<SafetyLevel> level_of(std::string_view name);

/// What was seen in a message.
struct SafetySignal {
    /// Which layer of the net saw it.
    enum class By {
        pattern,     ///< a reviewed phrase
        classifier,  ///< it is like the examples of this class
        context,     ///< only together with what came before
    };
    std::string safety_class;  ///< e.g. `sui_active`; the names stand in the dialog language's reference
    SafetyLevel level = SafetyLevel::check;
    std::string pattern;  ///< source of the pattern that matched, or what else says why; no visitor's words
    By by = By::pattern;
};
std::string_view name_of(SafetySignal::By by);

/// True for the classes of suicide, which all lie on one line from a passing wish to an attempt.
bool is_suicidal(std::string_view safety_class);

}  // namespace attune::nlu
