#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "dialogs/analysis/source_index.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// What of a bot was reached by any turn.
class Reached {
public:
    explicit Reached(const Script& script) : script_(script) {}

    void note(const State& before, const Turn& turn);

    /// Flows, steps, rungs and lines that no turn reached; of what lies in one another only the outermost.
    std::vector<Diagnostic> missing(const SourceIndex& index) const;

private:
    bool ran(const std::string& step) const { return steps_.contains(step); }
    void miss_steps(const Flow& flow, const SourceIndex& index, std::vector<Diagnostic>& found) const;
    void miss_lines(const Flow& flow, const Step& step, const SourceIndex& index,
                    std::vector<Diagnostic>& found) const;

    const Script& script_;
    std::unordered_set<std::string> notes_;  // of the trace, each once
    std::unordered_set<std::string> steps_;
    std::unordered_set<std::string> flows_;
    std::unordered_set<std::string> rungs_;  // `flow.step rung N`
    std::unordered_set<std::string> lines_;
};

}  // namespace attune::dialogs
