#include "bot/server/hub.hpp"

#include <boost/asio/post.hpp>
#include <utility>

#include "bot/server/conversation_parts.hpp"
#include "bot/server/dice.hpp"
#include "bot/server/tokens.hpp"

namespace attune::bot {

namespace asio = boost::asio;
using transports::Code;
using transports::Done;
using transports::Opened;
using transports::Outcome;

namespace {

constexpr long long doubt_ms = 10'000;  // after a failed write, the store is not relied on for so long

transports::BotCard card_of(const dialogs::Script& script) {
    transports::BotCard card{script.name, script.disclosure, script.locale, script.crisis.title, {}};
    for (const dialogs::CrisisLine& line : script.crisis.lines) {
        card.crisis_lines.push_back({line.label, line.tel, line.sms, line.url});
    }
    return card;
}

}  // namespace

Hub::Hub(std::shared_ptr<Surroundings> surroundings, int starts_per_minute)
    : surroundings_(std::move(surroundings)),
      registry_(std::make_shared<Registry>()),
      start_limit_(starts_per_minute) {}

void Hub::start(transports::Newcomer who, asio::any_io_executor home, Done<Opened> done) {
    const long long wait = start_limit_.take(who.peer, surroundings_->now());
    if (draining_ || wait > 0) {
        auto why = draining_ ? refusal(Code::not_ready, "the server is stopping")
                             : refusal(Code::rate_limited, "too many new conversations from this address");
        if (wait > 0) why.retry_after = std::chrono::milliseconds(wait);
        asio::post(home, [done = std::move(done), why = std::move(why)]() mutable { done(refuse(std::move(why))); });
        return;
    }
    registry_->find_or_make(random_id(), std::move(home), surroundings_)
        ->begin({std::move(who.locale), std::move(who.channel)}, std::move(done));
}

void Hub::resume(std::string id, std::string token, asio::any_io_executor home, Done<Opened> done) {
    auto conversation = registry_->find_or_make(id, std::move(home), surroundings_);
    conversation->open(std::move(token), LiveConversation::Rotate::yes, std::move(done));
}

void Hub::find(std::string id, std::string token, asio::any_io_executor home,
               Done<std::shared_ptr<transports::Conversation>> done) {
    auto conversation = registry_->find_or_make(id, std::move(home), surroundings_);
    conversation->open(std::move(token), LiveConversation::Rotate::no, [done = std::move(done)](Outcome<Opened> outcome) {
        done(outcome.map([](Opened& opened) { return opened.conversation; }));
    });
}

void Hub::hear(transports::ChannelMessage message, asio::any_io_executor home, Done<transports::Accepted> done) {
    if (draining_) {
        asio::post(home, [done = std::move(done)] { done(refuse(refusal(Code::not_ready, "the server is stopping"))); });
        return;
    }
    const std::string id = "ch-" + digest("conversation\n" + message.channel + "\n" + message.heard.address);
    registry_->find_or_make(id, std::move(home), surroundings_)->hear(std::move(message), std::move(done));
}

transports::BotCard Hub::bot(std::string_view locale) const {
    const auto script = surroundings_->bots.current();
    return card_of(script->in(script->nearest_locale(locale)));
}

std::string Hub::choice_hint(std::string_view lang, bool many) const {
    const auto bot = surroundings_->bots.current();
    const dialogs::ChannelLines& lines = bot->in(lang).channel_lines;
    return fixed_words(many ? lines.numbers : lines.number);
}

bool Hub::ready() const {
    const long long failed_at = surroundings_->store_failed_at;
    return !draining_ && (failed_at == 0 || surroundings_->now() - failed_at >= doubt_ms);
}

void Hub::expire() {
    surroundings_->store.expire(surroundings_->now(), [all = surroundings_](const Result<std::uint64_t>& count) {
        if (!count) return all->note(LogLine("not_expired").with(count.error()));
        if (*count > 0) all->note(LogLine("expired").with("conversations", *count));
    });
}

}  // namespace attune::bot
