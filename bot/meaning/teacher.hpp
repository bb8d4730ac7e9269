#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dialogs/language/load.hpp"

namespace attune::bot {

/// How a bot comes to its classifier.
struct TeacherOptions {
    std::string cache;           ///< folder of trained classifiers; empty: trained anew at every start
    bool patterns_only = false;  ///< no classifier, whatever the bot says
    std::function<void(const std::string&)>
        tell;  ///< told, in a sentence, what takes long and what was given up
};

/// What the environment says: ATTUNE_CACHE, ATTUNE_UNDERSTANDING=patterns. Tells on stderr.
TeacherOptions teacher_options();

/// For dialogs::load: takes the classifier out of the cache when it was trained from the same examples, else
/// trains it (about ten seconds for 8,000 lines, less when most of them were there before) and keeps it.
/// Where nothing can be trained the bot understands by its patterns alone, and that is told.
dialogs::Teach teacher(TeacherOptions options = teacher_options());

/// Under which name the cache keeps the classifier of these examples. It follows from the intents alone: one
/// file a bot, of which most is of use again when its examples change, and bots do not push each other out.
std::string classifier_cache(const std::vector<nlu::IntentExamples>& examples);

/// The encoder that is built in; read once a process.
const nlu::Encoder& built_in_encoder();

}  // namespace attune::bot
