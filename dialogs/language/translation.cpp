#include "dialogs/language/translation.hpp"

#include <algorithm>
#include <set>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/language/text_hash.hpp"

namespace attune::dialogs {

namespace {

constexpr std::string_view bot_group = "bot";

std::vector<std::string> variants_of(const Node& node) {
    std::vector<std::string> texts;
    for (const Node* item : one_or_many(node)) texts.push_back(item->text);
    return texts;
}

bool says_nothing(const std::vector<std::string>& texts) {
    return texts.empty() ||
           std::any_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); });
}

/// What stands in braces: `{clinic.phone}`. Not `{{`.
std::set<std::string> variables_of(const std::vector<std::string>& texts) {
    std::set<std::string> found;
    for (const std::string& text : texts) {
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
            if (text.compare(at, 2, "{{") == 0) {
                ++at;
                continue;
            }
            const std::size_t end = text.find('}', at);
            if (end != std::string::npos) found.insert(text.substr(at, end - at + 1));
        }
    }
    return found;
}

}  // namespace

Translation::Translation(std::string tag, const LocaleSources& sources, Report& report, bool must_be_complete)
    : tag_(std::move(tag)), must_be_complete_(must_be_complete), report_(report) {
    if (sources.bot != nullptr) read_bot(*sources.bot);
    for (const auto& [stem, node] : sources.flows) {
        if (node != nullptr) read_flow(stem, *node);
    }
    if (sources.origins != nullptr) read_origins(*sources.origins);
}

void Translation::read_bot(const Node& root) {
    const Fields fields(
        root, "a language",
        {"schema", "locale", "language", "draft", "name", "disclosure", "unset", "clinic", "crisis", "slots", "options", "lines"},
        report_);
    read_schema(fields, report_);
    const Node* tag = fields.need("locale");
    if (tag != nullptr && read_text(tag, "a language tag", report_) != tag_) {
        report_.add(
            "locale-folder-name", tag->place,
            quoted(tag->text) + " is in the folder " + quoted(tag_) + "; expected the same name for both");
    }
    name_ = read_text(fields.need("language"), "the name of the language", report_);
    is_draft_ = read_bool(fields.find("draft"), false, report_);
    const std::string group(bot_group);
    for (const char* key : {"name", "disclosure", "unset"}) {
        if (const Node* node = fields.find(key)) {
            nodes_[{group, key}] = node;
            keys_[{group, key}] = node->place;
        }
    }
    take(group, "clinic.", fields.find("clinic"), 1);
    take(group, "crisis.", fields.find("crisis"), 1);
    take(group, "slots.", fields.find("slots"), 2);
    take(group, "options.", fields.find("options"), 2);
    take(group, "lines.", fields.find("lines"), 1);
}

void Translation::read_flow(const std::string& stem, const Node& root) {
    const Fields fields(root, "a flow's words", {"schema", "flow", "title", "slots", "options", "lines"},
                        report_);
    read_schema(fields, report_);
    const Node* flow = fields.need("flow");
    if (flow != nullptr && read_id(flow, "a flow", report_) != stem) {
        report_.add("flow-file-name", flow->place,
                    "the flow " + quoted(flow->text) + " is in the file " + quoted(stem + ".yaml") +
                        "; expected the same name for both");
    }
    if (const Node* title = fields.find("title")) {
        nodes_[{stem, "title"}] = title;
        keys_[{stem, "title"}] = title->place;
    }
    take(stem, "slots.", fields.find("slots"), 2);
    take(stem, "options.", fields.find("options"), 2);
    take(stem, "lines.", fields.find("lines"), 1);
}

void Translation::read_origins(const Node& root) {
    const Fields fields(root, "origins.yaml", {"schema", "origins"}, report_);
    read_schema(fields, report_);
    const Node* groups = fields.need("origins");
    if (groups == nullptr || !is_map(*groups, "origins", report_)) return;
    for (const Entry& group : groups->entries) {
        if (!is_map(group.value, "the origins of a flow", report_)) continue;
        for (const Entry& text : group.value.entries) {
            origins_[{group.key, text.key}] = read_text(&text.value, "the origin of a text", report_);
        }
    }
}

