#include "dialogs/analysis/read_phrases.hpp"

#include <algorithm>

#include "dialogs/analysis/read_csv.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

Node text_node(const std::string& text, const Place& place) {
    Node node;
    node.kind = Node::Kind::text;
    node.place = place;
    node.text = text;
    return node;
}

PhraseTest read_phrase(const TestScope& scope, const Node& node) {
    const Fields fields(node, "a phrase", {"user", "intent", "safety"}, scope.report);
    PhraseTest test;
    test.place = node.place;
    if (!fields.is_map()) return test;
    test.user = read_any_text(fields.need("user"), "what the visitor writes", scope.report);
    if (const Node* intent = fields.find("intent")) test.intent = use_intent(scope, *intent);
    if (const Node* safety = fields.find("safety")) test.safety = use_safety_class(scope, *safety);
    if (!test.intent && !test.safety) {
        scope.report.add("missing-key", node.place,
                         "a phrase without 'intent' or 'safety'; expected what it means");
    }
    return test;
}

/// The columns of a table, or nothing when its first row does not name them.
bool are_columns(const std::vector<std::string>& names) {
    const auto has = [&](const char* name) { return std::count(names.begin(), names.end(), name) == 1; };
    const auto known = [](const std::string& name) {
        return name == "user" || name == "intent" || name == "safety";
    };
    return has("user") && (has("intent") || has("safety")) && std::all_of(names.begin(), names.end(), known);
}

PhraseTest read_row(const TestScope& scope, const std::string& path, const std::vector<std::string>& columns,
                    const CsvRow& row) {
    PhraseTest test;
    test.place = {path, row.line, 1};
    if (row.cells.size() != columns.size()) {
        scope.report.add(
            "bad-csv", test.place,
            std::to_string(row.cells.size()) + " cells; expected " + std::to_string(columns.size()));
        return test;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Node cell = text_node(row.cells[i], test.place);
        if (columns[i] == "user") test.user = cell.text;
        if (columns[i] == "intent" && !cell.text.empty()) test.intent = use_intent(scope, cell);
        if (columns[i] == "safety" && !cell.text.empty()) test.safety = use_safety_class(scope, cell);
    }
    return test;
}

}  // namespace

std::vector<PhraseTest> read_phrases(const TestScope& scope, const std::string& suite, const Node& list) {
    std::vector<PhraseTest> phrases;
    for (const Node* each : read_list(&list, "phrases", scope.report)) {
        phrases.push_back(read_phrase(scope, *each));
        phrases.back().suite = suite;
    }
    return phrases;
}

std::vector<PhraseTest> read_phrase_table(const TestScope& scope, const std::string& path,
                                          const std::string& content) {
    const std::vector<CsvRow> rows = read_csv(path, content, scope.report);
    if (rows.empty() || !are_columns(rows.front().cells)) {
        scope.report.add("bad-csv", {path, 1, 1},
                         "no names of columns; expected user,intent or user,safety in the first line");
        return {};
    }
    const std::size_t slash = path.rfind('/') + 1;
    std::vector<PhraseTest> phrases;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        phrases.push_back(read_row(scope, path, rows.front().cells, rows[i]));
        phrases.back().suite = path.substr(slash, path.rfind('.') - slash);
    }
    return phrases;
}

}  // namespace attune::dialogs
