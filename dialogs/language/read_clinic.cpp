#include "dialogs/language/read_clinic.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_opening.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string read_country(const Node* node, Report& report) {
    const std::string country = read_text(node, "a country", report);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (country.size() == 2 && std::all_of(country.begin(), country.end(), is_capital)) return country;
    if (!country.empty()) {
        report.add("bad-value", node->place,
                   quoted(country) + " is no country; expected two capital letters, like US");
    }
    return "";
}

/// Digits to dial or text, perhaps with a + before them.
std::string read_number(const Node* node, Report& report) {
    const std::string number = read_any_text(node, "a number", report);
    if (node == nullptr || node->kind != Node::Kind::text) return number;
    const std::string_view digits = std::string_view(number).substr(number.starts_with('+') ? 1 : 0);
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        report.add("bad-number", node->place,
                   quoted(number) + " cannot be dialed; expected digits, perhaps with + before them",
                   "leave out spaces, brackets and dashes");
    }
    return number;
}

std::string read_url(const Node* node, Report& report) {
    const std::string url = read_any_text(node, "an address", report);
    if (node == nullptr || node->kind != Node::Kind::text) return url;
    constexpr std::string_view scheme = "https://";
    const bool has_space = url.find_first_of(" \n<>\"'") != std::string::npos;
    if (!url.starts_with(scheme) || url.size() == scheme.size() || has_space) {
        report.add("bad-url", node->place, quoted(url) + " is no safe address; expected https://…");
    }
    return url;
}

/// When a number was checked: 2026-11-24.
std::string read_date(const Node* node, Report& report) {
    const std::string date = read_text(node, "a date", report);
    if (date.empty()) return "";
    bool fits = date.size() == 10;
    for (std::size_t i = 0; fits && i < date.size(); ++i)
        fits = i == 4 || i == 7 ? date[i] == '-' : is_digit(date[i]);
    const auto number = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
    if (fits && number(5) >= 1 && number(5) <= 12 && number(8) >= 1 && number(8) <= 31) return date;
    report.add("bad-value", node->place,
               quoted(date) + " is no date; expected year-month-day, like 2026-11-24");
    return "";
}

std::vector<std::string> read_purposes(const Node* node, Report& report) {
    std::vector<std::string> purposes;
    for (const Node* item : read_list(node, "for", report)) {
        const std::string purpose = read_id(item, "a purpose", report);
        if (purpose == "emergency" || purpose == "lines") {
            report.add("bad-value", item->place,
                       quoted(purpose) + " has a meaning of its own; expected another purpose");
        }
        purposes.push_back(purpose);
    }
    return purposes;
}

CrisisLine read_crisis_line(const Node& node, Report& report) {
    const Fields fields(node, "a crisis line",
                        {"id", "for", "label", "tel", "sms", "url", "hours", "languages", "deaf", "source", "checked"}, report);
    CrisisLine line;
    if (const Node* id = fields.need("id"))
        line.id = read_line_id(read_any_text(id, "an id", report), id->place, report);
    line.purposes = read_purposes(fields.need("for"), report);
    line.label = read_text(fields.need("label"), "a label", report);
    line.tel = read_number(fields.find("tel"), report);
    line.sms = read_number(fields.find("sms"), report);
    line.url = read_url(fields.find("url"), report);
    if (const Node* hours = fields.find("hours")) line.hours = read_text(hours, "hours", report);
    if (const Node* deaf = fields.find("deaf")) line.deaf = read_text(deaf, "access for deaf people", report);
    for (const Node* language : read_list(fields.find("languages"), "languages", report)) {
        line.languages.push_back(read_text(language, "a language", report));
    }
    line.source = read_url(fields.need("source"), report);
    line.checked = read_date(fields.need("checked"), report);
    const bool has_way =
        fields.find("tel") != nullptr || fields.find("sms") != nullptr || fields.find("url") != nullptr;
    if (fields.is_map() && !has_way) {
        report.add("missing-key", fields.place(),
                   "a crisis line without a way to reach it; expected tel, sms or url");
    }
    return line;
}

CrisisLine read_emergency(const Node& node, const std::string& country, Report& report) {
    const Fields fields(node, "the emergency number", {"number", "label", "source", "checked"}, report);
    CrisisLine line;
    line.id = country + ".emergency";
    line.tel = read_number(fields.need("number"), report);
    line.label = read_text(fields.need("label"), "a label", report);
    line.source = read_url(fields.need("source"), report);
    line.checked = read_date(fields.need("checked"), report);
    return line;
}

}  // namespace

std::string read_clinic(const Node& root, Names& names, Report& report) {
    const Fields fields(root, "clinic.yaml", {"schema", "country", "clinic", "unset", "opening"}, report);
    read_schema(fields, report);
    const Node* unset = fields.find("unset");
    const std::string ask = unset == nullptr ? "" : read_text(unset, "what is said for an empty fact", report);
    if (const Node* opening = fields.find("opening")) names.opening = read_opening(*opening, report);
    const Node* facts = fields.need("clinic");
    if (facts != nullptr && is_map(*facts, "clinic", report)) {
        for (const Entry& fact : facts->entries) {
            if (!is_id(fact.key)) {
                report.add("bad-id", fact.place,
                           quoted(fact.key) + " is no name; expected a to z, 0 to 9 and _");
            }
            const std::string text = read_any_text(&fact.value, "a fact about the clinic", report);
            names.clinic[fact.key] = text.empty() ? ask : text;
        }
        names.clinic_known = true;
    }
    return read_country(fields.need("country"), report);
}

std::string in_small_letters(std::string country) {
    for (char& c : country) c = static_cast<char>(c - 'A' + 'a');
    return country;
}

CrisisCard read_crisis_card(const Node& root, const std::string& stem, Report& report) {
    const Fields fields(root, "a file of crisis lines", {"schema", "country", "title", "emergency", "lines"},
                        report);
    read_schema(fields, report);
    CrisisCard card;
    const Node* country = fields.need("country");
    card.country = read_country(country, report);
    const std::string small = in_small_letters(card.country);
    if (!small.empty() && small != stem) {
        report.add("country-file-name", country->place,
                   "the lines of " + card.country + " are in the file " + quoted(stem + ".yaml") +
                       "; expected '" + small + ".yaml'");
    }
    card.title = read_text(fields.need("title"), "a title", report);
    if (const Node* emergency = fields.need("emergency"))
        card.lines.push_back(read_emergency(*emergency, small, report));
    if (!card.lines.empty()) card.emergency = card.lines.front().tel;
    for (const Node* node : read_list(fields.need("lines"), "lines", report)) {
        CrisisLine line = read_crisis_line(*node, report);
        const auto is_same = [&](const CrisisLine& other) { return other.id == line.id; };
        if (std::any_of(card.lines.begin(), card.lines.end(), is_same)) {
            report.add("duplicate-line", node->place, "a second crisis line with the id " + quoted(line.id));
        }
        card.lines.push_back(std::move(line));
    }
    return card;
}

}  // namespace attune::dialogs
