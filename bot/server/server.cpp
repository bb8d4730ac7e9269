#include "bot/server/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <thread>
#include <utility>
#include <vector>

#include "bot/server/channels.hpp"
#include "bot/server/dice.hpp"
#include "bot/server/hub.hpp"
#include "bot/server/load_bot.hpp"
#include "bot/server/reload.hpp"
#include "bot/server/safety_webhook.hpp"
#include "bot/store/memory/memory_store.hpp"
#include "bot/store/sqlite/sqlite_store.hpp"
#include "transports/http/server.hpp"

namespace attune::bot {

namespace asio = boost::asio;
namespace http = transports::http;

namespace {

constexpr auto expiry_interval = std::chrono::minutes(1);
constexpr auto watch_interval = std::chrono::seconds(1);
constexpr std::uint32_t reconnect_spread_ms = 5000;
constexpr std::size_t webhook_bytes = 1024 * 1024;  // services put many messages into one

/// One thread's event loop, kept running while there is nothing to do.
struct Loop {
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard = asio::make_work_guard(context);
};

/// As many connections as the operator allows at all.
void raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Result<std::unique_ptr<Store>> open_store(const Config& config) {
    if (config.store == Config::StoreKind::memory) return std::make_unique<MemoryStore>();
    return open_sqlite_store({config.database});
}

http::ServerConfig http_config(const Config& config) {
    http::ServerConfig result;
    result.address = config.address;
    result.port = config.port;
    result.allowed_origins = config.origins;
    result.access_tokens = config.access_tokens;
    result.trusted_proxies = config.trusted_proxies;
    result.echo = config.test_echo;
    if (config.test_no_rate_limit) result.limits.connections_per_peer = 0;
    result.public_url = config.public_url;
    const auto is_on = [&](std::string_view name) {
        return std::find(config.channels.begin(), config.channels.end(), name) != config.channels.end();
    };
    result.direct_line = is_on("directline");
    result.socket_io = is_on("socketio");
    if (!config.channels.empty()) result.limits.body_bytes = webhook_bytes;
    result.log = [](std::string_view line) { write_log(line); };
    return result;
}

std::size_t thread_count(const Config& config) {
    return config.threads > 0 ? static_cast<std::size_t>(config.threads)
                              : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

tl::unexpected<StartFailure> cannot_start(int code, std::string text) {
    return tl::unexpected<StartFailure>(StartFailure{code, std::move(text)});
}

}  // namespace

/// Declared in the order of use: what is below may hold on to what is above.
struct Server::Parts {
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<Store> store;
    std::unique_ptr<SafetyWebhook> webhook;
    std::unique_ptr<Hub> hub;
    std::unique_ptr<Channels> channels;
    std::unique_ptr<http::Server> http;
    std::unique_ptr<Reload> reload;
    std::string address;
    bool watch = false;

    void stop() {
        for (auto& loop : loops) loop->context.stop();
    }

    void expire_now_and_then(asio::steady_timer& timer) {
        hub->expire();
        timer.expires_after(expiry_interval);
        timer.async_wait([this, &timer](const boost::system::error_code& error) {
            if (!error) expire_now_and_then(timer);
        });
    }

    void wait_for_signals(asio::signal_set& signals, bool first) {
        signals.async_wait([this, &signals, first](const boost::system::error_code& error, int) {
            if (error) return;
            if (!first) return stop();
            wait_for_signals(signals, false);
            drain();
        });
    }

    void reload_on(asio::signal_set& signals) {
        signals.async_wait([this, &signals](const boost::system::error_code& error, int) {
            if (error) return;
            reload->now();
            reload_on(signals);
        });
    }

    void look_now_and_then(asio::steady_timer& timer) {
        timer.expires_after(watch_interval);
        timer.async_wait([this, &timer](const boost::system::error_code& error) {
            if (error) return;
            reload->if_changed();
            look_now_and_then(timer);
        });
    }

    void drain() {
        write_log(LogLine("draining").with("connections", http->connections()));
        hub->drain();
        channels->stop();
        http::DrainPlan plan;
        plan.reconnect_after = [] { return std::chrono::milliseconds(random_below(reconnect_spread_ms)); };
        http->drain(std::move(plan), [this] { stop(); });
    }
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() = default;

tl::expected<std::unique_ptr<Server>, StartFailure> Server::start(const Config& config) {
    const Reviewed reviewed = config.require_reviewed ? Reviewed::required : Reviewed::as_is;
    auto bot = load_bot(config.bot, reviewed);
    if (!bot) return cannot_start(exit_code::bot, bot.error());
    auto parts = std::make_unique<Parts>();
    std::vector<asio::io_context*> contexts;
    for (std::size_t i = 0; i < thread_count(config); ++i) {
        parts->loops.push_back(std::make_unique<Loop>());
        contexts.push_back(&parts->loops.back()->context);
    }
    auto channels = Channels::make(config, *contexts.front());
    if (!channels) return cannot_start(exit_code::usage, channels.error().message);
    parts->channels = std::move(*channels);
    auto webhook = SafetyWebhook::make(config, *contexts.front());
    if (!webhook) return cannot_start(exit_code::usage, webhook.error().message);
    parts->webhook = std::move(*webhook);
    if (parts->channels->need_channel_lines() && !(*bot)->channel_lines.there()) {
        return cannot_start(exit_code::bot,
                            "the bot has no channel_lines in bot.yaml, which messaging channels say");
    }
    auto store = open_store(config);
    if (!store) return cannot_start(exit_code::store, store.error().message);
    parts->store = std::move(*store);
    auto surroundings =
        std::make_shared<Surroundings>(*bot, *parts->store, now_ms, config.expiry_hours * 3'600'000LL);
    surroundings->limits_rate = !config.test_no_rate_limit;
    surroundings->log = [](const LogLine& line) { write_log(line); };
    surroundings->on_danger = parts->webhook->listener();
    parts->reload = std::make_unique<Reload>(config.bot, reviewed, surroundings);
    parts->watch = config.watch && !config.bot.empty();
    parts->hub = std::make_unique<Hub>(surroundings, config.starts_per_minute);
    http::Router routes;
    parts->channels->add_routes(routes, *parts->hub);
    parts->channels->start(*parts->hub, *surroundings);
    auto http = http::Server::listen(http_config(config), routes, *parts->hub, contexts);
    if (!http) return cannot_start(exit_code::listen, http.error().message);
    parts->http = std::move(*http);
    parts->address = config.address;
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::string Server::url() const {
    const std::string& address = parts_->address;
    const bool is_ipv6 = address.find(':') != std::string::npos;
    return "http://" + (is_ipv6 ? "[" + address + "]" : address) + ":" +
           std::to_string(parts_->http->port()) + "/";
}

void Server::run() {
    raise_descriptor_limit();
    std::signal(SIGPIPE, SIG_IGN);
    asio::io_context& first = parts_->loops.front()->context;
    asio::signal_set signals(first, SIGTERM, SIGINT);
    parts_->wait_for_signals(signals, true);
    asio::steady_timer timer(first);
    parts_->expire_now_and_then(timer);
    asio::signal_set hang_up(first, SIGHUP);
    parts_->reload_on(hang_up);
    asio::steady_timer watch(first);
    if (parts_->watch) parts_->look_now_and_then(watch);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < parts_->loops.size(); ++i) {
            threads.emplace_back([&loop = *parts_->loops[i]] { loop.context.run(); });
        }
        first.run();
    }
    parts_->http.reset();
    write_log(LogLine("stopped"));
}

}  // namespace attune::bot
