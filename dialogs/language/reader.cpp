#include "dialogs/language/reader.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/language/nearest.hpp"

namespace attune::dialogs {

namespace {

std::string kind_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::nothing:
            return "nothing";
        case Node::Kind::text:
            return "a text";
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "a map";
    }
    return "";
}

void wrong_type(const Node& node, std::string_view what, std::string_view expected, Report& report) {
    const bool is_null = node.kind == Node::Kind::nothing && expected == "a text";
    report.add("wrong-type", node.place,
               kind_of(node) + " for " + std::string(what) + "; expected " + std::string(expected),
               is_null ? "an empty text is written \"\"" : "");
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

Fields::Fields(const Node& node, std::string_view what, std::vector<std::string> known, Report& report)
    : node_(node), what_(what), report_(report) {
    if (!dialogs::is_map(node, what, report)) return;
    for (const Entry& entry : node.entries) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        const std::string near = nearest(entry.key, known);
        report.add(
            "unknown-key", entry.place,
            "unknown key " + quoted(entry.key) + " in " + std::string(what) + "; expected " + one_of(known),
            near.empty() ? "" : "did you mean '" + near + "'?");
    }
}

Fields::Fields(const Node& node, std::string_view what, Report& report)
    : node_(node), what_(what), report_(report) {}

const Node* Fields::find(std::string_view key) const {
    const auto has_key = [&](const Entry& entry) { return entry.key == key; };
    const auto found = std::find_if(node_.entries.begin(), node_.entries.end(), has_key);
    return found == node_.entries.end() ? nullptr : &found->value;
}

const Node* Fields::need(std::string_view key) const {
    const Node* found = find(key);
    if (found == nullptr && is_map()) {
        report_.add("missing-key", place(),
                    "the key '" + std::string(key) + "' is missing in " + std::string(what_));
    }
    return found;
}

const Place& Fields::place_of(std::string_view key) const {
    for (const Entry& entry : node_.entries) {
        if (entry.key == key) return entry.place;
    }
    return place();
}

bool is_list(const Node& node, std::string_view what, Report& report) {
    if (node.kind == Node::Kind::list) return true;
    wrong_type(node, what, "a list", report);
    return false;
}

bool is_map(const Node& node, std::string_view what, Report& report) {
    if (node.kind == Node::Kind::map) return true;
    wrong_type(node, what, "keys with values", report);
    return false;
}

std::string read_any_text(const Node* node, std::string_view what, Report& report) {
    if (node == nullptr) return "";
    if (node->kind != Node::Kind::text) wrong_type(*node, what, "a text", report);
    return node->text;
}

std::string read_text(const Node* node, std::string_view what, Report& report) {
    std::string text = read_any_text(node, what, report);
    const bool says_nothing = text.find_first_not_of(" \n") == std::string::npos;
    if (node != nullptr && node->kind == Node::Kind::text && says_nothing) {
        report.add("empty-text", node->place, "an empty text for " + std::string(what) + "; expected words");
    }
    return text;
}

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_word_byte);
}

std::string read_id(const Node* node, std::string_view what, Report& report) {
    const std::string id = read_any_text(node, what, report);
    if (node == nullptr || node->kind != Node::Kind::text || is_id(id)) return id;
    report.add("bad-id", node->place,
               quoted(id) + " is no name for " + std::string(what) + "; expected a to z, 0 to 9 and _");
    return "";
}

std::string read_line_id(const std::string& id, const Place& place, Report& report) {
    const auto fits = [](char c) { return is_word_byte(c) || c == '.' || c == '-'; };
    if (!id.empty() && std::all_of(id.begin(), id.end(), fits)) return id;
    report.add("bad-id", place, quoted(id) + " is no id for a line; expected a to z, 0 to 9, _, . and -");
    return id;
}

bool read_bool(const Node* node, bool otherwise, Report& report) {
    if (node == nullptr) return otherwise;
    return read_one_of(node, "bad-value", "truth value", {"true", "false"}, report) == "true";
}

std::string read_one_of(const Node* node, std::string_view code, std::string_view what,
                        const std::vector<std::string>& names, Report& report) {
    const std::string written = read_any_text(node, what, report);
    if (node == nullptr || node->kind != Node::Kind::text) return "";
    if (std::find(names.begin(), names.end(), written) != names.end()) return written;
    const std::string near = nearest(written, names);
    report.add(std::string(code), node->place,
               quoted(written) + " is no " + std::string(what) + "; expected " + one_of(names),
               near.empty() ? "" : "did you mean '" + near + "'?");
    return "";
}

void read_schema(const Fields& fields, Report& report) {
    read_one_of(fields.need("schema"), "bad-value", "known version of the language", {"1"}, report);
}

std::vector<const Node*> read_list(const Node* node, std::string_view what, Report& report) {
    if (node == nullptr || !is_list(*node, what, report)) return {};
    return one_or_many(*node);
}

std::vector<const Node*> one_or_many(const Node& node) {
    if (node.kind != Node::Kind::list) return {&node};
    std::vector<const Node*> nodes;
    for (const Node& item : node.items) nodes.push_back(&item);
    return nodes;
}

}  // namespace attune::dialogs
