#include "bot/cli/chat_console.hpp"

#include <string>

#include "dialogs/analysis/wait.hpp"

namespace attune::bot {

namespace {

constexpr std::string_view help =
    "Write what you would say, or the number of a choice.\n"
    "  /trace      show, or no longer show, why the bot answers as it does\n"
    "  /state      where the conversation is and what is remembered\n"
    "  /back       take your last message back\n"
    "  /wait 10m   let time pass\n"
    "  /help       this\n"
    "  /quit       leave\n";

std::string list(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return text.empty() ? "(none)" : text;
}

class Chat {
public:
    Chat(Talk& talk, std::ostream& out, const transports::ConsoleLook& look) : talk_(talk), out_(out), look_(look) {}

    void open() {
        out_ << "(/help shows what the console understands)\n\n";
        show_turn();
    }

    /// False when the visitor leaves.
    bool take(const std::string& line) {
        return std::visit([this](const auto& typed) { return on(typed); }, transports::read_typed(line, talk_.choices()));
    }

private:
    bool on(const transports::TypedNothing&) { return true; }
    bool on(const transports::TypedText& typed) { return event(dialogs::Said{typed.text}); }
    bool on(const transports::TypedChoice& typed) { return event(dialogs::Chose{typed.values}); }
    bool on(const transports::TypedCommand& command) {
        if (command.name == "quit") return false;
        if (command.name == "trace") return toggle_trace();
        if (command.name == "state") return show_state();
        if (command.name == "back") return take_back();
        if (command.name == "wait") return wait(command.argument);
        if (command.name != "help") out_ << "There is no /" << command.name << ".\n";
        out_ << help;
        return true;
    }

    bool event(const dialogs::Event& event, dialogs::Time wait = 0) {
        talk_.take(event, wait);
        show_turn();
        if (talk_.turn().outcome == dialogs::Outcome::ended) out_ << "\n(The conversation has ended; /quit leaves.)\n";
        if (talk_.turn().outcome == dialogs::Outcome::erase) {
            out_ << "\n(Everything is deleted; a new conversation begins.)\n\n";
            talk_.open();
            show_turn();
        }
        return true;
    }

    bool toggle_trace() {
        trace_ = !trace_;
        out_ << (trace_ ? "(trace on)\n" : "(trace off)\n");
        return true;
    }

    bool show_state() {
        const dialogs::Position& now = talk_.state().now;
        out_ << "at: " << dialogs::position_of(talk_.state()) << "\n";
        for (const auto& [slot, values] : now.slots) out_ << "slot " << slot << ": " << list(values) << "\n";
        for (const dialogs::Frame& frame : now.stack) {
            out_ << "in: " << frame.flow << "." << frame.step << "\n";
            for (const auto& [slot, values] : frame.slots) out_ << "  slot " << slot << ": " << list(values) << "\n";
        }
        out_ << "misunderstood in a row: " << talk_.state().misses << "\n";
        return true;
    }

    bool take_back() {
        if (!talk_.undo()) {
            out_ << "(There is nothing to take back.)\n";
            return true;
        }
        std::vector<dialogs::Reply> replies;
        for (const dialogs::SaidLine& said : talk_.state().last) {
            replies.push_back({said.line, said.text, said.crisis, {}});
        }
        out_ << render(replies, look_) << render(talk_.choices(), look_);
        return true;
    }

    bool wait(const std::string& written) {
        const auto length = dialogs::parse_wait(written);
        if (length) return event(dialogs::Waited{}, *length);
        out_ << "How long? For example /wait 30s, 10m, 2h, 3d\n";
        return true;
    }

    void show_turn() {
        const dialogs::Turn& turn = talk_.turn();
        if (turn.outcome == dialogs::Outcome::stale_choice) out_ << "(That is not on offer now.)\n";
        out_ << render(turn.replies, look_);
        if (trace_) show_trace(turn.trace);
    }

    void show_trace(const dialogs::Trace& trace) {
        if (!trace.words.empty()) out_ << "  heard:" << trace.words << "\n";
        if (!trace.safety.empty()) out_ << "  safety: " << trace.safety << "\n";
        for (const dialogs::Candidate& candidate : trace.candidates) {
            out_ << (candidate.lost.empty() ? "  won: " : "  lost: ") << candidate.rule;
            if (!candidate.pattern.empty()) out_ << " by \"" << candidate.pattern << "\"";
            if (!candidate.lost.empty()) out_ << ": " << candidate.lost;
            out_ << "\n";
        }
        for (const std::string& step : trace.steps) out_ << "  ran: " << step << "\n";
    }

    Talk& talk_;
    std::ostream& out_;
    transports::ConsoleLook look_;
    bool trace_ = false;
};

}  // namespace

void chat_on_console(Talk& talk, std::istream& in, std::ostream& out, const transports::ConsoleLook& look,
                     std::string_view prompt) {
    Chat chat(talk, out, look);
    chat.open();
    std::string line;
    while (out << prompt << std::flush, std::getline(in, line)) {
        if (!chat.take(line)) return;
        out << "\n";
    }
}

}  // namespace attune::bot
