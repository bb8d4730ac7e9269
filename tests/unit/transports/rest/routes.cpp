#include "transports/rest/routes.hpp"

#include <boost/asio/post.hpp>
#include <catch2/catch.hpp>

#include "../support/client.hpp"
#include "../support/test_server.hpp"

using namespace attune::transports;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string request(const std::string& line, const std::string& fields = "", const std::string& body = "") {
    return line +
           " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-c1\r\nContent-Type: application/json\r\n" +
           fields + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string start(Client& client) {
    return client.ask(request("POST /v1/sessions"));
}

std::string send(Client& client, const std::string& key) {
    return client.ask(
        request("POST /v1/sessions/c1/messages", "Idempotency-Key: " + key + "\r\n", R"({"text":"hi"})"));
}

}  // namespace

TEST_CASE("a session starts with its token, the bot's card and the greeting", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    std::string answer = start(client);
    CHECK(has(answer, "201 Created"));
    CHECK(has(answer, R"("session":{"id":"c1","token":"token-c1")"));
    CHECK(has(answer, R"("name":"Test bot")"));
    CHECK(has(answer, R"("events":[{"t":"message","seq":1)"));
    CHECK(has(answer, "cache-control: no-store"));
}

TEST_CASE("a message is answered with its events, a repeated one without", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    start(client);
    std::string first = send(client, "m1");
    CHECK(has(first, "200 OK"));
    CHECK(has(first, R"("dup":false)"));
    CHECK(has(first, "I see"));
    std::string second = send(client, "m1");
    CHECK(has(second, R"("dup":true)"));
    CHECK_FALSE(has(second, "I see"));
}

TEST_CASE("requests that are refused get the status that says why", "[rest][routes]") {
    auto [line, fields, body, status] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"POST /v1/sessions/c9/messages", "Idempotency-Key: k\r\n", R"({"text":"hi"})", "404"},
        {"POST /v1/sessions/c1/messages", "", R"({"text":"hi"})", "422"},
        {"POST /v1/sessions/c1/messages", "Idempotency-Key: k\r\n", "{", "400"},
        {"POST /v1/sessions/c1/messages", "Idempotency-Key: refuse\r\n", R"({"text":"hi"})", "429"},
        {"DELETE /v1/sessions/c1", "Idempotency-Key: a b\r\n", "", "422"},
        {"POST /v1/sessions/c1/end", "Idempotency-Key: a b\r\n", "", "422"},
        {"GET /v1/sessions/c1/events?after=x", "", "", "422"},
        {"GET /v1/sessions/c1", "", "", "405"},
        {"GET /v1/nothing", "", "", "404"},
    }));
    CAPTURE(line, fields);
    TestServer server;
    Client client(server.port());
    start(client);
    std::string answer = client.ask(request(line, fields, body));
    CHECK(answer.substr(9, 3) == status);
    CHECK(has(answer, R"({"error":{"code":)"));
}

TEST_CASE("no token, a wrong token and a foreign content type are refused", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    start(client);
    CHECK(has(client.ask("GET /v1/sessions/c1/events HTTP/1.1\r\nHost: x\r\n\r\n"), "401"));
    std::string wrong =
        client.ask("GET /v1/sessions/c1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer no\r\n\r\n");
    CHECK(has(wrong, "401"));
    CHECK(has(wrong, "www-authenticate: Bearer"));
    CHECK(has(client.ask("POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: "
                         "text/plain\r\nContent-Length: 2\r\n\r\n{}"),
              "415"));
}

TEST_CASE("a server with access tokens starts nothing without one", "[rest][routes]") {
    http::ServerConfig config;
    config.access_tokens = {"key"};
    TestServer server(config);
    Client client(server.port());
    CHECK(has(start(client), "401"));
    CHECK(has(client.ask("POST /v1/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                         "key\r\nContent-Length: 0\r\n\r\n"),
              "201"));
}

TEST_CASE("events are polled, at once or when they come", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    start(client);
    CHECK(has(client.ask(request("GET /v1/sessions/c1/events?after=0&wait=20")), R"({"seq":1,"events":[{)"));
    CHECK(has(client.ask(request("GET /v1/sessions/c1/events?after=1")), R"({"seq":1,"events":[]})"));

    Client other(server.port());
    client.write(request("GET /v1/sessions/c1/events?after=1&wait=20"));
    send(other, "m1");
    std::string polled = client.read_until("]}");
    CHECK(has(polled, R"("seq":2)"));
}

TEST_CASE("events are streamed, with what was missed first", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    start(client);
    send(client, "m1");
    Client stream(server.port());
    stream.write(request("GET /v1/sessions/c1/events", "Accept: text/event-stream\r\nLast-Event-ID: 2\r\n"));
    std::string head = stream.read_until("\r\n\r\n");
    CHECK(has(head, "content-type: text/event-stream"));
    CHECK(has(head, "x-accel-buffering: no"));
    CHECK(has(head, "transfer-encoding: chunked"));
    CHECK(has(stream.read_until("\n\n"), "retry: 2000"));
    CHECK(has(stream.read_until("\n\n"), "id: 3\nevent: message\ndata: {"));
    send(client, "m2");
    CHECK(has(stream.read_until("id: 5\n"), "event: typing"));
    client.ask(request("POST /v1/sessions/c1/end"));
    CHECK(has(stream.read_until("0\r\n\r\n"), "\r\n0\r\n\r\n"));
}

TEST_CASE("a session is ended and erased", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    start(client);
    CHECK(has(client.ask(request("POST /v1/sessions/c1/end")), R"("accepted":{"id":"end")"));
    CHECK(has(client.ask(request("DELETE /v1/sessions/c1")), "204 No Content"));
}

TEST_CASE("the interface's description is served", "[rest][routes]") {
    TestServer server;
    Client client(server.port());
    CHECK(has(client.ask("GET /v1/openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n"), "openapi: 3.1.0"));
}
