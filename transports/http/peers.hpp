#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace attune::transports::http {

/// Counts the open connections, in all and of each address. Thread-safe: connections end on their own
/// threads.
class Peers : public std::enable_shared_from_this<Peers> {
public:
    /// A counted connection; destroying it takes it off the count.
    class Place {
    public:
        Place(std::shared_ptr<Peers> peers, std::string address)
            : peers_(std::move(peers)), address_(std::move(address)) {}
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place() { peers_->leave(address_); }

    private:
        std::shared_ptr<Peers> peers_;
        std::string address_;
    };

    Peers(std::size_t in_all, std::size_t of_each, std::vector<std::string> unlimited)
        : in_all_(in_all), of_each_(of_each), unlimited_(std::move(unlimited)) {}

    /// A place, or null if there is none left. `unlimited` addresses (proxies) count only towards the total.
    std::unique_ptr<Place> enter(const std::string& address);
    std::size_t count() const;

private:
    void leave(const std::string& address);
    bool is_counted(const std::string& address) const;

    const std::size_t in_all_;
    const std::size_t of_each_;
    const std::vector<std::string> unlimited_;
    mutable std::mutex mutex_;
    std::size_t count_ = 0;
    std::unordered_map<std::string, std::size_t> of_address_;
};

}  // namespace attune::transports::http
