#include "dialogs/analysis/view/danger_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace attune::dialogs {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> words{{
    {"sui_passive", "a wish to be dead"},
    {"sui_active", "thoughts of suicide"},
    {"sui_method", "thoughts of a way to die"},
    {"sui_intent", "an intent to die"},
    {"sui_plan_prep", "a plan, or goodbyes"},
    {"sui_attempt_now", "an attempt that is under way"},
    {"sui_history_or_denied", "suicide in the past, or denied"},
    {"self_harm", "self-injury"},
    {"medical_overdose", "a medical emergency"},
    {"harm_to_others", "an urge to hurt somebody"},
    {"abuse_now", "violence or control at home"},
    {"sexual_violence", "sexual violence"},
    {"child_at_risk", "a child who is being harmed"},
    {"vulnerable_adult", "an elder or disabled adult who is being harmed"},
    {"psychosis_mania_like", "voices, persecution, or no need for sleep"},
    {"eating_acute", "fainting, purging, or not eating"},
    {"third_party_risk", "worry about somebody else's life"},
    {"stalking_trafficking", "being followed or held"},
    {"minor_user", "a visitor under the clinic's age"},
    {"method_request", "a question for a way to do it"},
}};

}  // namespace

std::string danger_in_words(std::string_view danger) {
    const std::string_view name = danger.substr(0, danger.find(' '));
    const auto* found =
        std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == name; });
    std::string text(found == words.end() ? name : found->second);
    if (name.size() < danger.size()) text += " (" + std::string(danger.substr(name.size() + 1)) + ")";
    return text;
}

}  // namespace attune::dialogs
