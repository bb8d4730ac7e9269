#include "nlu/understand.hpp"

#include "nlu/text/normalise.hpp"

namespace attune::nlu {

Understanding Understander::understand(std::string_view text, const Question* question) const {
    Understanding understood;
    understood.words = normalise(text);
    understood.safety = safety.detect(text);
    if (question != nullptr && question->options != nullptr) {
        const OptionMatcher& options = *question->options;
        understood.answers =
            question->many ? options.match_many(understood.words) : options.match_one(understood.words);
    }
    understood.intents = intents.match(understood.words);
    return understood;
}

}  // namespace attune::nlu
