#include "bot/server/opt_out_words.hpp"

#include "bot/server/tokens.hpp"

namespace attune::bot {

namespace {

using transports::Command;

const dialogs::Line& line_for(const dialogs::ChannelLines& lines, Command command) {
    switch (command) {
        case Command::stop:
            return lines.stop;
        case Command::start:
            return lines.start;
        case Command::help:
            break;
    }
    return lines.help;
}

}  // namespace

std::optional<dialogs::Reply> opt_out_reply(const dialogs::Script& script, Command command) {
    if (!script.channel_lines.there()) return std::nullopt;
    const dialogs::Line& line = line_for(script.channel_lines, command);
    dialogs::Reply reply;
    reply.line = line.id;
    reply.text = fixed_words(line);
    return reply;
}

std::string choice_hint(const dialogs::Script& script, const std::vector<dialogs::Reply>& replies) {
    if (replies.empty() || replies.back().choices.items.empty()) return "";
    const dialogs::ChannelLines& lines = script.channel_lines;
    return fixed_words(replies.back().choices.many ? lines.numbers : lines.number);
}

std::string stopped_key(std::string_view channel, std::string_view address) {
    return digest("stopped\n" + std::string(channel) + "\n" + std::string(address));
}

}  // namespace attune::bot
