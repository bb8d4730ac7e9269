#include "bot/store/sqlite/group.hpp"

#include <algorithm>

namespace attune::bot::sqlite {

namespace {

bool only_reads(const GroupCommit::Jobs& jobs, std::size_t first, std::size_t last) {
    const auto begin = jobs.begin();
    return std::all_of(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
                       [](const auto& job) { return job->kind == Job::Kind::read; });
}

/// What the caller may hear: whatever the reason, it was not stored and can be tried again.
Error unavailable(const Error& error) { return {Errc::unavailable, "the database says: " + error.message}; }

}  // namespace

void GroupCommit::carry_out(Jobs& jobs) {
    bool broken = false;
    auto undone = in_one_transaction(jobs, {0, jobs.size()}, broken);
    if (!broken || jobs.size() == 1) {
        if (!undone) erase_traces();
        for (auto& job : jobs) job->answer(undone);
        return;
    }
    // One job (a disk that is full, a file that cannot grow) took the others down with it: each for itself, so
    // that an erasure, which makes room, does not fail for ever because of what stands beside it.
    std::vector<std::optional<Error>> fates;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        fates.push_back(in_one_transaction(jobs, {i, i + 1}, broken));
    }
    erase_traces();
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i]->answer(fates[i]);
}

std::optional<Error> GroupCommit::in_one_transaction(Jobs& jobs, Span span, bool& broken) {
    broken = false;
    const bool reading = only_reads(jobs, span.first, span.second);
    auto begun = database_.run(reading ? "BEGIN" : "BEGIN IMMEDIATE");
    if (!begun) return unavailable(begun.error());
    bool erases = false;
    for (std::size_t i = span.first; i < span.second; ++i) {
        auto whole = run(*jobs[i]);
        if (!whole) {
            broken = true;
            if (database_.in_transaction()) (void)database_.run("ROLLBACK");
            return unavailable(whole.error());
        }
        erases |= jobs[i]->kind == Job::Kind::erase;
    }
    auto committed = database_.run("COMMIT");
    if (!committed) {
        if (database_.in_transaction()) (void)database_.run("ROLLBACK");
        return unavailable(committed.error());
    }
    traces_left_ |= erases;
    return std::nullopt;
}

/// An error here means that the transaction is lost; a job's own failure is undone and kept in the job.
Result<void> GroupCommit::run(Job& job) {
    if (job.kind == Job::Kind::read) {
        job.run(tables_);
        return {};
    }
    if (auto begun = database_.run("SAVEPOINT job"); !begun) return begun;
    const bool done = job.run(tables_);
    if (!database_.in_transaction()) return failure(Errc::unavailable, "the transaction was undone");
    if (!done) {
        if (auto back = database_.run("ROLLBACK TO job"); !back) return back;
    }
    return database_.run("RELEASE job");
}

/// If it cannot be done now (no room to write), it is tried again with the next group.
void GroupCommit::erase_traces() {
    if (traces_left_) traces_left_ = !database_.empty_log();
}

}  // namespace attune::bot::sqlite
