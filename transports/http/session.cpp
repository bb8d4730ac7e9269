#include "transports/http/session.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <optional>
#include <string>
#include <utility>

#include "transports/http/answer.hpp"
#include "transports/http/forwarded.hpp"
#include "transports/http/head_rules.hpp"
#include "transports/http/send_stream.hpp"
#include "transports/http/write_head.hpp"
#include "transports/websocket/admission.hpp"
#include "transports/websocket/link.hpp"

namespace attune::transports::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

using Parser = beast::http::request_parser<beast::http::string_body>;

/// The status that answers a failed read; negative if there is nobody left to answer.
int status_of(boost::beast::error_code ec) {
    if (ec == beast::http::error::header_limit || ec == beast::http::error::buffer_overflow) return 431;
    if (ec == beast::http::error::body_limit) return 413;
    if (ec == beast::http::error::bad_version) return 505;
    if (ec == beast::http::error::end_of_stream || ec == beast::http::error::partial_message) return -1;
    return ec.category() == make_error_code(beast::http::error::bad_method).category() ? 400 : -1;
}

/// The views live as long as the parser.
HeadFacts facts_of(const Parser& parser) {
    const auto& head = parser.get();
    HeadFacts facts;
    facts.version = static_cast<int>(head.version());
    facts.method = head.method_string();
    facts.target = head.target();
    facts.host_fields = static_cast<int>(head.count(beast::http::field::host));
    facts.host = head[beast::http::field::host];
    facts.transfer_encoding = head.count(beast::http::field::transfer_encoding) > 0;
    facts.content_lengths = static_cast<int>(head.count(beast::http::field::content_length));
    return facts;
}

