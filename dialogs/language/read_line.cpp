#include "dialogs/language/read_line.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

constexpr std::string_view clinic_prefix = "clinic.";
constexpr std::string_view crisis_prefix = "crisis.";
constexpr std::string_view section_suffix = ".section";

/// Fills in one text.
class Filler {
public:
    Filler(const Node& node, const Scope& scope, bool may_hold_slots)
        : node_(node), scope_(scope), may_hold_slots_(may_hold_slots) {}

    Text fill() {
        const std::string_view text = node_.text;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t brace = std::min(text.find('{', at), text.size());
            words(text.substr(at, brace - at));
            if (brace == text.size()) break;
            at = text.substr(brace, 2) == "{{" ? after_brace(brace) : after_name(brace);
        }
        return std::move(filled_);
    }

private:
    void words(std::string_view more) {
        if (more.empty()) return;
        if (filled_.empty() || !std::holds_alternative<std::string>(filled_.back()))
            filled_.emplace_back(std::string());
        std::get<std::string>(filled_.back()) += more;
    }

    std::size_t after_brace(std::size_t brace) {
        words("{");
        return brace + 2;
    }

    std::size_t after_name(std::size_t brace) {
        const std::string_view text = node_.text;
        const std::size_t end = std::min(text.find_first_of("{}\n", brace + 1), text.size());
        const std::string_view name = text.substr(brace + 1, end - brace - 1);
        const Place place = node_.place_of(brace);
        if (text.substr(end, 1) != "}") {
            scope_.report.add("text-syntax", place, "'{' without '}'; expected a name like {clinic.phone}",
                              "a brace that is meant as such is written {{");
            return end;
        }
        if (name.starts_with(clinic_prefix)) {
            clinic(name.substr(clinic_prefix.size()), place);
        } else if (name.starts_with(crisis_prefix)) {
            crisis(name.substr(crisis_prefix.size()), place);
        } else if (name == "bot.name") {
            words(scope_.names.bot_name);
        } else if (is_id(name) && may_hold_slots_) {
            slot(name, place);
        } else if (name.ends_with(section_suffix) && may_hold_slots_) {
            section(name.substr(0, name.size() - section_suffix.size()), place);
        } else {
            unknown(name, place);
        }
        return end + 1;
    }

    void clinic(std::string_view key, const Place& place) {
        const auto& facts = scope_.names.clinic;
        if (!scope_.names.clinic_known) return;
        const auto found = facts.find(std::string(key));
        if (found == facts.end()) {
            std::vector<std::string> known;
            for (const auto& [name, fact] : facts) known.push_back(name);
            scope_.report.add(
                "unknown-variable", place,
                "unknown " + quoted("{clinic." + std::string(key) + "}") + "; expected a key of clinic.yaml",
                help_for(key, known));
        } else if (found->second.empty()) {
            scope_.report.add("empty-variable", place,
                              "'clinic." + std::string(key) + "' is empty in clinic.yaml",
                              "fill it in, or say this without it");
        } else {
            words(found->second);
        }
    }

    void crisis(std::string_view what, const Place& place) {
        const CrisisCard& card = scope_.names.crisis;
        if (!scope_.names.crisis_known) return;
        std::vector<std::string> known = {"emergency", "lines"};
        for (const auto& [country, other] : scope_.names.cards) {
            for (const CrisisLine& line : other.lines)
                known.insert(known.end(), line.purposes.begin(), line.purposes.end());
        }
        std::string here = shown_of(card, what);
        if (std::find(known.begin(), known.end(), what) != known.end() && !here.empty()) {
            if (!may_hold_slots_) return words(here);
            filled_.emplace_back(CrisisText{std::string(what), std::move(here)});
            return;
        }
        scope_.report.add("unknown-purpose", place,
                          "no crisis line of " + card.country + " is for " + quoted(what) +
                              "; expected {crisis.emergency}, {crisis.lines} or a purpose of safety/lines",
                          help_for(what, known));
    }

    void slot(std::string_view name, const Place& place) {
        if (use_slot(scope_, name, place) != nullptr) filled_.emplace_back(SlotText{std::string(name)});
    }

    void section(std::string_view name, const Place& place) {
        const Slot* slot = use_slot(scope_, name, place);
        if (slot == nullptr) return;
        if (slot->heading.empty()) {
            scope_.report.add("no-heading", place, "the slot '" + slot->name + "' has no heading to show",
                              "give it one where it is declared, or write {" + slot->name + "}");
        }
        filled_.emplace_back(SlotText{std::string(name), true});
    }

    void unknown(std::string_view name, const Place& place) {
        const bool is_slot = is_id(name);
        const std::string near = nearest(name, {"bot.name"});
        scope_.report.add("unknown-variable", place,
                          is_slot ? "the slot '" + std::string(name) + "' cannot stand in a label or title"
                                  : "unknown " + quoted("{" + std::string(name) + "}") +
                                        "; expected {clinic.…}, {crisis.…}, {bot.name} or a slot",
                          near.empty() ? "" : "did you mean '{" + near + "}'?");
    }

    const Node& node_;
    const Scope& scope_;
    bool may_hold_slots_;
    Text filled_;
};

void declare_line(const std::string& id, const Place& place, const Scope& scope) {
    const auto [first, is_new] = scope.lines.emplace(id, place);
    if (is_new) return;
    const Place& other = first->second;
    scope.report.add("duplicate-line", place,
                     "a second line with the id " + quoted(id) + "; expected each id once in the bot",
                     "the first is in " + other.file + ":" + std::to_string(other.line));
}

}  // namespace

Text read_template(const Node& node, const Scope& scope) {
    read_text(&node, "a line", scope.report);
    return Filler(node, scope, true).fill();
}

std::string read_fixed(const Node* node, std::string_view what, const Scope& scope) {
    read_text(node, what, scope.report);
    if (node == nullptr) return "";
    const Text filled = Filler(*node, scope, false).fill();
    return filled.empty() ? "" : std::get<std::string>(filled.front());
}

Line read_line(const Node& node, const Scope& scope) {
    Line line;
    const bool has_one_key = node.kind == Node::Kind::map && node.entries.size() == 1;
    if (!has_one_key) {
        scope.report.add(
            "wrong-type", node.place, "this is no line; expected one id with its text",
            "write  id: \"text\"  or  id: [\"text\", \"other text\"], each line with its own dash");
        return line;
    }
    const Entry& entry = node.entries.front();
    line.id = read_line_id(entry.key, entry.place, scope.report);
    declare_line(line.id, entry.place, scope);
    const Node& words = words_of(scope, "lines." + line.id, entry.value);
    for (const Node* variant : one_or_many(words))
        line.variants.push_back(read_template(*variant, scope));
    if (line.variants.empty()) {
        scope.report.add("empty-list", entry.value.place, "a line without a text; expected at least one");
    }
    return line;
}

std::vector<Line> read_lines(const Node* node, std::string_view what, const Scope& scope) {
    std::vector<Line> lines;
    for (const Node* item : read_list(node, what, scope.report)) lines.push_back(read_line(*item, scope));
    if (node != nullptr && node->kind == Node::Kind::list && lines.empty()) {
        scope.report.add("empty-list", node->place,
                         "no line in " + std::string(what) + "; expected at least one");
    }
    return lines;
}

}  // namespace attune::dialogs
