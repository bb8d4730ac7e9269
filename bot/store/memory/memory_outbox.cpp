#include "bot/store/memory/memory_outbox.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace attune::bot {

void MemoryOutbox::post(Posting posting) {
    for (const std::string& key : posting.unmark) marks_.erase(key);
    for (Mark& mark : posting.marks) marks_[mark.key] = mark.until;
    for (Outgoing& reply : posting.outgoing) {
        reply.number = ++last_;
        waiting_[last_] = std::move(reply);
    }
}

bool MemoryOutbox::is_marked(const std::string& key, long long now) const {
    auto found = marks_.find(key);
    return found != marks_.end() && found->second > now;
}

Due MemoryOutbox::due(long long now, int limit) const {
    Due due;
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& [number, reply] : waiting_) {
        if (!seen.emplace(reply.channel, reply.address).second) continue;
        if (reply.due_at > now || static_cast<int>(due.replies.size()) == limit) {
            const long long at = std::max(reply.due_at, now);
            due.next_at = std::min(due.next_at.value_or(at), at);
        } else {
            due.replies.push_back(reply);
        }
    }
    return due;
}

void MemoryOutbox::put_off(const Outgoing& reply) {
    auto found = waiting_.find(reply.number);
    if (found == waiting_.end()) return;
    found->second.sent = reply.sent;
    found->second.attempts = reply.attempts;
    found->second.due_at = reply.due_at;
}

void MemoryOutbox::delivered(Delivered delivered) {
    waiting_.erase(delivered.number);
    for (Mark& mark : delivered.marks) marks_[mark.key] = mark.until;
    if (delivered.dead) dead_.push_front(std::move(*delivered.dead));
}

std::vector<DeadLetter> MemoryOutbox::dead_letters(int limit) const {
    const auto count = std::min(static_cast<std::ptrdiff_t>(dead_.size()), static_cast<std::ptrdiff_t>(limit));
    return {dead_.begin(), dead_.begin() + count};
}

void MemoryOutbox::forget(const std::string& conversation) {
    if (conversation.empty()) return;
    std::erase_if(waiting_, [&](const auto& each) { return each.second.conversation == conversation; });
}

void MemoryOutbox::expire(long long now) {
    std::erase_if(marks_, [now](const auto& each) { return each.second <= now; });
}

}  // namespace attune::bot
