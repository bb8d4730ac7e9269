#include "transports/rest/sse.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <utility>

#include "transports/websocket/protocol.hpp"

namespace attune::transports::rest {

namespace asio = boost::asio;

namespace {

/// Brings events from the conversation's executor to the connection's.
class SseSubscriber final : public Subscriber {
public:
    SseSubscriber(std::shared_ptr<http::Stream> stream, asio::any_io_executor home)
        : stream_(std::move(stream)), home_(std::move(home)) {}

    void deliver(const LoggedEvent& event) override { push(sse_event(event)); }
    void typing() override { push("event: typing\ndata: " + protocol::typing_frame() + "\n\n"); }
    void finish(int, std::string_view) override {
        asio::dispatch(home_, [stream = stream_] { stream->close(); });
    }

private:
    void push(std::string chunk) {
        asio::dispatch(home_, [stream = stream_, chunk = std::move(chunk)]() mutable {
            stream->push(std::make_shared<const std::string>(std::move(chunk)));
        });
    }

    std::shared_ptr<http::Stream> stream_;
    asio::any_io_executor home_;
};

}  // namespace

std::string sse_event(const LoggedEvent& event) {
    return "id: " + std::to_string(event.seq) + "\nevent: " + event.type + "\ndata: " + *event.json + "\n\n";
}

std::string sse_preamble() {
    return "retry: 2000\n\n";
}

std::string sse_heartbeat() {
    return ": still here\n\n";
}

void stream_events(const std::shared_ptr<Conversation>& conversation, std::uint64_t after,
                   const std::shared_ptr<http::Stream>& stream, const asio::any_io_executor& home) {
    stream->heartbeat = sse_heartbeat();
    stream->push(std::make_shared<const std::string>(sse_preamble()));
    auto subscriber = std::make_shared<SseSubscriber>(stream, home);
    // Posted: the stream may end while the conversation is going through its subscribers.
    stream->on_end([conversation, subscriber, home] {
        asio::post(home, [conversation, subscriber] { conversation->unsubscribe(subscriber.get()); });
    });
    conversation->subscribe(subscriber, after);
}

}  // namespace attune::transports::rest
