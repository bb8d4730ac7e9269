#include "dialogs/language/read_channel_lines.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "dialogs/language/read_line.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

/// It is said outside of any conversation: nothing is known of the visitor, nor which variant was said last.
void check_fixed(const Node& node, const Line& line, const Scope& scope) {
    if (line.variants.size() > 1) {
        scope.report.add("too-many", node.place,
                         "'" + line.id + "' has several texts; expected one, as on every channel the same is said");
    }
    for (const Text& text : line.variants) {
        for (const auto& piece : text) {
            const auto* slot = std::get_if<SlotText>(&piece);
            if (slot == nullptr) continue;
            scope.report.add("unknown-variable", node.place,
                             "the slot '" + slot->slot + "' cannot stand in a line of channel_lines");
        }
    }
}

}  // namespace

ChannelLines read_channel_lines(const Node* node, const Scope& scope) {
    ChannelLines lines;
    if (node == nullptr) return lines;
    const std::vector<std::pair<std::string, Line*>> all = {{"stop", &lines.stop},
                                                            {"start", &lines.start},
                                                            {"help", &lines.help},
                                                            {"number", &lines.number},
                                                            {"numbers", &lines.numbers},
                                                            {"list", &lines.list}};
    std::vector<std::string> keys;
    for (const auto& [key, line] : all) keys.push_back(key);
    const Fields fields(*node, "channel_lines", keys, scope.report);
    for (const auto& [key, line] : all) {
        const Node* written = fields.need(key);
        if (written == nullptr) continue;
        *line = read_line(*written, scope);
        check_fixed(*written, *line, scope);
    }
    return lines;
}

}  // namespace attune::dialogs