/// The request as a value; takes its body.
Request to_request(Parser& parser, const std::string& peer, const std::vector<std::string>& trusted_proxies) {
    auto& message = parser.get();
    Request request;
    request.method = message.method_string();
    request.head_only = message.method() == beast::http::verb::head;
    request.version = static_cast<int>(message.version());
    for (const auto& field : message) {
        std::string name(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        std::string& value = request.headers[name];
        if (!value.empty()) value += ", ";
        value += field.value();
    }
    // A malformed target leads to the path "", which no route has.
    auto target = parse_target(message.target()).value_or(Target{});
    request.path = std::move(target.path);
    request.query = std::move(target.query);
    request.body = std::move(message.body());
    request.peer = visitor_address(peer, header(request, "x-forwarded-for"), trusted_proxies);
    return request;
}

class HttpSession final : public Connection, public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(std::shared_ptr<Core> core, Lane& lane, Socket socket, std::unique_ptr<Peers::Place> place,
                std::string peer)
        : core_(std::move(core)),
          lane_(lane),
          stream_(std::move(socket)),
          place_(std::move(place)),
          peer_(std::move(peer)),
          wake_(lane.executor) {}

    ~HttpSession() override { lane_.remove(this); }
    HttpSession(const HttpSession&) = delete;
    HttpSession& operator=(const HttpSession&) = delete;

    /// `self` keeps the session while its coroutine runs.
    static Task<void> run(std::shared_ptr<HttpSession> self) {
        self->lane_.add(self);
        // In the condition itself g++ 12 makes an illegal instruction of it.
        bool more = true;
        while (more) more = co_await self->serve_one();
    }

    void go_away(std::chrono::milliseconds) override {
        leaving_ = true;
        // A read that ran out of time has closed the socket already, and waits for its turn to say so.
        beast::error_code ignored;
        if (waiting_) stream_.socket().cancel(ignored);
        if (streaming_) streaming_->close();
    }
    void cut() override { stream_.close(); }

private:
    const Limits& limits() const { return core_->config.limits; }

    /// One request and its answer. False if the connection is over or another's.
    Task<bool> serve_one() {
        if (!co_await wait_for_bytes()) co_return false;
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits().header_bytes));
        parser.body_limit(limits().body_bytes);
        int status = co_await read_head(parser);
        if (status == 0) status = co_await read_body(parser);
        if (status < 0) co_return false;
        if (status > 0) co_return co_await refuse(status);
        Request request = to_request(parser, peer_, core_->config.trusted_proxies);
        bool keep_alive = parser.get().keep_alive() && !leaving_;
        if (beast::websocket::is_upgrade(parser.get())) {
            auto admission = admit(request);
            if (admission) co_return co_await upgrade(request, std::move(*admission));
        }
        co_return co_await answer(request, keep_alive);
    }

    /// The time between two requests is long, the time for a head short.
    Task<bool> wait_for_bytes() {
        if (buffer_.size() > 0) co_return true;
        if (leaving_) co_return false;
        waiting_ = true;
        stream_.expires_after(served_ ? limits().idle_time : limits().header_time);
        auto space = buffer_.prepare(1024);
        auto [ec, bytes] = co_await stream_.async_read_some(space, quiet);
        waiting_ = false;
        buffer_.commit(bytes);
        co_return !ec;
    }

    /// 0: go on. Negative: the connection is gone. Otherwise the status to refuse with.
    Task<int> read_head(Parser& parser) {
        stream_.expires_after(limits().header_time);
        auto [ec, bytes] = co_await beast::http::async_read_header(stream_, buffer_, parser, quiet);
        if (ec) co_return status_of(ec);
        co_return refused_head(facts_of(parser)).value_or(0);
    }

    Task<int> read_body(Parser& parser) {
        auto expect = parser.get()[beast::http::field::expect];
        if (!expect.empty() && !beast::iequals(expect, "100-continue")) co_return 417;
        stream_.expires_after(limits().body_time);
        if (!expect.empty() && !parser.is_done()) {
            std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            auto [ec, bytes] = co_await asio::async_write(stream_, asio::buffer(go_on), quiet);
            if (ec) co_return -1;
        }
        auto [ec, bytes] = co_await beast::http::async_read(stream_, buffer_, parser, quiet);
        co_return ec ? status_of(ec) : 0;
    }

    /// Takes the request's content.
    Task<bool> answer(Request& request, bool keep_alive) {
        auto pending = std::make_shared<PendingAnswer>(lane_.executor);
        int version = request.version;
        bool head_only = request.head_only;
        start_answer(*core_, std::move(request), pending, lane_.executor);
        if (!pending->response) {
            pending->timer.expires_after(limits().handler_time);
            stream_.expires_never();
            co_await pending->timer.async_wait(quiet);
        }
        Response response = pending->take();
        served_ = true;
        co_return co_await write(response, version, head_only, keep_alive && !leaving_);
    }

    Task<bool> write(Response& response, int version, bool head_only, bool keep_alive) {
        if (response.stream && version == 10) keep_alive = false;
        Delivery delivery;
        delivery.version = version;
        delivery.keep_alive = keep_alive;
        delivery.now = core_->config.now();
        std::string head = write_head(response, delivery);
        if (head_only) response.body.clear();
        std::array<asio::const_buffer, 2> parts = {asio::buffer(head), asio::buffer(response.body)};
        stream_.expires_after(limits().write_time);
        auto [ec, bytes] = co_await asio::async_write(stream_, parts, quiet);
        if (response.stream && (ec || head_only)) response.stream->abandon();
        if (ec) co_return false;
        if (response.stream && !head_only) {
            streaming_ = response.stream.get();
            bool complete =
                co_await send_stream(stream_, wake_, *response.stream, version == 11, limits().write_time);
            streaming_ = nullptr;
            keep_alive = keep_alive && complete;
        }
        if (!keep_alive) shut();
        co_return keep_alive;
    }

    std::optional<websocket::Admission> admit(const Request& request) const {
        if (websocket::is_path(request.path, core_->config)) return websocket::admit(request, core_->config);
        for (const auto& route : core_->sockets) {
            if (auto admission = route(request, lane_.executor)) return admission;
        }
        return std::nullopt;
    }

    Task<bool> upgrade(Request& request, websocket::Admission admission) {
        bool early = buffer_.size() > 0;  // RFC 6455, 4.1: a client sends nothing before our answer
        if (admission.status != 101 || early) co_return co_await refuse(early ? 400 : admission.status);
        stream_.expires_never();
        websocket::open(core_, lane_, stream_.release_socket(), std::move(place_), std::move(request),
                        std::move(admission));
        co_return false;
    }

    Task<bool> refuse(int status) {
        core_->log("event=http_refused status=" + std::to_string(status));
        Response response = text_response(status, std::string(reason_phrase(status)) + "\n");
        co_await write(response, 11, false, false);
        co_await linger();
        co_return false;
    }

    /// Closing with unread bytes would reset the connection and take our answer with it.
    Task<void> linger() {
        stream_.expires_after(std::chrono::seconds(1));
        std::array<char, 4096> sink{};
        for (std::size_t total = 0; total < 256 * 1024;) {
            auto space = asio::buffer(sink);
            auto [ec, bytes] = co_await stream_.async_read_some(space, quiet);
            if (ec) co_return;
            total += bytes;
        }
    }

    void shut() {
        beast::error_code ignored;
        stream_.socket().shutdown(asio::socket_base::shutdown_send, ignored);
    }

    std::shared_ptr<Core> core_;
    Lane& lane_;
    beast::basic_stream<asio::ip::tcp, Executor> stream_;
    beast::flat_buffer buffer_;
    std::unique_ptr<Peers::Place> place_;
    std::string peer_;
    Timer wake_;
    Stream* streaming_ = nullptr;
    bool served_ = false;   ///< at least one request
    bool waiting_ = false;  ///< between two requests
    bool leaving_ = false;  ///< the server shuts down
};

}  // namespace

void serve(std::shared_ptr<Core> core, Lane& lane, Socket socket, std::unique_ptr<Peers::Place> place,
           std::string peer) {
    auto session = std::make_shared<HttpSession>(std::move(core), lane, std::move(socket), std::move(place),
                                                 std::move(peer));
    asio::co_spawn(lane.executor, HttpSession::run(std::move(session)), asio::detached);
}

}  // namespace attune::transports::http
