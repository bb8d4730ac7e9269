#include "transports/directline/stream.hpp"

#include <boost/asio/dispatch.hpp>
#include <string>
#include <utility>

namespace attune::transports::directline {

namespace asio = boost::asio;
namespace close_code = websocket::close_code;

Stream::Stream(Service& service, http::Executor home, Ticket ticket, Place place)
    : service_(service), home_(std::move(home)), ticket_(std::move(ticket)), place_(std::move(place)) {}

void Stream::opened(std::shared_ptr<websocket::Wire> wire) {
    wire_ = std::move(wire);
    service_.find(ticket_.conversation, ticket_.token, home_,
                  [self = shared_from_this()](Outcome<std::shared_ptr<Conversation>> outcome) {
                      asio::dispatch(self->home_,
                                     [self, outcome = std::move(outcome)] { self->found(outcome); });
                  });
}

void Stream::found(const Outcome<std::shared_ptr<Conversation>>& outcome) {
    if (over_) return;
    if (!outcome) {
        const bool gone = outcome.error().code == Code::not_found;
        return wire_->close(gone ? close_code::no_session : close_code::overloaded,
                            name_of(outcome.error().code));
    }
    conversation_ = *outcome;
    conversation_->subscribe(shared_from_this(), ticket_.watermark);
}

void Stream::deliver(const LoggedEvent& event) {
    asio::dispatch(home_, [self = shared_from_this(), event] {
        if (self->over_) return;
        self->wire_->send(
            std::make_shared<const std::string>(activity_set({event}, event.seq, self->place_)));
    });
}

void Stream::typing() {
    asio::dispatch(home_, [self = shared_from_this()] {
        if (self->over_) return;
        self->wire_->send_unless_busy(std::make_shared<const std::string>(typing_set(self->place_)));
    });
}

void Stream::finish(int code, std::string_view reason) {
    asio::dispatch(home_, [self = shared_from_this(), code, reason = std::string(reason)] {
        if (!self->over_) self->wire_->close(code, reason);
    });
}

void Stream::go_away(std::chrono::milliseconds) {
    if (!over_) wire_->close(close_code::restart, "restart");
}

void Stream::closed() {
    over_ = true;
    wire_.reset();
    if (conversation_) conversation_->unsubscribe(this);
    conversation_.reset();
}

}  // namespace attune::transports::directline
