#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "transports/http/message.hpp"

namespace attune::transports::http {

/// A request on its way through a handler.
struct Call {
    Request request;
    std::map<std::string, std::string> params;  ///< what stood in the place of `{name}`
    boost::asio::any_io_executor home;          ///< the connection's executor
};

/// Gives the answer: exactly once, from any thread. If it is dropped unused, the answer is 500.
using Respond = std::function<void(Response)>;
using Handler = std::function<void(Call, Respond)>;

/// What a method and path lead to.
struct Match {
    int status = 404;                  ///< 200, 204 (OPTIONS), 404 or 405
    const Handler* handler = nullptr;  ///< set for 200; lives as long as the router
    std::map<std::string, std::string> params;
    std::string allow;  ///< for 204 and 405: the methods this path knows
};

/// Method and path pattern → handler. A pattern's segments are literal or `{name}`, which takes one segment
/// that is not empty. Filled before the server starts, then read from any thread.
class Router {
public:
    /// HEAD comes with GET. A pattern given twice: the first one counts.
    void add(std::string method, std::string_view pattern, Handler handler);
    /// The handler for GET of any path nothing else matches.
    void add_fallback(Handler handler) { fallback_ = std::move(handler); }
    /// Takes over another router's routes, behind its own.
    void add_all(const Router& other);

    /// O(routes × segments). `path` is percent-decoded.
    Match find(std::string_view method, std::string_view path) const;

private:
    struct Route {
        std::string method;
        std::vector<std::string> segments;
        Handler handler;
    };
    std::vector<Route> routes_;
    Handler fallback_;
};

}  // namespace attune::transports::http
