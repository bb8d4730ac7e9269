#include "transports/http/outbox.hpp"

#include <cassert>
#include <utility>

namespace attune::transports::http {

bool Outbox::push(Frame frame, bool binary) {
    if (frames() >= limits_.frames || bytes_ + frame->size() > limits_.bytes) return false;
    bytes_ += frame->size();
    items_.push_back(Item{std::move(frame), binary});
    return true;
}

void Outbox::push_unless_busy(Frame frame) {
    if (frames() > limits_.frames / 2 || bytes_ > limits_.bytes / 2) return;
    (void)push(std::move(frame));
}

Outbox::Item Outbox::pop() {
    assert(!empty());
    Item item = std::move(items_[first_++]);
    bytes_ -= item.bytes->size();
    if (empty()) {
        // Thousands of connections are idle: what a burst needed is given back.
        first_ = 0;
        if (items_.capacity() > 4)
            std::vector<Item>().swap(items_);
        else
            items_.clear();
    } else if (first_ >= limits_.frames) {
        items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
    return item;
}

void Outbox::clear() {
    std::vector<Item>().swap(items_);
    first_ = 0;
    bytes_ = 0;
}

}  // namespace attune::transports::http
