#include <algorithm>

#include "dialogs/analysis/graph/graph.hpp"

namespace attune::dialogs {

namespace {

std::string dot_text(const std::string& text) {
    std::string safe = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') safe += '\\';
        safe += c;
    }
    return safe + "\"";
}

/// Mermaid takes anything between quotes but quotes and line ends; `#` begins its own escapes.
std::string mermaid_text(std::string text) {
    const auto is_special = [](char c) { return c == '"' || c == '#' || c == '\n' || c == '|' || c == '`'; };
    std::replace_if(text.begin(), text.end(), is_special, '\'');
    return "\"" + text + "\"";
}

const char* dot_shape(GraphNode::Kind kind) {
    switch (kind) {
        case GraphNode::Kind::question:
            return "box, style=rounded";
        case GraphNode::Kind::danger:
            return "box, color=red";
        case GraphNode::Kind::end:
            return "plaintext";
        default:
            return "box";
    }
}

}  // namespace

std::string write_dot(const Graph& graph) {
    std::string text = "digraph " + dot_text(graph.title) + " {\n  rankdir=LR;\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        text += "  n" + std::to_string(i) + " [label=" + dot_text(graph.nodes[i].label) +
                ", shape=" + dot_shape(graph.nodes[i].kind) + "];\n";
    }
    for (const GraphEdge& edge : graph.edges) {
        text += "  n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to) +
                " [label=" + dot_text(edge.label) + (edge.comes_back ? ", dir=both, arrowtail=empty" : "") +
                "];\n";
    }
    return text + "}\n";
}

std::string write_mermaid(const Graph& graph) {
    std::string text = "flowchart LR\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const bool asks = graph.nodes[i].kind == GraphNode::Kind::question;
        text += "  n" + std::to_string(i) + (asks ? "(" : "[") + mermaid_text(graph.nodes[i].label) +
                (asks ? ")" : "]") + "\n";
    }
    for (const GraphEdge& edge : graph.edges) {
        text += "  n" + std::to_string(edge.from) + (edge.comes_back ? " <-->" : " -->") +
                (edge.label.empty() ? "" : "|" + mermaid_text(edge.label) + "|") + " n" +
                std::to_string(edge.to) + "\n";
    }
    return text;
}

}  // namespace attune::dialogs
