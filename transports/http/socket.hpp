#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace attune::transports::http {

/// Each connection lives on one io_context, and each io_context on one thread: the concrete executor saves
/// the type erasure on every step, and no strand is needed.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;

}  // namespace attune::transports::http
