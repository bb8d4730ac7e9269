#include <utility>

#include "bot/server/conversation_parts.hpp"
#include "bot/server/opt_out_words.hpp"
#include "bot/server/tokens.hpp"
#include "bot/server/turn_events.hpp"
#include "transports/channels/opt_out.hpp"
#include "transports/channels/outbound_json.hpp"

namespace attune::bot {

using transports::Accepted;
using transports::ChannelMessage;
using transports::Chosen;
using transports::Code;
using transports::Command;
using transports::Done;
using transports::Inbound;
using transports::Pressed;
using transports::Refusal;
using transports::Text;

namespace {

/// Longer than any service repeats a webhook: WhatsApp does for 7 days.
constexpr long long remembered_ms = 8LL * 24 * 3'600'000;

}  // namespace

/// A channel's message on its way.
struct LiveConversation::Hearing {
    ChannelMessage message;
    Done<Accepted> done;
    std::string seen_key;
    std::string stopped_key;
    bool stopped = false;  ///< the person wants no messages
    bool anew = false;     ///< there is no conversation to go on with
    Accepted accepted;
    std::shared_ptr<TurnEvents> log;
    dialogs::State state;
    std::vector<dialogs::Reply> replies;
    bool erases = false;
    bool handoff = false;  ///< a flow asked for a person

