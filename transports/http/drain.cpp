#include "transports/http/drain.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <utility>

#include "transports/http/task.hpp"

namespace attune::transports::http {

namespace {

namespace asio = boost::asio;
constexpr std::chrono::milliseconds look_again_after{20};

/// One shutdown, shared by the lanes.
struct Drain {
    std::shared_ptr<Core> core;
    DrainPlan plan;
    std::function<void()> done;
    std::atomic<std::size_t> lanes_left;

    Drain(std::shared_ptr<Core> shared, DrainPlan how, std::function<void()> then)
        : core(std::move(shared)),
          plan(std::move(how)),
          done(std::move(then)),
          lanes_left(core->lanes.size()) {}
};

Task<void> tell_in_batches(Lane& lane, const DrainPlan& plan, Timer& timer) {
    auto connections = lane.connections();
    for (std::size_t told = 0; told < connections.size(); ++told) {
        if (told > 0 && told % std::max<std::size_t>(plan.batch, 1) == 0) {
            timer.expires_after(plan.batch_interval);
            co_await timer.async_wait(quiet);
        }
        auto connection = connections[told].lock();
        if (!connection) continue;
        connection->go_away(plan.reconnect_after ? plan.reconnect_after() : std::chrono::milliseconds(0));
    }
}

Task<void> drain_lane(std::shared_ptr<Drain> drain, Lane& lane) {
    Timer timer(lane.executor);
    auto end = std::chrono::steady_clock::now() + drain->plan.limit;
    co_await tell_in_batches(lane, drain->plan, timer);
    while (lane.size() > 0 && std::chrono::steady_clock::now() < end) {
        timer.expires_after(look_again_after);
        co_await timer.async_wait(quiet);
    }
    for (const auto& weak : lane.connections()) {
        auto connection = weak.lock();
        if (connection) connection->cut();
    }
    if (--drain->lanes_left == 0 && drain->done) drain->done();
}

}  // namespace

void drain_lanes(std::shared_ptr<Core> core, DrainPlan plan, std::function<void()> done) {
    auto drain = std::make_shared<Drain>(std::move(core), std::move(plan), std::move(done));
    for (const auto& lane : drain->core->lanes) {
        asio::co_spawn(lane->executor, drain_lane(drain, *lane), asio::detached);
    }
}

}  // namespace attune::transports::http
