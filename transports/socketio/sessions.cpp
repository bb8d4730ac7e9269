#include "transports/socketio/sessions.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <utility>

#include "transports/channels/signature.hpp"

namespace attune::transports::socketio {

namespace {

std::string random_id() {
    std::array<unsigned char, 12> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return "";
    std::string text;
    for (const unsigned char byte : bytes) text += static_cast<char>(byte);
    return to_hex(text);
}

}  // namespace

std::shared_ptr<Session> Sessions::make(Protocol protocol, boost::asio::any_io_executor home) {
    const std::string id = random_id();
    if (id.empty()) return nullptr;
    auto session = std::make_shared<Session>(id, protocol, std::move(home));
    const std::lock_guard lock(mutex_);
    if (all_.size() >= look_at_) forget_ended();
    if (all_.size() >= most) return nullptr;
    all_.emplace(id, session);
    return session;
}

std::shared_ptr<Session> Sessions::find(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    const auto found = all_.find(id);
    return found == all_.end() ? nullptr : found->second.lock();
}

void Sessions::forget_ended() {
    std::erase_if(all_, [](const auto& entry) { return entry.second.expired(); });
    look_at_ = std::max<std::size_t>(1024, 2 * all_.size());
}

}  // namespace attune::transports::socketio
