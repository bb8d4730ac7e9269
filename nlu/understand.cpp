#include "nlu/understand.hpp"

#include "nlu/text/normalise.hpp"

namespace attune::nlu {

Understanding Understander::understand(std::string_view text, const Context& context) const {
    Understanding understood;
    understood.words = normalise(text);
    understood.safety = safety.detect(text, context.safety == nullptr ? SafetyMemory{} : *context.safety);
    if (const Question& question = context.question; question.options != nullptr) {
        const OptionMatcher& options = *question.options;
        understood.answers =
            question.many ? options.match_many(understood.words) : options.match_one(understood.words);
    }
    understood.intents = intents.match(understood.words);
    return understood;
}

}  // namespace attune::nlu
