#include "transports/socketio/rasa_peer.hpp"

#include <boost/asio/dispatch.hpp>
#include <limits>
#include <utility>

#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/http/access.hpp"

namespace attune::transports::socketio {

namespace asio = boost::asio;
using ConversationPtr = std::shared_ptr<Conversation>;

namespace {

constexpr std::size_t most_early = 8;

std::pair<std::string, std::string> parted(const std::string& name) {
    const auto dot = name.find('.');
    if (dot == std::string::npos) return {};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

}  // namespace

void LastSent::note(const std::string& conversation, std::uint64_t seq) {
    const std::lock_guard lock(mutex_);
    if (seqs_.size() >= most && !seqs_.contains(conversation)) seqs_.erase(seqs_.begin());
    seqs_[conversation] = seq;
}

std::uint64_t LastSent::of(const std::string& conversation) const {
    const std::lock_guard lock(mutex_);
    const auto found = seqs_.find(conversation);
    return found == seqs_.end() ? 0 : found->second;
}

RasaPeer::RasaPeer(RasaParts parts, std::shared_ptr<Session> session, std::string token, std::string address)
    : parts_(parts), session_(std::move(session)), token_(std::move(token)), address_(std::move(address)) {}

/// Clients of protocol 3 are connected without asking.
void RasaPeer::opened() {
    if (session_->protocol() == Protocol::v3) connect({});
}

void RasaPeer::received(std::string_view message) {
    const auto packet = read_packet(message);
    if (!packet) return session_->close();
    if (packet->kind == Packet::Kind::connect) return connect(*packet);
    if (packet->kind == Packet::Kind::disconnect) return session_->close();
    if (packet->kind != Packet::Kind::event || stage_ == Stage::unknown) return;
    if (packet->ack) session_->send("3" + std::to_string(*packet->ack) + "[]");
    const auto said = read_event(packet->json);
    if (!said) return session_->close();
    take(*said);
}

void RasaPeer::connect(const Packet& packet) {
    const bool is_new = session_->protocol() == Protocol::v4;
    if (packet.space != "/") {
        return session_->send("4" + packet.space + "," +
                              (is_new ? R"({"message":"Invalid namespace"})" : R"("Invalid namespace")"));
    }
    const std::string given = token_.empty() ? token_in(packet.json) : token_;
    if (!parts_.access_tokens.empty() && !http::is_known_token(given, parts_.access_tokens)) {
        return session_->send(is_new ? R"(4{"message":"unauthorized"})" : R"(4"unauthorized")");
    }
    session_->send(is_new ? R"(0{"sid":")" + session_->id() + R"("})" : "0");
    if (stage_ == Stage::unknown) stage_ = Stage::connected;
}

void RasaPeer::take(const FromClient& said) {
    if (said.request && stage_ == Stage::connected) return request(said.request->session);
    if (!said.uttered || said.uttered->message.empty()) return;
    if (stage_ == Stage::open) return utter(said.uttered->message);
    if (early_.size() < most_early) early_.push_back(said.uttered->message);
    if (stage_ == Stage::connected) request("");
}

void RasaPeer::request(const std::string& name) {
    stage_ = Stage::opening;
    const auto [id, token] = parted(name);
    if (id.empty()) return begin();
    parts_.service.find(id, token, session_->home(),
                        [self = shared_from_this(), name](const Outcome<ConversationPtr>& found) {
                            asio::dispatch(self->session_->home(), [self, name, found] {
                                if (self->stage_ == Stage::over) return;
                                // What is gone is begun anew: the new name tells the client.
                                found ? self->go_on(*found, name) : self->begin();
                            });
                        });
}

void RasaPeer::begin() {
    auto opened = [self = shared_from_this()](const Outcome<Opened>& outcome) {
        asio::dispatch(self->session_->home(), [self, outcome] {
            if (self->stage_ == Stage::over) return;
            if (!outcome) return self->session_->close();
            const auto& conversation = outcome->conversation;
            self->talk(conversation, conversation->id() + "." + outcome->resume_token, 0);
        });
    };
    parts_.service.start({address_, "", "web"}, session_->home(), std::move(opened));
}

void RasaPeer::go_on(const ConversationPtr& conversation, const std::string& name) {
    if (const auto last = parts_.last_sent.of(conversation->id()); last > 0)
        return talk(conversation, name, last);
    auto newest = [self = shared_from_this(), conversation, name](const Outcome<History>& history) {
        const std::uint64_t after = history && !history->events.empty() ? history->events.back().seq : 0;
        asio::dispatch(self->session_->home(), [self, conversation, name, after] {
            if (self->stage_ != Stage::over) self->talk(conversation, name, after);
        });
    };
    conversation->history(0, std::numeric_limits<std::uint64_t>::max(), 1, std::move(newest));
}

void RasaPeer::talk(ConversationPtr conversation, const std::string& name, std::uint64_t after) {
    stage_ = Stage::open;
    conversation_ = std::move(conversation);
    session_->send(confirm(name));
    conversation_->subscribe(shared_from_this(), after);
    for (const std::string& message : std::exchange(early_, {})) utter(message);
}

void RasaPeer::utter(const std::string& message) {
    if (const auto pressed = read_payload(message)) return press(pressed->prompt_seq, pressed->place);
    // An intent by name is nothing that a visitor says; the greeting has been said without it.
    if (!is_intent(message)) say(heard_text(message), "");
}

void RasaPeer::press(std::uint64_t seq, std::size_t place) {
    auto found = [self = shared_from_this(), place](const Outcome<History>& history) {
        if (!history || history->events.empty()) return;
        auto picked = pick(history->events.front(), place);
        asio::dispatch(self->session_->home(), [self, picked = std::move(picked)] {
            if (picked && self->stage_ == Stage::open) self->say(picked->chosen, picked->label);
        });
    };
    conversation_->history(seq - 1, seq + 1, 1, std::move(found));
}

/// A press on a question that is not open any more is taken for the words on the button.
void RasaPeer::say(std::variant<Text, Chosen> content, const std::string& label) {
    const std::string id = "sio_" + session_->id() + "_" + std::to_string(++said_);
    auto done = [self = shared_from_this(), label](const Outcome<Accepted>& outcome) {
        if (outcome || outcome.error().code != Code::stale_choice || label.empty()) return;
        asio::dispatch(self->session_->home(), [self, label] {
            if (self->stage_ == Stage::open) self->say(Text{label}, "");
        });
    };
    conversation_->send({id, std::move(content)}, std::move(done));
}

void RasaPeer::deliver(const LoggedEvent& event) {
    asio::dispatch(session_->home(), [self = shared_from_this(), event] {
        if (self->stage_ != Stage::open) return;
        const std::string hint = self->parts_.service.choice_hint(language_of(event), true);
        std::string said = bot_uttered(event, hint);
        if (!said.empty()) self->session_->send(std::move(said));
        self->parts_.last_sent.note(self->conversation_->id(), event.seq);
    });
}

void RasaPeer::finish(int, std::string_view) {
    session_->close();
}

void RasaPeer::closed() {
    stage_ = Stage::over;
    if (conversation_) conversation_->unsubscribe(this);
    conversation_.reset();
}

}  // namespace attune::transports::socketio
