#include "bot/cli/progress.hpp"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace attune::bot {

using namespace std::chrono_literals;

Progress::Progress(std::string what) : what_(std::move(what)), to_person_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::tell(std::size_t done, std::size_t all) {
    if (!to_person_) return;
    const auto now = Clock::now();
    if (now - began_ < 1s || now - told_ < 200ms) return;
    told_ = now;
    shown_ = true;
    std::cerr << "\r\x1b[K" << done << " of " << all << " " << what_ << std::flush;
}

std::chrono::milliseconds Progress::elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_);
}

}  // namespace attune::bot
