#pragma once

#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>

#include "bot/server/load_bot.hpp"
#include "bot/server/surroundings.hpp"

namespace attune::bot {

/// Loads the bot anew while the server goes on: on a thread of its own, one load after the other. A bot that does not
/// load leaves the old one speaking; what is wrong with it goes to the log. Thread-safe.
class Reload {
public:
    /// @param folder  of the bot's files; empty: the bot that is built in, which never changes.
    /// @param reviewed  whether each of its lines has to be signed.
    Reload(std::string folder, Reviewed reviewed, std::shared_ptr<Surroundings> surroundings);
    ~Reload();

    /// Loads it now.
    void now();
    /// Loads it if a file changed since the last look. Cost: a look at every file's date.
    void if_changed();

private:
    void load();

    const std::string folder_;
    const Reviewed reviewed_;
    const std::shared_ptr<Surroundings> surroundings_;
    std::string seen_;  // what the folder looked like; on the pool's thread alone
    boost::asio::thread_pool pool_{1};
};

}  // namespace attune::bot
