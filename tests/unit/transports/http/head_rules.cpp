#include "transports/http/head_rules.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports::http;

namespace {

HeadFacts good() {
    HeadFacts facts;
    facts.method = "GET";
    facts.target = "/";
    facts.host_fields = 1;
    facts.host = "example.org:8080";
    return facts;
}

}  // namespace

TEST_CASE("a good head passes", "[http][head_rules]") {
    CHECK_FALSE(refused_head(good()));
}

TEST_CASE("HTTP/1.1 needs exactly one well-formed Host", "[http][head_rules]") {
    HeadFacts facts = good();
    SECTION("none") {
        facts.host_fields = 0;
    }
    SECTION("two") {
        facts.host_fields = 2;
    }
    SECTION("a path in it") {
        facts.host = "a/b";
    }
    SECTION("a list") {
        facts.host = "a,b";
    }
    CHECK(refused_head(facts) == 400);
}

TEST_CASE("HTTP/1.0 needs no Host", "[http][head_rules]") {
    HeadFacts facts = good();
    facts.version = 10;
    facts.host_fields = 0;
    facts.host = "";
    CHECK_FALSE(refused_head(facts));
}

TEST_CASE("other versions are refused", "[http][head_rules]") {
    HeadFacts facts = good();
    facts.version = GENERATE(9, 12, 20);
    CHECK(refused_head(facts) == 505);
}

TEST_CASE("two ways to tell the body's length are refused", "[http][head_rules]") {
    HeadFacts facts = good();
    facts.transfer_encoding = true;
    facts.content_lengths = 1;
    CHECK(refused_head(facts) == 400);
}

TEST_CASE("only paths, absolute targets and the star of OPTIONS are targets", "[http][head_rules]") {
    auto [method, target, passes] = GENERATE(table<std::string, std::string, bool>({
        {"GET", "/a?b", true},
        {"GET", "http://example.org/a", true},
        {"GET", "https://example.org", true},
        {"OPTIONS", "*", true},
        {"GET", "*", false},
        {"GET", "a", false},
        {"GET", "ftp://example.org/", false},
        {"CONNECT", "example.org:443", false},
    }));
    CAPTURE(method, target);
    HeadFacts facts = good();
    facts.method = method;
    facts.target = target;
    CHECK(!refused_head(facts) == passes);
}

TEST_CASE("a target is split and its path decoded", "[http][head_rules]") {
    auto target = parse_target("http://example.org/a%20b?c=%64");
    REQUIRE(target);
    CHECK(target->path == "/a b");
    CHECK(target->query == "c=%64");
    CHECK_FALSE(parse_target("/%0a"));
    CHECK_FALSE(parse_target("/%zz"));
    CHECK_FALSE(parse_target("/%a"));
}
