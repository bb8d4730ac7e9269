#include "transports/websocket/admission.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports;

TEST_CASE("the subprotocol decides before the upgrade", "[websocket][admission]") {
    auto [offered, status, echoed] = GENERATE(table<std::string, int, std::string>({
        {"attune.v1", 101, "attune.v1"},
        {"attune.v2, attune.v1 , x", 101, "attune.v1"},
        {"attune.v1, attune.token.c2VjcmV0", 101, "attune.v1"},
        {"attune.v2", 400, ""},
        {"attune.v11", 400, ""},
        {"", 400, ""},
    }));
    CAPTURE(offered);
    http::Request request;
    request.path = "/v1/ws";
    request.headers["sec-websocket-protocol"] = offered;
    auto admission = websocket::admit(request, {});
    CHECK(admission.status == status);
    CHECK(admission.subprotocol == echoed);
    CHECK(admission.token_known);
}

TEST_CASE("a page of a foreign origin is refused before the upgrade", "[websocket][admission]") {
    http::Request request;
    request.path = "/v1/ws";
    request.headers["sec-websocket-protocol"] = "attune.v1";
    request.headers["origin"] = "https://evil.example";
    CHECK(websocket::admit(request, {}).status == 403);
}

TEST_CASE("access tokens come base64url-encoded beside the subprotocol", "[websocket][admission]") {
    http::ServerConfig config;
    config.access_tokens = {"secret"};
    auto [offered, known] = GENERATE(table<std::string, bool>({
        {"attune.v1, attune.token.c2VjcmV0", true},
        {"attune.v1, attune.token.c2VjcmV1", false},
        {"attune.v1, attune.token.!", false},
        {"attune.v1", false},
    }));
    CAPTURE(offered);
    http::Request request;
    request.path = "/v1/ws";
    request.headers["sec-websocket-protocol"] = offered;
    CHECK(websocket::admit(request, config).token_known == known);
}

TEST_CASE("the echo path is there only when it was asked for", "[websocket][admission]") {
    http::ServerConfig config;
    CHECK_FALSE(websocket::is_path("/v1/echo", config));
    config.echo = true;
    CHECK(websocket::is_path("/v1/echo", config));
    http::Request request;
    request.path = "/v1/echo";
    CHECK(websocket::admit(request, config).echo);
}
