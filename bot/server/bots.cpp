#include "bot/server/bots.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/engine/fit.hpp"

namespace attune::bot {

using dialogs::Script;

std::shared_ptr<const Script> Bots::current() const {
    std::lock_guard lock(mutex_);
    return versions_.back();
}

void Bots::replace(std::shared_ptr<const Script> next) {
    std::lock_guard lock(mutex_);
    std::erase_if(versions_, [&](const auto& version) { return version->hash == next->hash; });
    versions_.push_back(std::move(next));
    if (versions_.size() > most_versions) versions_.erase(versions_.begin());
}

std::shared_ptr<const Script> Bots::version_for(dialogs::State& state) const {
    std::vector<std::shared_ptr<const Script>> versions;
    {
        std::lock_guard lock(mutex_);
        versions = versions_;
    }
    const auto& now = versions.back();
    if (state.script == now->hash) return now;
    if (auto fitted = dialogs::fitted(*now, state)) {
        state = *std::move(fitted);
        return now;
    }
    const auto held_on = std::find_if(versions.begin(), versions.end(),
                                      [&](const auto& version) { return version->hash == state.script; });
    if (held_on != versions.end()) return *held_on;
    state.script = now->hash;
    return now;
}

}  // namespace attune::bot
