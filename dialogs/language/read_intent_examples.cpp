#include "dialogs/language/read_intent_examples.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

namespace {

constexpr std::size_t longest_message = 1000;  // bytes

bool is_id(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && std::all_of(name.begin(), name.end(), fits);
}

/// True when the two differ by one letter, or two that changed places.
bool is_one_slip(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    const bool swapped = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
    return swapped || (a.size() <= 1 && b.size() <= 1);
}

void declare(const std::string& intent, const std::string& file, Names& names, Report& report) {
    auto& known = names.intents;
    if (std::find(known.begin(), known.end(), intent) != known.end()) return;
    const auto slip = std::find_if(known.begin(), known.end(),
                                   [&](const std::string& name) { return is_one_slip(name, intent); });
    if (slip != known.end()) {
        report.add("unknown-intent", {file, 1, 1},
                   "examples of an intent that nothing declares: " + quoted(intent),
                   "did you mean '" + *slip + "'?");
    }
    known.push_back(intent);
}

/// Takes the lines of one file.
class LineReader {
public:
    LineReader(std::string file, std::set<std::string>& seen, Report& report)
        : file_(std::move(file)), seen_(seen), report_(report) {}

    std::vector<std::string> read(std::string_view content) {
        while (!content.empty()) {
            place_.line += 1;
            const std::size_t end = content.find('\n');
            take(content.substr(0, end));
            content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        }
        if (lines_.empty()) complain("empty-list", "no example; expected one message a line");
        return std::move(lines_);
    }

private:
    void take(std::string_view line) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
        if (line.empty() || line.front() == '#') return;
        if (line.size() > longest_message) {
            complain("bad-value", "an example over 1,000 bytes; expected one message a line");
        } else if (!nlu::is_utf8(line)) {
            complain("not-utf8", "bytes that are not UTF-8; expected a text file in UTF-8");
        } else if (!seen_.emplace(line).second) {
            complain("duplicate-example", "an example that stands somewhere already: " + quoted(line));
        } else {
            lines_.emplace_back(line);
        }
    }

    void complain(std::string code, std::string message) {
        report_.add(std::move(code), {file_, std::max(place_.line, 1), 1}, std::move(message));
    }

    std::string file_;
    Place place_;
    std::set<std::string>& seen_;
    Report& report_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<nlu::IntentExamples> read_intent_examples(const std::map<std::string, std::string>& files, Names& names,
                                                      Report& report) {
    std::vector<nlu::IntentExamples> examples;
    std::set<std::string> seen;
    for (const auto& [intent, content] : files) {
        const std::string file = "nlu/examples/" + intent + ".txt";
        if (!is_id(intent)) {
            report.add("bad-value", {file, 1, 1},
                       quoted(intent) + " is no name of an intent; expected small letters, digits and _");
            continue;
        }
        declare(intent, file, names, report);
        examples.push_back({intent, LineReader(file, seen, report).read(content)});
    }
    return examples;
}

}  // namespace attune::dialogs
