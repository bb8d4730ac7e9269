#include "transports/http/peers.hpp"

#include <algorithm>

namespace attune::transports::http {

std::unique_ptr<Peers::Place> Peers::enter(const std::string& address) {
    std::lock_guard lock(mutex_);
    if (count_ >= in_all_) return nullptr;
    if (is_counted(address)) {
        std::size_t& here = of_address_[address];
        if (here >= of_each_) return nullptr;
        ++here;
    }
    ++count_;
    return std::make_unique<Place>(shared_from_this(), address);
}

std::size_t Peers::count() const {
    std::lock_guard lock(mutex_);
    return count_;
}

void Peers::leave(const std::string& address) {
    std::lock_guard lock(mutex_);
    --count_;
    auto found = of_address_.find(address);
    if (found != of_address_.end() && --found->second == 0) of_address_.erase(found);
}

bool Peers::is_counted(const std::string& address) const {
    return of_each_ != 0 && std::find(unlimited_.begin(), unlimited_.end(), address) == unlimited_.end();
}

}  // namespace attune::transports::http
