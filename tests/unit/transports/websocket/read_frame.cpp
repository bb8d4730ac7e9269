#include "transports/websocket/protocol.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace attune::transports;
using nlohmann::json;

namespace {

json examples_of(const std::string& frame) {
    std::ifstream file(std::filesystem::path(ATTUNE_SCHEMAS) / (frame + ".json"));
    return json::parse(file).at("examples");
}

template <class T>
T read_as(std::string_view text) {
    auto frame = protocol::read_frame(text);
    REQUIRE(frame.has_value());
    REQUIRE(std::holds_alternative<T>(*frame));
    return std::get<T>(*frame);
}

protocol::BadFrame refused(std::string_view text) {
    auto frame = protocol::read_frame(text);
    REQUIRE_FALSE(frame.has_value());
    return frame.error();
}

std::string nested(int levels) {
    const auto inner = static_cast<std::size_t>(levels - 1);
    return R"({"t":"ping","n":1,"deep":)" + std::string(inner, '[') + std::string(inner, ']') + "}";
}

}  // namespace

TEST_CASE("every client example of the schemas is read", "[transports][read_frame]") {
    int read = 0;
    for (const auto& file : std::filesystem::directory_iterator(ATTUNE_SCHEMAS)) {
        const std::string name = file.path().stem().string();
        if (name.rfind("client-", 0) != 0) continue;
        for (const json& example : examples_of(name)) {
            CAPTURE(example.dump());
            CHECK(protocol::read_frame(example.dump()).has_value());
            ++read;
        }
    }
    REQUIRE(read >= 15);
}

TEST_CASE("frames carry their fields over", "[transports][read_frame]") {
    const auto hello = read_as<protocol::Hello>(
        R"({"t":"hello","v":1,"locale":"de","session":{"id":"cv_1","resume_token":"s","last_seq":12}})");
    CHECK(hello.locale == "de");
    REQUIRE(hello.session);
    CHECK(hello.session->id == "cv_1");
    CHECK(hello.session->resume_token == "s");
    CHECK(hello.session->last_seq == 12);
    CHECK_FALSE(read_as<protocol::Hello>(R"({"t":"hello","v":1})").session);

    const auto message = read_as<Inbound>(R"({"t":"message","id":"m-1_A","text":"h\u00e9"})");
    CHECK(message.id == "m-1_A");
    CHECK(std::get<Text>(message.content).text == "h\xC3\xA9");

    const auto one = read_as<Inbound>(R"({"t":"choice","id":"c","prompt_seq":3,"value":"a"})");
    CHECK(std::get<Chosen>(one.content).prompt_seq == 3);
    CHECK(std::get<Chosen>(one.content).values == std::vector<std::string>{"a"});
    const auto many = read_as<Inbound>(R"({"t":"choice","id":"c","prompt_seq":3,"value":["a","b"]})");
    CHECK(std::get<Chosen>(many.content).values == std::vector<std::string>{"a", "b"});

    CHECK(read_as<protocol::TypingNotice>(R"({"t":"typing","on":true})").on);
    CHECK(read_as<protocol::Ack>(R"({"t":"ack","seq":0})").seq == 0);
    const auto history =
        read_as<protocol::HistoryRequest>(R"({"t":"history","id":"h","before_seq":9,"limit":2})");
    CHECK(history.before_seq == std::optional<std::uint64_t>(9));
    CHECK(history.limit == 2);
    CHECK(read_as<protocol::HistoryRequest>(R"({"t":"history","id":"h"})").limit == 50);
    CHECK(read_as<protocol::Erase>(R"({"t":"erase","id":"e","confirm":true})").id == "e");
    CHECK(read_as<protocol::End>(R"({"t":"end","id":"x"})").id == "x");
    CHECK(read_as<protocol::Ping>(R"({"t":"ping","n":-7})").n == -7);
}

