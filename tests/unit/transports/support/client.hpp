#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <string_view>

namespace attune::transports {

/// A client that writes its bytes by hand, so that it can also write wrong ones. Every read ends after 10 s.
class Client {
public:
    explicit Client(int port);

    void write(std::string_view bytes);
    /// Everything up to and with `end`; what came till the connection's end if it does not come.
    std::string read_until(std::string_view end);
    std::string read_bytes(std::size_t count);
    /// True if the other side closes without another byte.
    bool is_closed();

    /// One request and its answer, head and body as sent. Needs a Content-Length, or a status without body.
    std::string ask(std::string_view request);

    // -- WebSocket

    /// The head of the answer to an upgrade.
    std::string upgrade(std::string_view path,
                        std::string_view more_fields = "Sec-WebSocket-Protocol: attune.v1\r\n");
    void send_frame(int opcode, std::string_view payload);
    void send_text(std::string_view json) { send_frame(1, json); }
    struct Frame {
        int opcode = -1;  ///< 1 text, 2 binary, 8 close, 9 ping; -1: the connection is over
        std::string payload;
        int close_code() const;
    };
    /// The next frame; pings are answered and passed over.
    Frame read_frame();
    /// The next text frame that contains `part`; "" if the connection ends before.
    std::string read_text(std::string_view part);
    /// The code of the close frame; 0 if the connection ends without one.
    int read_close();

private:
    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_;
    std::string unread_;
};

}  // namespace attune::transports
