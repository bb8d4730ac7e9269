#include "bot/server/subscribers.hpp"

#include <algorithm>
#include <utility>

namespace attune::bot {

void Subscribers::add(std::shared_ptr<transports::Subscriber> subscriber) {
    all_.push_back(std::move(subscriber));
    if (all_.size() <= most) return;
    auto oldest = std::move(all_.front());
    all_.pop_front();
    oldest->finish(close_code::replaced, "replaced by a newer connection");
}

void Subscribers::remove(const transports::Subscriber* subscriber) {
    std::erase_if(all_, [subscriber](const auto& each) { return each.get() == subscriber; });
}

void Subscribers::deliver(const std::vector<transports::LoggedEvent>& events) const {
    // A copy: a subscriber may leave while it is told.
    const auto all = all_;
    for (const auto& subscriber : all) {
        for (const transports::LoggedEvent& event : events) subscriber->deliver(event);
    }
}

void Subscribers::typing() const {
    const auto all = all_;
    for (const auto& subscriber : all) subscriber->typing();
}

void Subscribers::finish(int code, std::string_view reason) {
    const auto all = std::exchange(all_, {});
    for (const auto& subscriber : all) subscriber->finish(code, reason);
}

}  // namespace attune::bot
