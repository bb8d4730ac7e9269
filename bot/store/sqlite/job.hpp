#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "bot/store/sqlite/tables.hpp"

namespace attune::bot::sqlite {

/// One thing the store was asked for: first run, then, when its fate is known, answered.
class Job {
public:
    enum class Kind { read, write, erase };

    explicit Job(Kind what) : kind(what) {}
    virtual ~Job() = default;

    /// Runs inside a transaction; false when it failed. May be run again after its transaction was undone.
    virtual bool run(Tables& tables) = 0;
    /// Answers whoever asked; `undone` is why nothing of it counts.
    virtual void answer(const std::optional<Error>& undone) = 0;

    const Kind kind;
};

template <class T>
class TypedJob final : public Job {
public:
    using Work = std::function<Result<T>(Tables&)>;

    TypedJob(Kind what, Work work, Store::Done<T> done)
        : Job(what), work_(std::move(work)), done_(std::move(done)) {}

    bool run(Tables& tables) override {
        result_ = work_(tables);
        return result_.has_value();
    }

    void answer(const std::optional<Error>& undone) override {
        if (undone) result_ = tl::unexpected<Error>(*undone);
        done_(std::move(result_));
    }

private:
    Work work_;
    Store::Done<T> done_;
    Result<T> result_ = failure(Errc::internal, "never run");
};

}  // namespace attune::bot::sqlite
