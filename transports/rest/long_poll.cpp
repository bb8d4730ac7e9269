#include "transports/rest/long_poll.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>

namespace attune::transports::rest {

namespace asio = boost::asio;

namespace {

class Poll final : public Subscriber, public std::enable_shared_from_this<Poll> {
public:
    Poll(std::shared_ptr<Conversation> conversation, asio::any_io_executor home,
         std::function<void(const Events&)> done)
        : conversation_(std::move(conversation)), home_(home), timer_(home), done_(std::move(done)) {}

    void start(std::uint64_t after, std::chrono::seconds wait) {
        timer_.expires_after(wait);
        timer_.async_wait([self = shared_from_this()](const boost::system::error_code& ec) {
            if (!ec) self->answer();
        });
        conversation_->subscribe(shared_from_this(), after);
    }

    void deliver(const LoggedEvent& event) override {
        asio::dispatch(home_, [self = shared_from_this(), event] { self->take(event); });
    }
    void typing() override {}
    void finish(int, std::string_view) override {
        asio::post(home_, [self = shared_from_this()] { self->answer(); });
    }

private:
    void take(const LoggedEvent& event) {
        events_.push_back(event);
        if (events_.size() > 1) return;
        // A turn gives several events: one more round of the loop, and the others are here too.
        asio::post(home_, [self = shared_from_this()] { self->answer(); });
    }

    void answer() {
        if (!done_) return;
        timer_.cancel();
        conversation_->unsubscribe(this);
        std::exchange(done_, nullptr)(events_);
    }

    std::shared_ptr<Conversation> conversation_;
    asio::any_io_executor home_;
    asio::steady_timer timer_;
    std::function<void(const Events&)> done_;
    Events events_;
};

}  // namespace

void long_poll(std::shared_ptr<Conversation> conversation, std::uint64_t after, std::chrono::seconds wait,
               const asio::any_io_executor& home, std::function<void(const Events&)> done) {
    std::make_shared<Poll>(std::move(conversation), home, std::move(done))->start(after, wait);
}

}  // namespace attune::transports::rest
