#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/language/source.hpp"

namespace attune::dialogs {

/// The keys of a map. Whatever is wrong is reported at its place, and reading goes on.
class Fields {
public:
    /// Reports a node that is no map, and every key that is not in `known`. `what` is for messages: "a flow".
    /// `node`, `report` and `what` outlive this.
    Fields(const Node& node, std::string_view what, std::vector<std::string> known, Report& report);

    /// The same for a map whose keys were checked before: reports only what `need` misses.
    Fields(const Node& node, std::string_view what, Report& report);

    bool is_map() const { return node_.kind == Node::Kind::map; }
    const Place& place() const { return node_.place; }

    /// The value of a key, or nullptr.
    const Node* find(std::string_view key) const;
    /// The same; a key that is not there is reported.
    const Node* need(std::string_view key) const;
    /// The place of the key, else of the map.
    const Place& place_of(std::string_view key) const;

private:
    const Node& node_;
    std::string_view what_;
    Report& report_;
};

/// Where `node` is no list or no map, these report it and answer false.
bool is_list(const Node& node, std::string_view what, Report& report);
bool is_map(const Node& node, std::string_view what, Report& report);

/// A text, perhaps empty.
std::string read_any_text(const Node* node, std::string_view what, Report& report);
/// A text that says something.
std::string read_text(const Node* node, std::string_view what, Report& report);
/// `[a-z0-9_]+`. An empty text when it is not.
std::string read_id(const Node* node, std::string_view what, Report& report);
/// `[a-z0-9_.-]+`.
std::string read_line_id(const std::string& id, const Place& place, Report& report);
bool is_id(std::string_view text);
/// `true` or `false`; `otherwise` when the key is not there.
bool read_bool(const Node* node, bool otherwise, Report& report);
/// One of `names`. An empty text when it is not; reported with `code`.
std::string read_one_of(const Node* node, std::string_view code, std::string_view what,
                        const std::vector<std::string>& names, Report& report);
/// Reports a version other than 1.
void read_schema(const Fields& fields, Report& report);
/// The nodes of a list; none when the key is not there.
std::vector<const Node*> read_list(const Node* node, std::string_view what, Report& report);
/// The nodes of a list, or the one node that stands in its place.
std::vector<const Node*> one_or_many(const Node& node);

}  // namespace attune::dialogs
