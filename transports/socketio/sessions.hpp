#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "transports/socketio/session.hpp"

namespace attune::transports::socketio {

/// The sessions that are open, by their ids. Owns none. Thread-safe.
class Sessions {
public:
    /// A new one with an id that cannot be guessed; none if the system gives no chance or there are too many.
    std::shared_ptr<Session> make(Protocol protocol, boost::asio::any_io_executor home);
    std::shared_ptr<Session> find(const std::string& id) const;

private:
    static constexpr std::size_t most = 20'000;
    void forget_ended();

    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::weak_ptr<Session>> all_;
    std::size_t look_at_ = 1024;  ///< when so many are known, those that ended are forgotten
};

}  // namespace attune::transports::socketio
