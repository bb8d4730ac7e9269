#include "transports/socketio/engine.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports::socketio;
using Packets = std::vector<std::string>;

TEST_CASE("packets of both protocols are parted and joined", "[transports][socketio]") {
    CHECK(*split_payload("2\x1e"
                         "4hello",
                         Protocol::v4) == Packets{"2", "4hello"});
    CHECK(join_payload({"2", "4hello"}, Protocol::v4) ==
          "2\x1e"
          "4hello");
    // Lengths are JavaScript's: an emoji counts two.
    const Packets packets = {"4h\xC3\xA9", "4\xF0\x9F\x98\x80", "2"};
    CHECK(join_payload(packets, Protocol::v3) ==
          "3:4h\xC3\xA9"
          "3:4\xF0\x9F\x98\x80"
          "1:2");
    CHECK(*split_payload(join_payload(packets, Protocol::v3), Protocol::v3) == packets);
}

TEST_CASE("what is no payload is refused", "[transports][socketio]") {
    for (const char* bad : {"", "x", "\x1e", "2\x1e", "b4AAA", "9"}) {
        CAPTURE(bad);
        CHECK_FALSE(split_payload(bad, Protocol::v4));
    }
    for (const char* bad : {"", "2", ":2", "1:", "5:4abc", "1:\xC3\xA9", "2:4\xF0\x9F\x98\x80", "-1:2",
                            "0:", "99999999999999999999:2", "1:2x"}) {
        CAPTURE(bad);
        CHECK_FALSE(split_payload(bad, Protocol::v3));
    }
    std::string flood = "2";
    for (int i = 0; i < 100; ++i)
        flood +=
            "\x1e"
            "2";
    CHECK_FALSE(split_payload(flood, Protocol::v4));
}
