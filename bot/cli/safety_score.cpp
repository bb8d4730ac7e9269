#include "bot/cli/safety_score.hpp"

#include <array>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "nlu/text/normalise.hpp"

namespace attune::bot {

namespace {

std::string text_at(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string describe(const std::optional<nlu::SafetySignal>& seen) {
    if (!seen) return "nothing";
    return seen->safety_class + " " + std::string(name_of(seen->level)) + " by " +
           std::string(name_of(seen->by)) + " " + seen->pattern;
}

void count(SafetyScore::Part& part, const std::optional<nlu::SafetySignal>& seen, std::string_view label) {
    ++part.count;
    if (!seen) return;
    ++part.caught;
    if (seen->level != nlu::SafetyLevel::check) ++part.crisis;
    if (seen->safety_class == label) ++part.same_class;
}

std::string rate(int part, int whole) {
    std::ostringstream out;
    out << std::setw(5) << part << "/" << std::left << std::setw(5) << whole << std::right << std::fixed
        << std::setprecision(3) << (whole == 0 ? 0.0 : static_cast<double>(part) / whole);
    return out.str();
}

void write_parts(std::ostringstream& out, const std::map<std::string, SafetyScore::Part>& ours,
                 const std::map<std::string, SafetyScore::Part>& theirs) {
    for (const auto& [name, part] : ours) {
        if (name == "benign") continue;
        const SafetyScore::Part& other = theirs.at(name);
        out << "  " << std::left << std::setw(24) << name << std::right << rate(part.caught, part.count)
            << "   crisis " << rate(part.crisis, part.count) << "   keywords "
            << rate(other.caught, other.count) << '\n';
    }
}

void write_misses(std::ostringstream& out, std::string_view title,
                  const std::vector<SafetyScore::Miss>& misses) {
    out << title << ": " << misses.size() << '\n';
    for (const SafetyScore::Miss& miss : misses) {
        out << "  line " << miss.line.line << ", " << miss.line.label << " " << miss.line.level << ": "
            << miss.line.text << "\n      seen: " << miss.seen << '\n';
    }
}

}  // namespace

Result<std::vector<SafetyLine>> read_safety_lines(std::string_view jsonl) {
    std::vector<SafetyLine> lines;
    std::istringstream in{std::string(jsonl)};
    std::string row;
    for (int number = 1; std::getline(in, row); ++number) {
        if (row.find_first_not_of(" \t\r") == std::string::npos) continue;
        const nlohmann::json parsed = nlohmann::json::parse(row, nullptr, false);
        SafetyLine line{number, "", "", ""};
        if (parsed.is_object())
            line = {number, text_at(parsed, "text"), text_at(parsed, "label"), text_at(parsed, "level")};
        if (line.text.empty() || line.label.empty()) {
            return failure(
                Errc::invalid_input,
                "line " + std::to_string(number) + R"(: expected {"text": "…", "label": "…", "level": "…"})");
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

SafetyScore score_safety(const std::vector<SafetyLine>& lines, const SafetyEye& eye) {
    SafetyScore score;
    for (const SafetyLine& line : lines) {
        const std::optional<nlu::SafetySignal> seen = eye(line.text);
        count(score.by_label[line.label], seen, line.label);
        if (line.label == "benign") {
            if (seen) score.false_alarms.push_back({line, describe(seen)});
            continue;
        }
        if (!line.level.empty()) count(score.by_level[line.level], seen, line.label);
        if (!seen) score.missed.push_back({line, describe(seen)});
        const bool answered = seen && seen->level != nlu::SafetyLevel::check;
        if (line.level == "imminent" && seen && !answered)
            score.not_answered.push_back({line, describe(seen)});
    }
    return score;
}

std::optional<nlu::SafetySignal> keyword_signal(std::string_view text) {
    static constexpr std::array<std::string_view, 18> words = {
        " suicide ",         " suicidal ",    " kill myself ", " killing myself ",
        " end my life ",     " want to die ", " end it all ",  " self harm ",
        " hurt myself ",     " cut myself ",  " cutting ",     " overdose ",
        " better off dead ", " kms ",         " hits me ",     " abuse ",
        " raped ",           " kill "};
    const std::string normal = nlu::normalise(text);
    for (const std::string_view word : words) {
        if (normal.find(word) == std::string::npos) continue;
        return nlu::SafetySignal{"keyword", nlu::SafetyLevel::high, std::string(word), {}};
    }
    return std::nullopt;
}

std::string write_safety_score(const SafetyScore& score, const SafetyScore& keywords, bool with_misses) {
    std::ostringstream out;
    out << "caught, by label (any level), how many of them got a crisis response, and what keywords alone "
           "catch\n";
    write_parts(out, score.by_label, keywords.by_label);
    out << "by the level in the file\n";
    write_parts(out, score.by_level, keywords.by_level);
    if (const auto benign = score.by_label.find("benign"); benign != score.by_label.end()) {
        const SafetyScore::Part& part = benign->second;
        const SafetyScore::Part& other = keywords.by_label.at("benign");
        out << "benign: crisis responses " << rate(part.crisis, part.count) << "   check-ins "
            << rate(part.caught - part.crisis, part.count) << "   keywords alone "
            << rate(other.caught, other.count) << '\n';
    }
    if (!with_misses) return out.str();
    write_misses(out, "danger that was not seen", score.missed);
    write_misses(out, "imminent danger that got a check-in only", score.not_answered);
    write_misses(out, "benign messages with an alarm", score.false_alarms);
    return out.str();
}

}  // namespace attune::bot
