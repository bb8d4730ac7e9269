#pragma once

#include <string>
#include <vector>

namespace attune::dialogs {

/// Something that a bot's authors promise of every state a conversation can be in; proved by exploration. Written in
/// bot.yaml under `guarantees`.
struct Guarantee {
    enum class Kind {
        answer,     ///< on `intent` or danger of the class `safety`, from every state: `line` is said, or `flow` reached
        way_out,    ///< from every state `flow` (empty: the end) can be reached within `turns`
        after,      ///< no flow with the tag `tag` speaks before `line` was said
        most_lines, ///< a turn says at most `count` lines
    };
    Kind kind = Kind::most_lines;
    std::string intent;
    std::string safety;
    std::string line;
    std::string flow;
    bool at_end = false;  ///< of answer and way_out: the conversation ends, instead of `flow`
    std::string tag;
    int turns = 1;
    int count = 0;
    std::string file;  ///< where it is written
    int row = 0;
    int column = 0;
};

}  // namespace attune::dialogs