void Translation::take(const std::string& group, const std::string& prefix, const Node* map, int levels) {
    if (map == nullptr || !is_map(*map, "words", report_)) return;
    for (const Entry& entry : map->entries) {
        const std::string key = prefix + entry.key;
        if (levels > 1) {
            take(group, key + ".", &entry.value, levels - 1);
        } else if (prefix.starts_with("options.") && entry.value.kind == Node::Kind::map) {
            take_option(group, key, entry.value);
            keys_[{group, key}] = entry.place;
        } else {
            for (const Node* text : one_or_many(entry.value)) read_any_text(text, "a translation", report_);
            nodes_[{group, key}] = &entry.value;
            keys_[{group, key}] = entry.place;
        }
    }
}

void Translation::take_option(const std::string& group, const std::string& key, const Node& node) {
    const Fields fields(node, "an option", {"label", "match"}, report_);
    if (const Node* label = fields.find("label")) nodes_[{group, key}] = label;
    if (const Node* match = fields.find("match")) patterns_[{group, key}] = match;
}

const Node& Translation::text(std::string_view group, std::string_view key, const Node& source) {
    const Key at{group, key};
    used_[at] = true;
    TranslatedText text{
        std::string(group), std::string(key), source.place, variants_of(source), {}, "", false};
    const auto found = nodes_.find(at);
    if (found != nodes_.end()) text.translated = variants_of(*found->second);
    if (says_nothing(text.translated)) text.translated.clear();
    if (const auto origin = origins_.find(at); origin != origins_.end()) text.origin = origin->second;
    text.is_stale = !text.translated.empty() && text.origin.substr(0, 8) != hash_of_texts(text.source);
    const bool is_missing = text.translated.empty();
    if (!is_missing) check_variables(text, *found->second);
    if (!may_have_gaps() && (is_missing || text.is_stale)) report_missing(text);
    texts_.push_back(std::move(text));
    return is_missing ? source : *found->second;
}

void Translation::report_missing(const TranslatedText& text) {
    const std::string where = text.place.file + ":" + std::to_string(text.place.line);
    if (text.translated.empty()) {
        report_.add(
            "missing-translation", {file_of(text.group), 1, 1},
            "no text for '" + text.key + "' (" + where + ")",
            "write it, or mark the language as draft: true; `attune locale` lists all that is missing");
        return;
    }
    report_.add("stale-translation", keys_.at({text.group, text.key}),
                "the text '" + text.key + "' was not translated from what " + where + " says now",
                "read both again, mend it, and let `attune locale` note that it is so");
}

void Translation::check_variables(const TranslatedText& text, const Node& node) {
    const auto wanted = variables_of(text.source);
    const auto given = variables_of(text.translated);
    for (const std::string& name : wanted) {
        if (given.count(name) != 0) continue;
        report_.add("translation-variable", node.place,
                    quoted(name) + " is missing; the text that it was translated from says it");
    }
}

const Node* Translation::extra(std::string_view group, std::string_view key) {
    const Key at{group, key};
    const auto found = nodes_.find(at);
    if (found == nodes_.end()) return nullptr;
    used_[at] = true;
    return found->second;
}

const Node* Translation::patterns(std::string_view group, std::string_view key) {
    const Key at{group, key};
    const auto found = patterns_.find(at);
    if (found == patterns_.end()) return nullptr;
    used_[at] = true;
    return found->second;
}

void Translation::allow(std::string_view group, std::string_view key) {
    used_[Key{group, key}] = true;
}

std::string Translation::file_of(std::string_view group) const {
    return folder() + (group == bot_group ? "bot.yaml" : "flows/" + std::string(group) + ".yaml");
}

void Translation::report_unused() {
    for (const auto& [at, place] : keys_) {
        if (used_.count(at) != 0) continue;
        std::vector<std::string> known;
        for (const auto& [other, used] : used_) {
            if (other.first == at.first) known.push_back(other.second);
        }
        const std::string near = nearest(at.second, known);
        report_.add("unknown-text", place, "nothing in the bot has the text '" + at.second + "'",
                    near.empty() ? "" : "did you mean '" + near + "'?");
    }
}

std::string origin_of(const TranslatedText& text) {
    return hash_of_texts(text.source) + "-" + hash_of_texts(text.translated);
}

}  // namespace attune::dialogs
