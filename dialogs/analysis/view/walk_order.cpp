#include "dialogs/analysis/view/walk_order.hpp"

#include <set>

namespace attune::dialogs {

namespace {

class Walker {
public:
    explicit Walker(const Script& script) : script_(script) {}

    /// The flow, if it was not seen yet, and behind it what it leads to. Answers to danger are left for the
    /// end.
    void walk(const std::string& id, FlowGroup& group) {
        const Flow* flow = script_.flow(id);
        if (flow == nullptr || flow->crisis || !seen_.insert(id).second) return;
        group.flows.push_back(flow);
        for_each_jump(*flow, [&](const Jump& jump) {
            if (!jump.flow.empty()) walk(jump.flow, group);
        });
    }

    FlowGroup danger() {
        FlowGroup group{"When there is danger", {}};
        for (const Flow& flow : script_.flows) {
            if (flow.crisis) group.flows.push_back(&flow);
        }
        return group;
    }

private:
    const Script& script_;
    std::set<std::string> seen_;
};

}  // namespace

std::vector<FlowGroup> walk_order(const Script& script) {
    Walker walker(script);
    FlowGroup main{"The walk", {}};
    walker.walk(script.start_flow, main);
    FlowGroup commands{"What works at any time", {}};
    for (const auto& [command, flow] : script.command_flows) {
        walker.walk(flow, command == Command::menu ? main : commands);
    }
    FlowGroup topics{"When the visitor asks for it", {}};
    for (const Flow& flow : script.flows) walker.walk(flow.id, topics);
    std::vector<FlowGroup> groups;
    for (FlowGroup* group : {&main, &commands, &topics}) {
        if (!group->flows.empty()) groups.push_back(std::move(*group));
    }
    groups.push_back(walker.danger());
    return groups;
}

}  // namespace attune::dialogs
