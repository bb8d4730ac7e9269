#include "bot/cli/ranking.hpp"

#include <algorithm>

namespace attune::bot {

Ranked ranked(const nlu::Understander& understander, const std::string& text) {
    Ranked result;
    result.understood = understander.understand(text, {});
    const auto add = [&](const nlu::IntentMatch& match) {
        const auto is_same = [&](const nlu::IntentMatch& other) { return other.name == match.name; };
        if (std::none_of(result.intents.begin(), result.intents.end(), is_same)) result.intents.push_back(match);
    };
    for (const nlu::IntentMatch& match : result.understood.intents) add(match);
    for (const nlu::IntentMatch& match : result.understood.next) add(match);
    result.accepted = result.intents.size();
    for (const nlu::IntentMatch& match : result.understood.guesses) add(match);
    result.considered = result.intents.size();
    for (const nlu::IntentMatch& match : understander.rank(text)) add(match);
    return result;
}

}  // namespace attune::bot
