#include "client.hpp"

#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <boost/asio/write.hpp>

namespace attune::transports {

namespace asio = boost::asio;
using asio::ip::tcp;

Client::Client(int port) : socket_(context_) {
    socket_.connect(tcp::endpoint(asio::ip::make_address("127.0.0.1"), static_cast<unsigned short>(port)));
    timeval limit{10, 0};
    setsockopt(socket_.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

void Client::write(std::string_view bytes) {
    boost::system::error_code ignored;
    asio::write(socket_, asio::buffer(bytes.data(), bytes.size()), ignored);
}

std::string Client::read_until(std::string_view end) {
    for (;;) {
        auto at = unread_.find(end);
        if (at != std::string::npos) {
            std::string text = unread_.substr(0, at + end.size());
            unread_.erase(0, text.size());
            return text;
        }
        std::array<char, 4096> more{};
        auto got = recv(socket_.native_handle(), more.data(), more.size(), 0);
        if (got <= 0) return std::exchange(unread_, "");
        unread_.append(more.data(), static_cast<std::size_t>(got));
    }
}

std::string Client::read_bytes(std::size_t count) {
    while (unread_.size() < count) {
        std::array<char, 65536> more{};
        auto got = recv(socket_.native_handle(), more.data(), more.size(), 0);
        if (got <= 0) return std::exchange(unread_, "");
        unread_.append(more.data(), static_cast<std::size_t>(got));
    }
    std::string text = unread_.substr(0, count);
    unread_.erase(0, count);
    return text;
}

bool Client::is_closed() {
    std::array<char, 1> more{};
    return unread_.empty() && recv(socket_.native_handle(), more.data(), 1, 0) == 0;
}

std::string Client::ask(std::string_view request) {
    write(request);
    std::string head = read_until("\r\n\r\n");
    auto at = head.find("content-length: ");
    if (at == std::string::npos || request.starts_with("HEAD")) return head;
    return head + read_bytes(std::stoul(head.substr(at + 16)));
}

std::string Client::upgrade(std::string_view path, std::string_view more_fields) {
    write("GET " + std::string(path) +
          " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
          std::string(more_fields) + "\r\n");
    return read_until("\r\n\r\n");
}

void Client::send_frame(int opcode, std::string_view payload) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80U | payload.size());
    } else {
        frame += static_cast<char>(0x80U | 126U);
        frame += static_cast<char>(payload.size() >> 8U & 0xffU);
        frame += static_cast<char>(payload.size() & 0xffU);
    }
    frame += std::string(4, '\0');  // a mask of zeros changes nothing
    frame += payload;
    write(frame);
}

int Client::Frame::close_code() const {
    if (opcode != 8 || payload.size() < 2) return 0;
    return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
}

Client::Frame Client::read_frame() {
    for (;;) {
        std::string head = read_bytes(2);
        if (head.size() < 2) return Frame{};
        Frame frame;
        frame.opcode = head[0] & 0x0f;
        std::size_t length = static_cast<unsigned char>(head[1]) & 0x7fU;
        int length_bytes = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (length_bytes > 0) {
            length = 0;
            for (char c : read_bytes(static_cast<std::size_t>(length_bytes)))
                length = length << 8U | static_cast<unsigned char>(c);
        }
        frame.payload = length > 0 ? read_bytes(length) : "";
        if (frame.opcode != 9) return frame;
        send_frame(10, frame.payload);
    }
}

std::string Client::read_text(std::string_view part) {
    for (;;) {
        Frame frame = read_frame();
        if (frame.opcode == -1 || frame.opcode == 8) return "";
        if (frame.payload.find(part) != std::string::npos) return frame.payload;
    }
}

int Client::read_close() {
    for (;;) {
        Frame frame = read_frame();
        if (frame.opcode == -1) return 0;
        if (frame.opcode == 8) return frame.close_code();
    }
}

}  // namespace attune::transports
