#include "dialogs/language/format.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "dialogs/language/reader.hpp"
#include "dialogs/language/source.hpp"

namespace attune::dialogs {

namespace {

/// Something to put into a file, before a place.
struct Insertion {
    Place place;
    std::string text;
};

std::string laid_out(const std::string& content) {
    std::string out;
    std::size_t at = 0;
    bool was_empty = true;  // no empty line at the beginning
    while (at < content.size()) {
        const std::size_t end = std::min(content.find('\n', at), content.size());
        std::string_view line = std::string_view(content).substr(at, end - at);
        at = end + 1;
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
        if (line.empty() && was_empty) continue;
        was_empty = line.empty();
        out.append(line).push_back('\n');
    }
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

/// The byte at a place; columns count code points.
std::size_t offset_of(const std::string& content, const Place& place) {
    std::size_t at = content.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; line < place.line; ++line) at = content.find('\n', at) + 1;
    for (int column = 1; column < place.column && at < content.size(); ++column) {
        do {
            ++at;
        } while (at < content.size() && (static_cast<unsigned char>(content[at]) & 0xC0) == 0x80);
    }
    return at;
}

bool holds_lines(std::string_view key) { return key == "say" || key == "say_once" || key == "why"; }

/// `sg.` of `sg.12`, and 12.
std::pair<std::string, int> taken_apart(const std::string& id) {
    std::size_t digits = id.size();
    while (digits > 0 && id[digits - 1] >= '0' && id[digits - 1] <= '9') --digits;
    if (digits == id.size() || id.size() - digits > 6) return {id, 0};
    return {id.substr(0, digits), std::stoi(id.substr(digits))};
}

/// The ids of one file: those that are there, and those that are missing.
class Ids {
public:
    Ids(const std::string& stem, std::set<std::string>& all) : stem_(stem), all_(all) {}

    void collect(const Node& node, std::string_view key) {
        for (const Node& item : node.items) {
            if (holds_lines(key) && item.kind == Node::Kind::map && item.entries.size() == 1) keep(item.entries[0].key);
            collect(item, "");
        }
        for (const Entry& entry : node.entries) collect(entry.value, entry.key);
    }

    void add_missing(const Node& node, const std::string& content, std::vector<Insertion>& insertions) {
        if (const Node* steps = find(node, "steps")) add_step_ids(*steps, content, insertions);
        add_line_ids(node, "", insertions);
    }

private:
    static const Node* find(const Node& map, std::string_view key) {
        for (const Entry& entry : map.entries) {
            if (entry.key == key && entry.value.kind == Node::Kind::list) return &entry.value;
        }
        return nullptr;
    }

    void keep(const std::string& id) {
        all_.insert(id);
        const auto [prefix, number] = taken_apart(id);
        if (number == 0) return;
        ++prefixes_[prefix];
        last_[prefix] = std::max(last_[prefix], number);
    }

    std::string next_line() {
        std::string best = stem_ + ".";
        int most = 0;
        for (const auto& [prefix, count] : prefixes_) {
            if (count > most) best = prefix;
            most = std::max(most, count);
        }
        std::string id;
        do {
            id = best + std::to_string(++last_[best]);
        } while (!all_.insert(id).second);
        return id;
    }

    void add_line_ids(const Node& node, std::string_view key, std::vector<Insertion>& insertions) {
        for (const Node& item : node.items) {
            if (holds_lines(key) && item.kind == Node::Kind::text)
                insertions.push_back({item.place, next_line() + ": "});
            add_line_ids(item, "", insertions);
        }
        for (const Entry& entry : node.entries) add_line_ids(entry.value, entry.key, insertions);
    }

    void add_step_ids(const Node& steps, const std::string& content, std::vector<Insertion>& insertions) {
        std::set<std::string> taken;
        for (const Node& step : steps.items) {
            for (const Entry& entry : step.entries) {
                if (entry.key == "id") taken.insert(entry.value.text);
            }
        }
        int number = 0;
        for (const Node& step : steps.items) {
            ++number;
            const auto is_id = [](const Entry& entry) { return entry.key == "id"; };
            if (step.kind != Node::Kind::map || step.entries.empty()) continue;
            if (std::any_of(step.entries.begin(), step.entries.end(), is_id)) continue;
            add_step_id(step, name_for(step, number, taken), content, insertions);
        }
    }

    static std::string name_for(const Node& step, int number, std::set<std::string>& taken) {
        std::string name = "step_" + std::to_string(number);
        for (const Entry& entry : step.entries) {
            if (entry.key == "ask" && is_id(entry.value.text)) name = "ask_" + entry.value.text;
        }
        const std::string base = name;
        for (int again = 2; !taken.insert(name).second; ++again) name = base + "_" + std::to_string(again);
        return name;
    }

    static void add_step_id(const Node& step, const std::string& name, const std::string& content,
                            std::vector<Insertion>& insertions) {
        const Place& first = step.entries.front().place;
        const std::size_t at = offset_of(content, step.place);
        if (at < content.size() && content[at] == '{') {
            insertions.push_back({first, "id: " + name + ", "});
        } else {
            const auto indent = static_cast<std::size_t>(first.column - 1);
            insertions.push_back({first, "id: " + name + "\n" + std::string(indent, ' ')});
        }
    }

    std::string stem_;
    std::set<std::string>& all_;
    std::map<std::string, int> prefixes_;
    std::map<std::string, int> last_;
};

/// From the last to the first, so that places stay good.
std::string inserted(std::string content, std::vector<Insertion> insertions) {
    const auto is_behind = [](const Insertion& a, const Insertion& b) {
        return std::pair(a.place.line, a.place.column) > std::pair(b.place.line, b.place.column);
    };
    std::stable_sort(insertions.begin(), insertions.end(), is_behind);
    for (const Insertion& insertion : insertions) content.insert(offset_of(content, insertion.place), insertion.text);
    return content;
}

std::string stem_of(const std::string& path) {
    const std::size_t begin = path.rfind('/') + 1;
    return path.substr(begin, path.rfind('.') - begin);
}

bool has_ids(const std::string& path) { return path == "bot.yaml" || path.starts_with("flows/"); }

}  // namespace

BotFiles formatted(const BotFiles& files) {
    BotFiles result;
    std::map<std::string, Node> nodes;
    std::map<std::string, Ids> ids;
    std::set<std::string> all;
    for (const auto& [path, content] : files) {
        if (!path.ends_with(".yaml")) continue;
        result[path] = laid_out(content);
        Report unread;
        auto node = has_ids(path) ? read_source(path, result[path], unread) : std::nullopt;
        if (!node) continue;
        ids.emplace(path, Ids(stem_of(path), all)).first->second.collect(*node, "");
        nodes.emplace(path, std::move(*node));
    }
    for (auto& [path, its_ids] : ids) {
        std::vector<Insertion> insertions;
        its_ids.add_missing(nodes.at(path), result[path], insertions);
        result[path] = inserted(std::move(result[path]), std::move(insertions));
    }
    return result;
}

}  // namespace attune::dialogs
