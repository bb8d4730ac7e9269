#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "bot/server/bots.hpp"
#include "bot/server/clock.hpp"
#include "bot/server/log.hpp"
#include "bot/server/safety_event.hpp"
#include "bot/store/store.hpp"
#include "dialogs/script/script.hpp"

namespace attune::bot {

/// What all conversations of a server share. Immutable once it runs, but for what says otherwise.
struct Surroundings {
    Bots bots;     ///< thread-safe
    Store& store;  ///< outlives every conversation that is still asked for something
    Clock now;
    bool limits_rate = true;  ///< of the messages in one conversation
    long long expiry_ms = 0;  ///< a conversation in which nothing happens for so long is deleted
    std::function<void(const LogLine&)> log;   ///< from any thread
    SafetyListener on_danger;                  ///< told once the turn is stored; from any thread
    std::function<void()> wake_courier;        ///< there is something in the outbox; from any thread
    /// A flow asked for a person, and that is stored; from any thread. For whoever brings one in.
    std::function<void(const std::string& conversation)> handoff;
    std::atomic<long long> store_failed_at{0}; ///< when the store last refused to write; thread-safe

    Surroundings(std::shared_ptr<const dialogs::Script> bot, Store& home_of_all, Clock clock, long long expiry)
        : bots(std::move(bot)), store(home_of_all), now(std::move(clock)), expiry_ms(expiry) {}

    void note(const LogLine& line) const {
        if (log) log(line);
    }

    /// Records that danger was seen, and tells whoever listens.
    void note(const SafetyEvent& event) const {
        note(safety_log_line(event));
        if (on_danger) on_danger(event);
    }
};

}  // namespace attune::bot
