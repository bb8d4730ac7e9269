#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "bot/server/log.hpp"
#include "bot/server/safety_event.hpp"

namespace attune::bot {

/// Tells a clinic's own system of safety events: one POST each, signed, in order, off the path of the
/// conversations. What cannot be delivered is tried again `tries` times with growing pauses, then dropped and
/// logged; so is what no longer fits into the queue. Nothing is kept over a restart: the visitor was answered
/// already, this is for staff.
class SafetyHook : public std::enable_shared_from_this<SafetyHook> {
public:
    struct Settings {
        std::string url;
        std::string secret;
        int tries = 6;
        std::chrono::milliseconds first_pause{1000};  ///< doubles with every try
        std::size_t most_waiting = 256;
    };
    /// One POST; `done` gets the status, 0 when there was no answer. Called on the context.
    struct Request {
        std::string url;
        std::string body;
        std::string signature;  ///< goes into `attune-signature`
        long long at = 0;       ///< goes into `attune-time`
    };
    using Post = std::function<void(Request request, std::function<void(int status)> done)>;

    SafetyHook(boost::asio::io_context& context, Settings settings, Post post,
               std::function<void(const LogLine&)> log);

    /// From any thread; returns at once.
    void take(const SafetyEvent& event);

private:
    struct Waiting {
        SafetyEvent event;
        int tries = 0;
    };
    void enqueue(SafetyEvent event);
    void deliver();
    void answered(int status);

    boost::asio::io_context& context_;
    const Settings settings_;
    const Post post_;
    const std::function<void(const LogLine&)> log_;
    boost::asio::steady_timer timer_;
    std::deque<Waiting> waiting_;  // the first one is on its way
};

}  // namespace attune::bot
