#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace attune::bot {

/// Tells on stderr how far a long command is: nothing in the first second, then at most five times a second.
/// One line that is written over on a terminal, and wiped in the end; in a pipe nothing.
class Progress {
public:
    /// `what` is for people: "mutants".
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;

    void tell(std::size_t done, std::size_t all);
    /// Since it began.
    std::chrono::milliseconds elapsed() const;

private:
    using Clock = std::chrono::steady_clock;
    std::string what_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point told_ = began_;
    bool to_person_ = false;
    bool shown_ = false;
};

}  // namespace attune::bot
