#include "dialogs/engine/trace.hpp"

#include <nlohmann/json.hpp>

namespace attune::dialogs {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Candidate, rule, pattern, specificity, lost)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Trace, words, safety, candidates, steps)

std::string write_trace(const Trace& trace) { return nlohmann::json(trace).dump(); }

}  // namespace attune::dialogs
