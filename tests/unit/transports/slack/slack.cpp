#include "transports/slack/slack.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports;

namespace {

constexpr long long now = 1531420618;

http::Request signed_call(const std::string& body, const std::string& time = std::to_string(now)) {
    http::Request call;
    call.method = "POST";
    call.body = body;
    call.headers["x-slack-request-timestamp"] = time;
    call.headers["x-slack-signature"] = slack::signature("secret", time, body);
    return call;
}

}  // namespace

TEST_CASE("the signature is what openssl makes of the documented words", "[transports][slack]") {
    // printf 'v0:1531420618:payload=%%7B%%7D' | openssl dgst -sha256 -hmac 8f742231b10e8888
    CHECK(slack::signature("8f742231b10e8888", "1531420618", "payload=%7B%7D") ==
          "v0=a0956eeb4a70355bf216f3143b990f60b642ec0166c705b02e0e537a69914f5b");
}

TEST_CASE("a call that is old, of the future or unsigned is refused", "[transports][slack]") {
    const auto channel = slack::make({"secret", "xoxb", "https://slack.example/api"});
    const std::string body = R"({"type":"url_verification","challenge":"abc"})";
    CHECK(channel->receive(signed_call(body), now).response.body == R"({"challenge":"abc"})");
    CHECK(channel->receive(signed_call(body), now + 300).response.status == 200);
    CHECK(channel->receive(signed_call(body), now + 301).response.status == 401);
    CHECK(channel->receive(signed_call(body), now - 301).response.status == 401);
    CHECK(channel->receive(signed_call(body, "x"), now).response.status == 401);
    auto changed = signed_call(body);
    changed.body += " ";
    CHECK(channel->receive(changed, now).response.status == 401);
    http::Request bare;
    bare.method = "POST";
    bare.body = body;
    CHECK(channel->receive(bare, now).response.status == 401);
}
