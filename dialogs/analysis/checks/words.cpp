#include <algorithm>

#include "dialogs/analysis/checks/checks.hpp"
#include "dialogs/analysis/checks/reading_grade.hpp"
#include "dialogs/script/for_each_line.hpp"

namespace attune::dialogs {

namespace {

constexpr double highest_grade = 8;
constexpr double highest_crisis_grade = 6;
constexpr std::size_t most_words = 60;
constexpr std::size_t most_choices = 5;

bool has_number(std::string_view row) {
    return std::any_of(row.begin(), row.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The prose of a text: without slots, and without rows that list numbers to call.
std::string prose_of(const Text& text) {
    std::string all;
    for (const auto& piece : text) {
        if (const auto* fixed = std::get_if<std::string>(&piece)) all += *fixed;
    }
    std::string prose;
    for (std::size_t at = 0; at <= all.size();) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        const std::string row = all.substr(at, end - at);
        if (at == 0 || !has_number(row)) prose += row + "\n";
        at = end + 1;
    }
    return prose;
}

std::string one_digit(double grade) {
    const int tenths = static_cast<int>(grade * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

struct Reader {
    const SourceIndex& index;
    Findings& findings;
    bool english;

    void read(const Line& line, bool crisis) const {
        double grade = 0;
        std::size_t words = 0;
        for (const Text& text : line.variants) {
            const std::string prose = prose_of(text);
            grade = std::max(grade, reading_grade(prose));
            words = std::max(words, count_words(prose));
        }
        const Place& place = index.place(index.lines, line.id);
        const double limit = crisis ? highest_crisis_grade : highest_grade;
        if (english && grade > limit) {
            findings.push_back({{crisis ? "crisis-hard-to-read" : "hard-to-read", place,
                                 "'" + line.id + "' needs school grade " + one_digit(grade) +
                                     "; expected at most " + one_digit(limit),
                                 ""},
                                {}});
        }
        if (words > most_words) {
            findings.push_back({{"long-message", place,
                                 "'" + line.id + "' has " + std::to_string(words) +
                                     " words; expected at most " + std::to_string(most_words),
                                 ""},
                                {}});
        }
    }

    void count(const Flow& flow, const Step& step, const Ask& ask) const {
        const std::string name = flow.id + "." + step.id;
        const std::size_t choices = ask.options.options().size();
        const std::string message = "the question '" + name + "' has " + std::to_string(choices) +
                                    " choices; expected 2 to " + std::to_string(most_choices);
        if (choices < 2)
            findings.push_back({{"few-choices", index.place(index.steps, name), message, ""}, {}});
        if (choices > most_choices && !ask.many)
            findings.push_back({{"many-choices", index.place(index.steps, name), message, ""}, {}});
    }
};

}  // namespace

void check_words(const Script& script, const SourceIndex& index, Findings& findings) {
    const Reader reader{index, findings, script.locale.starts_with("en")};
    for (const Flow& flow : script.flows) {
        for (const Step& step : flow.steps) {
            const auto read = [&](const Line& line) { reader.read(line, flow.crisis); };
            std::visit([&](const auto& what) { detail::visit_lines(what, read); }, step.what);
            if (const auto* ask = std::get_if<Ask>(&step.what)) reader.count(flow, step, *ask);
        }
    }
}

}  // namespace attune::dialogs
