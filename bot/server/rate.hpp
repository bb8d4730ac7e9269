#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace attune::bot {

/// So many at once, then so many a second. Times are milliseconds of any clock; one that goes back is borne.
/// Not thread-safe.
class TokenBucket {
public:
    TokenBucket(double per_second, double burst) : per_second_(per_second), burst_(burst), there_(burst) {}

    /// 0: taken. Else nothing was taken, and so many milliseconds have to pass first.
    long long take(long long now);
    /// True when nothing was taken for so long that a new bucket would be the same.
    bool is_full(long long now) const;

private:
    double there_at(long long now) const;

    double per_second_;
    double burst_;
    double there_;
    long long at_ = 0;
};

/// Counts what happens too often: true at the third time within a minute, and then counts anew.
class Strikes {
public:
    bool add(long long now);

private:
    long long first_ = 0;
    int count_ = 0;
};

/// How many conversations one address may start. Thread-safe.
class StartLimit {
public:
    /// `per_minute` at once and in every minute; 0: no limit.
    explicit StartLimit(int per_minute) : per_minute_(per_minute) {}

    /// 0: go on. Else the milliseconds to wait.
    long long take(const std::string& peer, long long now);

private:
    void forget_idle(long long now);

    const int per_minute_;
    std::mutex mutex_;
    std::unordered_map<std::string, TokenBucket> buckets_;  // guarded by mutex_
    std::size_t clean_at_ = 1024;                           // guarded by mutex_
};

}  // namespace attune::bot
