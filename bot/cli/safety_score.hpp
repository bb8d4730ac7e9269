#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/result.hpp"
#include "nlu/safety/signal.hpp"

namespace attune::bot {

/// A message whose danger is known.
struct SafetyLine {
    int line = 0;  ///< in its file, from 1
    std::string text;
    std::string label;  ///< a safety class, or `benign`
    std::string level;  ///< `imminent`, `high`, `moderate`, `check` or `none`; may be empty
};

/// Lines of JSON, {"text","label","level"}; empty ones are passed over. Errors: invalid_input; names the
/// line.
Result<std::vector<SafetyLine>> read_safety_lines(std::string_view jsonl);

/// How a net did on such messages. A message with danger counts as caught when the net sees anything at all.
struct SafetyScore {
    struct Part {
        int count = 0;
        int caught = 0;  ///< any level
        int crisis = 0;  ///< a crisis response: moderate or worse
        int same_class = 0;
    };
    std::map<std::string, Part> by_label;  ///< `benign` is one of them
    std::map<std::string, Part> by_level;  ///< as the file has it, of messages with danger
    struct Miss {
        SafetyLine line;
        std::string seen;  ///< `class level by why`, or `nothing`
    };
    std::vector<Miss> missed;        ///< danger that was not seen
    std::vector<Miss> not_answered;  ///< imminent danger that got a check-in only
    std::vector<Miss> false_alarms;  ///< benign messages with a crisis response or a check-in
};

using SafetyEye = std::function<std::optional<nlu::SafetySignal>(std::string_view text)>;
SafetyScore score_safety(const std::vector<SafetyLine>& lines, const SafetyEye& eye);

/// What a net of plain keywords would see: the yardstick.
std::optional<nlu::SafetySignal> keyword_signal(std::string_view text);

std::string write_safety_score(const SafetyScore& score, const SafetyScore& keywords, bool with_misses);

}  // namespace attune::bot