    Posting posting(const dialogs::Script& words, const std::string& conversation, long long now) const {
        Posting result;
        if (!seen_key.empty()) result.marks.push_back({seen_key, now + remembered_ms});
        if (!message.push || replies.empty()) return result;
        transports::Outbound reply;
        reply.replies = replies;
        reply.prompt_seq = log ? log->prompt_seq() : 0;
        reply.ticket = message.heard.ticket;
        reply.lang = words.locale;
        reply.hint = choice_hint(words, replies);
        reply.list_label = fixed_words(words.channel_lines.list);
        Outgoing outgoing;
        outgoing.channel = message.channel;
        outgoing.address = message.heard.address;
        outgoing.conversation = conversation;
        outgoing.content = transports::write_outbound(reply);
        outgoing.made_at = outgoing.due_at = now;
        result.outgoing.push_back(std::move(outgoing));
        return result;
    }
};

void LiveConversation::hear(ChannelMessage message, Done<Accepted> done) {
    auto hearing = std::make_shared<Hearing>();
    const std::string person = message.channel + "\n" + message.heard.address;
    if (!message.heard.id.empty()) hearing->seen_key = digest("seen\n" + person + "\n" + message.heard.id);
    hearing->stopped_key = stopped_key(message.channel, message.heard.address);
    hearing->message = std::move(message);
    hearing->done = std::move(done);
    enqueue([this, hearing](const Refusal* trouble) {
        const bool missing = trouble != nullptr && trouble->code == Code::not_found;
        if (trouble != nullptr && !missing) return heard_done(hearing, trouble);
        hearing->anew = missing || row_.ended;
        hear_new(hearing);
    });
}

/// What was heard before is done; then it is known whether the person wants messages.
void LiveConversation::hear_new(const HearingPtr& hearing) {
    const long long now = surroundings_->now();
    auto known = [this, hearing](const Result<bool>& stopped) {
        if (!stopped) {
            const Refusal why = not_stored(stopped.error());
            return heard_done(hearing, &why);
        }
        hearing->stopped = *stopped;
        hear_command(hearing);
    };
    auto seen = [this, hearing, known, now](const Result<bool>& heard) {
        if (heard && !*heard)
            return surroundings_->store.is_marked(hearing->stopped_key, now, at_home<bool>(known));
        if (heard) {
            hearing->accepted.duplicate = true;
            return heard_done(hearing, nullptr);
        }
        const Refusal why = not_stored(heard.error());
        heard_done(hearing, &why);
    };
    if (hearing->seen_key.empty()) return seen(false);
    surroundings_->store.is_marked(hearing->seen_key, now, at_home<bool>(seen));
}

/// STOP, START and HELP never reach the dialog. Who said STOP hears nothing but help in danger.
void LiveConversation::hear_command(const HearingPtr& hearing) {
    const auto bot = surroundings_->bots.current();
    const dialogs::Script& script = bot->in(state_.locale);
    auto& content = hearing->message.heard.content;
    const auto* text = std::get_if<Text>(&content);
    if (hearing->stopped && text != nullptr && transports::may_restart(text->text)) content = Command::start;
    const auto* command = std::get_if<Command>(&content);
    if (command == nullptr) {
        const bool danger = text != nullptr && speaks_of_danger({"", *text});
        if (!hearing->stopped || danger) return hear_turn(hearing);
        return post(hearing, hearing->posting(script, id_, surroundings_->now()));
    }
    if (*command == Command::start && !hearing->stopped) {
        content = std::monostate{};
        return hear_turn(hearing);
    }
    auto words = opt_out_reply(script, *command);
    // Said twice, STOP is not answered twice.
    const bool says = !hearing->message.heard.answered;
    if (says && words && (*command != Command::stop || !hearing->stopped))
        hearing->replies.push_back(std::move(*words));
    Posting posting = hearing->posting(script, "", surroundings_->now());
    if (*command == Command::stop) posting.marks.push_back({hearing->stopped_key, for_ever});
    if (*command == Command::start) posting.unmark.push_back(hearing->stopped_key);
    post(hearing, std::move(posting));
}

void LiveConversation::post(const HearingPtr& hearing, Posting posting) {
    surroundings_->store.post(std::move(posting), at_home<void>([this, hearing](const Result<void>& stored) {
                                  if (stored) return heard_done(hearing, nullptr);
                                  const Refusal why = not_stored(stored.error());
                                  heard_done(hearing, &why);
                              }));
}

void LiveConversation::hear_turn(const HearingPtr& hearing) {
    const auto* text = std::get_if<Text>(&hearing->message.heard.content);
    if (auto why = over_the_rate({"", text != nullptr ? *text : Text{}})) return heard_done(hearing, &*why);
    if (hearing->anew) {
        gone_.reset();
        row_ = {};
        row_.id = id_;
        recent_.set_complete();
    }
    hearing->log = std::make_shared<TurnEvents>(row_.last_seq, surroundings_->now());
    if (hearing->anew) greet_first(hearing);
    if (auto event = heard_event(hearing)) return run_heard(hearing, *event);
    // Back again, or an old button without words on it: where we are is shown anew.
    if (!hearing->anew) return run_heard(hearing, dialogs::Opened{});
    hearing->log->add_replies(hearing->replies,
                              surroundings_->bots.current()->in(hearing->state.locale).locale);
    store_heard(hearing);
}

void LiveConversation::greet_first(const HearingPtr& hearing) {
    const long long now = surroundings_->now();
    const auto bot = surroundings_->bots.current();
    dialogs::Opened opening;
    opening.channel = hearing->message.channel;
    auto turn = dialogs::turn(*bot, dialogs::new_conversation(*bot, now), opening, now);
    hearing->handoff = turn.handoff;
    hearing->state = std::move(turn.state);
    hearing->replies = std::move(turn.replies);
}

/// A press on a button that is not open any more counts as the words on it.
std::optional<dialogs::Event> LiveConversation::heard_event(const HearingPtr& hearing) {
    const auto& content = hearing->message.heard.content;
    if (const auto* text = std::get_if<Text>(&content)) return dialogs::Said{text->text};
    const auto* pressed = std::get_if<Pressed>(&content);
    if (pressed == nullptr) return std::nullopt;
    if (!hearing->anew && pressed->prompt_seq == row_.prompt_seq) {
        dialogs::State state = state_;
        const auto open = dialogs::open_choices(*surroundings_->bots.version_for(state), state);
        if (pressed->place < open.items.size()) return dialogs::Chose{{open.items[pressed->place].value}};
    }
    if (pressed->label.empty()) return std::nullopt;
    return dialogs::Said{pressed->label};
}

void LiveConversation::run_heard(const HearingPtr& hearing, const dialogs::Event& event) {
    const long long now = surroundings_->now();
    dialogs::State before = hearing->anew ? hearing->state : state_;
    const auto bot = surroundings_->bots.version_for(before);
    const dialogs::Script& script = *bot;
    auto turn = dialogs::turn(script, before, event, now);
    hearing->handoff = hearing->handoff || turn.handoff;
    // Whoever comes in danger gets help first; others first hear whom they talk to, and the first question
    // later.
    if (turn.safety) hearing->replies.clear();
    if (!hearing->replies.empty() && !turn.replies.empty()) hearing->replies.pop_back();

    std::string shown;
    if (const auto* said = std::get_if<dialogs::Said>(&event)) shown = said->text;
    if (const auto* chose = std::get_if<dialogs::Chose>(&event)) {
        Inbound message{"", Chosen{row_.prompt_seq, chose->values}};
        shown = shown_text(message, dialogs::open_choices(script, before));
    }
    if (!shown.empty()) {
        hearing->log->add_user("m" + std::to_string(hearing->log->last_seq() + 1), shown);
        hearing->accepted.seq = hearing->log->last_seq();
    }
    for (dialogs::Reply& reply : turn.replies) hearing->replies.push_back(std::move(reply));
    hearing->state = std::move(turn.state);
    hearing->log->add_replies(hearing->replies, script.in(hearing->state.locale).locale);
    if (turn.outcome == dialogs::Outcome::erase) return erase_heard(hearing);
    store_heard(hearing);
}

void LiveConversation::store_heard(const HearingPtr& hearing) {
    const long long now = surroundings_->now();
    auto change = new_change(now);
    change->anew = hearing->anew;
    change->handoff = hearing->handoff;
    change->row.last_seq = hearing->log->last_seq();
    if (hearing->log->prompt_seq() != 0) change->row.prompt_seq = hearing->log->prompt_seq();
    const auto bot = surroundings_->bots.current();
    const dialogs::Script& words = bot->in(hearing->state.locale);
    change->state = std::move(hearing->state);
    hearing->accepted.at = now;
    hearing->accepted.events = hearing->log->events();
    change->posting = hearing->posting(words, id_, now);
    change->events = std::move(hearing->log->events());
    store_change(change, [this, hearing](const Refusal* failed) { heard_done(hearing, failed); });
}

void LiveConversation::erase_heard(const HearingPtr& hearing) {
    hearing->accepted.events = hearing->log->events();
    const auto bot = surroundings_->bots.current();
    Posting posting = hearing->posting(bot->in(hearing->state.locale), "", surroundings_->now());
    auto erased = [this, hearing](const Result<void>& stored) {
        if (!stored) {
            const Refusal why = not_stored(stored.error());
            return heard_done(hearing, &why);
        }
        vanish(refusal(Code::not_found, "the conversation was erased"), close_code::erased, "erased");
        heard_done(hearing, nullptr);
    };
    surroundings_->store.erase(id_, std::move(posting), at_home<void>(std::move(erased)));
}

void LiveConversation::heard_done(const HearingPtr& hearing, const Refusal* failed) {
    if (failed != nullptr) {
        hearing->done(refuse(*failed));
    } else {
        if (surroundings_->wake_courier) surroundings_->wake_courier();
        hearing->done(std::move(hearing->accepted));
    }
    job_done();
}

}  // namespace attune::bot
