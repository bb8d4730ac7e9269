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

LoggedEvent event(std::uint64_t seq, std::string text) {
    auto written = protocol::user_message({seq, 0}, "m1", text);
    return {seq, "message", std::make_shared<const std::string>(std::move(written))};
}

}  // namespace

TEST_CASE("the writers make the frames that the schemas show", "[transports][write_frame]") {
    using namespace std::chrono_literals;
    constexpr long long at = 1764000000000;
    CHECK(json::parse(protocol::accepted_frame({"m1", 3, at, false, {}})) ==
          examples_of("server-accepted")[0]);
    CHECK(json::parse(protocol::accepted_frame({"m1", 3, at, true, {}})) ==
          examples_of("server-accepted")[1]);
    CHECK(json::parse(protocol::typing_frame()) == examples_of("server-typing")[0]);
    CHECK(json::parse(protocol::pong_frame(1, at)) == examples_of("server-pong")[0]);
    CHECK(json::parse(protocol::ended({40, at}, "user")) == examples_of("server-ended")[0]);
    CHECK(json::parse(protocol::going_away_frame("drain", 800ms)) == examples_of("server-going_away")[0]);
    const Refusal limited{Code::rate_limited, "Too many messages.", 400ms, false};
    CHECK(json::parse(protocol::error_frame(limited, "m1")) == examples_of("server-error")[0]);
    CHECK(json::parse(protocol::error_frame(protocol::read_frame("{").error().refusal, "")) ==
          examples_of("server-error")[1]);

    const json messages = examples_of("server-message");
    CHECK(json::parse(protocol::user_message({3, at}, "m1", "What is anxious attachment?")) == messages[0]);
    attune::dialogs::Reply reply{"concepts.anxious.1", "It is a style of being close to others.", false, {}, true};
    CHECK(json::parse(protocol::bot_message({4, at}, reply, "en")) == messages[1]);
    reply = {"signs.ask",
             "Which of these do you know?",
             false,
             {{{"fear", "Fear of being left", true}, {"trust", "Trust is hard"}}, true}};
    CHECK(json::parse(protocol::bot_message({5, at}, reply, "en")) == messages[2]);
    reply.crisis = true;
    CHECK(json::parse(protocol::bot_message({5, at}, reply, "en")).at("severity") == "crisis");
}

TEST_CASE("welcome tells limits, crisis lines and whether there is a gap", "[transports][write_frame]") {
    Opened opened;
    opened.resume_token = "secret";
    opened.expires_at = 9;
    opened.seq = 2;
    const BotCard bot{
        "Guide",
        "I am an automated guide, not a person.",
        "en",
        "In an emergency",
        {{"Emergency services", "112", "", ""}, {"Crisis line", "116 123", "", "https://example.org/help"}}};
    const json welcome = json::parse(protocol::welcome_frame(opened, bot, true, 25000));
    const json example = examples_of("server-welcome")[0];
    CHECK(welcome.at("bot") == example.at("bot"));
    CHECK(welcome.at("limits") == example.at("limits"));
    CHECK(welcome.at("crisis") == example.at("crisis"));
    CHECK(welcome.at("session") == json{{"id", ""}, {"resume_token", "secret"}, {"expires_at", 9}});
    CHECK(welcome.at("gap") == true);
    CHECK(welcome.at("resumed") == false);
    CHECK(welcome.at("server").at("version").get<std::string>().size() >= 5);
    for (const auto& [name, value] : example.items()) CHECK(welcome.contains(name));
}

TEST_CASE("history keeps the newest events that fit in a frame", "[transports][write_frame]") {
    History history;
    CHECK(json::parse(protocol::history_frame("h2", history)) == examples_of("server-history")[1]);

    for (std::uint64_t seq = 1; seq <= 3; ++seq) history.events.push_back(event(seq, "hello"));
    auto frame = json::parse(protocol::history_frame("h", history));
    CHECK(frame.at("events").size() == 3);
    CHECK(frame.at("events")[0].at("seq") == 1);
    CHECK(frame.at("more") == false);

    history.events.clear();
    for (std::uint64_t seq = 1; seq <= 50; ++seq)
        history.events.push_back(event(seq, std::string(4000, 'x')));
    const std::string full = protocol::history_frame("h", history);
    CHECK(full.size() <= protocol::max_outbound_bytes);
    frame = json::parse(full);
    CHECK(frame.at("more") == true);
    CHECK(frame.at("events").size() >= 14);
    CHECK(frame.at("events").back().at("seq") == 50);
}

TEST_CASE("a frame is written even where a text is not UTF-8", "[transports][write_frame]") {
    CHECK(json::parse(protocol::user_message({1, 0}, "m", "a\xFF")).at("text") == "a\xEF\xBF\xBD");
}
