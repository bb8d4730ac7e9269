#include "transports/http/outbox.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports::http;

namespace {

Frame frame(std::size_t bytes, char letter = 'x') {
    return std::make_shared<const std::string>(bytes, letter);
}

}  // namespace

TEST_CASE("the outbox gives frames in the order they came", "[http][outbox]") {
    Outbox outbox(OutboxLimits{4, 100});
    std::string seen;
    for (char letter : std::string("abcdefghij")) {
        REQUIRE(outbox.push(frame(1, letter)));
        if (outbox.frames() == 3) seen += *outbox.pop().bytes;
    }
    while (!outbox.empty()) seen += *outbox.pop().bytes;
    CHECK(seen == "abcdefghij");
    CHECK(outbox.bytes() == 0);
}

TEST_CASE("the outbox is bounded in frames and in bytes", "[http][outbox]") {
    Outbox outbox(OutboxLimits{3, 10});
    SECTION("frames") {
        for (int i = 0; i < 3; ++i) REQUIRE(outbox.push(frame(1)));
        CHECK_FALSE(outbox.push(frame(1)));
    }
    SECTION("bytes") {
        REQUIRE(outbox.push(frame(8)));
        CHECK_FALSE(outbox.push(frame(3)));
        CHECK(outbox.push(frame(2)));
    }
}

TEST_CASE("what may be lost is dropped over half", "[http][outbox]") {
    Outbox outbox(OutboxLimits{4, 100});
    outbox.push_unless_busy(frame(1));
    CHECK(outbox.frames() == 1);
    REQUIRE(outbox.push(frame(1)));
    REQUIRE(outbox.push(frame(1)));
    outbox.push_unless_busy(frame(1));
    CHECK(outbox.frames() == 3);
}

TEST_CASE("a slow queue that never runs empty does not grow", "[http][outbox]") {
    Outbox outbox(OutboxLimits{8, 1000});
    REQUIRE(outbox.push(frame(1)));
    for (int i = 0; i < 1000; ++i) {
        REQUIRE(outbox.push(frame(1, static_cast<char>('a' + i % 26))));
        Outbox::Item item = outbox.pop();
        if (i > 0) REQUIRE(item.bytes->front() == static_cast<char>('a' + (i - 1) % 26));
    }
    CHECK(outbox.frames() == 1);
}
