#pragma once

#include <chrono>
#include <functional>

namespace attune::bot {

/// Milliseconds since 1970-01-01 UTC. The only clock of the program: everything else is told the time.
inline long long now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// A clock as a value, so that tests can have their own.
using Clock = std::function<long long()>;

}  // namespace attune::bot
