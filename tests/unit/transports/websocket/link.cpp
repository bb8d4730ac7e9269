#include "transports/websocket/link.hpp"

#include <boost/asio/post.hpp>
#include <catch2/catch.hpp>

#include "../support/client.hpp"
#include "../support/test_server.hpp"

using namespace attune::transports;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

void open(Client& client) {
    REQUIRE(has(client.upgrade("/v1/ws"), "101 Switching Protocols"));
    client.send_text(R"({"t":"hello","v":1})");
    REQUIRE(has(client.read_text("welcome"), "c1"));
}

http::ServerConfig with_echo() {
    http::ServerConfig config;
    config.echo = true;
    return config;
}

}  // namespace

TEST_CASE("the upgrade echoes our subprotocol and nothing else", "[websocket][link]") {
    TestServer server;
    Client client(server.port());
    std::string head =
        client.upgrade("/v1/ws", "Sec-WebSocket-Protocol: attune.v1, attune.token.c2VjcmV0\r\n");
    CHECK(has(head, "101 Switching Protocols"));
    CHECK(has(head, "Sec-WebSocket-Protocol: attune.v1\r\n"));
    CHECK(has(head, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
}

TEST_CASE("refused upgrades get a status", "[websocket][link]") {
    auto [fields, status] = GENERATE(table<std::string, std::string>({
        {"", "400"},
        {"Sec-WebSocket-Protocol: attune.v1\r\nOrigin: https://evil.example\r\n", "403"},
    }));
    TestServer server;
    Client client(server.port());
    CHECK(has(client.upgrade("/v1/ws", fields), "HTTP/1.1 " + status));
}

TEST_CASE("a plain request to the WebSocket's path is told to upgrade", "[websocket][link]") {
    TestServer server;
    Client client(server.port());
    CHECK(has(client.ask("GET /v1/ws HTTP/1.1\r\nHost: x\r\n\r\n"), "426 Upgrade Required"));
}

TEST_CASE("a visitor talks over the loopback", "[websocket][link]") {
    TestServer server;
    Client client(server.port());
    open(client);
    client.send_text(R"({"t":"message","id":"m1","text":"hi"})");
    CHECK(has(client.read_text("I see"), R"("seq":3)"));
    CHECK(has(client.read_text("accepted"), R"("id":"m1")"));
    client.send_text(R"({"t":"end","id":"e"})");
    CHECK(client.read_close() == 1000);
}

TEST_CASE("two connections of one conversation get the same events", "[websocket][link]") {
    TestServer server;
    Client first(server.port());
    open(first);
    Client second(server.port());
    REQUIRE(has(second.upgrade("/v1/ws"), "101"));
    second.send_text(R"({"t":"hello","v":1,"session":{"id":"c1","resume_token":"token-c1","last_seq":1}})");
    REQUIRE(has(second.read_text("welcome"), R"("resumed":true)"));
    second.send_text(R"({"t":"message","id":"m1","text":"hi"})");
    std::string event = first.read_text("I see");
    CHECK(has(event, R"("seq":3)"));
    CHECK(second.read_text("I see") == event);
}

TEST_CASE("frames against the rules close with RFC 6455's codes", "[websocket][link]") {
    auto [opcode, payload, code] = GENERATE(table<int, std::string, int>({
        {1, std::string(17000, 'x'), 1009},
        {2, "x", 1003},
        {1, "\xff", 1007},
        {3, "", 1002},
    }));
    CAPTURE(opcode, payload.size());
    TestServer server;
    Client client(server.port());
    open(client);
    client.send_frame(opcode, payload);
    CHECK(client.read_close() == code);
}

TEST_CASE("who reads nothing is cut off and can resume", "[websocket][link]") {
    http::ServerConfig config;
    config.limits.close_time = std::chrono::milliseconds(20);
    TestServer server(config);
    Client client(server.port());
    open(client);
    auto conversation = server.service.newest();
    std::string big = R"("text":")" + std::string(60000, 'x') + "\"";
    // More than the socket's buffers and the queue can hold together.
    boost::asio::post(conversation->home(), [conversation, big] {
        for (int i = 0; i < 400; ++i) conversation->say(big);
    });
    while (server.server->connections() > 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(client.read_text("no such frame").empty());
}

TEST_CASE("the echo path sends back text and binary as they were", "[websocket][link]") {
    TestServer server(with_echo());
    Client client(server.port());
    REQUIRE(has(client.upgrade("/v1/echo", ""), "101"));
    client.send_frame(1, "h\xc3\xa9llo");
    auto text = client.read_frame();
    CHECK(text.opcode == 1);
    CHECK(text.payload == "h\xc3\xa9llo");
    client.send_frame(2, std::string(60000, '\0'));
    auto binary = client.read_frame();
    CHECK(binary.opcode == 2);
    CHECK(binary.payload == std::string(60000, '\0'));
}
