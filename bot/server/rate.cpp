#include "bot/server/rate.hpp"

#include <algorithm>
#include <cmath>

namespace attune::bot {

namespace {

constexpr long long strike_window_ms = 60'000;
constexpr int strikes_allowed = 2;

}  // namespace

double TokenBucket::there_at(long long now) const {
    const double seconds = static_cast<double>(std::max(0LL, now - at_)) / 1000.0;
    return std::min(burst_, there_ + seconds * per_second_);
}

long long TokenBucket::take(long long now) {
    there_ = there_at(now);
    at_ = now;
    if (there_ < 1.0) return static_cast<long long>(std::ceil((1.0 - there_) * 1000.0 / per_second_));
    there_ -= 1.0;
    return 0;
}

bool TokenBucket::is_full(long long now) const { return there_at(now) >= burst_; }

bool Strikes::add(long long now) {
    if (count_ == 0 || now - first_ >= strike_window_ms) {
        first_ = now;
        count_ = 0;
    }
    if (++count_ <= strikes_allowed) return false;
    count_ = 0;
    return true;
}

long long StartLimit::take(const std::string& peer, long long now) {
    if (per_minute_ <= 0) return 0;
    std::lock_guard lock(mutex_);
    forget_idle(now);
    const TokenBucket fresh(per_minute_ / 60.0, per_minute_);
    return buckets_.try_emplace(peer, fresh).first->second.take(now);
}

/// Keeps the memory in proportion to the addresses of the last minute, at a cost spread over many calls.
void StartLimit::forget_idle(long long now) {
    if (buckets_.size() < clean_at_) return;
    std::erase_if(buckets_, [now](const auto& each) { return each.second.is_full(now); });
    clean_at_ = std::max<std::size_t>(1024, buckets_.size() * 2);
}

}  // namespace attune::bot
