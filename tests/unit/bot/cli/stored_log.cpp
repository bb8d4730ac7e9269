#include "bot/cli/stored_log.hpp"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::bot;

namespace {

const char* const question =
    R"({"t":"message","seq":1,"at":5,"from":"bot","line":"q.1","text":"Who?","lang":"en",)"
    R"("choices":{"items":[{"value":"me","label":"Me"},{"value":"both","label":"Me, and you"},{"value":"you","label":"You"}]}})";

/// What the visitor did who sent this text after the question.
dialogs::Event event_of(const std::string& text) {
    const auto log = log_of_events(
        {{1, "message", question},
         {2, "message", R"({"t":"message","seq":2,"at":9,"from":"user","text":")" + text + "\"}"}});
    REQUIRE(log);
    REQUIRE(log->turns.size() == 2);
    return log->turns[1].event;
}

}  // namespace

TEST_CASE("stored labels become the tap they were, other words stay words", "[replay]") {
    using Values = std::vector<std::string>;
    REQUIRE(std::get<dialogs::Chose>(event_of("You")).values == Values{"you"});
    REQUIRE(std::get<dialogs::Chose>(event_of("Me, You")).values == Values{"me", "you"});
    REQUIRE(std::get<dialogs::Chose>(event_of("Me, and you")).values == Values{"both"});
    REQUIRE(std::get<dialogs::Chose>(event_of("–")).values.empty());
    REQUIRE(std::get<dialogs::Said>(event_of("Me, or not")).text == "Me, or not");
    REQUIRE(std::get<dialogs::Said>(event_of("hello")).text == "hello");
}

TEST_CASE("what the bot says belongs to the message of the same time, else it came by itself", "[replay]") {
    const auto log =
        log_of_events({{1, "message", question},
                       {2, "message", R"({"t":"message","at":9,"from":"user","text":"x"})"},
                       {3, "message", R"({"t":"message","at":9,"from":"bot","line":"a","text":"A"})"},
                       {4, "message", R"({"t":"message","at":60,"from":"bot","line":"b","text":"B"})"},
                       {5, "ended", R"({"t":"ended","at":60,"reason":"user"})"}});
    REQUIRE(log);
    REQUIRE(log->turns.size() == 3);
    REQUIRE(std::holds_alternative<dialogs::Opened>(log->turns[0].event));
    REQUIRE(log->turns[1].said[0].line == "a");
    REQUIRE(std::holds_alternative<dialogs::Waited>(log->turns[2].event));
}

TEST_CASE("an event that is not ours is refused without a word of it", "[replay]") {
    const auto log = log_of_events({{7, "message", "{\"secret\":1}"}});
    REQUIRE_FALSE(log);
    REQUIRE(log.error().message.find("secret") == std::string::npos);
}
