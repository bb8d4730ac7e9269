#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

#include "transports/http/socket.hpp"

namespace attune::transports::http {

/// A coroutine of a connection.
template <class T>
using Task = boost::asio::awaitable<T, Executor>;

using Timer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

/// Awaited operations give their error as a value: `auto [ec, bytes] = co_await …(…, quiet)`.
inline constexpr auto quiet = boost::asio::as_tuple(boost::asio::use_awaitable_t<Executor>{});

}  // namespace attune::transports::http
