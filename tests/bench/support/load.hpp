#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace attune::bench {

/// What is said to a server.
enum class Speech {
    echo,    ///< 60 bytes; answered when the frame is back
    attune,  ///< a visitor's message; answered when `accepted` and the reply with the next question are there
};

struct Measured {
    double per_second = 0;
    double p50_us = 0;
    double p99_us = 0;
    std::size_t messages = 0;
};

/// Many connections from one thread, each with one message in flight. Throws std::runtime_error when the
/// server refuses, closes, or does not answer.
class Load {
public:
    /// Connects all, one after the other, and opens a conversation on each.
    Load(unsigned short port, Speech speech, std::size_t connections);
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    /// Sends for a while and counts what is answered.
    Measured run(std::chrono::milliseconds duration);
    /// Reads what comes, sends nothing.
    void idle(std::chrono::milliseconds duration);

private:
    struct Connection;

    void open(Connection& connection);
    void poll_once(int timeout_ms);
    void receive(Connection& connection);
    void take(Connection& connection, std::string_view payload);
    void send_next(Connection& connection);
    void send_bytes(const Connection& connection, const std::string& frame);
    void send_text(const Connection& connection, const std::string& payload);
    void answered(Connection& connection);

    unsigned short port_;
    Speech speech_;
    int epoll_ = -1;
    std::vector<std::unique_ptr<Connection>> connections_;
    std::vector<std::chrono::nanoseconds> latencies_;
    std::size_t in_flight_ = 0;
    bool sending_ = false;
};

}  // namespace attune::bench
