#include "dialogs/engine/state.hpp"

#include <nlohmann/json.hpp>

namespace attune::nlu {

NLOHMANN_JSON_SERIALIZE_ENUM(SafetyLevel, {{SafetyLevel::check, "check"},
                                           {SafetyLevel::moderate, "moderate"},
                                           {SafetyLevel::high, "high"},
                                           {SafetyLevel::imminent, "imminent"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SafetyMemory::Seen, safety_class, level, age)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SafetyMemory, seen, tail)

}  // namespace attune::nlu

namespace attune::dialogs {

NLOHMANN_JSON_SERIALIZE_ENUM(Frame::Why, {{Frame::Why::flow, "flow"},
                                          {Frame::Why::digression, "digression"},
                                          {Frame::Why::queued, "queued"},
                                          {Frame::Why::safety, "safety"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Frame, flow, step, why, slots)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SaidLine, line, text, crisis)
NLOHMANN_JSON_SERIALIZE_ENUM(Aside::Kind, {{Aside::Kind::none, "none"},
                                           {Aside::Kind::did_you_mean, "did_you_mean"},
                                           {Aside::Kind::after_silence, "after_silence"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Aside, kind, flows)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Position, stack, slots, ended, aside)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Care, pinned, asked, quiet, disclosed)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(State, script, channel, locale, now, before, said, last, misses, silences, at, safety, care)

std::string write_state(const State& state) { return nlohmann::json(state).dump(); }

Result<State> read_state(std::string_view json) {
    try {
        const nlohmann::json parsed = nlohmann::json::parse(json);
        for (const char* key : {"script", "now", "before", "said", "last", "misses", "at"}) parsed.at(key);
        return parsed.get<State>();
    } catch (const nlohmann::json::exception&) {
        return failure(Errc::invalid_input, "this is not the state of a conversation");
    }
}

}  // namespace attune::dialogs
