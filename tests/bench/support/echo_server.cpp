#include "support/echo_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <iostream>
#include <memory>
#include <utility>

namespace attune::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Socket = asio::basic_stream_socket<tcp, Executor>;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    explicit Connection(Socket socket) : stream_(std::move(socket)) {}

    void accept() {
        stream_.async_accept([self = shared_from_this()](beast::error_code ec) {
            if (!ec) self->read();
        });
    }

private:
    void read() {
        stream_.async_read(buffer_, [self = shared_from_this()](beast::error_code ec, std::size_t) {
            if (!ec) self->write();
        });
    }

    void write() {
        stream_.text(stream_.got_text());
        stream_.async_write(buffer_.data(), [self = shared_from_this()](beast::error_code ec, std::size_t) {
            if (ec) return;
            self->buffer_.consume(self->buffer_.size());
            self->read();
        });
    }

    beast::websocket::stream<Socket, false> stream_;
    beast::flat_buffer buffer_;
};

void accept_next(Acceptor& acceptor) {
    acceptor.async_accept([&acceptor](beast::error_code ec, Socket socket) {
        if (!ec) {
            socket.set_option(tcp::no_delay(true), ec);
            std::make_shared<Connection>(std::move(socket))->accept();
        }
        accept_next(acceptor);
    });
}

}  // namespace

void run_echo_server() {
    asio::io_context context(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE);
    Acceptor acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    acceptor.listen(4096);
    std::cout << "The echo is listening on http://127.0.0.1:" << acceptor.local_endpoint().port() << "/"
              << std::endl;
    accept_next(acceptor);
    context.run();
}

}  // namespace attune::bench
