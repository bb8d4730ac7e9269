#include "bot/server/safety_hook.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace attune::bot {

SafetyHook::SafetyHook(boost::asio::io_context& context, Settings settings, Post post,
                       std::function<void(const LogLine&)> log)
    : context_(context),
      settings_(std::move(settings)),
      post_(std::move(post)),
      log_(std::move(log)),
      timer_(context) {}

void SafetyHook::take(const SafetyEvent& event) {
    boost::asio::post(context_, [self = shared_from_this(), event] { self->enqueue(event); });
}

void SafetyHook::enqueue(SafetyEvent event) {
    if (waiting_.size() >= settings_.most_waiting)
        return log_(LogLine("safety_hook_full").with("waiting", waiting_.size()));
    waiting_.push_back({std::move(event), 0});
    if (waiting_.size() == 1) deliver();
}

void SafetyHook::deliver() {
    if (waiting_.empty()) return;
    ++waiting_.front().tries;
    Request request;
    request.url = settings_.url;
    request.at = waiting_.front().event.at;
    request.body = write_safety_event(waiting_.front().event);
    request.signature = sign_safety_event(request.body, request.at, settings_.secret);
    post_(std::move(request), [self = shared_from_this()](int status) { self->answered(status); });
}

void SafetyHook::answered(int status) {
    const bool delivered = status >= 200 && status < 300;
    const int tries = waiting_.front().tries;
    if (delivered || tries >= settings_.tries) {
        if (!delivered) log_(LogLine("safety_hook_failed").with("status", status).with("tries", tries));
        waiting_.pop_front();
        return deliver();
    }
    timer_.expires_after(settings_.first_pause * (1LL << (tries - 1)));
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (!error) self->deliver();
    });
}

}  // namespace attune::bot
