#include "dialogs/analysis/graph/graph.hpp"

#include <map>

#include "dialogs/analysis/view/walk_order.hpp"

namespace attune::dialogs {

namespace {

class Builder {
public:
    explicit Builder(std::string title) { graph_.title = std::move(title); }

    std::size_t node(const std::string& id, const std::string& label, GraphNode::Kind kind) {
        const auto [place, fresh] = index_.emplace(id, graph_.nodes.size());
        if (fresh) graph_.nodes.push_back({id, label, kind});
        return place->second;
    }

    void edge(std::size_t from, std::size_t to, const std::string& label, bool comes_back) {
        for (GraphEdge& known : graph_.edges) {
            if (known.from != from || known.to != to || known.comes_back != comes_back) continue;
            const bool is_said = known.label.ends_with(label);
            if (!is_said) known.label += (known.label.empty() ? "" : ", ") + label;
            return;
        }
        graph_.edges.push_back({from, to, label, comes_back});
    }

    /// An edge that is only drawn where none is.
    void pass(std::size_t from, std::size_t to, const std::string& label) {
        for (const GraphEdge& known : graph_.edges) {
            if (known.from == from && known.to == to && !known.comes_back) return;
        }
        graph_.edges.push_back({from, to, label, false});
    }

    Graph take() { return std::move(graph_); }

private:
    Graph graph_;
    std::map<std::string, std::size_t> index_;
};

GraphNode::Kind kind_of(const Flow& flow) {
    return flow.crisis ? GraphNode::Kind::danger : GraphNode::Kind::flow;
}

/// The steps of one flow, while they are joined.
class StepGraph {
public:
    StepGraph(const Script& script, const Flow& flow) : script_(script), flow_(flow), builder_(flow.title) {}

    Graph build() {
        for (const Step& step : flow_.steps) node(step);
        for (const Step& step : flow_.steps) join(step);
        return builder_.take();
    }

private:
    std::size_t node(const Step& step) {
        const bool asks = std::holds_alternative<Ask>(step.what);
        return builder_.node(step.id, step.id, asks ? GraphNode::Kind::question : GraphNode::Kind::step);
    }

    std::size_t end() { return builder_.node("-end", "back to the caller", GraphNode::Kind::end); }

    std::size_t next(const Step& step) {
        const Step* after = flow_.step_after(step.id);
        return after == nullptr ? end() : node(*after);
    }

    void follow(const Step& step, const Jump& jump, const std::string& label) {
        const std::size_t from = node(step);
        switch (jump.how) {
            case Jump::How::none:
                return builder_.edge(from, next(step), label, false);
            case Jump::How::give_back:
                return builder_.edge(from, end(), label, false);
            case Jump::How::ask_again:
                return;
            case Jump::How::end:
            case Jump::How::erase:
                return builder_.edge(from,
                                     builder_.node("-over", "the conversation ends", GraphNode::Kind::end),
                                     label, false);
            case Jump::How::go:
                if (jump.flow == flow_.id) {
                    if (const Step* there = flow_.step(jump.step))
                        builder_.edge(from, node(*there), label, false);
                    return;
                }
                return builder_.edge(from, elsewhere(jump.flow), label, false);
            case Jump::How::call:
                builder_.edge(from, elsewhere(jump.flow), label, true);
                return builder_.edge(from, next(step), "then", false);
        }
    }

    std::size_t elsewhere(const std::string& id) {
        const Flow* flow = script_.flow(id);
        return builder_.node("flow " + id, flow == nullptr ? id : flow->title, GraphNode::Kind::flow);
    }

    void join(const Step& step) {
        if (const auto* act = std::get_if<Act>(&step.what)) follow(step, act->action.jump, "");
        if (const auto* branch = std::get_if<Branch>(&step.what)) {
            for (std::size_t i = 0; i < branch->arms.size(); ++i) {
                follow(step, branch->arms[i].action.jump, "arm " + std::to_string(i + 1));
            }
        }
        if (const auto* question = std::get_if<Ask>(&step.what)) join_question(step, *question);
        if (step.condition.op != Condition::Op::always) builder_.pass(node(step), next(step), "passed over");
    }

    void join_question(const Step& step, const Ask& question) {
        const auto& options = question.options.options();
        if (question.many) follow(step, {}, "any");
        for (std::size_t i = 0; !question.many && i < options.size() && i < question.then.size(); ++i) {
            follow(step, question.then[i].jump, options[i].label);
        }
        if (question.has_skip) follow(step, question.skip.jump, "skip");
        for (const Action& rung : question.no_match) follow(step, rung.jump, "not understood");
    }

    const Script& script_;
    const Flow& flow_;
    Builder builder_;
};

}  // namespace

Graph graph_of_flows(const Script& script) {
    Builder builder(script.name);
    std::map<std::string, std::size_t> nodes;
    for (const FlowGroup& group : walk_order(script)) {
        for (const Flow* flow : group.flows)
            nodes[flow->id] = builder.node(flow->id, flow->title, kind_of(*flow));
    }
    for (const Flow& flow : script.flows) {
        for_each_jump(flow, [&](const Jump& jump) {
            if (jump.flow.empty() || jump.flow == flow.id || nodes.count(jump.flow) == 0) return;
            builder.edge(nodes[flow.id], nodes[jump.flow], "", jump.how == Jump::How::call);
        });
    }
    return builder.take();
}

Graph graph_of_steps(const Script& script, const Flow& flow) {
    return StepGraph(script, flow).build();
}

}  // namespace attune::dialogs
