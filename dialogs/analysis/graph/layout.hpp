#pragma once

#include <vector>

#include "dialogs/analysis/graph/graph.hpp"

namespace attune::dialogs {

/// Where a node is drawn, in pixels; the left upper corner.
struct NodeBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct Layout {
    std::vector<NodeBox> boxes;  ///< one a node; none overlaps another
    double width = 0;
    double height = 0;
};

/// Columns from left to right: a node stands one behind the nearest node that leads to it; in a column, near
/// what it is joined with. What nothing leads to stands in columns of its own, behind the others; full
/// columns go on in the next. Pure; O(sweeps × edges × log nodes). Source: Sugiyama, Tagawa, Toda, "Methods
/// for visual understanding of hierarchical system structures", 1981 (layers and barycenters), with
/// breadth-first layers.
Layout lay_out(const Graph& graph);

}  // namespace attune::dialogs
