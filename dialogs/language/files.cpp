#include "dialogs/language/files.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dialogs/language/text_hash.hpp"

namespace attune::dialogs {

namespace {

constexpr std::string_view extension = ".yaml";
constexpr std::string_view tests_folder = "tests/";
constexpr std::string_view review_lock = "review.lock";
constexpr std::string_view text_extension = ".txt";
constexpr std::string_view locales_folder = "locales/";

/// What nobody who talks with the bot can notice: its tests, and who has read its lines.
bool is_about_the_bot(std::string_view path) { return path.starts_with(tests_folder) || path == review_lock; }

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

bool keep_in_locale(LocaleSources& locale, const std::string& path, const Node* node) {
    const std::array<std::pair<std::string_view, const Node**>, 3> singles = {
        {{"bot.yaml", &locale.bot}, {"origins.yaml", &locale.origins}, {"safety/signals.yaml", &locale.signals}}};
    for (const auto& [name, place] : singles) {
        if (path != name) continue;
        *place = node;
        return true;
    }
    return keep_in(locale.flows, "flows/", path, node) || keep_in(locale.nlu, "nlu/", path, node);
}

bool is_language_tag(std::string_view tag) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !tag.empty() && std::all_of(tag.begin(), tag.end(), fits);
}

/// `locales/TAG/rest` as tag and rest; both empty when `path` is no such path.
std::pair<std::string, std::string> in_locale(std::string_view path) {
    if (!path.starts_with(locales_folder)) return {};
    path.remove_prefix(locales_folder.size());
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos || !is_language_tag(path.substr(0, slash))) return {};
    return {std::string(path.substr(0, slash)), std::string(path.substr(slash + 1))};
}

bool is_known(Sources& sources, const std::string& path, const Node* node) {
    if (const auto [tag, rest] = in_locale(path); !tag.empty())
        return keep_in_locale(sources.locales[tag], rest, node);
    return keep_single(sources, path, node) || keep_in(sources.flows, "flows/", path, node) ||
           keep_in(sources.crisis_lines, "safety/lines/", path, node) ||
           keep_in(sources.nlu, "nlu/", path, node);
}

bool is_safety_example(const std::string& path) {
    const std::string rest = in_locale(path).second;
    return !stem_in(rest.empty() ? path : rest, "safety/examples/", text_extension).empty();
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
        if (is_about_the_bot(path)) continue;
        if (is_safety_example(path)) {
            sources.safety_examples.emplace(path, content);
            continue;
        }
        if (const std::string stem = stem_in(path, "nlu/examples/", text_extension); !stem.empty()) {
            sources.intent_examples.emplace(stem, content);
            continue;
        }
        Sources unused;
        if (!is_known(unused, path, nullptr)) {
            report.add("unknown-file", {path, 1, 1},
                       "a file that no bot has; expected bot.yaml, clinic.yaml, flows/*.yaml, "
                       "nlu/*.yaml, nlu/examples/*.txt, safety/signals.yaml, safety/lines/*.yaml, safety/examples/*.txt, "
                       "locales/TAG/…, tests/*.yaml or review.lock",
                       "check the names of the folder and the file");
            continue;
        }
        is_known(sources, path, read_node(path, content, sources, report));
    }
    for (const char* path : {"bot.yaml", "clinic.yaml", "safety/signals.yaml"}) {
        if (files.count(path) == 0)
            report.add("missing-file", {path, 1, 1}, "the file '" + std::string(path) + "' is missing");
    }
    for (const auto& [tag, locale] : sources.locales) {
        const std::string path = std::string(locales_folder) + tag + "/bot.yaml";
        if (files.count(path) == 0)
            report.add("missing-file", {path, 1, 1}, "the file '" + path + "' is missing");
    }
    return sources;
}

std::string hash_of(const BotFiles& files) {
    ContentHash hash;
    for (const auto& [path, content] : files) {
        if (is_about_the_bot(path)) continue;
        hash.take(path);
        hash.take(content);
    }
    return hash.text();
}

}  // namespace attune::dialogs
