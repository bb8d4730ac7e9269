#include "bot/cli/check_report.hpp"

#include <nlohmann/json.hpp>

namespace attune::bot {

namespace {

using dialogs::Severity;

Severity severity_of(const dialogs::Finding& finding) {
    const dialogs::CodeInfo* code = dialogs::find_code(finding.what.code);
    return code == nullptr ? Severity::error : code->severity;
}

std::string id_of(const dialogs::Finding& finding) {
    const dialogs::CodeInfo* code = dialogs::find_code(finding.what.code);
    return code == nullptr ? finding.what.code : code->id;
}

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[31m";
        case Severity::warning:
            return "\x1b[33m";
        case Severity::hint:
            return "\x1b[36m";
    }
    return "";
}

void write(std::ostream& out, const dialogs::Finding& finding, bool color) {
    const Severity severity = severity_of(finding);
    const dialogs::Place& place = finding.what.place;
    out << place.file << ":" << place.line << ":" << place.column << ": ";
    if (color) out << color_of(severity);
    out << name_of(severity) << " " << id_of(finding);
    if (color) out << "\x1b[0m";
    out << ": " << finding.what.message;
    if (!finding.what.help.empty()) out << " (" << finding.what.help << ")";
    out << " [" << finding.what.code << "]\n";
    for (const std::string& line : finding.transcript) out << "    " << line << "\n";
}

}  // namespace

CheckCounts count(const dialogs::Findings& findings) {
    CheckCounts counts;
    for (const dialogs::Finding& finding : findings) {
        switch (severity_of(finding)) {
            case Severity::error:
                ++counts.errors;
                break;
            case Severity::warning:
                ++counts.warnings;
                break;
            case Severity::hint:
                ++counts.hints;
                break;
        }
    }
    return counts;
}

void write_check_text(std::ostream& out, const dialogs::CheckReport& report, std::chrono::milliseconds time,
                      CheckView view) {
    for (const dialogs::Finding& finding : report.findings) {
        if (severity_of(finding) != Severity::hint || view.hints) write(out, finding, view.color);
    }
    const CheckCounts counts = count(report.findings);
    out << report.count.questions << " questions with " << report.count.asked << " things to do there, "
        << report.count.states << " states and " << report.count.transitions << " transitions in "
        << time.count() << " ms" << (report.count.complete ? "" : " (not all)") << ": " << counts.errors
        << " errors, " << counts.warnings << " warnings, " << counts.hints << " hints"
        << (counts.hints > 0 && !view.hints ? " (--hints shows them)" : "") << "\n";
    if (report.count.in_pairs.empty() || !view.hints) return;
    out << "Of what is remembered only pairs were told apart at:";
    for (const std::string& question : report.count.in_pairs) out << " " << question;
    out << "\n";
}

void write_check_json(std::ostream& out, const dialogs::CheckReport& report, std::chrono::milliseconds time) {
    using nlohmann::ordered_json;
    ordered_json findings = ordered_json::array();
    for (const dialogs::Finding& finding : report.findings) {
        const dialogs::Diagnostic& what = finding.what;
        findings.push_back({{"id", id_of(finding)},
                            {"code", what.code},
                            {"severity", name_of(severity_of(finding))},
                            {"file", what.place.file},
                            {"line", what.place.line},
                            {"column", what.place.column},
                            {"message", what.message},
                            {"help", what.help},
                            {"transcript", finding.transcript}});
    }
    out << ordered_json{{"states", report.count.states},
                        {"transitions", report.count.transitions},
                        {"complete", report.count.complete},
                        {"questions", report.count.questions},
                        {"asked", report.count.asked},
                        {"in_pairs", report.count.in_pairs},
                        {"ms", time.count()},
                        {"findings", findings}}
               .dump(2, ' ', false, ordered_json::error_handler_t::replace)
        << "\n";
}

}  // namespace attune::bot
