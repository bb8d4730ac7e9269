#include <catch2/catch.hpp>
#include <ctime>

#include "transports/http/access.hpp"
#include "transports/http/forwarded.hpp"
#include "transports/http/origin.hpp"
#include "transports/http/pages.hpp"
#include "transports/http/peers.hpp"
#include "transports/http/stream.hpp"
#include "transports/http/write_head.hpp"

using namespace attune::transports::http;

TEST_CASE("query values are found and decoded", "[http][message]") {
    Request request;
    request.query = "after=7&x&name=a%20b&bad=%2";
    CHECK(query_value(request, "after") == "7");
    CHECK(query_value(request, "x") == "");
    CHECK(query_value(request, "name") == "a b");
    CHECK_FALSE(query_value(request, "bad"));
    CHECK_FALSE(query_value(request, "aft"));
}

TEST_CASE("origins are allowed by list, by host, and where there is none", "[http][origin]") {
    auto [origin, host, allowed] = GENERATE(table<std::string, std::string, bool>({
        {"https://clinic.example", "chat.example", true},
        {"https://CLINIC.example", "chat.example", true},
        {"http://clinic.example", "chat.example", false},
        {"https://clinic.example.evil", "chat.example", false},
        {"https://chat.example", "chat.example", true},
        {"https://chat.example:444", "chat.example", false},
        {"null", "chat.example", false},
        {"", "chat.example", false},
    }));
    CAPTURE(origin, host);
    Request request;
    request.headers["origin"] = origin;
    request.headers["host"] = host;
    CHECK(is_origin_allowed(request, {"https://clinic.example"}) == allowed);
    request.headers.erase("origin");
    CHECK(is_origin_allowed(request, {}));
}

TEST_CASE("access tokens are compared whole", "[http][access]") {
    CHECK(is_known_token("secret", {"other", "secret"}));
    CHECK_FALSE(is_known_token("secre", {"secret"}));
    CHECK_FALSE(is_known_token("", {""}));
    CHECK(bearer_token("Bearer abc") == "abc");
    CHECK(bearer_token("bearer abc") == "abc");
    CHECK(bearer_token("Basic abc").empty());
    CHECK(bearer_token("Bearer").empty());
}

TEST_CASE("base64url is undone", "[http][access]") {
    auto [text, bytes] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"Zg", "f"},
        {"Zm8", "fo"},
        {"Zm9v", "foo"},
        {"Zm9vYmFy", "foobar"},
        {"-_8", "\xfb\xff"},
    }));
    CHECK(base64url_decode(text) == bytes);
    CHECK_FALSE(base64url_decode("Zm9vA"));
    CHECK_FALSE(base64url_decode("Zg=="));
    CHECK_FALSE(base64url_decode("+/8"));
}

TEST_CASE("a forwarded address is believed from trusted proxies only", "[http][forwarded]") {
    auto [peer, forwarded, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"10.0.0.9", "1.2.3.4", "10.0.0.9"},
        {"10.0.0.1", "1.2.3.4", "1.2.3.4"},
        {"10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"},
        {"10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"},
        {"10.0.0.1", "", "10.0.0.1"},
        {"10.0.0.1", " , ", "10.0.0.1"},
    }));
    CAPTURE(peer, forwarded);
    CHECK(visitor_address(peer, forwarded, {"10.0.0.1", "10.0.0.2"}) == expected);
}

TEST_CASE("places are counted for each address and in all", "[http][peers]") {
    auto peers = std::make_shared<Peers>(4, 2, std::vector<std::string>{"proxy"});
    auto a1 = peers->enter("a");
    auto a2 = peers->enter("a");
    REQUIRE(a1);
    REQUIRE(a2);
    CHECK_FALSE(peers->enter("a"));
    a1.reset();
    auto again = peers->enter("a");
    CHECK(again);
    auto p1 = peers->enter("proxy");
    auto p2 = peers->enter("proxy");
    CHECK(p2);
    CHECK_FALSE(peers->enter("proxy"));
    CHECK(peers->count() == 4);
}

