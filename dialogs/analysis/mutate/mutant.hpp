#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// A bot with one fault put into it on purpose: tests that let it pass miss something.
struct Mutant {
    std::string kind;   ///< e.g. `drop-rung`
    std::string id;     ///< the coverage item (or `intent NAME`, `flow ID`) that it changes, for its place
    std::string what;   ///< for people: "rung 2 of walk.more is dropped"
    std::string needs;  ///< only tests that reach this item can notice; empty: any may
    std::optional<std::size_t>
        flow;  ///< index of the one flow that changes; nothing: what stands in bot.yaml
    std::function<void(Script&)> change;  ///< changes that flow, or the bot's rules, and nothing else
};

/// Every mutant of a bot, in the order of the script:
///
/// | kind                | the fault                                                    |
/// | `drop-line`         | a line is not said                                           |
/// | `drop-reminder`     | a reminder to silence is gone                                |
/// | `drop-rung`         | a rung of a ladder of several is gone                        |
/// | `drop-why`, `drop-skip` | the question gives no reason, cannot be skipped          |
/// | `drop-jump`         | an action goes on to the next step                           |
/// | `swap-targets`      | what follows two options that follow each other is exchanged |
/// | `widen-pattern`     | the first word of an option's pattern is enough              |
/// | `change-value`      | another value of the slot is set                             |
/// | `negate-condition`  | a step or arm runs when it should not                        |
/// | `drop-interrupt`, `drop-start` | a command is not heard, a flow is not started     |
/// | `swap-danger`       | one class of danger is answered as the next one              |
/// | `drop-crisis-mark`  | replies of a crisis flow are not marked                      |
///
/// Pure; O(script).
std::vector<Mutant> mutants_of(const Script& script);

}  // namespace attune::dialogs
