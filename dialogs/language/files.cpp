#include "dialogs/language/files.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "dialogs/language/nearest.hpp"

namespace attune::dialogs {

namespace {

constexpr std::string_view extension = ".yaml";
constexpr std::string_view tests_folder = "tests/";
constexpr std::string_view text_extension = ".txt";

/// The name in `folder/name.yaml`, or nothing when `path` is no such path.
std::string stem_in(std::string_view path, std::string_view folder, std::string_view ending = extension) {
    if (!path.starts_with(folder) || !path.ends_with(ending)) return "";
    path.remove_prefix(folder.size());
    if (path.size() <= ending.size()) return "";
    path.remove_suffix(ending.size());
    return path.find('/') == std::string_view::npos ? std::string(path) : "";
}

bool keep_in(std::map<std::string, const Node*>& group, std::string_view folder, const std::string& path,
             const Node* node) {
    std::string stem = stem_in(path, folder);
    if (stem.empty()) return false;
    group.emplace(std::move(stem), node);
    return true;
}

bool keep_single(Sources& sources, const std::string& path, const Node* node) {
    const std::array<std::pair<std::string_view, const Node**>, 3> singles = {
        {{"bot.yaml", &sources.bot},
         {"clinic.yaml", &sources.clinic},
         {"safety/signals.yaml", &sources.signals}}};
    for (const auto& [name, place] : singles) {
        if (path != name) continue;
        *place = node;
        return true;
    }
    return false;
}

bool is_known(Sources& sources, const std::string& path, const Node* node) {
    return keep_single(sources, path, node) || keep_in(sources.flows, "flows/", path, node) ||
           keep_in(sources.crisis_lines, "safety/lines/", path, node) ||
           keep_in(sources.nlu, "nlu/", path, node);
}

const Node* read_node(const std::string& path, const std::string& content, Sources& sources, Report& report) {
    std::optional<Node> node = read_source(path, content, report);
    if (!node) return nullptr;
    return &sources.nodes.emplace(path, std::move(*node)).first->second;
}

}  // namespace

Sources read_sources(const BotFiles& files, Report& report) {
    Sources sources;
    for (const auto& [path, content] : files) {
        if (path.starts_with(tests_folder)) continue;
        if (const std::string stem = stem_in(path, "safety/examples/", text_extension); !stem.empty()) {
            sources.safety_examples.emplace(stem, content);
            continue;
        }
        Sources unused;
        if (!is_known(unused, path, nullptr)) {
            report.add("unknown-file", {path, 1, 1},
                       "a file that no bot has; expected bot.yaml, clinic.yaml, flows/*.yaml, "
                       "nlu/*.yaml, safety/signals.yaml, safety/lines/*.yaml, safety/examples/*.txt or tests/*.yaml",
                       "check the names of the folder and the file");
            continue;
        }
        is_known(sources, path, read_node(path, content, sources, report));
    }
    for (const char* path : {"bot.yaml", "clinic.yaml", "safety/signals.yaml"}) {
        if (files.count(path) == 0)
            report.add("missing-file", {path, 1, 1}, "the file '" + std::string(path) + "' is missing");
    }
    return sources;
}

std::string hash_of(const BotFiles& files) {
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto take = [&hash](std::string_view bytes) {
        for (const char byte : std::to_string(bytes.size()) + ":")
            hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
        for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    };
    for (const auto& [path, content] : files) {
        if (path.starts_with(tests_folder)) continue;
        take(path);
        take(content);
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(hash >> shift) & 0xf];
    return text;
}

}  // namespace attune::dialogs