TEST_CASE("an answer's head says all that is needed and no more lines than meant", "[http][write_head]") {
    Response response = text_response(404, "no");
    response.headers["allow"] = "GET\r\nInjected: yes";
    Delivery delivery;
    delivery.keep_alive = false;
    delivery.now = std::chrono::system_clock::from_time_t(784111777);
    CHECK(write_head(response, delivery) ==
          "HTTP/1.1 404 Not Found\r\n"
          "allow: GETInjected: yes\r\n"
          "content-type: text/plain; charset=utf-8\r\n"
          "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
          "x-content-type-options: nosniff\r\n"
          "cache-control: no-store\r\n"
          "connection: close\r\n"
          "content-length: 2\r\n\r\n");
    CHECK(chunk_size_line(31) == "1f\r\n");
}

TEST_CASE("a page has a type, a tag and a policy", "[http][pages]") {
    const Pages pages{{{"index.html", "<p>"}, {"attune-chat.js", "1"}}, {}};
    Request request;
    request.path = "/";
    Response first = page(request, pages, "default-src 'none'");
    CHECK(first.status == 200);
    CHECK(first.headers["content-type"] == "text/html; charset=utf-8");
    CHECK(first.headers["content-security-policy"] == "default-src 'none'");
    CHECK(first.headers["cache-control"] == "no-cache");
    CHECK_FALSE(first.headers.contains("access-control-allow-origin"));

    request.headers["if-none-match"] = first.headers["etag"];
    CHECK(page(request, pages, "").status == 304);

    request.path = "/attune-chat.js";
    Response script = page(request, pages, "");
    CHECK(script.status == 200);
    CHECK(script.headers["access-control-allow-origin"] == "*");
    CHECK(script.headers["etag"] != first.headers["etag"]);

    request.path = "/index";
    request.headers.clear();
    CHECK(page(request, pages, "").body == "<p>");

    request.path = "/../etc/passwd";
    CHECK(page(request, pages, "").status == 404);
}

TEST_CASE("a page goes out compressed to whoever takes that", "[http][pages]") {
    const Pages pages{{{"attune-chat.js", "long"}, {"harbor.svg", "<svg>"}}, {{"attune-chat.js.gz", "s"}}};
    Request request;
    request.path = "/attune-chat.js";
    auto got = [&](const char* codings) {
        request.headers["accept-encoding"] = codings;
        return page(request, pages, "");
    };
    for (const char* codings : {"gzip", "br, gzip", "deflate,gzip;q=0.5", "gzip; q=1"}) {
        Response response = got(codings);
        CHECK(response.body == "s");
        CHECK(response.headers["content-encoding"] == "gzip");
        CHECK(response.headers["content-type"] == "text/javascript; charset=utf-8");
    }
    for (const char* codings : {"", "br", "gzip;q=0", "gzip;q=0.000, br", "x-gzip", ";;,,"}) {
        Response response = got(codings);
        CHECK(response.body == "long");
        CHECK_FALSE(response.headers.contains("content-encoding"));
        CHECK(response.headers["vary"] == "accept-encoding");
    }
    Response small = got("gzip");
    CHECK(small.headers["etag"] != got("br").headers["etag"]);
    request.headers["if-none-match"] = small.headers["etag"];
    CHECK(got("gzip").status == 304);
    CHECK(got("gzip").headers["vary"] == "accept-encoding");
    CHECK(got("br").status == 200);
    request.path = "/harbor.svg";
    CHECK(got("gzip").body == "<svg>");
    request.path = "/attune-chat.js.gz";
    CHECK(got("gzip").status == 404);
}

TEST_CASE("a stream ends when its reader is too slow", "[http][stream]") {
    Stream stream(OutboxLimits{2, 100});
    int ends = 0;
    stream.on_end([&ends] { ++ends; });
    auto chunk = std::make_shared<const std::string>("x");
    CHECK(stream.push(chunk));
    CHECK(stream.push(chunk));
    CHECK_FALSE(stream.push(chunk));
    CHECK(stream.closed());
    CHECK(stream.empty());
    CHECK_FALSE(stream.push(chunk));
    stream.close();
    stream.abandon();
    CHECK(ends == 1);
}
