#include "dialogs/analysis/coverage/places.hpp"

#include "dialogs/language/source.hpp"

namespace attune::dialogs {

namespace {

const Node* value_at(const Node& map, const std::string& key) {
    for (const Entry& entry : map.entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

std::string text_at(const Node& map, const std::string& key) {
    const Node* value = value_at(map, key);
    return value == nullptr ? "" : value->text;
}

}  // namespace

ItemPlaces::ItemPlaces(const BotFiles& files) {
    Report was_read_before;
    for (const auto& [path, content] : files) {
        if (!path.ends_with(".yaml") || path.starts_with("tests/") || path.starts_with("locales/")) continue;
        const auto root = read_source(path, content, was_read_before);
        if (!root) continue;
        add_lines(*root);
        if (path == "bot.yaml") read_bot(*root);
        if (path.starts_with("flows/")) read_flow(*root);
    }
}

const Place& ItemPlaces::of(const std::string& id) const {
    static const Place bot = {"bot.yaml", 1, 1};
    auto found = places_.find(id);
    if (found == places_.end()) found = places_.find(id.substr(0, id.find(": ")));
    return found == places_.end() ? bot : found->second;
}

void ItemPlaces::read_bot(const Node& root) {
    add_list("bot: rung ", value_at(root, "no_match"));
    const Node* commands = value_at(root, "commands");
    if (commands == nullptr) return;
    for (const Node& command : commands->items)
        places_.emplace("intent " + text_at(command, "intent"), command.place);
}

void ItemPlaces::read_flow(const Node& root) {
    const std::string flow = text_at(root, "flow");
    places_.emplace("flow " + flow, root.place);
    if (const Node* intents = value_at(root, "start_when")) {
        for (const Node& intent : intents->items) places_.emplace("intent " + intent.text, intent.place);
    }
    const Node* steps = value_at(root, "steps");
    if (steps == nullptr) return;
    for (const Node& step : steps->items) read_step(flow + "." + text_at(step, "id"), step);
}

void ItemPlaces::read_step(const std::string& name, const Node& step) {
    places_.emplace(name, step.place);
    for (const Entry& entry : step.entries) {
        if (entry.key == "if") {
            places_.emplace(name + ": if holds", entry.place);
            places_.emplace(name + ": if does not hold", entry.place);
        } else if (entry.key == "skip" || entry.key == "why") {
            places_.emplace(name + ": " + entry.key, entry.place);
        } else if (entry.key == "no_match") {
            add_list(name + ": rung ", &entry.value);
        } else if (entry.key == "no_input") {
            add_list(name + ": silence ", &entry.value);
        } else if (entry.key == "branch") {
            add_list(name + ": arm ", &entry.value);
        } else if (entry.key == "options") {
            for (const Node& option : entry.value.items) {
                places_.emplace(name + ": option " + text_at(option, "value"), option.place);
            }
        }
    }
}

void ItemPlaces::add_list(const std::string& prefix, const Node* list) {
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        places_.emplace(prefix + std::to_string(i + 1), list->items[i].place);
    }
}

/// Every list below `say`, `say_once` or `why` holds lines, and so does every map in `lines` of the bot.
void ItemPlaces::add_lines(const Node& node) {
    for (const Node& item : node.items) add_lines(item);
    for (const Entry& entry : node.entries) {
        const bool is_said = entry.key == "say" || entry.key == "say_once" || entry.key == "why";
        if (is_said) {
            for (const Node& item : entry.value.items) {
                for (const Entry& line : item.entries) places_.emplace("line " + line.key, line.place);
            }
        } else if (entry.key == "lines" || entry.key == "policy") {
            for (const Entry& named : entry.value.entries) {
                for (const Entry& line : named.value.entries) places_.emplace("line " + line.key, line.place);
            }
        }
        add_lines(entry.value);
    }
}

}  // namespace attune::dialogs
