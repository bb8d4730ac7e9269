#pragma once

#include <string>
#include <vector>

#include "dialogs/language/translation.hpp"

namespace attune::dialogs {

/// The content of `locales/TAG/origins.yaml`: what each text was translated from. A text that is new, or that
/// was written anew since its source changed, is noted as translated from what the source says now; one that
/// was not touched stays stale. @param accept  notes those too: somebody has read them again. Pure; O(texts).
std::string write_origins(const std::vector<TranslatedText>& texts, bool accept);

/// The files of a language in which nothing is translated yet, each text with what the base language says
/// beside it: path inside the bot's folder → content. Pure; O(texts).
BotFiles write_skeletons(const std::vector<TranslatedText>& texts, const std::string& tag);

/// A text in double quotes, as YAML reads it back.
std::string quoted_for_yaml(std::string_view text);

}  // namespace attune::dialogs
