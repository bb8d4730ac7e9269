#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "bot/server/config.hpp"

namespace attune::bot {

/// How the program ends when it cannot do what it is asked for.
namespace exit_code {
inline constexpr int usage = 2;
inline constexpr int bot = 3;
inline constexpr int listen = 4;
inline constexpr int store = 5;
}  // namespace exit_code

/// Why a server did not start: for the operator, and for the shell.
struct StartFailure {
    int exit_code = 1;
    std::string text;
};

/// Bot, store, conversations and the network put together: a running server.
class Server {
public:
    /// Loads the bot, opens the store and binds the port.
    static tl::expected<std::unique_ptr<Server>, StartFailure> start(const Config& config);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// `http://127.0.0.1:8080/`
    std::string url() const;

    /// Serves until SIGTERM or SIGINT, then lets running turns end (at most 10 s) and returns. A second signal
    /// cuts that short. Everything that was acknowledged is stored. Call once.
    void run();

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace attune::bot
