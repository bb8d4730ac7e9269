#pragma once

#include <string>
#include <vector>

#include "nlu/understand.hpp"

namespace attune::bot {

/// What a message is taken to mean, for measuring.
struct Ranked {
    nlu::Understanding understood;
    std::vector<nlu::IntentMatch> intents;  ///< all, likeliest first: what is acted on, what is guessed, the rest
    std::size_t accepted = 0;               ///< so many of them, from the first, are acted on
    std::size_t considered = 0;             ///< so many are acted on or guessed; 0: the message was rejected
};

/// Understands a message that answers no question. Cost as `understand`, twice.
Ranked ranked(const nlu::Understander& understander, const std::string& text);

}  // namespace attune::bot
