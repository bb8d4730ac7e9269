#include "dialogs/analysis/graph/graph.hpp"

#include <algorithm>

#include "dialogs/analysis/graph/layout.hpp"
#include "dialogs/language/load.hpp"
#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;

namespace {

/// The edge between two labels; nullptr: there is none.
const GraphEdge* edge_between(const Graph& graph, const std::string& from, const std::string& to) {
    const auto found = std::find_if(graph.edges.begin(), graph.edges.end(), [&](const GraphEdge& edge) {
        return graph.nodes[edge.from].label == from && graph.nodes[edge.to].label == to;
    });
    return found == graph.edges.end() ? nullptr : &*found;
}

bool overlap(const NodeBox& a, const NodeBox& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("flows are joined where one leads to another", "[analysis][graph]") {
    const Graph graph = graph_of_flows(*small_bot());
    REQUIRE(graph.nodes.size() == small_bot()->flows.size());
    REQUIRE(graph.nodes.front().label == "Welcome");
    REQUIRE(edge_between(graph, "Menu", "Walk")->comes_back);
    REQUIRE_FALSE(edge_between(graph, "Menu", "Loop")->comes_back);
    REQUIRE(edge_between(graph, "Walk", "Menu") == nullptr);
}

TEST_CASE("steps are joined by what is answered", "[analysis][graph]") {
    const Graph graph = graph_of_steps(*small_bot(), *small_bot()->flow("walk"));
    REQUIRE(edge_between(graph, "who", "by_who")->label == "Myself, My partner, skip");
    REQUIRE(edge_between(graph, "more", "back to the caller")->label == "Enough");
    REQUIRE(edge_between(graph, "more", "more") == nullptr);
    const Graph signs = graph_of_steps(*small_bot(), *small_bot()->flow("signs"));
    REQUIRE(edge_between(signs, "none", "some")->label == "passed over");
}

TEST_CASE("no box lies on another, and all lie in the picture", "[analysis][graph]") {
    static const auto shipped = load(shipped_bot()).value();
    const std::string flow = GENERATE("", "signs", "questions", "crisis_suicide");
    CAPTURE(flow);
    const Graph graph =
        flow.empty() ? graph_of_flows(*shipped) : graph_of_steps(*shipped, *shipped->flow(flow));
    const Layout layout = lay_out(graph);
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        const NodeBox& box = layout.boxes[i];
        REQUIRE((box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.width &&
                 box.y + box.height <= layout.height));
        for (std::size_t j = i + 1; j < layout.boxes.size(); ++j)
            REQUIRE_FALSE(overlap(box, layout.boxes[j]));
    }
}

TEST_CASE("labels cannot break out of any format", "[analysis][graph]") {
    const Graph graph{"<T> & \"t\"",
                      {{"a", "say \"hi\" <b>", GraphNode::Kind::flow}, {"b", "x\\y", GraphNode::Kind::end}},
                      {{0, 1, "a|b", false}}};
    REQUIRE(write_svg(graph).find("say &quot;hi&quot; &lt;b&gt;") != std::string::npos);
    REQUIRE(write_svg(graph).find("<b>") == std::string::npos);
    REQUIRE(write_dot(graph).find("\"say \\\"hi\\\" <b>\"") != std::string::npos);
    REQUIRE(write_dot(graph).find("\"x\\\\y\"") != std::string::npos);
    REQUIRE(write_mermaid(graph).find("n0[\"say 'hi' <b>\"]") != std::string::npos);
    REQUIRE(write_mermaid(graph).find("|\"a'b\"|") != std::string::npos);
}
