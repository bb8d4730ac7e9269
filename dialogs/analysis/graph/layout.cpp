#include "dialogs/analysis/graph/layout.hpp"

#include <algorithm>
#include <deque>

namespace attune::dialogs {

namespace {

using Column = std::vector<std::size_t>;

constexpr double row_height = 30;
constexpr double row_gap = 14;
constexpr double least_gap = 110;
constexpr std::size_t longest_label = 34;  // of an edge, as it is drawn
constexpr double margin = 24;
constexpr std::size_t full_column = 22;
constexpr int sweeps = 8;

double width_of(const std::string& label) {
    std::size_t letters = 0;
    for (const char c : label) letters += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0U : 1U;
    return std::max(60.0, 7.4 * static_cast<double>(letters) + 24);
}

/// Room for what stands on the edges that leave this column.
double gap_behind(const Graph& graph, const Column& column) {
    std::size_t longest = 0;
    for (const GraphEdge& edge : graph.edges) {
        const bool leaves = std::find(column.begin(), column.end(), edge.from) != column.end();
        if (leaves) longest = std::max(longest, std::min(edge.label.size(), longest_label));
    }
    return std::max(least_gap, 6.2 * static_cast<double>(longest) + 90);
}

/// The nodes by how many steps lead to them from the first; behind them those that nothing leads to.
std::vector<Column> columns_of(const Graph& graph) {
    constexpr std::size_t unknown = static_cast<std::size_t>(-1);
    std::vector<std::size_t> depth(graph.nodes.size(), unknown);
    std::deque<std::size_t> open;
    if (!graph.nodes.empty()) {
        depth[0] = 0;
        open.push_back(0);
    }
    std::vector<Column> columns;
    while (!open.empty()) {
        const std::size_t node = open.front();
        open.pop_front();
        if (columns.size() <= depth[node]) columns.emplace_back();
        columns[depth[node]].push_back(node);
        for (const GraphEdge& edge : graph.edges) {
            if (edge.from != node || depth[edge.to] != unknown) continue;
            depth[edge.to] = depth[node] + 1;
            open.push_back(edge.to);
        }
    }
    Column rest;
    for (std::size_t i = 0; i < depth.size(); ++i) {
        if (depth[i] == unknown) rest.push_back(i);
    }
    if (!rest.empty()) columns.push_back(std::move(rest));
    return columns;
}

/// Puts each node of a column near the middle of what it is joined with in the other columns.
void sort_column(const Graph& graph, Column& column, std::vector<double>& rank) {
    std::vector<std::pair<double, std::size_t>> wanted;
    for (const std::size_t node : column) {
        double sum = 0;
        int count = 0;
        for (const GraphEdge& edge : graph.edges) {
            if (edge.from != node && edge.to != node) continue;
            sum += rank[edge.from == node ? edge.to : edge.from];
            ++count;
        }
        wanted.emplace_back(count == 0 ? rank[node] : sum / count, node);
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        column[i] = wanted[i].second;
        rank[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    }
}

std::vector<Column> split(const std::vector<Column>& columns) {
    std::vector<Column> result;
    for (const Column& column : columns) {
        const std::size_t parts = (column.size() + full_column - 1) / full_column;
        const std::size_t each = (column.size() + parts - 1) / parts;
        for (std::size_t at = 0; at < column.size(); at += each) {
            const auto begin = column.begin() + static_cast<std::ptrdiff_t>(at);
            result.emplace_back(begin,
                                begin + static_cast<std::ptrdiff_t>(std::min(each, column.size() - at)));
        }
    }
    return result;
}

}  // namespace

Layout lay_out(const Graph& graph) {
    std::vector<Column> columns = columns_of(graph);
    std::vector<double> rank(graph.nodes.size(), 0.5);
    for (Column& column : columns) {
        for (std::size_t i = 0; i < column.size(); ++i) {
            rank[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
        }
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (Column& column : columns) sort_column(graph, column, rank);
    }
    columns = split(columns);
    std::size_t tallest = 0;
    for (const Column& column : columns) tallest = std::max(tallest, column.size());
    Layout layout;
    layout.boxes.resize(graph.nodes.size());
    const double step = row_height + row_gap;
    layout.height = 2 * margin + static_cast<double>(tallest) * step;
    double x = margin;
    double gap = 0;
    for (const Column& column : columns) {
        double widest = 0;
        double y = margin + (static_cast<double>(tallest - column.size()) * step + row_gap) / 2;
        for (const std::size_t node : column) {
            const double width = width_of(graph.nodes[node].label);
            layout.boxes[node] = {x, y, width, row_height};
            widest = std::max(widest, width);
            y += step;
        }
        for (const std::size_t node : column) layout.boxes[node].width = widest;
        gap = gap_behind(graph, column);
        x += widest + gap;
    }
    layout.width = std::max(x - gap + least_gap, 2 * margin);
    return layout;
}

}  // namespace attune::dialogs
