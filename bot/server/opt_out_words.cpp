#include "bot/server/opt_out_words.hpp"

#include "bot/server/tokens.hpp"

namespace attune::bot {

namespace {

using transports::Command;

/// {name} is the bot, {emergency} the number.
std::string_view words(bool spanish, Command command) {
    switch (command) {
        case Command::stop:
            return spanish ? "{name}: No recibirá más mensajes de este programa. Para volver, escriba START. Si está en "
                             "peligro, llame al {emergency}."
                           : "{name}: You will get no more messages from this program. To come back, reply START. In "
                             "danger, call {emergency}.";
        case Command::start:
            return spanish ? "{name}: Bienvenido de nuevo. Soy un programa, no una persona. Para dejar de recibir "
                             "mensajes, escriba STOP. Si está en peligro, llame al {emergency}."
                           : "{name}: Welcome back. I am a computer program, not a person. To stop, reply STOP. In "
                             "danger, call {emergency}.";
        case Command::help:
            return spanish ? "{name}: Soy un programa, no una persona. Nadie lee este chat. Si está en peligro, llame al "
                             "{emergency}. Para ver los temas, escriba menú. Para dejar de recibir mensajes, escriba STOP."
                           : "{name}: I am a computer program, not a person. Nobody watches this chat. In danger, call "
                             "{emergency}. To see the topics, reply MENU. To stop, reply STOP.";
    }
    return {};
}

void fill(std::string& text, std::string_view place, const std::string& value) {
    const auto at = text.find(place);
    if (at != std::string::npos) text.replace(at, place.size(), value);
}

}  // namespace

dialogs::Reply opt_out_reply(const dialogs::Script& script, Command command) {
    dialogs::Reply reply;
    reply.line = command == Command::stop ? "channel.stop" : command == Command::start ? "channel.start" : "channel.help";
    reply.text = words(script.locale.starts_with("es"), command);
    fill(reply.text, "{name}", script.name);
    fill(reply.text, "{emergency}", script.crisis.emergency.empty() ? "112" : script.crisis.emergency);
    return reply;
}

std::string stopped_key(std::string_view channel, std::string_view address) {
    return digest("stopped\n" + std::string(channel) + "\n" + std::string(address));
}

}  // namespace attune::bot
