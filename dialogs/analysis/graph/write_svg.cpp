#include <cmath>
#include <sstream>

#include "dialogs/analysis/graph/layout.hpp"
#include "dialogs/analysis/view/markup.hpp"

namespace attune::dialogs {

namespace {

constexpr const char* style = R"(
text { font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #1d2433; }
.title { font-size: 20px; font-weight: 600; }
rect { fill: #ffffff; stroke: #8a94a6; stroke-width: 1.2; }
.question rect { fill: #eef3f1; stroke: #1f6f63; }
.danger rect { fill: #fcedec; stroke: #a3282f; }
.end rect { fill: #f1efe9; stroke: none; }
path { fill: none; stroke: #8a94a6; stroke-width: 1.1; opacity: .75; }
path.back { stroke: #b98a4e; stroke-dasharray: 4 3; opacity: .6; }
path.call { stroke: #1f6f63; }
.label { font-size: 11px; fill: #5b6577; }
.halo { stroke: #fbfaf7; stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }
)";

constexpr double head = 44;  // for the title
constexpr std::size_t longest_label = 34;

const char* class_of(GraphNode::Kind kind) {
    switch (kind) {
        case GraphNode::Kind::question:
            return "question";
        case GraphNode::Kind::danger:
            return "danger";
        case GraphNode::Kind::end:
            return "end";
        default:
            return "flow";
    }
}

/// Cut between letters.
std::string shortened(const std::string& label) {
    if (label.size() <= longest_label) return label;
    std::size_t end = longest_label;
    while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0) == 0x80) --end;
    return label.substr(0, end) + "…";
}

class SvgWriter {
public:
    SvgWriter(const Graph& graph, const Layout& layout) : graph_(graph), layout_(layout) {
        out_ << std::fixed;
        out_.precision(1);
    }

    std::string write() {
        const double height = layout_.height + head;
        out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << layout_.width << " " << height
             << "\" width=\"" << layout_.width << "\" height=\"" << height << "\" role=\"img\">\n<title>"
             << escaped(graph_.title) << "</title>\n<style>" << style << "</style>\n"
             << "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
                "markerHeight=\"8\" "
                "orient=\"auto-start-reverse\"><path d=\"M1 1L7 4L1 7\" "
                "style=\"opacity:1;stroke:#5b6577\"/></marker></defs>\n"
             << "<rect width=\"100%\" height=\"100%\" style=\"fill:#fbfaf7;stroke:none\"/>\n"
             << "<text class=\"title\" x=\"24\" y=\"34\">" << escaped(graph_.title) << "</text>\n";
        for (const GraphEdge& edge : graph_.edges) write_edge(edge);
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) write_node(graph_.nodes[i], layout_.boxes[i]);
        for (const GraphEdge& edge : graph_.edges) write_label(edge);
        out_ << "</svg>\n";
        return out_.str();
    }

private:
    struct Curve {
        double x1, y1, x2, y2, bend;
        bool back;
    };

    Curve curve_of(const GraphEdge& edge) const {
        const NodeBox& from = layout_.boxes[edge.from];
        const NodeBox& to = layout_.boxes[edge.to];
        const bool back = to.x <= from.x;
        Curve curve{from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2, 0, back};
        if (back) {  // out and in on the right, so that it passes no box of its own column
            curve.x2 = to.x + to.width;
            curve.bend = 36 + std::abs(curve.y2 - curve.y1) / 12;
        } else {
            curve.bend = (curve.x2 - curve.x1) / 2;
        }
        return curve;
    }

    void write_edge(const GraphEdge& edge) {
        const Curve c = curve_of(edge);
        const double to_bend = c.back ? c.x2 + c.bend : c.x2 - c.bend;
        out_ << "<path class=\""
             << (c.back            ? "back"
                 : edge.comes_back ? "call"
                                   : "go")
             << "\" marker-end=\"url(#tip)\" d=\"M" << c.x1 << " " << c.y1 + head << "C" << c.x1 + c.bend
             << " " << c.y1 + head << " " << to_bend << " " << c.y2 + head << " " << c.x2 << " "
             << c.y2 + head << "\"/>\n";
    }

    void write_label(const GraphEdge& edge) {
        if (edge.label.empty()) return;
        const Curve c = curve_of(edge);
        // Of an edge that leads back, behind the box it leaves: its middle may lie on other boxes.
        const double x = c.back ? c.x1 + 14 : (c.x1 + c.x2) / 2;
        const double y = c.back ? c.y1 + 20 : (c.y1 + c.y2) / 2 - 3;
        out_ << "<text class=\"label halo\" text-anchor=\"" << (c.back ? "start" : "middle") << "\" x=\"" << x
             << "\" y=\"" << y + head << "\">" << escaped(shortened(edge.label)) << "</text>\n";
    }

    void write_node(const GraphNode& node, const NodeBox& box) {
        out_ << "<g class=\"" << class_of(node.kind) << "\"><rect x=\"" << box.x << "\" y=\"" << box.y + head
             << "\" width=\"" << box.width << "\" height=\"" << box.height << "\" rx=\""
             << (node.kind == GraphNode::Kind::question ? 15 : 5) << "\"/><text x=\"" << box.x + 12
             << "\" y=\"" << box.y + head + 20 << "\">" << escaped(node.label) << "</text></g>\n";
    }

    const Graph& graph_;
    const Layout& layout_;
    std::ostringstream out_;
};

}  // namespace

std::string write_svg(const Graph& graph) {
    return SvgWriter(graph, lay_out(graph)).write();
}

}  // namespace attune::dialogs
