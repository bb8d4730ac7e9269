#include "nlu/safety/signal.hpp"

namespace attune::nlu {

std::string_view name_of(SafetyLevel level) {
    switch (level) {
        case SafetyLevel::check:
            return "check";
        case SafetyLevel::moderate:
            return "moderate";
        case SafetyLevel::high:
            return "high";
        case SafetyLevel::imminent:
            return "imminent";
    }
    return "imminent";
}

std::optional<SafetyLevel> level_of(std::string_view name) {
    for (const SafetyLevel level :
         {SafetyLevel::check, SafetyLevel::moderate, SafetyLevel::high, SafetyLevel::imminent}) {
        if (name == name_of(level)) return level;
    }
    return std::nullopt;
}

std::string_view name_of(SafetySignal::By by) {
    switch (by) {
        case SafetySignal::By::pattern:
            return "pattern";
        case SafetySignal::By::classifier:
            return "classifier";
        case SafetySignal::By::context:
            return "context";
    }
    return "pattern";
}

bool is_suicidal(std::string_view safety_class) {
    return safety_class.starts_with("sui_") || safety_class == "method_request";
}

}  // namespace attune::nlu
