#include <catch2/catch.hpp>

#include <atomic>
#include <future>
#include <limits>
#include <thread>

#include "tests/unit/bot/store/each_store.hpp"

using namespace attune;
using namespace attune::bot;
using namespace attune::bot::test;

namespace {

constexpr auto no_bound = std::numeric_limits<std::uint64_t>::max();

std::vector<std::uint64_t> seqs(const Result<std::vector<StoredEvent>>& events) {
    std::vector<std::uint64_t> numbers;
    for (const StoredEvent& event : events.value()) numbers.push_back(event.seq);
    return numbers;
}

using Seqs = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("what was committed is loaded as it was", "[bot][store]") {
    auto any = each_store();
    Commit first = nth_commit("a", 1, "first \"words\" with \xC3\xA9 and '; DROP TABLE event;");
    first.conversation.token_hash = "t";
    first.conversation.previous_token_hash = "p";
    first.conversation.previous_valid_until = 7;
    first.conversation.ended = true;
    REQUIRE(commit(*any.store, first));

    const StoredConversation row = load(*any.store, "a").value();
    CHECK(row.id == "a");
    CHECK(row.version == 1);
    CHECK(row.state == first.conversation.state);
    CHECK(row.last_seq == 1);
    CHECK(row.prompt_seq == 1);
    CHECK(row.token_hash == "t");
    CHECK(row.previous_token_hash == "p");
    CHECK(row.previous_valid_until == 7);
    CHECK(row.expires_at == 1000);
    CHECK(row.ended);
    const auto log = events(*any.store, "a", 0, no_bound, 10).value();
    REQUIRE(log.size() == 1);
    CHECK(log[0].type == "message");
    CHECK(log[0].json == first.events[0].json);
}

TEST_CASE("what is not there is not found", "[bot][store]") {
    auto any = each_store();
    CHECK(load(*any.store, "a").error().code == Errc::not_found);
    CHECK(events(*any.store, "a", 0, no_bound, 10).value().empty());
    CHECK_FALSE(find_message(*any.store, "a", "m1").value().has_value());
    CHECK(erase(*any.store, "a"));
}

TEST_CASE("a commit that does not follow the last one is a conflict and changes nothing", "[bot][store]") {
    auto any = each_store();
    REQUIRE(commit(*any.store, nth_commit("a", 1)));
    REQUIRE(commit(*any.store, nth_commit("a", 2)));
    auto version = GENERATE(as<std::uint64_t>{}, 1, 2, 4);
    Commit late = nth_commit("a", version);
    late.events[0].seq = 50;
    late.message->id = "other";
    CHECK(commit(*any.store, late).error().code == Errc::conflict);
    CHECK(load(*any.store, "a").value().version == 2);
    CHECK(seqs(events(*any.store, "a", 0, no_bound, 10)) == Seqs{1, 2});
    CHECK_FALSE(find_message(*any.store, "a", "other").value().has_value());
}

TEST_CASE("events are the newest ones between two numbers, ascending", "[bot][store]") {
    auto any = each_store();
    for (std::uint64_t i = 1; i <= 9; ++i) REQUIRE(commit(*any.store, nth_commit("a", i)));
    CHECK(seqs(events(*any.store, "a", 0, no_bound, 3)) == Seqs{7, 8, 9});
    CHECK(seqs(events(*any.store, "a", 2, 6, 10)) == Seqs{3, 4, 5});
    CHECK(seqs(events(*any.store, "a", 2, 6, 2)) == Seqs{4, 5});
    CHECK(seqs(events(*any.store, "a", 9, no_bound, 2)).empty());
}

TEST_CASE("a client's message is found by its id in its own conversation", "[bot][store]") {
    auto any = each_store();
    REQUIRE(commit(*any.store, nth_commit("a", 1)));
    REQUIRE(commit(*any.store, nth_commit("b", 1)));
    REQUIRE(commit(*any.store, nth_commit("b", 2)));
    const auto found = find_message(*any.store, "b", "m2").value();
    REQUIRE(found);
    CHECK(found->id == "m2");
    CHECK(found->seq == 2);
    CHECK(found->fingerprint == "print");
    CHECK(found->at == 5);
    CHECK_FALSE(find_message(*any.store, "a", "m2").value().has_value());
}

TEST_CASE("the newest thousand client messages are remembered, old ones are forgotten", "[bot][store]") {
    auto any = each_store();
    for (std::uint64_t i = 1; i <= 1100; ++i)
        any.store->commit(nth_commit("a", i), [](const Result<void>&) {});
    CHECK_FALSE(find_message(*any.store, "a", "m100").value().has_value());
    CHECK(find_message(*any.store, "a", "m101").value().has_value());
    CHECK(find_message(*any.store, "a", "m1100").value().has_value());
}

TEST_CASE("an erased conversation is gone, others stay", "[bot][store]") {
    auto any = each_store();
    REQUIRE(commit(*any.store, nth_commit("a", 1)));
    REQUIRE(commit(*any.store, nth_commit("b", 1)));
    REQUIRE(erase(*any.store, "a"));
    CHECK(load(*any.store, "a").error().code == Errc::not_found);
    CHECK(events(*any.store, "a", 0, no_bound, 10).value().empty());
    CHECK_FALSE(find_message(*any.store, "a", "m1").value().has_value());
    CHECK(commit(*any.store, nth_commit("a", 2)).error().code == Errc::conflict);
    CHECK(load(*any.store, "b"));
}

TEST_CASE("expiry takes what is due and nothing else", "[bot][store]") {
    auto any = each_store();
    for (const char* id : {"a", "b", "c"}) {
        Commit each = nth_commit(id, 1);
        each.conversation.expires_at = id[0] == 'a' ? 10 : id[0] == 'b' ? 11 : 12;
        REQUIRE(commit(*any.store, each));
    }
    CHECK(expire(*any.store, 11).value() == 2);
    CHECK(expire(*any.store, 11).value() == 0);
    CHECK(load(*any.store, "a").error().code == Errc::not_found);
    CHECK(load(*any.store, "c"));
}

TEST_CASE("answers come in the order of the calls, and see what was written before", "[bot][store]") {
    auto any = each_store();
    std::vector<std::string> order;
    std::promise<void> all;
    any.store->commit(nth_commit("a", 1), [&](const Result<void>&) { order.push_back("first"); });
    any.store->load("a", [&](const Result<StoredConversation>& row) {
        order.push_back("version " + std::to_string(row.value().version));
    });
    any.store->commit(nth_commit("a", 7),
                      [&](const Result<void>& result) { order.push_back(result ? "taken" : "conflict"); });
    any.store->commit(nth_commit("a", 2), [&](const Result<void>& result) {
        order.push_back(result ? "taken" : "conflict");
        all.set_value();
    });
    all.get_future().get();
    CHECK(order == std::vector<std::string>{"first", "version 1", "conflict", "taken"});
}

TEST_CASE("many threads write at once and nothing is lost", "[bot][store]") {
    auto any = each_store();
    std::atomic<int> taken = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer) {
        writers.emplace_back([&, id = "w" + std::to_string(writer)] {
            for (std::uint64_t i = 1; i <= 50; ++i) taken += commit(*any.store, nth_commit(id, i)) ? 1 : 0;
        });
    }
    for (std::thread& writer : writers) writer.join();
    CHECK(taken == 400);
    for (int writer = 0; writer < 8; ++writer) {
        CHECK(events(*any.store, "w" + std::to_string(writer), 0, no_bound, 100).value().size() == 50);
    }
}
