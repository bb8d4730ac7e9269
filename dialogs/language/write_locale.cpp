#include "dialogs/language/write_locale.hpp"

#include <map>
#include <utility>

#include "dialogs/language/text_hash.hpp"

namespace attune::dialogs {

namespace {

std::string origin_to_keep(const TranslatedText& text, bool accept) {
    const bool was_written_anew =
        text.origin.size() > 9 && text.origin.substr(9) != hash_of_texts(text.translated);
    const bool is_settled = !text.is_stale || text.origin.empty() || was_written_anew || accept;
    return is_settled ? origin_of(text) : text.origin;
}

/// `lines.sg.1` as section, place in it and name: the sections of slots and options have one more level.
struct Path {
    std::string section;
    std::string above;
    std::string name;
};

Path path_of(const std::string& key) {
    const std::size_t dot = key.find('.');
    if (dot == std::string::npos) return {"", "", key};
    Path path{key.substr(0, dot), "", key.substr(dot + 1)};
    if (path.section != "slots" && path.section != "options") return path;
    const std::size_t next = path.name.find('.');
    path.above = path.name.substr(0, next);
    path.name.erase(0, next + 1);
    return path;
}

std::string comment(const std::vector<std::string>& source, const std::string& indent) {
    std::string text;
    for (const std::string& variant : source) text += indent + "# " + quoted_for_yaml(variant) + "\n";
    return text;
}

std::string empty_text(const TranslatedText& text, const std::string& name) {
    if (path_of(text.key).section == "options") return name + ": {label: \"\", match: []}\n";
    return name + (text.source.size() > 1 ? ": [\"\", \"\"]\n" : ": \"\"\n");
}

/// The texts of a file, section by section.
std::string write_texts(const std::vector<const TranslatedText*>& texts) {
    std::map<std::string, std::map<std::string, std::string>> sections;
    std::string file;
    for (const TranslatedText* text : texts) {
        const Path path = path_of(text->key);
        const std::string indent(path.section.empty() ? 0 : path.above.empty() ? 2 : 4, ' ');
        const std::string words = comment(text->source, indent) + indent + empty_text(*text, path.name);
        if (path.section.empty())
            file += words;
        else
            sections[path.section][path.above] += words;
    }
    for (const char* section : {"crisis", "slots", "options", "lines"}) {
        const auto found = sections.find(section);
        if (found == sections.end()) continue;
        file += std::string(section) + ":\n";
        for (const auto& [above, words] : found->second) {
            if (!above.empty()) file += "  " + above + ":\n";
            file += words;
        }
    }
    return file;
}

}  // namespace

std::string quoted_for_yaml(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else
            quoted += c;
    }
    return quoted + "\"";
}

std::string write_origins(const std::vector<TranslatedText>& texts, bool accept) {
    std::map<std::string, std::map<std::string, std::string>> groups;
    for (const TranslatedText& text : texts) {
        if (!text.translated.empty()) groups[text.group][text.key] = origin_to_keep(text, accept);
    }
    std::string file =
        "# What each text was translated from. Written by `attune locale`; not to be edited.\n"
        "schema: 1\norigins:";
    if (groups.empty()) return file + " {}\n";
    file += "\n";
    for (const auto& [group, keys] : groups) {
        file += "  " + group + ":\n";
        for (const auto& [key, origin] : keys) file += "    " + key + ": \"" + origin + "\"\n";
    }
    return file;
}

BotFiles write_skeletons(const std::vector<TranslatedText>& texts, const std::string& tag) {
    std::map<std::string, std::vector<const TranslatedText*>> groups;
    for (const TranslatedText& text : texts) groups[text.group].push_back(&text);
    BotFiles files;
    for (const auto& [group, its_texts] : groups) {
        const bool is_bot = group == "bot";
        const std::string head =
            is_bot ? "schema: 1\nlocale: " + tag + "\nlanguage: \"" + tag + "\"\ndraft: true\n"
                   : "schema: 1\nflow: " + group + "\n";
        files["locales/" + tag + "/" + (is_bot ? "bot.yaml" : "flows/" + group + ".yaml")] =
            head + write_texts(its_texts);
    }
    return files;
}

}  // namespace attune::dialogs
