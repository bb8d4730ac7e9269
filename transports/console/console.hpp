#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dialogs/engine/reply.hpp"

/// A conversation on a terminal or in a pipe, as values: what to print for replies, and what a typed line means.
namespace attune::transports {

struct ConsoleLook {
    bool colour = false;     ///< ANSI escape sequences
    std::size_t width = 80;  ///< columns
};

/// Bubbles, one behind the other, with a blank line between, and the choices numbered from 1. A crisis bubble has
/// a bar at its side, in colour or not. Ends with a line feed, or is empty. Pure; O(bytes).
std::string render(const std::vector<dialogs::Reply>& replies, const ConsoleLook& look);

/// The numbered choices alone, with how to pick.
std::string render(const dialogs::Choices& choices, const ConsoleLook& look);

struct TypedNothing {};
struct TypedText {
    std::string text;
};
struct TypedChoice {
    std::vector<std::string> values;
};
struct TypedCommand {
    std::string name;      ///< without the slash
    std::string argument;  ///< what stands behind it
};
using Typed = std::variant<TypedNothing, TypedText, TypedChoice, TypedCommand>;

/// What a line means: `/name` is a command to the console; a number picks an open choice; where several may be
/// picked, `1, 3` or `1 3` does so and `0` picks none. All else, also a number without a choice, is said.
/// Pure; O(bytes).
Typed read_typed(std::string_view line, const dialogs::Choices& open);

}  // namespace attune::transports
