#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

struct GraphNode {
    enum class Kind { flow, question, step, danger, end };
    std::string id;
    std::string label;
    Kind kind = Kind::flow;
};

struct GraphEdge {
    std::size_t from = 0;  ///< index of a node
    std::size_t to = 0;
    std::string label;        ///< the option, or why it goes there; several share an edge, a comma between
    bool comes_back = false;  ///< a call: the flow gives back to where it was called
};

/// Where a conversation can go. The first node is where it begins; at most one edge leads from a node to
/// another in the same way.
struct Graph {
    std::string title;
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
};

/// All flows and the ways between them. Pure; O(script).
Graph graph_of_flows(const Script& script);

/// The steps of one flow, with the flows that they lead to and `end` where it gives back. Pure; O(flow).
Graph graph_of_steps(const Script& script, const Flow& flow);

std::string write_dot(const Graph& graph);      ///< Graphviz
std::string write_mermaid(const Graph& graph);  ///< Mermaid flowchart
std::string write_svg(const Graph& graph);      ///< laid out by `lay_out`; needs nothing else

}  // namespace attune::dialogs
