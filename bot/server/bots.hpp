#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "dialogs/engine/state.hpp"
#include "dialogs/script/script.hpp"

namespace attune::bot {

/// The versions of the bot that a server speaks for: the one that new conversations get, and those that open ones
/// are pinned to. Thread-safe; O(versions).
class Bots {
public:
    explicit Bots(std::shared_ptr<const dialogs::Script> first) : versions_{std::move(first)} {}

    std::shared_ptr<const dialogs::Script> current() const;

    /// From now on new conversations get this one. The `most_versions` newest are kept.
    void replace(std::shared_ptr<const dialogs::Script> next);

    /// The version that this conversation goes on with: the current one, if its place is there (`state` is then made
    /// to fit), else the one that it was held on, while that is kept; else the current one, which finds its own way.
    std::shared_ptr<const dialogs::Script> version_for(dialogs::State& state) const;

    static constexpr std::size_t most_versions = 8;

private:
    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<const dialogs::Script>> versions_;  // the current one last; guarded by mutex_
};

}  // namespace attune::bot
