#include "transports/http/server.hpp"

#include <catch2/catch.hpp>
#include <future>
#include <optional>

#include "../support/client.hpp"
#include "../support/test_server.hpp"

using namespace attune::transports;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

http::ServerConfig with_origins() {
    http::ServerConfig config;
    config.allowed_origins = {"https://clinic.example"};
    return config;
}

}  // namespace

TEST_CASE("one connection takes one request after another", "[http][server]") {
    TestServer server;
    Client client(server.port());
    CHECK(has(client.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), "\r\n\r\nok\n"));
    CHECK(has(client.ask("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"), "200 OK"));
    server.service.is_ready = false;
    CHECK(has(client.ask("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"), "503 Service Unavailable"));
    CHECK(has(client.ask("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"), "404 Not Found"));
    CHECK(has(client.ask("POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
              "allow: GET, HEAD, OPTIONS"));
    CHECK(has(client.ask("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), "content-length: 3"));
    CHECK(has(client.ask("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              "connection: close"));
    CHECK(client.is_closed());
}

TEST_CASE("two requests in one packet get two answers", "[http][server]") {
    TestServer server;
    Client client(server.port());
    client.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(has(client.read_until("ok\n"), "200 OK"));
    CHECK(has(client.read_until("ready\n"), "200 OK"));
}

TEST_CASE("requests against the rules are refused and the connection closed", "[http][server]") {
    auto [request, status] = GENERATE(table<std::string, std::string>({
        {"GET / HTTP/1.1\r\n\r\n", "400"},
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"},
        {"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", "400"},
        {"GET nowhere HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
        {"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
         "400"},
        {"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", "400"},
        {"GARBAGE\r\n\r\n", "400"},
        {"GET / HTTP/1.2\r\nHost: x\r\n\r\n", "505"},
        {"GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20000, 'a') + "\r\n\r\n", "431"},
        {"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", "413"},
        {"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nContent-Length: 1\r\n\r\n", "417"},
    }));
    CAPTURE(request.substr(0, 100));
    TestServer server;
    Client client(server.port());
    std::string answer = client.ask(request);
    CHECK(answer.substr(0, 12) == "HTTP/1.1 " + status);
    CHECK(has(answer, "connection: close"));
}

TEST_CASE("a client that says nothing, or stops in the middle, is let go", "[http][server]") {
    http::ServerConfig config;
    config.limits.idle_time = std::chrono::milliseconds(50);
    config.limits.header_time = std::chrono::milliseconds(50);
    config.limits.body_time = std::chrono::milliseconds(50);
    std::string beginning =
        GENERATE("", "GET / HT", "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
    TestServer server(config);
    Client client(server.port());
    client.write(beginning);
    CHECK(client.is_closed());
}

TEST_CASE("a body is asked for where the client waits to be asked", "[http][server]") {
    TestServer server;
    Client client(server.port());
    client.write(
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: "
        "application/json\r\nContent-Length: 2\r\n\r\n");
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(has(client.ask("{}"), "201 Created"));
}

TEST_CASE("pages of other origins may use the interface only if they are on the list", "[http][server]") {
    TestServer server(with_origins());
    Client client(server.port());
    std::string allowed =
        client.ask("OPTIONS /v1/sessions HTTP/1.1\r\nHost: x\r\nOrigin: https://clinic.example\r\n\r\n");
    CHECK(has(allowed, "204 No Content"));
    CHECK(has(allowed, "access-control-allow-origin: https://clinic.example"));
    std::string refused =
        client.ask("OPTIONS /v1/sessions HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\n\r\n");
    CHECK(has(refused, "403 Forbidden"));
    CHECK_FALSE(has(refused, "access-control-allow-origin"));
}

TEST_CASE("a handler that fails or forgets to answer gives 500", "[http][server]") {
    http::Router routes;
    routes.add("GET", "/throws",
               [](const http::Call&, const http::Respond&) { throw std::runtime_error("x"); });
    routes.add("GET", "/forgets", [](const http::Call&, const http::Respond&) {});
    TestServer server({}, routes);
    Client client(server.port());
    CHECK(has(client.ask("GET /throws HTTP/1.1\r\nHost: x\r\n\r\n"), "500 Internal"));
    CHECK(has(client.ask("GET /forgets HTTP/1.1\r\nHost: x\r\n\r\n"), "500 Internal"));
}

TEST_CASE("a handler that takes too long gives 503", "[http][server]") {
    http::ServerConfig config;
    config.limits.handler_time = std::chrono::milliseconds(20);
    auto kept = std::make_shared<std::vector<http::Respond>>();
    http::Router routes;
    routes.add("GET", "/slow",
               [kept](const http::Call&, const http::Respond& respond) { kept->push_back(respond); });
    TestServer server(config, routes);
    Client client(server.port());
    CHECK(has(client.ask("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"), "503 Service Unavailable"));
}

TEST_CASE("one address gets only so many connections", "[http][server]") {
    http::ServerConfig config;
    config.limits.connections_per_peer = 1;
    TestServer server(config);
    Client first(server.port());
    REQUIRE(has(first.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), "200 OK"));
    Client second(server.port());
    CHECK(second.is_closed());
    CHECK(server.server->connections() == 1);
}

TEST_CASE("a port in use is an error that says so", "[http][server]") {
    TestServer server;
    boost::asio::io_context context;
    http::ServerConfig config;
    config.port = static_cast<unsigned short>(server.port());
    auto second = http::Server::listen(config, {}, server.service, {&context});
    REQUIRE_FALSE(second);
    CHECK(second.error().code == attune::Errc::unavailable);
    CHECK(has(second.error().message, "in use"));
    config.address = "not an address";
    CHECK(http::Server::listen(config, {}, server.service, {&context}).error().code ==
          attune::Errc::invalid_input);
}

TEST_CASE("a drain sends visitors away, lets go of idle connections and refuses new ones", "[http][server]") {
    TestServer server;
    Client idle(server.port());
    REQUIRE(has(idle.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), "200 OK"));
    std::optional<Client> visitor(server.port());
    REQUIRE(has(visitor->upgrade("/v1/ws"), "101"));
    visitor->send_text(R"({"t":"hello","v":1})");
    REQUIRE(has(visitor->read_text("welcome"), "c1"));
    std::promise<void> drained;
    http::DrainPlan plan;
    plan.reconnect_after = [] { return std::chrono::milliseconds(1234); };
    server.server->drain(plan, [&drained] { drained.set_value(); });
    CHECK(has(visitor->read_text("going_away"), "1234"));
    CHECK(visitor->read_close() == 1012);
    visitor->send_frame(8, "\x03\xf4");
    visitor.reset();
    CHECK(idle.is_closed());
    drained.get_future().wait();
    CHECK_THROWS(Client(server.port()));
}
