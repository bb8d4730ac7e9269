#include "bot/server/dice.hpp"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

#include "bot/server/base64url.hpp"

namespace attune::bot {

namespace {

/// At most 256 bytes, which the kernel gives whole or not at all.
void fill(void* bytes, std::size_t count) {
    while (::getrandom(bytes, count, 0) != static_cast<ssize_t>(count)) {
        if (errno != EINTR) std::abort();
    }
}

std::string random_text(std::size_t bytes) {
    std::string text(bytes, '\0');
    fill(text.data(), text.size());
    return to_base64url(text);
}

}  // namespace

std::string random_token() { return random_text(32); }

std::string random_id() { return random_text(16); }

std::uint32_t random_below(std::uint32_t below) {
    std::uint32_t number = 0;
    fill(&number, sizeof number);
    return number % below;
}

}  // namespace attune::bot
