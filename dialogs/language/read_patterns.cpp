#include "dialogs/language/read_patterns.hpp"

#include <optional>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

/// The name of the list that a pattern asks for at `offset`, when it does and there is no such list.
std::optional<std::string> missing_list(std::string_view pattern, std::size_t offset,
                                        const nlu::WordLists& lists) {
    if (offset >= pattern.size() || pattern[offset] != '@') return std::nullopt;
    const std::string_view rest = pattern.substr(offset + 1);
    std::size_t end = 0;
    while (end < rest.size() && is_id(rest.substr(end, 1))) ++end;
    std::string name(rest.substr(0, end));
    return name.empty() || lists.count(name) != 0 ? std::nullopt : std::optional(std::move(name));
}

void report_pattern(const Node& node, const nlu::PatternError& error, const nlu::WordLists& lists,
                    const Names& names, Report& report) {
    const Place place = node.place_of(error.offset);
    const std::optional<std::string> list = missing_list(node.text, error.offset, lists);
    if (!list) {
        report.add("bad-pattern", place,
                   "in the pattern " + quoted(node.text) + ": found " + quoted(error.found) + "; expected " +
                       error.expected);
    } else if (names.nlu_known) {
        std::vector<std::string> known;
        for (const auto& [name, phrases] : lists) known.push_back(name);
        report.add("unknown-list", place, "unknown list '@" + *list + "'; expected a list of nlu/*.yaml",
                   help_for(*list, known));
    }
}

std::optional<nlu::WordPattern> compile(const Node& node, const nlu::WordLists& lists, const Names& names,
                                        Report& report) {
    const std::size_t before = report.size();
    read_text(&node, "a pattern", report);
    if (report.size() > before) return std::nullopt;
    auto compiled = nlu::compile_pattern(node.text, lists);
    if (compiled) return std::move(*compiled);
    report_pattern(node, compiled.error(), lists, names, report);
    return std::nullopt;
}

}  // namespace

std::vector<nlu::WordPattern> read_patterns(const Node* node, std::string_view what, const Names& names,
                                            Report& report) {
    std::vector<nlu::WordPattern> patterns;
    for (const Node* item : read_list(node, what, report)) {
        if (auto compiled = compile(*item, names.lists, names, report))
            patterns.push_back(std::move(*compiled));
    }
    return patterns;
}

void read_word_lists(const Node* node, Names& names, Report& report) {
    if (node == nullptr || !is_map(*node, "lists", report)) return;
    for (const Entry& entry : node->entries) {
        if (!is_id(entry.key)) {
            report.add("bad-id", entry.place,
                       quoted(entry.key) + " is no name for a list; expected a to z, 0 to 9 and _");
        }
        std::vector<std::string> phrases;
        for (const Node* phrase : read_list(&entry.value, "a word list", report)) {
            if (phrase->text.find('@') != std::string::npos) {
                report.add("bad-pattern", phrase->place,
                           "a list in a list: " + quoted(phrase->text) + "; expected words");
                continue;
            }
            if (compile(*phrase, {}, names, report)) phrases.push_back(phrase->text);
        }
        if (!names.lists.emplace(entry.key, std::move(phrases)).second) {
            report.add("duplicate-list", entry.place, "a second list with the name " + quoted(entry.key));
        }
    }
}

}  // namespace attune::dialogs
