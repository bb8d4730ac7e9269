#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "nlu/result.hpp"
#include "transports/http/config.hpp"
#include "transports/http/router.hpp"
#include "transports/service.hpp"

namespace attune::transports::http {

/// How a server ends.
struct DrainPlan {
    std::size_t batch = 500;  ///< connections told at once, of each thread
    std::chrono::milliseconds batch_interval{100};
    std::chrono::milliseconds limit{10000};  ///< for running turns to end; then connections are cut
    /// When one client should come back: drawn anew for each, so that they do not come all at once. May be
    /// called from several threads at once. Empty: at once.
    std::function<std::chrono::milliseconds()> reconnect_after;
};

/// The server's outer skin: HTTP, the web pages, the REST interface and WebSockets on one port.
/// `/healthz`, `/readyz`, `/v1/…` and the pages are built in.
class Server {
public:
    /// Binds and starts to accept; connections are served once the contexts run.
    ///
    /// @param routes    the caller's own, found after the built-in ones.
    /// @param service   must outlive the contexts' running.
    /// @param contexts  at least one; each is run by exactly one thread (`io_context(1)`), and outlives the
    ///                  server. Connections are dealt out in turn.
    /// Errors: invalid_input (address), unavailable (port in use).
    static Result<std::unique_ptr<Server>> listen(ServerConfig config, const Router& routes, Service& service,
                                                  const std::vector<boost::asio::io_context*>& contexts);
    /// Stops accepting. Open connections stay.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Stops accepting; tells WebSockets to come back later (`going_away`, then close 1012 when nothing of
    /// theirs is running) and ends HTTP connections after their answers; cuts what is left after the limit.
    /// Then calls `done` on one of the contexts. From any thread, once.
    void drain(DrainPlan plan, std::function<void()> done);

    int port() const;                 ///< the port it listens on
    std::size_t connections() const;  ///< open now; thread-safe

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace attune::transports::http
