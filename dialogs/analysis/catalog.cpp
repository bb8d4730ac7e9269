#include "dialogs/analysis/catalog.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace attune::dialogs {

/// dialogs/diagnostics, built into the program.
const std::map<std::string, std::string>& diagnostic_files();

namespace {

/// The lines of a ```diff block: those with `-` are good, those with `+` bad, the others both.
void read_example(std::istringstream& in, CodeInfo& code) {
    for (std::string line; std::getline(in, line) && line != "```";) {
        const char sign = line.empty() ? ' ' : line.front();
        const std::string rest = line.empty() ? "" : line.substr(1);
        if (sign != '+') code.good += rest + "\n";
        if (sign != '-') code.bad += rest + "\n";
    }
}

CodeInfo read_code(const std::string& path, const std::string& text) {
    constexpr std::string_view diff = "```diff ";
    CodeInfo code;
    const std::size_t dash = path.find('-');
    code.id = path.substr(0, dash);
    code.slug = path.substr(dash + 1, path.rfind('.') - dash - 1);
    code.text = text;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line == "severity: warning") code.severity = Severity::warning;
        if (line == "severity: hint") code.severity = Severity::hint;
        if (!line.starts_with(diff)) continue;
        code.example_file = line.substr(diff.size());
        read_example(in, code);
    }
    return code;
}

char in_capitals(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::hint:
            return "hint";
    }
    return "error";
}

const std::vector<CodeInfo>& catalog() {
    static const std::vector<CodeInfo> codes = [] {
        std::vector<CodeInfo> all;
        for (const auto& [path, text] : diagnostic_files()) all.push_back(read_code(path, text));
        return all;
    }();
    return codes;
}

const CodeInfo* find_code(std::string_view name) {
    std::string id(name);
    std::transform(id.begin(), id.end(), id.begin(), in_capitals);
    const auto& codes = catalog();
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const CodeInfo& code) { return code.id == id || code.slug == name; });
    return found == codes.end() ? nullptr : &*found;
}

}  // namespace attune::dialogs
