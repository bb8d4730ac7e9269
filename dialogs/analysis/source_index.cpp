#include "dialogs/analysis/source_index.hpp"

#include "dialogs/language/source.hpp"

namespace attune::dialogs {

namespace {

const Node* value_of(const Node& map, std::string_view key) {
    for (const Entry& entry : map.entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

std::string text_of(const Node& map, std::string_view key) {
    const Node* value = value_of(map, key);
    return value == nullptr ? "" : value->text;
}

/// The nodes of a list, or the one that stands in its place.
std::vector<const Node*> nodes_of(const Node* node) {
    std::vector<const Node*> nodes;
    if (node == nullptr) return nodes;
    if (node->kind == Node::Kind::text) return {node};
    for (const Node& item : node->items) nodes.push_back(&item);
    return nodes;
}

class Indexer {
public:
    Indexer(SourceIndex& index, const Script& script) : index_(index), script_(script) {}

    void read(const std::string& path, const Node& root) {
        note_lines(root);
        note_lists(root);
        if (path.starts_with("flows/")) read_flow(root);
        for (const Node* intent : nodes_of(value_of(root, "intents"))) read_intent(*intent);
        for (const Node* signal : nodes_of(value_of(root, "signals"))) read_signal(*signal);
        if (path.starts_with("safety/lines/")) read_crisis_lines(root);
    }

private:
    /// Every key that is a line's id is that line's place, wherever it stands.
    void note_lines(const Node& node) {
        for (const Entry& entry : node.entries) {
            if (script_.line(entry.key) != nullptr) index_.lines.emplace(entry.key, entry.place);
            note_lines(entry.value);
        }
        for (const Node& item : node.items) note_lines(item);
    }

    void note_lists(const Node& root) {
        const Node* lists = value_of(root, "lists");
        if (lists == nullptr) return;
        for (const Entry& list : lists->entries) {
            for (const Node& phrase : list.value.items) index_.lists[list.key].push_back(phrase.text);
        }
    }

    void read_flow(const Node& root) {
        const std::string flow = text_of(root, "flow");
        if (const Node* id = value_of(root, "flow")) index_.flows.emplace(flow, id->place);
        for (const Node* step : nodes_of(value_of(root, "steps"))) {
            const std::string name = flow + "." + text_of(*step, "id");
            if (const Node* id = value_of(*step, "id")) index_.steps.emplace(name, id->place);
            for (const Node* option : nodes_of(value_of(*step, "options"))) {
                const std::string owner = name + "." + text_of(*option, "value");
                index_.options.emplace(owner, option->place);
                note_patterns(PatternSource::Use::option, owner, value_of(*option, "match"));
            }
        }
    }

    void read_intent(const Node& intent) {
        const std::string name = text_of(intent, "intent");
        if (const Node* id = value_of(intent, "intent")) index_.intents.emplace(name, id->place);
        note_example(name, intent);
        note_patterns(PatternSource::Use::any, name, value_of(intent, "any"));
        note_patterns(PatternSource::Use::all_of, name, value_of(intent, "all_of"));
        note_patterns(PatternSource::Use::unless, name, value_of(intent, "unless"));
    }

    void read_signal(const Node& signal) {
        const std::string owner = text_of(signal, "class") + " " + text_of(signal, "level");
        note_example(owner, signal);
        note_patterns(PatternSource::Use::signal, owner, value_of(signal, "patterns"));
    }

    void read_crisis_lines(const Node& root) {
        const std::string country = text_of(root, "country");
        const auto note = [&](const Node& line, const std::string& id) {
            const Node* date = value_of(line, "checked");
            if (date == nullptr) return;
            index_.checked.emplace(country + " " + id, date->place);
            index_.checked_on.emplace(country + " " + id, date->text);
        };
        if (const Node* emergency = value_of(root, "emergency")) note(*emergency, "emergency");
        for (const Node* line : nodes_of(value_of(root, "lines"))) note(*line, text_of(*line, "id"));
    }

    void note_example(const std::string& name, const Node& owner) {
        const auto examples = nodes_of(value_of(owner, "should_match"));
        if (!examples.empty()) index_.example_of.emplace(name, examples.front()->text);
    }

    void note_patterns(PatternSource::Use use, const std::string& owner, const Node* list) {
        for (const Node* pattern : nodes_of(list)) {
            index_.patterns.push_back({use, owner, pattern->text, pattern->place});
        }
    }

    SourceIndex& index_;
    const Script& script_;
};

}  // namespace

const Place& SourceIndex::place(const std::map<std::string, Place>& of, const std::string& name) const {
    static const Place nowhere{"bot.yaml", 1, 1};
    const auto found = of.find(name);
    return found == of.end() ? nowhere : found->second;
}

SourceIndex index_sources(const BotFiles& files, const Script& script) {
    SourceIndex index;
    Indexer indexer(index, script);
    Report unread;  // the files were read before
    for (const auto& [path, content] : files) {
        if (!path.ends_with(".yaml") || path.starts_with("tests/") || path.starts_with("locales/")) continue;
        if (const auto root = read_source(path, content, unread)) indexer.read(path, *root);
    }
    return index;
}

}  // namespace attune::dialogs
