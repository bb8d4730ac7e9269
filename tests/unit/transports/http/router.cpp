#include "transports/http/router.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports::http;

namespace {

Router example() {
    auto nothing = [](const Call&, const Respond&) {};
    Router router;
    router.add("GET", "/healthz", nothing);
    router.add("POST", "/v1/sessions", nothing);
    router.add("DELETE", "/v1/sessions/{id}", nothing);
    router.add("GET", "/v1/sessions/{id}/events", nothing);
    return router;
}

}  // namespace

TEST_CASE("the router finds what method and path lead to", "[http][router]") {
    auto [method, path, status, allow] = GENERATE(table<std::string, std::string, int, std::string>({
        {"GET", "/healthz", 200, ""},
        {"HEAD", "/healthz", 200, ""},
        {"POST", "/healthz", 405, "GET, HEAD, OPTIONS"},
        {"get", "/healthz", 405, "GET, HEAD, OPTIONS"},
        {"OPTIONS", "/v1/sessions", 204, "POST, OPTIONS"},
        {"GET", "/v1/sessions", 405, "POST, OPTIONS"},
        {"DELETE", "/v1/sessions/abc", 200, ""},
        {"DELETE", "/v1/sessions/", 404, ""},
        {"DELETE", "/v1/sessions/a/b", 404, ""},
        {"GET", "/", 404, ""},
        {"GET", "", 404, ""},
        {"OPTIONS", "*", 204, "GET, HEAD, POST, DELETE, OPTIONS"},
    }));
    CAPTURE(method, path);
    Router router = example();
    Match match = router.find(method, path);
    CHECK(match.status == status);
    CHECK(match.allow == allow);
    CHECK((match.handler != nullptr) == (status == 200));
}

TEST_CASE("the router hands over what stands in a pattern's place", "[http][router]") {
    Router router = example();
    CHECK(router.find("GET", "/v1/sessions/c1/events").params.at("id") == "c1");
}

TEST_CASE("the fallback takes only GET and HEAD of unknown paths", "[http][router]") {
    Router router = example();
    router.add_fallback([](const Call&, const Respond&) {});
    CHECK(router.find("GET", "/anything/else").status == 200);
    CHECK(router.find("POST", "/anything/else").status == 405);
    CHECK(router.find("POST", "/anything/else").allow == "GET, HEAD, OPTIONS");
}
