#include "support/load.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string_view>

#include "support/frames.hpp"

namespace attune::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds(20);
constexpr std::string_view echo_text = "how do I know whether my attachment style is an anxious one?";
/// What visitors say: questions of the main conversation, commands, and something nobody foresaw.
constexpr std::array<std::string_view, 6> visitor_texts{
    "what is anxious attachment?",  "how does attachment based therapy work?", "menu",
    "I don't know what to say now", "what are the signs of a good therapist?", "help",
};

[[noreturn]] void fail(const std::string& why) {
    throw std::runtime_error("load: " + why);
}

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

}  // namespace

struct Load::Connection {
    int socket = -1;
    std::string received;
    bool upgraded = false;
    bool waiting = false;   ///< a message is in flight: is it…
    bool accepted = false;  ///< …acknowledged
    bool replied = false;   ///< …and answered with the next question
    std::size_t sent = 0;
    Clock::time_point sent_at;
};

Load::Load(unsigned short port, Speech speech, std::size_t connections) : port_(port), speech_(speech) {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    for (std::size_t i = 0; i < connections; ++i) {
        connections_.push_back(std::make_unique<Connection>());
        open(*connections_.back());
    }
}

Load::~Load() {
    for (const auto& connection : connections_) close(connection->socket);
    close(epoll_);
}

void Load::open(Connection& connection) {
    connection.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(connection.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        fail("cannot connect: too many open files or ports?");
    }
    const int on = 1;
    setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &connection;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event);

    std::string request =
        "GET /v1/ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    if (speech_ == Speech::attune) request += "Sec-WebSocket-Protocol: attune.v1\r\n";
    request += "\r\n";
    if (send(connection.socket, request.data(), request.size(), 0) < 0) fail("cannot send");

    // The greeting with the first question says that the conversation is open.
    const auto end = Clock::now() + patience;
    while (!connection.upgraded || (speech_ == Speech::attune && !connection.replied)) {
        if (Clock::now() > end) fail("a connection does not open");
        poll_once(100);
    }
}

void Load::poll_once(int timeout_ms) {
    std::array<epoll_event, 256> events;
    const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), timeout_ms);
    for (int i = 0; i < count; ++i)
        receive(*static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr));
}

void Load::receive(Connection& connection) {
    std::array<char, 16384> bytes;
    const ssize_t count = recv(connection.socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) fail("the server closed a connection");
    std::string& received = connection.received;
    received.append(bytes.data(), static_cast<std::size_t>(count));
    std::size_t used = 0;
    if (!connection.upgraded) {
        const auto end = received.find("\r\n\r\n");
        if (end == std::string::npos) return;
        if (!starts_with(received, "HTTP/1.1 101")) fail("no upgrade: " + received.substr(0, end));
        connection.upgraded = true;
        used = end + 4;
        if (speech_ == Speech::attune) send_text(connection, R"({"t":"hello","v":1})");
    }
    while (const auto frame = first_frame(std::string_view(received).substr(used))) {
        used += frame->size;
        if (frame->opcode == 1) take(connection, frame->payload);
        if (frame->opcode == 9) send_bytes(connection, pong_frame());
        if (frame->opcode == 8) fail("the server closes a connection");
    }
    received.erase(0, used);
}

void Load::take(Connection& connection, std::string_view payload) {
    if (speech_ == Speech::echo) return answered(connection);
    if (starts_with(payload, R"({"t":"error")")) fail("refused: " + std::string(payload));
    if (starts_with(payload, R"({"t":"accepted")")) connection.accepted = true;
    if (payload.find(R"("choices":)") != std::string_view::npos) connection.replied = true;
    if (connection.waiting && connection.accepted && connection.replied) answered(connection);
}

void Load::send_next(Connection& connection) {
    std::string payload(echo_text);
    if (speech_ == Speech::attune) {
        payload = R"({"t":"message","id":"b)" + std::to_string(connection.sent) + R"(","text":")";
        payload += visitor_texts[connection.sent % visitor_texts.size()];
        payload += "\"}";
    }
    connection.waiting = true;
    connection.accepted = false;
    connection.replied = false;
    ++connection.sent;
    ++in_flight_;
    connection.sent_at = Clock::now();
    send_text(connection, payload);
}

void Load::send_text(const Connection& connection, const std::string& payload) {
    send_bytes(connection, text_frame(payload));
}

void Load::send_bytes(const Connection& connection, const std::string& frame) {
    if (send(connection.socket, frame.data(), frame.size(), 0) != static_cast<ssize_t>(frame.size()))
        fail("cannot send");
}

void Load::answered(Connection& connection) {
    latencies_.push_back(Clock::now() - connection.sent_at);
    connection.waiting = false;
    --in_flight_;
    if (sending_) send_next(connection);
}

Measured Load::run(std::chrono::milliseconds duration) {
    latencies_.clear();
    sending_ = true;
    const auto start = Clock::now();
    for (const auto& connection : connections_) send_next(*connection);
    while (Clock::now() - start < duration) poll_once(10);
    const std::chrono::duration<double> seconds = Clock::now() - start;
    std::vector<std::chrono::nanoseconds> counted = latencies_;
    sending_ = false;
    const auto end = Clock::now() + patience;
    while (in_flight_ > 0) {
        if (Clock::now() > end) fail("messages stay unanswered");
        poll_once(10);
    }

    if (counted.empty()) fail("nothing was answered");
    std::sort(counted.begin(), counted.end());
    const auto at = [&](std::size_t percent) {
        return static_cast<double>(counted[(counted.size() - 1) * percent / 100].count()) / 1000.0;
    };
    return {static_cast<double>(counted.size()) / seconds.count(), at(50), at(99), counted.size()};
}

void Load::idle(std::chrono::milliseconds duration) {
    const auto end = Clock::now() + duration;
    while (Clock::now() < end) poll_once(50);
}

}  // namespace attune::bench
