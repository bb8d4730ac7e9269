#include "transports/websocket/session.hpp"

#include <boost/asio/dispatch.hpp>
#include <chrono>
#include <limits>
#include <utility>

namespace attune::transports::websocket {

namespace {

namespace asio = boost::asio;

/// Why a conversation did not open, as a close code a client acts on.
int close_code_of(Code code) {
    switch (code) {
        case Code::not_found:
            return close_code::no_session;
        case Code::unauthorized:
            return close_code::unauthorized;
        case Code::forbidden:
            return close_code::forbidden;
        case Code::rate_limited:
            return close_code::rate;
        default:
            return close_code::overloaded;
    }
}

}  // namespace

Session::Session(std::shared_ptr<const http::Core> core, http::Executor home, std::string peer,
                 bool token_known)
    : core_(std::move(core)), home_(std::move(home)), peer_(std::move(peer)), token_known_(token_known) {}

void Session::opened(std::shared_ptr<Wire> wire) {
    wire_ = std::move(wire);
    if (!token_known_) return close(close_code::unauthorized, "unknown access token");
    wait_for_hello();
}

void Session::wait_for_hello() {
    hello_timer_ = std::make_unique<asio::steady_timer>(home_, core_->config.limits.hello_time);
    hello_timer_->async_wait([weak = weak_from_this()](const boost::system::error_code& ec) {
        auto self = weak.lock();
        if (!ec && self && self->stage_ == Stage::waiting_for_hello)
            self->close(close_code::hello_timeout, "no hello");
    });
}

void Session::received(std::string_view bytes, bool binary) {
    if (stage_ == Stage::over) return;
    if (binary) return close(close_code::unsupported, "text only");
    auto frame = protocol::read_frame(bytes);
    if (!frame) return refuse(frame.error());
    bool is_hello = std::holds_alternative<protocol::Hello>(*frame);
    if (is_hello != (stage_ == Stage::waiting_for_hello)) {
        return refuse(protocol::BadFrame{
            {Code::not_ready, is_hello ? "hello came already" : "hello comes first", {}, false}, ""});
    }
    bad_frames_ = 0;
    std::visit([this](auto& content) { handle(content); }, *frame);
}

bool Session::is_busy() const {
    return stage_ == Stage::opening || last_code_ != 0 ||
           unanswered_ >= core_->config.limits.unprocessed_messages;
}

void Session::refuse(const protocol::BadFrame& bad) {
    send(protocol::error_frame(bad.refusal, bad.id));
    if (++bad_frames_ >= core_->config.limits.bad_frames) close(close_code::abuse, "too many bad frames");
}

/// A callback for the service that goes on at home, whatever thread it is called from, unless all is over.
template <class T, class Then>
Done<T> Session::at_home(Then then) {
    return [self = shared_from_this(), then](Outcome<T> outcome) {
        asio::dispatch(self->home_, [self, then, outcome = std::move(outcome)]() mutable {
            if (self->stage_ != Stage::over) then(*self, std::move(outcome));
        });
    };
}

void Session::handle(protocol::Hello& hello) {
    hello_timer_.reset();
    stage_ = Stage::opening;
    std::uint64_t last_seq = hello.session ? hello.session->last_seq : 0;
    auto done = at_home<Opened>([last_seq, wish = hello.locale](Session& self, Outcome<Opened> outcome) {
        self.welcome(std::move(outcome), last_seq, wish);
    });
    if (hello.session) {
        core_->service.resume(std::move(hello.session->id), std::move(hello.session->resume_token), home_,
                              std::move(done));
    } else {
        core_->service.start({peer_, std::move(hello.locale), "web"}, home_, std::move(done));
    }
}

void Session::welcome(Outcome<Opened> outcome, std::uint64_t last_seq, const std::string& locale) {
    if (!outcome) {
        send(protocol::error_frame(outcome.error(), ""));
        return close(close_code_of(outcome.error().code), name_of(outcome.error().code));
    }
    stage_ = Stage::open;
    bool gap = outcome->resumed && last_seq + 1 < outcome->oldest_seq;
    auto heartbeat = std::chrono::milliseconds(core_->config.limits.websocket_idle) / 2;
    send(protocol::welcome_frame(*outcome, core_->service.bot(locale), gap, static_cast<int>(heartbeat.count())));
    conversation_ = outcome->conversation;
    conversation_->subscribe(shared_from_this(), outcome->resumed ? last_seq : 0);
    if (last_code_ != 0 && unanswered_ == 0) return close(last_code_, "");
    if (wire_) wire_->resume();
}

Done<Accepted> Session::when_accepted(std::string id) {
    ++unanswered_;
    return at_home<Accepted>([id = std::move(id)](Session& self, Outcome<Accepted> outcome) {
        if (outcome) {
            self.send(protocol::accepted_frame(*outcome));
        } else {
            self.send(protocol::error_frame(outcome.error(), id));
            if (outcome.error().close) self.close(close_code::rate, name_of(outcome.error().code));
        }
        self.answered();
    });
}

/// The service has answered one request: there may be room to read on, or nothing left to wait for.
void Session::answered() {
    --unanswered_;
    if (stage_ == Stage::over) return;
    if (last_code_ != 0 && unanswered_ == 0) return close(last_code_, "");
    wire_->resume();
}

void Session::handle(Inbound& message) {
    auto done = when_accepted(message.id);
    conversation_->send(std::move(message), std::move(done));
}

void Session::handle(const protocol::HistoryRequest& request) {
    ++unanswered_;
    auto done = at_home<History>([id = request.id](Session& self, Outcome<History> outcome) {
        self.send(outcome ? protocol::history_frame(id, *outcome)
                          : protocol::error_frame(outcome.error(), id));
        self.answered();
    });
    std::uint64_t before = request.before_seq.value_or(std::numeric_limits<std::uint64_t>::max());
    conversation_->history(0, before, request.limit, std::move(done));
}

void Session::handle(const protocol::Erase& erase) {
    conversation_->erase(erase.id, when_accepted(erase.id));
}

void Session::handle(const protocol::End& end) {
    conversation_->end(end.id, when_accepted(end.id));
}

void Session::handle(const protocol::Ping& ping) {
    auto now = std::chrono::duration_cast<std::chrono::milliseconds>(core_->config.now().time_since_epoch());
    send(protocol::pong_frame(ping.n, now.count()));
}

void Session::go_away(std::chrono::milliseconds reconnect_after) {
    if (stage_ == Stage::over) return;
    send(protocol::going_away_frame("drain", reconnect_after));
    last_code_ = close_code::restart;
    if (unanswered_ == 0 && stage_ != Stage::opening) close(last_code_, "restart");
}

void Session::deliver(const LoggedEvent& event) {
    asio::dispatch(home_, [self = shared_from_this(), json = event.json] {
        if (self->stage_ != Stage::over) self->wire_->send(json);
    });
}

void Session::typing() {
    asio::dispatch(home_, [self = shared_from_this()] {
        if (self->stage_ != Stage::over)
            self->wire_->send_unless_busy(std::make_shared<const std::string>(protocol::typing_frame()));
    });
}

void Session::finish(int code, std::string_view reason) {
    asio::dispatch(home_, [self = shared_from_this(), code, reason = std::string(reason)] {
        if (self->stage_ == Stage::over) return;
        // Who asked for the end is still owed its `accepted`.
        self->last_code_ = code;
        if (self->unanswered_ == 0) self->close(code, reason);
    });
}

void Session::send(std::string frame) {
    if (wire_) wire_->send(std::make_shared<const std::string>(std::move(frame)));
}

/// Nothing is sent after it. The wire tells us with `closed` when the connection is really gone.
void Session::close(int code, std::string_view reason) {
    if (stage_ == Stage::over) return;
    stage_ = Stage::over;
    hello_timer_.reset();
    if (wire_) wire_->close(code, reason);
}

void Session::closed() {
    stage_ = Stage::over;
    hello_timer_.reset();
    wire_.reset();
    if (conversation_) conversation_->unsubscribe(this);
    conversation_.reset();
}

}  // namespace attune::transports::websocket
