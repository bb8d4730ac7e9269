#pragma once

#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

#include "transports/http/socket.hpp"

namespace attune::transports::http {

/// One open connection, as a shutdown sees it. Called on its own executor.
class Connection {
public:
    virtual ~Connection() = default;
    /// Finish what is running, then close; the other side may come back after `reconnect_after`.
    virtual void go_away(std::chrono::milliseconds reconnect_after) = 0;
    /// Close now.
    virtual void cut() = 0;
};

/// One thread's io_context and its open connections. Only that thread touches it, but for `executor`.
class Lane {
public:
    explicit Lane(boost::asio::io_context& context) : executor(context.get_executor()) {}

    const Executor executor;

    void add(const std::shared_ptr<Connection>& connection) { open_[connection.get()] = connection; }
    void remove(const Connection* connection) { open_.erase(connection); }
    std::size_t size() const { return open_.size(); }

    std::vector<std::weak_ptr<Connection>> connections() const {
        std::vector<std::weak_ptr<Connection>> all;
        all.reserve(open_.size());
        for (const auto& [address, connection] : open_) all.push_back(connection);
        return all;
    }

private:
    std::unordered_map<const Connection*, std::weak_ptr<Connection>> open_;
};

}  // namespace attune::transports::http
