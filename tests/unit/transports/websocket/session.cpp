#include "transports/websocket/session.hpp"

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "../support/fake_service.hpp"

using namespace attune::transports;

namespace {

/// Writes down what a session does with its socket.
class FakeWire final : public websocket::Wire {
public:
    void send(websocket::Frame frame, bool) override { frames.push_back(*frame); }
    void send_unless_busy(websocket::Frame frame) override { frames.push_back(*frame); }
    void close(int code, std::string_view) override { close_code = code; }
    void resume() override { ++resumed; }

    bool sent(std::string_view part) const { return count(part) > 0; }
    long count(std::string_view part) const {
        return std::count_if(frames.begin(), frames.end(), [part](const std::string& frame) {
            return frame.find(part) != std::string::npos;
        });
    }

    std::vector<std::string> frames;
    int close_code = 0;
    int resumed = 0;
};

/// A session on one thread: `settle` runs all that is ready to run.
struct Stage {
    explicit Stage(bool token_known = true, http::ServerConfig config = {})
        : core(std::make_shared<http::Core>(std::move(config), service)),
          session(
              std::make_shared<websocket::Session>(core, context.get_executor(), "127.0.0.1", token_known)) {
        session->opened(wire);
    }
    ~Stage() {
        session->closed();
        settle();
    }
    void settle() {
        context.restart();
        context.poll();
    }
    void receive(std::string_view json) {
        session->received(json, false);
        settle();
    }
    void hello() { receive(R"({"t":"hello","v":1})"); }

    boost::asio::io_context context;
    FakeService service;
    std::shared_ptr<FakeWire> wire = std::make_shared<FakeWire>();
    std::shared_ptr<http::Core> core;
    std::shared_ptr<websocket::Session> session;
};

std::string message(const std::string& id) {
    return R"({"t":"message","id":")" + id + R"(","text":"hi"})";
}

}  // namespace

TEST_CASE("hello opens a conversation and brings its first events", "[websocket][session]") {
    Stage stage;
    stage.hello();
    REQUIRE(stage.wire->frames.size() == 2);
    CHECK(stage.wire->frames[0].find(R"("t":"welcome")") != std::string::npos);
    CHECK(stage.wire->frames[0].find(R"("heartbeat_ms":25000)") != std::string::npos);
    CHECK(stage.wire->frames[1].find("hello") != std::string::npos);
}

TEST_CASE("a message brings its events and then its acceptance", "[websocket][session]") {
    Stage stage;
    stage.hello();
    stage.receive(message("m1"));
    REQUIRE(stage.wire->frames.size() == 6);
    CHECK(stage.wire->frames[2].find(R"("t":"typing")") != std::string::npos);
    CHECK(stage.wire->frames[4].find("I see") != std::string::npos);
    CHECK(stage.wire->frames[5].find(R"("t":"accepted")") != std::string::npos);
    stage.receive(message("m1"));
    CHECK(stage.wire->frames.size() == 7);
    CHECK(stage.wire->frames[6].find(R"("dup":true)") != std::string::npos);
}

TEST_CASE("resuming replays what was missed", "[websocket][session]") {
    Stage stage;
    stage.hello();
    stage.receive(message("m1"));
    auto wire = std::make_shared<FakeWire>();
    auto second = std::make_shared<websocket::Session>(stage.core, stage.context.get_executor(), "", true);
    second->opened(wire);
    second->received(R"({"t":"hello","v":1,"session":{"id":"c1","resume_token":"token-c1","last_seq":2}})",
                     false);
    stage.settle();
    REQUIRE(wire->frames.size() == 2);
    CHECK(wire->frames[0].find(R"("resumed":true)") != std::string::npos);
    CHECK(wire->frames[1].find(R"("seq":3)") != std::string::npos);
    second->closed();
}

TEST_CASE("what cannot be opened closes with the code that tells why", "[websocket][session]") {
    auto [id, token, code] = GENERATE(table<std::string, std::string, int>({
        {"c9", "token-c9", 4404},
        {"c1", "wrong-token", 4401},
    }));
    Stage stage;
    stage.hello();
    auto wire = std::make_shared<FakeWire>();
    auto second = std::make_shared<websocket::Session>(stage.core, stage.context.get_executor(), "", true);
    second->opened(wire);
    second->received(R"({"t":"hello","v":1,"session":{"id":")" + id + R"(","resume_token":")" + token +
                         R"(","last_seq":0}})",
                     false);
    stage.settle();
    CHECK(wire->sent(R"("t":"error")"));
    CHECK(wire->close_code == code);
    second->closed();
}

TEST_CASE("a full server closes with 1013", "[websocket][session]") {
    Stage stage;
    stage.service.is_full = true;
    stage.hello();
    CHECK(stage.wire->sent("unavailable"));
    CHECK(stage.wire->close_code == 1013);
}

