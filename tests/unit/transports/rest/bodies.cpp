#include "transports/rest/bodies.hpp"

#include <catch2/catch.hpp>

#include "transports/rest/read_message.hpp"
#include "transports/rest/sse.hpp"

using namespace attune::transports;

namespace {

LoggedEvent event(std::uint64_t seq, std::string json) {
    LoggedEvent result;
    result.seq = seq;
    result.type = "message";
    result.json = std::make_shared<const std::string>(std::move(json));
    return result;
}

http::Request post(std::string body, std::string key = "k1") {
    http::Request request;
    request.body = std::move(body);
    request.headers["idempotency-key"] = std::move(key);
    return request;
}

}  // namespace

TEST_CASE("events stand in bodies as they stand in the log", "[rest][bodies]") {
    CHECK(rest::events_body({event(3, R"({"seq":3})"), event(4, R"({"seq":4})")}, 2) ==
          R"({"seq":4,"events":[{"seq":3},{"seq":4}]})");
    CHECK(rest::events_body({}, 2) == R"({"seq":2,"events":[]})");
    Accepted accepted;
    accepted.id = "m\"1";
    accepted.seq = 3;
    accepted.at = 9;
    CHECK(rest::accepted_body(accepted) ==
          R"({"accepted":{"id":"m\"1","seq":3,"at":9,"dup":false},"events":[]})");
}

TEST_CASE("a refusal tells when to come back", "[rest][bodies]") {
    Refusal refusal;
    refusal.code = Code::rate_limited;
    refusal.text = "too fast";
    refusal.retry_after = std::chrono::milliseconds(1200);
    auto response = rest::refusal_response(refusal);
    CHECK(response.status == 429);
    CHECK(response.headers["retry-after"] == "2");
    CHECK(response.body == R"({"error":{"code":"rate_limited","text":"too fast","retry_after_ms":1200}})");
}

TEST_CASE("server-sent events carry seq, type and JSON", "[rest][sse]") {
    CHECK(rest::sse_event(event(7, R"({"a":1})")) == "id: 7\nevent: message\ndata: {\"a\":1}\n\n");
    CHECK(rest::sse_preamble() == "retry: 2000\n\n");
    CHECK(rest::sse_heartbeat().front() == ':');
}

TEST_CASE("a text is read with the key as its id", "[rest][read_message]") {
    auto message = rest::read_message(post(R"({"text":"hello"})"));
    REQUIRE(message);
    CHECK(message->id == "k1");
    CHECK(std::get<Text>(message->content).text == "hello");
}

TEST_CASE("a choice is read with one value or several", "[rest][read_message]") {
    auto [value, expected] = GENERATE(table<std::string, std::vector<std::string>>({
        {R"("yes")", {"yes"}},
        {R"(["a","b"])", {"a", "b"}},
    }));
    auto message = rest::read_message(post(R"({"choice":{"prompt_seq":4,"value":)" + value + "}}"));
    REQUIRE(message);
    CHECK(std::get<Chosen>(message->content).prompt_seq == 4);
    CHECK(std::get<Chosen>(message->content).values == expected);
}

TEST_CASE("bodies that say nothing are refused without repeating them", "[rest][read_message]") {
    auto [body, key, code] = GENERATE(table<std::string, std::string, Code>({
        {R"({"text":"secret"})", "", Code::bad_field},
        {R"({"text":"secret"})", "not an id", Code::bad_field},
        {"secret", "k", Code::bad_json},
        {R"(["secret"])", "k", Code::bad_json},
        {"", "k", Code::bad_json},
        {R"({"secret":1})", "k", Code::bad_field},
        {R"({"text":1})", "k", Code::bad_field},
        {R"({"text":"secret","choice":{"prompt_seq":1,"value":"a"}})", "k", Code::bad_field},
        {R"({"choice":"secret"})", "k", Code::bad_field},
        {R"({"choice":{"value":"secret"}})", "k", Code::bad_field},
        {R"({"text":")" + std::string(4001, 'x') + "\"}", "k", Code::too_long},
        {R"({"text":")" + std::string(17000, 'x') + "\"}", "k", Code::too_long},
    }));
    CAPTURE(body.substr(0, 60), key);
    auto message = rest::read_message(post(body, key));
    REQUIRE_FALSE(message);
    CHECK(name_of(message.error().code) == name_of(code));
    CHECK(message.error().text.find("secret") == std::string::npos);
}
