#include "transports/channels/opt_out.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace attune::transports {

namespace {

constexpr std::array<std::pair<std::string_view, Command>, 16> words = {{
    {"stop", Command::stop},
    {"stopall", Command::stop},
    {"stop all", Command::stop},
    {"unsubscribe", Command::stop},
    {"cancel", Command::stop},
    {"end", Command::stop},
    {"quit", Command::stop},
    {"revoke", Command::stop},
    {"optout", Command::stop},
    {"opt out", Command::stop},
    {"alto", Command::stop},
    {"baja", Command::stop},
    {"start", Command::start},
    {"unstop", Command::start},
    {"help", Command::help},
    {"info", Command::help},
}};

/// The message alone: trimmed, in lower case, without final punctuation and slash.
std::string bare(std::string_view text) {
    const auto is_edge = [](char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '.' || c == '!' || c == '"';
    };
    while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
    std::string result;
    if (text.size() > 16) return result;
    for (char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

}  // namespace

std::optional<Command> opt_out_word(std::string_view text) {
    const std::string word = bare(text);
    const auto* found =
        std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.first == word; });
    if (found == words.end()) return std::nullopt;
    return found->second;
}

bool may_restart(std::string_view text) {
    return bare(text) == "yes";
}

}  // namespace attune::transports
