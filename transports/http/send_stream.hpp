#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "transports/http/stream.hpp"
#include "transports/http/task.hpp"
#include "transports/http/write_head.hpp"

/// Sends a Stream as a body. `Socket` is a stream with `expires_after`, which bounds each write.
namespace attune::transports::http {

/// Waits for something to send; null if the stream was closed meanwhile.
inline Task<Frame> next_chunk(Stream& body, Timer& wake) {
    if (!body.empty()) co_return body.pop();
    wake.expires_after(body.heartbeat_every);
    auto [ec] = co_await wake.async_wait(quiet);
    if (!body.empty()) co_return body.pop();
    if (ec || body.closed() || body.heartbeat.empty()) co_return nullptr;
    co_return std::make_shared<const std::string>(body.heartbeat);
}

/// False if the connection broke.
template <class Socket>
Task<bool> send_chunk(Socket& socket, const std::string& chunk, bool chunked,
                      std::chrono::milliseconds write_time) {
    std::string before = chunked ? chunk_size_line(chunk.size()) : "";
    std::string after = chunked ? "\r\n" : "";
    std::array<boost::asio::const_buffer, 3> parts = {boost::asio::buffer(before), boost::asio::buffer(chunk),
                                                      boost::asio::buffer(after)};
    socket.expires_after(write_time);
    auto [ec, bytes] = co_await boost::asio::async_write(socket, parts, quiet);
    socket.expires_never();
    co_return !ec;
}

/// Sends until the stream is closed or the connection breaks: then false. Abandons the stream.
template <class Socket>
Task<bool> send_stream(Socket& socket, Timer& wake, Stream& body, bool chunked,
                       std::chrono::milliseconds write_time) {
    body.on_wake([&wake] { wake.cancel(); });
    socket.expires_never();
    bool alive = true;
    while (alive && !(body.closed() && body.empty())) {
        Frame chunk = co_await next_chunk(body, wake);
        if (chunk) alive = co_await send_chunk(socket, *chunk, chunked, write_time);
    }
    body.abandon();
    std::string last;  // a chunk of no bytes ends the body
    if (alive && chunked) alive = co_await send_chunk(socket, last, chunked, write_time);
    co_return alive;
}

}  // namespace attune::transports::http