TEST_CASE("an unknown access token closes with 4401 at once", "[websocket][session]") {
    Stage stage(false);
    CHECK(stage.wire->close_code == 4401);
}

TEST_CASE("without hello the session ends", "[websocket][session]") {
    http::ServerConfig config;
    config.limits.hello_time = std::chrono::milliseconds(1);
    Stage stage(true, config);
    stage.context.restart();
    stage.context.run_for(std::chrono::seconds(5));
    CHECK(stage.wire->close_code == 4408);
}

TEST_CASE("frames before hello, and a second hello, are refused", "[websocket][session]") {
    Stage stage;
    stage.receive(message("m1"));
    CHECK(stage.wire->count("not_ready") == 1);
    stage.hello();
    stage.hello();
    CHECK(stage.wire->count("not_ready") == 2);
    CHECK(stage.wire->close_code == 0);
}

TEST_CASE("bad frames are answered, and too many in a row close with 4400", "[websocket][session]") {
    Stage stage;
    stage.hello();
    for (int i = 0; i < 9; ++i) stage.receive("{");
    stage.receive(message("m1"));
    CHECK(stage.wire->close_code == 0);
    for (int i = 0; i < 10; ++i) stage.receive(R"({"t":"nonsense"})");
    CHECK(stage.wire->count("bad_json") == 9);
    CHECK(stage.wire->count("unknown_type") == 10);
    CHECK(stage.wire->close_code == 4400);
}

TEST_CASE("binary frames close with 1003", "[websocket][session]") {
    Stage stage;
    stage.session->received("x", true);
    CHECK(stage.wire->close_code == 1003);
}

TEST_CASE("reading pauses while eight messages are unanswered", "[websocket][session]") {
    Stage stage;
    stage.hello();
    CHECK_FALSE(stage.session->is_busy());
    stage.service.newest()->hold();
    for (int i = 0; i < 7; ++i) stage.receive(message("m" + std::to_string(i)));
    CHECK_FALSE(stage.session->is_busy());
    stage.receive(message("m7"));
    CHECK(stage.session->is_busy());
    int before = stage.wire->resumed;
    stage.service.newest()->release();
    stage.settle();
    CHECK_FALSE(stage.session->is_busy());
    CHECK(stage.wire->resumed > before);
    CHECK(stage.wire->count(R"("t":"accepted")") == 8);
}

TEST_CASE("a refusal that ends the connection closes with 4429", "[websocket][session]") {
    Stage stage;
    stage.hello();
    stage.receive(message("refuse"));
    CHECK(stage.wire->sent(R"("retry_after_ms":1500)"));
    CHECK(stage.wire->close_code == 4429);
}

TEST_CASE("history, ping, typing and ack are served", "[websocket][session]") {
    Stage stage;
    stage.hello();
    stage.receive(R"({"t":"history","id":"h1","limit":10})");
    CHECK(stage.wire->sent(R"("t":"history")"));
    stage.receive(R"({"t":"ping","n":7})");
    CHECK(stage.wire->sent(R"("t":"pong","n":7)"));
    auto frames = stage.wire->frames.size();
    stage.receive(R"({"t":"typing","on":true})");
    stage.receive(R"({"t":"ack","seq":1})");
    CHECK(stage.wire->frames.size() == frames);
}

TEST_CASE("who ends or erases is told so before the close", "[websocket][session]") {
    auto [frame, code] = GENERATE(table<std::string, int>({
        {R"({"t":"end","id":"e1"})", 1000},
        {R"({"t":"erase","id":"e1","confirm":true})", 4410},
    }));
    Stage stage;
    stage.hello();
    stage.receive(frame);
    CHECK(stage.wire->frames.back().find(R"("t":"accepted","id":"e1")") != std::string::npos);
    CHECK(stage.wire->close_code == code);
}

TEST_CASE("a drain waits for what is unanswered", "[websocket][session]") {
    Stage stage;
    stage.hello();
    stage.service.newest()->hold();
    stage.receive(message("m1"));
    stage.session->go_away(std::chrono::milliseconds(2500));
    CHECK(stage.wire->sent(R"("reconnect_after_ms":2500)"));
    CHECK(stage.session->is_busy());
    CHECK(stage.wire->close_code == 0);
    stage.service.newest()->release();
    stage.settle();
    CHECK(stage.wire->sent(R"("t":"accepted")"));
    CHECK(stage.wire->close_code == 1012);
}

TEST_CASE("a closed connection leaves the conversation", "[websocket][session]") {
    Stage stage;
    stage.hello();
    auto conversation = stage.service.newest();
    CHECK(conversation->subscribers() == 1);
    stage.session->closed();
    stage.settle();
    CHECK(conversation->subscribers() == 0);
}
