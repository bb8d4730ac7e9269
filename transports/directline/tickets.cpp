#include "transports/directline/tickets.hpp"

#include <openssl/rand.h>

#include <array>
#include <string_view>
#include <utility>

#include "transports/channels/signature.hpp"

namespace attune::transports::directline {

namespace {

constexpr std::size_t name_bytes = 24;

/// Empty if the system has no chance to give, which no ticket is found under.
std::string random_name() {
    std::array<unsigned char, name_bytes> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return "";
    std::string text;
    for (const unsigned char byte : bytes) text += static_cast<char>(byte);
    return to_hex(text);
}

}  // namespace

std::string Tickets::give(Ticket ticket, Clock::time_point now) {
    std::string name = random_name();
    if (name.empty()) return name;
    const std::lock_guard lock(mutex_);
    while (!by_age_.empty() && (by_age_.begin()->first <= now || held_.size() >= most)) {
        held_.erase(by_age_.begin()->second);
        by_age_.erase(by_age_.begin());
    }
    by_age_.emplace(now + life, name);
    held_.emplace(name, Held{std::move(ticket), now + life});
    return name;
}

std::optional<Ticket> Tickets::take(const std::string& name, Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    const auto found = held_.find(name);
    if (found == held_.end()) return std::nullopt;
    Held held = std::move(found->second);
    held_.erase(found);
    if (held.until <= now) return std::nullopt;
    return std::move(held.ticket);
}

}  // namespace attune::transports::directline
