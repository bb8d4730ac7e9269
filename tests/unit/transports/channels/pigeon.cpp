#include "tests/examples/pigeon/pigeon.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "transports/channels/signature.hpp"

using namespace attune;
using namespace attune::transports;

namespace {

std::string read(const std::string& file) {
    std::ifstream stream(std::string(ATTUNE_SOURCE) + "/" + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

http::Request webhook(const std::string& body, const std::string& secret = "s") {
    http::Request request;
    request.method = "POST";
    request.body = body;
    request.headers["x-pigeon-signature"] = to_hex(hmac_sha256(secret, body));
    return request;
}

}  // namespace

TEST_CASE("the page about a new channel shows the code that is compiled here", "[transports][pigeon]") {
    const std::string page = read("transports/ADD_A_CHANNEL.md");
    const std::string code = read("tests/examples/pigeon/pigeon.cpp");
    int blocks = 0;
    for (auto at = page.find("```cpp\n"); at != std::string::npos; at = page.find("```cpp\n", at)) {
        at += 7;
        const auto end = page.find("```", at);
        REQUIRE(end != std::string::npos);
        CAPTURE(page.substr(at, end - at));
        CHECK(code.find(page.substr(at, end - at)) != std::string::npos);
        at = end + 3;
        ++blocks;
    }
    CHECK(blocks >= 3);
}

TEST_CASE("the example takes what is signed and says what it was told", "[transports][pigeon]") {
    const auto channel = pigeon::make({"s", "t", "http://127.0.0.1:1"});
    const std::string hello = R"({"from":"loft 7","id":"1","text":"hello"})";
    const auto received = channel->receive(webhook(hello), 0);
    REQUIRE(received.heard.size() == 1);
    CHECK(received.heard[0].address == "loft 7");
    CHECK(std::get<Text>(received.heard[0].content).text == "hello");
    CHECK(channel->receive(webhook(hello, "other"), 0).response.status == 401);
    CHECK(channel->receive(webhook("{"), 0).response.status == 400);
    CHECK(channel->receive(webhook("{}"), 0).ignored == 1);
    const auto press = channel->receive(webhook(R"({"from":"a","id":"2","pressed":"12.1"})"), 0);
    REQUIRE(press.heard.size() == 1);
    CHECK(std::get<Pressed>(press.heard[0].content).place == 1);

    Outbound reply;
    reply.address = "loft 7";
    reply.prompt_seq = 12;
    dialogs::Reply bubble;
    bubble.text = "Where to go?";
    bubble.choices.items = {{"a", "Here", false}, {"b", "There", false}};
    reply.replies = {bubble};
    const auto calls = channel->render(reply);
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].body.find("12.1") != std::string::npos);
    CHECK(pigeon::kind().make({{"pigeon-secret", "s"}, {"pigeon-token", "t"}}).has_value());
}
