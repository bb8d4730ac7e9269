#include "dialogs/engine/state.hpp"

#include <nlohmann/json.hpp>

namespace attune::dialogs {

NLOHMANN_JSON_SERIALIZE_ENUM(Frame::Why, {{Frame::Why::flow, "flow"},
                                          {Frame::Why::digression, "digression"},
                                          {Frame::Why::safety, "safety"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Frame, flow, step, why, slots)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SaidLine, line, text, crisis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Position, stack, slots, ended)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(State, script, now, before, said, last, misses, at)

std::string write_state(const State& state) { return nlohmann::json(state).dump(); }

Result<State> read_state(std::string_view json) {
    try {
        return nlohmann::json::parse(json).get<State>();
    } catch (const nlohmann::json::exception&) {
        return failure(Errc::invalid_input, "this is not the state of a conversation");
    }
}

}  // namespace attune::dialogs
