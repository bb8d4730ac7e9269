#include "transports/console/console.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "transports/console/wrap.hpp"

namespace attune::transports {

namespace {

constexpr std::string_view blank = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string in_colour(const std::string& text, std::string_view code, const ConsoleLook& look) {
    if (!look.colour) return text;
    return "\x1b[" + std::string(code) + "m" + text + "\x1b[0m";
}

std::string render_choice(std::size_t number, const dialogs::Choice& choice, bool many, const ConsoleLook& look) {
    std::string text = many ? (choice.chosen ? "[x] " : "[ ] ") : "";
    text += choice.label;
    const std::string wrapped = wrap(text, look.width, "     ");
    const std::string digits = std::to_string(number);
    const std::string head = std::string(digits.size() < 2 ? 2 : 1, ' ') + digits + ". ";
    return in_colour(head, "36", look) + wrapped.substr(std::min(head.size(), wrapped.size()));
}

/// The numbers of a line; nothing when something else stands in it, or a number that is on no choice.
std::optional<std::vector<std::size_t>> numbers(std::string_view line, std::size_t most) {
    std::vector<std::size_t> found;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r,"), line.size()));
        if (line.empty()) return found;
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
        if (error != std::errc{} || number > most) return std::nullopt;
        line.remove_prefix(static_cast<std::size_t>(end - line.data()));
        if (!line.empty() && line.find_first_of(" \t\r,") != 0) return std::nullopt;
        found.push_back(number);
    }
}

std::optional<TypedChoice> picked(std::string_view line, const dialogs::Choices& open) {
    const auto found = numbers(line, open.items.size());
    if (!found || found->empty()) return std::nullopt;
    if (open.many && *found == std::vector<std::size_t>{0}) return TypedChoice{};
    if (!open.many && found->size() != 1) return std::nullopt;
    TypedChoice choice;
    for (std::size_t number : *found) {
        if (number == 0) return std::nullopt;
        choice.values.push_back(open.items[number - 1].value);
    }
    return choice;
}

}  // namespace

std::string render(const dialogs::Choices& choices, const ConsoleLook& look) {
    std::string text;
    for (std::size_t index = 0; index < choices.items.size(); ++index) {
        text += render_choice(index + 1, choices.items[index], choices.many, look);
    }
    if (choices.many) text += in_colour("     Numbers, such as 1, 3; or 0 for none of these.", "2", look) + "\n";
    return text;
}

std::string render(const std::vector<dialogs::Reply>& replies, const ConsoleLook& look) {
    std::string text;
    for (const dialogs::Reply& reply : replies) {
        const std::string bubble = wrap(reply.text, look.width, reply.crisis ? "! " : "");
        text += (text.empty() ? "" : "\n") + (reply.crisis ? in_colour(bubble, "1;33", look) : bubble);
        text += render(reply.choices, look);
    }
    return text;
}

Typed read_typed(std::string_view line, const dialogs::Choices& open) {
    line = trimmed(line);
    if (line.empty()) return TypedNothing{};
    if (line.front() == '/') {
        const std::size_t space = std::min(line.find_first_of(blank), line.size());
        return TypedCommand{std::string(line.substr(1, space - 1)), std::string(trimmed(line.substr(space)))};
    }
    if (auto choice = picked(line, open)) return *std::move(choice);
    return TypedText{std::string(line)};
}

}  // namespace attune::transports
