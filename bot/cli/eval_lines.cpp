#include "bot/cli/eval_lines.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace attune::bot {

namespace {

using Json = nlohmann::json;

bool is_labeled(const Json& json) {
    const auto is_text = [&](const char* key) { return json.contains(key) && json[key].is_string(); };
    return json.is_object() && is_text("text") && is_text("label");
}

std::vector<std::string> texts_of(const Json& json) {
    std::vector<std::string> texts;
    if (json.is_string()) texts.push_back(json.get<std::string>());
    if (!json.is_array()) return texts;
    for (const Json& each : json) {
        if (each.is_string()) texts.push_back(each.get<std::string>());
    }
    return texts;
}

}  // namespace

Result<std::vector<LabeledLine>> read_labeled_lines(const std::string& file) {
    std::ifstream in(file);
    if (!in) return failure(Errc::not_found, "cannot read " + file);
    std::vector<LabeledLine> lines;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const Json json = Json::parse(line, nullptr, false);
        if (!is_labeled(json)) {
            return failure(Errc::invalid_input,
                           file + ":" + std::to_string(number) + ": expected {\"text\": …, \"label\": …}");
        }
        lines.push_back({json["text"].get<std::string>(), json["label"].get<std::string>(),
                         json.contains("also") ? texts_of(json["also"]) : std::vector<std::string>{}});
    }
    return lines;
}

bool Outcome::fits(const std::string& intent) const {
    return intent == line.label || std::find(line.also.begin(), line.also.end(), intent) != line.also.end();
}

std::string Outcome::first() const {
    return ranked.considered == 0 ? out_of_scope : ranked.intents.front().name;
}

bool Outcome::right_within(std::size_t count) const {
    if (right()) return true;
    for (std::size_t i = 0; i < std::min(count, ranked.intents.size()); ++i) {
        if (fits(ranked.intents[i].name)) return true;
    }
    return false;
}

}  // namespace attune::bot