TEST_CASE("a frame that does not fit is refused with the field's name", "[transports][read_frame]") {
    auto [frame, field] = GENERATE(table<std::string, std::string>({
        {R"({})", "t"},
        {R"({"t":7})", "t"},
        {R"({"t":"hello"})", "v"},
        {R"({"t":"hello","v":2})", "v"},
        {R"({"t":"hello","v":"1"})", "v"},
        {R"({"t":"hello","v":1,"locale":5})", "locale"},
        {R"({"t":"hello","v":1,"session":"x"})", "session"},
        {R"({"t":"hello","v":1,"session":{"id":"a b","last_seq":0}})", "session"},
        {R"({"t":"hello","v":1,"session":{"id":"a","resume_token":"t"}})", "session"},
        {R"({"t":"hello","v":1,"session":{"id":"a","last_seq":0}})", "session"},
        {R"({"t":"hello","v":1,"session":{"id":"a","resume_token":"t","last_seq":-1}})", "session"},
        {R"({"t":"message","text":"x"})", "id"},
        {R"({"t":"message","id":"","text":"x"})", "id"},
        {R"({"t":"message","id":"a b","text":"x"})", "id"},
        {R"({"t":"message","id":1,"text":"x"})", "id"},
        {R"({"t":"message","id":"m"})", "text"},
        {R"({"t":"message","id":"m","text":""})", "text"},
        {R"({"t":"message","id":"m","text":["x"]})", "text"},
        {R"({"t":"choice","id":"c","value":"a"})", "prompt_seq"},
        {R"({"t":"choice","id":"c","prompt_seq":0,"value":"a"})", "prompt_seq"},
        {R"({"t":"choice","id":"c","prompt_seq":1.5,"value":"a"})", "prompt_seq"},
        {R"({"t":"choice","id":"c","prompt_seq":1})", "value"},
        {R"({"t":"choice","id":"c","prompt_seq":1,"value":[1]})", "value"},
        {R"({"t":"choice","id":"c","prompt_seq":1,"value":{}})", "value"},
        {R"({"t":"typing","on":"yes"})", "on"},
        {R"({"t":"ack","seq":-1})", "seq"},
        {R"({"t":"history","id":"h","limit":51})", "limit"},
        {R"({"t":"history","id":"h","limit":0})", "limit"},
        {R"({"t":"history","id":"h","before_seq":0})", "before_seq"},
        {R"({"t":"erase","id":"e"})", "confirm"},
        {R"({"t":"erase","id":"e","confirm":false})", "confirm"},
        {R"({"t":"end"})", "id"},
        {R"({"t":"ping"})", "n"},
        {R"({"t":"ping","n":18446744073709551615})", "n"},
    }));
    CAPTURE(frame);
    const auto bad = refused(frame);
    CHECK(bad.refusal.code == Code::bad_field);
    CHECK(bad.refusal.text == "The field `" + field + "` is missing or not as it must be.");
}

TEST_CASE("what is not one JSON object is refused", "[transports][read_frame]") {
    auto text = GENERATE(as<std::string>{}, "", "hello", "[]", "7", "null", R"({"t":"ping","n":1)",
                         R"({"t":"ping","n":1}x)", R"({'t':'ping'})", R"({"t":"ping","n":01})",
                         "{\"t\":\"message\",\"id\":\"m\",\"text\":\"\xFF\"}",
                         R"({"t":"message","id":"m","text":"\ud800"})");
    CAPTURE(text);
    CHECK(refused(text).refusal.code == Code::bad_json);
}

TEST_CASE("eight levels of nesting are read, nine are not", "[transports][read_frame]") {
    CHECK(protocol::read_frame(nested(protocol::max_depth)).has_value());
    CHECK(refused(nested(protocol::max_depth + 1)).refusal.code == Code::bad_json);
    CHECK(refused(nested(8000)).refusal.code == Code::bad_json);
    CHECK(refused(std::string(16000, '[')).refusal.code == Code::bad_json);
}

TEST_CASE("a text has at most 4,000 code points and a frame 16 KiB", "[transports][read_frame]") {
    const auto message = [](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += "\xC3\xA9";
        return R"({"t":"message","id":"m","text":")" + text + "\"}";
    };
    CHECK(protocol::read_frame(message(4000)).has_value());
    CHECK(refused(message(4001)).refusal.code == Code::too_long);
    CHECK(refused(message(4001)).id == "m");
    const std::string frame = R"({"t":"ping","n":1})";
    CHECK(protocol::read_frame(frame + std::string(protocol::max_inbound_bytes - frame.size(), ' '))
              .has_value());
    CHECK(refused(frame + std::string(protocol::max_inbound_bytes, ' ')).refusal.code == Code::too_long);
}

TEST_CASE("an unknown type is told apart and keeps the frame's id", "[transports][read_frame]") {
    auto type = GENERATE(as<std::string>{}, "nonsense", "event", "read", "feedback", "transcript", "handoff",
                         "welcome", "");
    const auto bad = refused(R"({"t":")" + type + R"(","id":"k1"})");
    CHECK(bad.refusal.code == Code::unknown_type);
    CHECK(bad.id == "k1");
}

TEST_CASE("no refusal repeats what the visitor wrote", "[transports][read_frame]") {
    auto frame = GENERATE(
        as<std::string>{}, R"({"t":"secret"})", R"({"t":"message","id":"secret words","text":"x"})",
        R"({"t":"message","id":"m","text":{"secret":1}})", R"(secret)", R"({"t":"ping","n":"secret"})");
    const auto bad = refused(frame);
    CHECK(bad.refusal.text.find("secret") == std::string::npos);
    CHECK(bad.id.find("secret words") == std::string::npos);
    CHECK_FALSE(bad.refusal.close);
}
