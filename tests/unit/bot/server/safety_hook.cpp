#include "bot/server/safety_hook.hpp"

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>
#include <vector>

using namespace attune::bot;

namespace {

const SafetyEvent event{"c1", "sui_active", attune::nlu::SafetyLevel::high, 1764000000000, "web"};

/// A receiver that answers with these statuses in turn, the last one for ever.
struct Receiver {
    std::vector<int> statuses;
    std::vector<SafetyHook::Request> got;

    SafetyHook::Post post() {
        return [this](SafetyHook::Request request, std::function<void(int)> done) {
            const std::size_t at = std::min(got.size(), statuses.size() - 1);
            got.push_back(std::move(request));
            done(statuses[at]);
        };
    }
};

std::vector<std::string> delivered(Receiver& receiver, int events, std::size_t most_waiting = 256) {
    boost::asio::io_context context;
    std::vector<std::string> log;
    SafetyHook::Settings settings{"http://127.0.0.1:1/", "key", 3, std::chrono::milliseconds(1),
                                  most_waiting};
    const auto hook = std::make_shared<SafetyHook>(context, settings, receiver.post(),
                                                   [&](const LogLine& line) { log.push_back(line.text()); });
    for (int i = 0; i < events; ++i) hook->take(event);
    context.run();
    return log;
}

}  // namespace

TEST_CASE("an event tells class, level, time and channel, and nothing that was written", "[server][safety]") {
    REQUIRE(
        write_safety_event(event) ==
        R"({"at":1764000000000,"channel":"web","class":"sui_active","conversation":"c1","level":"high","type":"safety"})");
    REQUIRE(safety_log_line(event).text() == "event=safety class=sui_active level=3 at=1764000000000");
    SafetyEvent other = event;
    other.safety_class = "i typed this";
    REQUIRE(safety_log_line(other).text() == "event=safety class=other level=3 at=1764000000000");
}

// The expected value: printf '5.{}' | openssl dgst -sha256 -hmac key
TEST_CASE("the signature covers time and body", "[server][safety]") {
    const std::string signature = sign_safety_event("{}", 5, "key");
    REQUIRE(signature.size() == 7 + 64);
    REQUIRE(signature.starts_with("sha256="));
    REQUIRE(signature != sign_safety_event("{}", 6, "key"));
    REQUIRE(signature != sign_safety_event("{}", 5, "other"));
    REQUIRE(signature == "sha256=9be615aec64f0d044b5ad6854ab1d893ec88617fb728d2149dcd3a3428e8c45d");
}

TEST_CASE("what is not delivered is tried again, then dropped and logged", "[server][safety]") {
    Receiver late{{0, 500, 204}, {}};
    REQUIRE(delivered(late, 1).empty());
    REQUIRE(late.got.size() == 3);
    REQUIRE(late.got[0].signature == sign_safety_event(late.got[0].body, event.at, "key"));

    Receiver gone{{503}, {}};
    REQUIRE(delivered(gone, 2) == std::vector<std::string>(2, "event=safety_hook_failed status=503 tries=3"));
    REQUIRE(gone.got.size() == 6);
}

TEST_CASE("the queue has an end", "[server][safety]") {
    Receiver slow{{0, 200}, {}};
    const auto log = delivered(slow, 4, 2);
    REQUIRE(log == std::vector<std::string>(2, "event=safety_hook_full waiting=2"));
    REQUIRE(slow.got.size() == 3);
}
