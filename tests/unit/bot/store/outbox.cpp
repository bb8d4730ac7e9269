#include "bot/store/outbox.hpp"

#include <catch2/catch.hpp>

#include <future>

#include "tests/unit/bot/store/each_store.hpp"

using namespace attune;
using namespace attune::bot;
using namespace attune::bot::test;

namespace {

Outgoing to(const std::string& address, const std::string& content, long long due = 0) {
    Outgoing reply;
    reply.channel = "c";
    reply.address = address;
    reply.conversation = "conversation of " + address;
    reply.content = content;
    reply.made_at = 1;
    reply.due_at = due;
    return reply;
}

void post(Store& store, Posting posting) {
    std::promise<bool> stored;
    store.post(std::move(posting), [&](const Result<void>& result) { stored.set_value(result.has_value()); });
    REQUIRE(stored.get_future().get());
}

void post(Store& store, std::vector<Outgoing> replies) {
    Posting posting;
    posting.outgoing = std::move(replies);
    post(store, std::move(posting));
}

Due due(Store& store, long long now, int limit = 10) {
    return wait_for<Due>([&](auto done) { store.due(now, limit, done); }).value();
}

std::vector<std::string> contents(const Due& due) {
    std::vector<std::string> all;
    for (const Outgoing& reply : due.replies) all.push_back(reply.content);
    return all;
}

bool is_marked(Store& store, const std::string& key, long long now) {
    return wait_for<bool>([&](auto done) { store.is_marked(key, now, done); }).value();
}

using Contents = std::vector<std::string>;

}  // namespace

TEST_CASE("of each address the oldest reply goes out, when it is due", "[bot][store][outbox]") {
    auto any = each_store();
    Store& store = *any.store;
    post(store, {to("a", "1"), to("a", "2"), to("b", "3", 50), to("b", "4")});
    CHECK(contents(due(store, 10)) == Contents{"1"});
    CHECK(due(store, 10).next_at == 50);
    CHECK(contents(due(store, 50)) == Contents{"1", "3"});
    CHECK(contents(due(store, 50, 1)) == Contents{"1"});
    CHECK(due(store, 50, 1).next_at == 50);

    Outgoing first = due(store, 10).replies[0];
    first.sent = 1;
    first.attempts = 2;
    first.due_at = 30;
    store.put_off(first, [](const Result<void>&) {});
    CHECK(contents(due(store, 10)).empty());
    const auto again = due(store, 30).replies;
    REQUIRE(again.size() == 1);
    CHECK(again[0].sent == 1);
    CHECK(again[0].attempts == 2);
    CHECK(again[0].made_at == 1);
    store.delivered({first.number, {}, {}}, [](const Result<void>&) {});
    CHECK(contents(due(store, 30)) == Contents{"2"});
}

TEST_CASE("a turn's replies and marks are stored with it, or not at all", "[bot][store][outbox]") {
    auto any = each_store();
    Store& store = *any.store;
    auto first = nth_commit("a", 1);
    first.posting.outgoing = {to("a", "hello")};
    first.posting.marks = {{"seen", 100}};
    REQUIRE(commit(store, first));
    CHECK(is_marked(store, "seen", 99));
    CHECK_FALSE(is_marked(store, "seen", 100));
    CHECK_FALSE(is_marked(store, "other", 1));
    auto late = nth_commit("a", 1);
    late.posting.outgoing = {to("b", "never")};
    CHECK_FALSE(commit(store, late));
    CHECK(contents(due(store, 10)) == Contents{"hello"});
}

TEST_CASE("a new conversation takes an old one's place; replies that wait go out", "[bot][store][outbox]") {
    auto any = each_store();
    Store& store = *any.store;
    auto old = nth_commit("a", 1, "old");
    old.posting.outgoing = {to("a", "goodbye")};
    REQUIRE(commit(store, old));
    REQUIRE(commit(store, nth_commit("a", 2, "older")));
    auto fresh = nth_commit("a", 1, "new");
    fresh.anew = true;
    REQUIRE(commit(store, fresh));
    CHECK(load(store, "a").value().version == 1);
    const auto log = events(store, "a", 0, 100, 10).value();
    REQUIRE(log.size() == 1);
    CHECK(log[0].json == "new");
    CHECK(contents(due(store, 10)) == Contents{"goodbye"});
}

TEST_CASE("erasure takes waiting replies along and leaves the last word", "[bot][store][outbox]") {
    auto any = each_store();
    Store& store = *any.store;
    REQUIRE(commit(store, nth_commit("conversation of a", 1)));
    post(store, {to("a", "health data"), to("b", "somebody else's")});
    Posting last;
    last.outgoing = {to("a", "all is erased")};
    last.outgoing[0].conversation = "";
    std::promise<void> done;
    store.erase("conversation of a", last, [&](const Result<void>&) { done.set_value(); });
    done.get_future().get();
    CHECK(contents(due(store, 10)) == Contents{"somebody else's", "all is erased"});
}

TEST_CASE("of what was given up only why and when is kept", "[bot][store][outbox]") {
    auto any = each_store();
    Store& store = *any.store;
    post(store, {to("a", "1"), to("a", "2")});
    const auto number = due(store, 10).replies[0].number;
    Delivered delivered{number, DeadLetter{number, "c", "refused", 403, 1, 7}, {{"stopped", for_ever}}};
    store.delivered(delivered, [](const Result<void>&) {});
    const auto letters =
        wait_for<std::vector<DeadLetter>>([&](auto done) { store.dead_letters(5, done); }).value();
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].reason == "refused");
    CHECK(letters[0].status == 403);
    CHECK(is_marked(store, "stopped", 1'000'000));
    CHECK(contents(due(store, 10)) == Contents{"2"});
    Posting back;
    back.unmark = {"stopped"};
    post(store, back);
    CHECK_FALSE(is_marked(store, "stopped", 1));
}
