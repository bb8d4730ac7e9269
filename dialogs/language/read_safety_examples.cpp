#include "dialogs/language/read_safety_examples.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "dialogs/language/nearest.hpp"

namespace attune::dialogs {

namespace {

constexpr std::size_t longest_message = 1000;  // bytes

// Between missing danger and alarm at ordinary words, on the shipped examples.
constexpr nlu::SafetyThresholds thresholds{0.28, 0.80};

std::vector<std::string> read_messages(const std::string& file, std::string_view content, Report& report) {
    std::vector<std::string> messages;
    std::size_t line = 0;
    while (!content.empty()) {
        ++line;
        const std::size_t end = content.find('\n');
        std::string_view message = content.substr(0, end);
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        if (message.ends_with('\r')) message.remove_suffix(1);
        if (message.empty() || message.starts_with('#')) continue;
        if (message.size() > longest_message) {
            report.add("bad-value", {file, static_cast<int>(line), 1},
                       "an example over 1,000 bytes; expected one message a line");
        }
        messages.emplace_back(message);
    }
    if (messages.empty()) report.add("empty-list", {file, 1, 1}, "no example; expected one message a line");
    return messages;
}

/// The class and level that a file is named for; nothing, and reported, when it is not.
std::optional<nlu::SafetyExamples> read_name(const std::string& stem, const std::string& file,
                                             const std::map<std::string, std::string>& flows,
                                             Report& report) {
    if (stem == "benign") return nlu::SafetyExamples{};
    const std::size_t dot = stem.find('.');
    const std::string name = stem.substr(0, dot);
    const auto level = nlu::level_of(dot == std::string::npos ? "" : stem.substr(dot + 1));
    if (!level || flows.count(name) == 0) {
        report.add("unknown-class", {file, 1, 1},
                   quoted(stem) + " is no class and level of a signal; expected a name like " +
                       "sui_passive.moderate.txt, or benign.txt");
        return std::nullopt;
    }
    return nlu::SafetyExamples{name, *level, {}};
}

}  // namespace

nlu::SafetyClassifier read_safety_examples(const std::map<std::string, std::string>& files,
                                           const std::vector<std::string>& benign,
                                           const std::map<std::string, std::string>& flows, Report& report) {
    std::vector<nlu::SafetyExamples> examples{{"", {}, benign}};
    for (const auto& [file, content] : files) {
        const std::string name = file.substr(file.rfind('/') + 1);
        const std::string stem = name.substr(0, name.rfind(".txt"));
        auto group = read_name(stem, file, flows, report);
        if (!group) continue;
        group->messages = read_messages(file, content, report);
        examples.push_back(std::move(*group));
    }
    return nlu::SafetyClassifier::train(examples, thresholds);
}

}  // namespace attune::dialogs
