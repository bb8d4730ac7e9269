#pragma once

#include <memory>
#include <vector>

#include "bot/store/sqlite/job.hpp"

namespace attune::bot::sqlite {

/// Runs jobs together in one transaction, so that they share one write to the disk, and answers them in order.
/// A job that fails is undone alone. When the transaction cannot be committed, all fail with `unavailable`.
class GroupCommit {
public:
    /// Both must outlive it.
    GroupCommit(Database& database, Tables& tables) : database_(database), tables_(tables) {}

    using Jobs = std::vector<std::unique_ptr<Job>>;
    /// Never throws.
    void carry_out(Jobs& jobs);

private:
    using Span = std::pair<std::size_t, std::size_t>;  // jobs [first, second)

    /// Why nothing of the span counts; nothing when it is on disk.
    std::optional<Error> in_one_transaction(Jobs& jobs, Span span, bool& broken);
    Result<void> run(Job& job);
    void erase_traces();

    Database& database_;
    Tables& tables_;
    bool traces_left_ = false;  // something was erased, and old pages may still stand in the log
};

}  // namespace attune::bot::sqlite
