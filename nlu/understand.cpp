#include "nlu/understand.hpp"

#include <utility>

#include "nlu/text/normalise.hpp"
#include "nlu/text/parts.hpp"

namespace attune::nlu {

namespace {

/// Two questions in one message: the first one's intents, then the second one's. A message whose parts mean one and the
/// same is left as it is.
void read_in_parts(std::string_view text, const IntentMatcher& intents, Understanding& understood) {
    std::vector<std::vector<IntentMatch>> found;
    for (const std::string_view part : parts_of(text)) {
        auto matches = intents.match(normalise(part));
        if (!matches.empty()) found.push_back(std::move(matches));
    }
    if (found.size() < 2 || found[0].front().name == found[1].front().name) return;
    understood.intents = std::move(found[0]);
    understood.next = std::move(found[1]);
}

}  // namespace

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
    if (understood.intents.size() > 1) read_in_parts(text, intents, understood);
    return understood;
}

}  // namespace attune::nlu
