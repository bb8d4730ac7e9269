#include "dialogs/analysis/explore/looks.hpp"

#include <algorithm>
#include <set>

namespace attune::dialogs {

namespace {

/// The slot by which the visitor chooses whose crisis lines are shown.
constexpr std::string_view country_slot = "country";

/// Follows steps until a question is open, and notes what they look at.
class Follower {
public:
    Follower(const Script& script, std::vector<Look>& looks) : script_(script), looks_(looks) {}

    void step(const Flow& flow, const Step* at) {
        for (; at != nullptr && done_.insert(at).second; at = flow.step_after(at->id)) {
            see(flow, at->condition);
            const bool may_pass = at->condition.op != Condition::Op::always;
            if (!walk_on(flow, *at) && !may_pass) return;
        }
    }

    /// All that the step can do, answered or not.
    void all_of(const Flow& flow, const Step& step) {
        see(flow, step.condition);
        if (!std::holds_alternative<Ask>(step.what)) {
            walk_on(flow, step);
            return;
        }
        const Ask& ask = std::get<Ask>(step.what);
        see(flow, ask.say);
        see(flow, ask.why);
        action(flow, ask.skip);
        for (const auto* list : {&ask.then, &ask.no_match}) {
            for (const Action& one : *list) action(flow, one);
        }
        for (const Reminder& one : ask.no_input) action(flow, one.action);
    }

private:
    /// False when the flow does not simply go on with the next step.
    bool walk_on(const Flow& flow, const Step& step) {
        if (const auto* ask = std::get_if<Ask>(&step.what)) {
            see(flow, ask->say);
            return false;
        }
        if (const auto* act = std::get_if<Act>(&step.what)) return action(flow, act->action);
        for (const Branch::Arm& arm : std::get<Branch>(step.what).arms) {
            see(flow, arm.condition);
            action(flow, arm.action);
        }
        return true;
    }

    bool action(const Flow& flow, const Action& action) {
        see(flow, action.say);
        const Jump& jump = action.jump;
        if (jump.how == Jump::How::go || jump.how == Jump::How::call) {
            const Flow* to = script_.flow(jump.flow);
            if (to != nullptr) step(*to, to->step(jump.step));
        }
        return jump.how == Jump::How::none || jump.how == Jump::How::call;
    }

    void see(const Flow& flow, const Condition& condition) {
        for (const Condition& part : condition.parts) see(flow, part);
        Look* look = condition.slot.empty() ? nullptr : at(flow, condition.slot);
        if (look == nullptr) return;
        if (condition.values.empty()) look->presence = true;
        for (const std::string& value : condition.values) compare(*look, value);
    }

    void see(const Flow& flow, const std::vector<Line>& lines) {
        for (const Line& line : lines) {
            for (const Text& text : line.variants) see(flow, text);
        }
    }

    void see(const Flow& flow, const Text& text) {
        for (const auto& piece : text) {
            if (const auto* filled = std::get_if<SlotText>(&piece)) {
                if (Look* look = at(flow, filled->slot)) look->presence = true;
            }
            if (!std::holds_alternative<CrisisText>(piece)) continue;
            Look* look = at(flow, country_slot);
            if (look == nullptr) continue;
            for (const SlotValue& one : look->slot->values) compare(*look, one.value);
        }
    }

    static void compare(Look& look, const std::string& value) {
        if (std::find(look.values.begin(), look.values.end(), value) == look.values.end())
            look.values.push_back(value);
    }

    Look* at(const Flow& flow, std::string_view name) {
        const Slot* slot = script_.slot(flow, name);
        if (slot == nullptr || name == clinic_now) return nullptr;  // that one is set anew by every turn
        const auto found =
            std::find_if(looks_.begin(), looks_.end(), [&](const Look& one) { return one.slot == slot; });
        if (found != looks_.end()) return &*found;
        const bool is_own =
            std::any_of(flow.slots.begin(), flow.slots.end(), [&](const Slot& own) { return &own == slot; });
        looks_.push_back({slot, is_own, false, {}});
        return &looks_.back();
    }

    const Script& script_;
    std::vector<Look>& looks_;
    std::set<const Step*> done_;
};

}  // namespace

std::uint64_t code_of(const Look& look, const Slots& slots) {
    const auto found = slots.find(look.slot->name);
    if (found == slots.end()) return 0;
    const auto& values = found->second;
    std::uint64_t code = look.presence ? (values.empty() ? 1U : 3U) : 0U;
    unsigned bit = 2;
    for (const std::string& value : look.values) {
        if (std::find(values.begin(), values.end(), value) != values.end()) code |= std::uint64_t{1} << bit;
        bit = bit == 63 ? 2 : bit + 1;
    }
    return code;
}

Looks::Looks(const Script& script) : script_(script) {
    for (const Flow& flow : script_.flows) {
        Follower whole(script_, whole_[flow.id]);
        for (const Step& step : flow.steps) whole.all_of(flow, step);
        Follower start(script_, start_[flow.id]);
        start.step(flow, &flow.steps.front());
    }
    // Slots of other flows are new when these begin.
    for (auto* all : {&whole_, &start_}) {
        for (auto& [flow, looks] : *all) {
            const Flow* own = script_.flow(flow);
            std::erase_if(looks, [&](const Look& look) {
                return look.is_own && (all == &start_ || script_.slot(*own, look.slot->name) != look.slot);
            });
        }
    }
}

}  // namespace attune::dialogs
