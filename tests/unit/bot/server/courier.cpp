#include "bot/server/courier.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include "bot/server/opt_out_words.hpp"
#include "bot/store/memory/memory_store.hpp"
#include "tests/unit/bot/store/stores.hpp"
#include "transports/channels/answers.hpp"
#include "transports/channels/outbound_json.hpp"

using namespace attune;
using namespace attune::bot;
using namespace attune::transports;

namespace {

/// A service that takes a call for each bubble.
class Simple final : public Channel {
public:
    std::string_view name() const override { return "simple"; }
    Traits traits() const override { return {}; }
    Received receive(const http::Request&, long long) const override { return {}; }
    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const auto& bubble : reply.replies) {
            http::ClientRequest call;
            call.url = reply.address;
            call.body = bubble.text;
            calls.push_back(std::move(call));
        }
        return calls;
    }
    Delivery outcome(const http::ClientResponse& answer) const override {
        auto delivery = plain_outcome(answer);
        delivery.opted_out = answer.status == 410;
        return delivery;
    }
};

/// A courier whose service answers as it is told, and whose clock runs as fast as its timers.
struct World {
    boost::asio::io_context context;
    MemoryStore store;
    std::vector<std::string> calls;
    std::vector<http::ClientResponse> answers;
    std::vector<std::function<void()>> held;
    bool hold = false;
    std::shared_ptr<Courier> courier;

    explicit World(long long give_up_ms = 200) {
        CourierParts parts{store,
                           {std::make_shared<Simple>()},
                           now_ms,
                           [](std::uint32_t) { return 0U; },
                           [this](http::ClientRequest call, auto done) { take(std::move(call), std::move(done)); },
                           {}};
        parts.first_wait_ms = 20;
        parts.longest_wait_ms = 40;
        parts.give_up_ms = give_up_ms;
        courier = std::make_shared<Courier>(context.get_executor(), std::move(parts));
    }

    void take(http::ClientRequest call, std::function<void(http::ClientResponse)> done) {
        calls.push_back(call.url + ":" + call.body);
        http::ClientResponse answer;
        answer.status = 200;
        if (!answers.empty()) {
            answer = answers.front();
            answers.erase(answers.begin());
        }
        auto give = [done = std::move(done), answer] { done(answer); };
        if (hold) return held.push_back(give);
        boost::asio::post(context, give);
    }

    void put(const std::string& address, std::vector<std::string> bubbles) {
        Outbound reply;
        for (auto& text : bubbles) {
            dialogs::Reply bubble;
            bubble.text = text;
            reply.replies.push_back(bubble);
        }
        Posting posting;
        Outgoing outgoing;
        outgoing.channel = "simple";
        outgoing.address = address;
        outgoing.content = write_outbound(reply);
        outgoing.made_at = outgoing.due_at = now_ms();
        posting.outgoing.push_back(outgoing);
        store.post(std::move(posting), [](const Result<void>&) {});
    }

    void run(int ms = 150) {
        courier->wake();
        context.restart();
        context.run_for(std::chrono::milliseconds(ms));
    }

    std::size_t waiting() {
        std::size_t count = 0;
        store.due(for_ever, 1000, [&](Result<Due> due) { count = due->replies.size(); });
        return count;
    }
    std::vector<DeadLetter> dead() {
        std::vector<DeadLetter> letters;
        store.dead_letters(10, [&](Result<std::vector<DeadLetter>> found) { letters = *found; });
        return letters;
    }
};

http::ClientResponse status(int number) {
    http::ClientResponse answer;
    answer.status = number;
    return answer;
}

using Calls = std::vector<std::string>;

}  // namespace

TEST_CASE("replies go out in order for each person, and are gone then", "[bot][courier]") {
    World world;
    world.put("a", {"1", "2"});
    world.put("b", {"x"});
    world.put("a", {"3"});
    world.run();
    Calls of_a;
    for (const auto& call : world.calls) {
        if (call[0] == 'a') of_a.push_back(call);
    }
    CHECK(of_a == Calls{"a:1", "a:2", "a:3"});
    CHECK(world.calls.size() == 4);
    CHECK(world.waiting() == 0);
}

TEST_CASE("what fails is tried again from where it was, and others do not wait for it", "[bot][courier]") {
    World world;
    world.put("a", {"1", "2"});
    world.answers = {status(200), status(500), status(0)};
    world.run();
    CHECK(world.calls == Calls{"a:1", "a:2", "a:2", "a:2"});
    CHECK(world.waiting() == 0);
}

TEST_CASE("a service that holds one person's call does not hold the others'", "[bot][courier]") {
    World world;
    world.hold = true;
    world.put("a", {"1"});
    world.run(20);
    world.hold = false;
    world.put("b", {"2"});
    world.run(50);
    CHECK(world.calls == Calls{"a:1", "b:2"});
    for (auto& give : world.held) give();
    world.run(50);
    CHECK(world.waiting() == 0);
}

TEST_CASE("what is refused is a dead letter without its words; who wants none is marked", "[bot][courier]") {
    World world;
    world.put("a", {"1"});
    world.put("a", {"2"});
    world.answers = {status(410)};
    world.run();
    CHECK(world.calls == Calls{"a:1", "a:2"});
    REQUIRE(world.dead().size() == 1);
    CHECK(world.dead()[0].status == 410);
    CHECK(world.dead()[0].reason == "refused");
    bool marked = false;
    world.store.is_marked(stopped_key("simple", "a"), now_ms(), [&](Result<bool> found) { marked = *found; });
    CHECK(marked);
}

TEST_CASE("what stays undeliverable too long is given up", "[bot][courier]") {
    World world;
    world.put("a", {"1"});
    world.answers.assign(100, status(503));
    world.run(500);
    CHECK(world.calls.size() >= 3);
    CHECK(world.waiting() == 0);
    REQUIRE(world.dead().size() == 1);
    CHECK(world.dead()[0].reason == "too_late");
}

TEST_CASE("the service's own wish counts, and a stopped courier calls nobody", "[bot][courier]") {
    World world(60'000);
    world.put("a", {"1"});
    auto later = status(429);
    later.headers["retry-after"] = "1";
    world.answers = {later};
    world.run(300);
    CHECK(world.calls.size() == 1);
    world.courier->stop();
    world.run(1200);
    CHECK(world.calls.size() == 1);
    CHECK(world.waiting() == 1);
}
