#include "transports/websocket/link.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket.hpp>
#include <optional>
#include <string>
#include <utility>

#include "transports/websocket/echo.hpp"
#include "transports/websocket/protocol.hpp"
#include "transports/websocket/session.hpp"

namespace attune::transports::websocket {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ws = beast::websocket;
using Stream = ws::stream<http::Socket, false>;  // without deflate: memory, and compression leaks lengths
using UpgradeRequest = beast::http::request<beast::http::empty_body>;

constexpr std::size_t echo_bytes = 64 * 1024 * 1024;
constexpr std::size_t kept_read_buffer = 2048;

UpgradeRequest to_beast(const http::Request& request) {
    UpgradeRequest converted;
    converted.version(static_cast<unsigned>(request.version));
    converted.method_string(request.method);
    converted.target(request.path);
    for (const auto& [name, value] : request.headers) converted.insert(name, value);
    return converted;
}

/// A WebSocket and its bounded queue. Callbacks instead of coroutines: thousands of these wait at once, and a
/// waiting callback costs one small block, a waiting coroutine a frame each for reading and writing.
class Link final : public Wire, public http::Connection, public std::enable_shared_from_this<Link> {
public:
    Link(std::shared_ptr<http::Core> core, http::Lane& lane, http::Socket socket,
         std::unique_ptr<http::Peers::Place> place, std::shared_ptr<Endpoint> endpoint, bool echo)
        : core_(std::move(core)),
          lane_(lane),
          stream_(std::move(socket)),
          place_(std::move(place)),
          endpoint_(std::move(endpoint)),
          outbox_(echo ? http::OutboxLimits{4096, 2 * echo_bytes} : core_->config.limits.outbox) {
        ws::stream_base::timeout timeout{};
        timeout.handshake_timeout = core_->config.limits.close_time;
        timeout.idle_timeout = core_->config.limits.websocket_idle;
        timeout.keep_alive_pings = true;
        stream_.set_option(timeout);
        stream_.read_message_max(echo ? echo_bytes : protocol::max_inbound_bytes);
        stream_.auto_fragment(false);
    }

    void accept(const http::Request& request, const std::string& subprotocol) {
        lane_.add(shared_from_this());
        stream_.set_option(ws::stream_base::decorator([subprotocol](ws::response_type& response) {
            response.erase(beast::http::field::server);
            if (!subprotocol.empty()) response.set(beast::http::field::sec_websocket_protocol, subprotocol);
        }));
        stream_.async_accept(to_beast(request), [self = shared_from_this()](beast::error_code ec) {
            if (ec) return self->finish();
            self->endpoint_->opened(self);
            self->read_next();
        });
    }

    // -- Wire

    void send(Frame frame, bool binary) override {
        if (closing_) return;
        if (!outbox_.push(std::move(frame), binary)) {
            outbox_.clear();  // the client resumes and gets all of it from the log
            return close(close_code::slow_consumer, "too slow");
        }
        write_next();
    }

    void send_unless_busy(Frame frame) override {
        if (closing_) return;
        outbox_.push_unless_busy(std::move(frame));
        write_next();
    }

    void close(int code, std::string_view reason) override {
        if (closing_) return;
        closing_ = true;
        if (code != close_code::done) core_->log("event=websocket_close code=" + std::to_string(code));
        reason_.code = static_cast<ws::close_code>(code);
        reason_.reason = beast::string_view(reason.data(), reason.size());
        cut_after(2 * core_->config.limits.close_time);
        write_next();
    }

    void resume() override { read_next(); }

    // -- http::Connection

    void go_away(std::chrono::milliseconds reconnect_after) override {
        if (endpoint_ && !closing_) endpoint_->go_away(reconnect_after);
    }

    void cut() override {
        close_socket();
        // A paused session has no operation that could fail and tell.
        asio::post(lane_.executor, [self = shared_from_this()] { self->finish(); });
    }

private:
    void read_next() {
        if (reading_ || closing_ || over_ || endpoint_->is_busy()) return;
        reading_ = true;
        stream_.async_read(
            buffer_, [self = shared_from_this()](beast::error_code ec, std::size_t) { self->on_read(ec); });
    }

    void on_read(beast::error_code ec) {
        if (ec) {
            reading_ = false;
            return finish();
        }
        // The endpoint may answer at once and ask to read on: not before the buffer is free again.
        if (!closing_) {
            std::string_view bytes(static_cast<const char*>(buffer_.data().data()), buffer_.size());
            endpoint_->received(bytes, stream_.got_binary());
        }
        buffer_.consume(buffer_.size());
        if (buffer_.capacity() > kept_read_buffer) buffer_.shrink_to_fit();
        reading_ = false;
        read_next();
    }

    /// One write at a time: the next one starts when this one is done.
    void write_next() {
        if (writing_ || over_) return;
        if (outbox_.empty()) {
            if (closing_) start_close();
            return;
        }
        writing_ = true;
        http::Outbox::Item item = outbox_.pop();
        sending_ = std::move(item.bytes);
        stream_.binary(item.binary);
        stream_.async_write(asio::buffer(*sending_),
                            [self = shared_from_this()](beast::error_code ec, std::size_t) {
                                self->writing_ = false;
                                self->sending_.reset();
                                if (ec) return self->finish();
                                self->write_next();
                            });
    }

    void start_close() {
        if (close_started_) return;
        close_started_ = true;
        stream_.async_close(reason_, [self = shared_from_this()](beast::error_code) { self->finish(); });
    }

    /// A reader that takes nothing does not take the closing handshake either.
    void cut_after(std::chrono::milliseconds limit) {
        cut_timer_.emplace(lane_.executor, limit);
        cut_timer_->async_wait([weak = weak_from_this()](beast::error_code ec) {
            auto self = weak.lock();
            if (!ec && self) self->cut();
        });
    }

    void finish() {
        if (over_) return;
        over_ = true;
        closing_ = true;
        lane_.remove(this);
        outbox_.clear();
        cut_timer_.reset();
        if (endpoint_) endpoint_->closed();
        endpoint_.reset();
        close_socket();
    }

    void close_socket() {
        beast::error_code ignored;
        stream_.next_layer().close(ignored);
    }

    std::shared_ptr<http::Core> core_;
    http::Lane& lane_;
    Stream stream_;
    beast::flat_buffer buffer_;
    std::unique_ptr<http::Peers::Place> place_;
    std::shared_ptr<Endpoint> endpoint_;
    http::Outbox outbox_;
    Frame sending_;
    ws::close_reason reason_;
    std::optional<asio::steady_timer> cut_timer_;
    bool reading_ = false;
    bool writing_ = false;
    bool closing_ = false;        ///< nothing is read or queued any more
    bool close_started_ = false;  ///< the closing handshake runs
    bool over_ = false;
};

}  // namespace

void open(std::shared_ptr<http::Core> core, http::Lane& lane, http::Socket socket,
          std::unique_ptr<http::Peers::Place> place, http::Request request, Admission admission) {
    std::shared_ptr<Endpoint> endpoint = std::move(admission.endpoint);
    if (endpoint) {
        // Another protocol's.
    } else if (admission.echo) {
        endpoint = std::make_shared<Echo>();
    } else {
        endpoint = std::make_shared<Session>(core, lane.executor, request.peer, admission.token_known);
    }
    auto link = std::make_shared<Link>(std::move(core), lane, std::move(socket), std::move(place),
                                       std::move(endpoint), admission.echo);
    link->accept(request, admission.subprotocol);
}

}  // namespace attune::transports::websocket
