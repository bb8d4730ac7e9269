#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Just enough of RFC 6455 for a client that trusts its server: one text frame a message.
namespace attune::bench {

/// A client's text frame. The mask is zero: valid on the wire, and costs the client nothing.
inline std::string text_frame(std::string_view payload) {
    std::string frame = "\x81";
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80U | payload.size());
    } else {
        frame += static_cast<char>(0x80U | 126U);
        frame += static_cast<char>((payload.size() >> 8U) & 0xFFU);
        frame += static_cast<char>(payload.size() & 0xFFU);
    }
    frame.append(4, '\0');
    frame += payload;
    return frame;
}

/// The answer to a ping without a payload.
inline std::string pong_frame() { return {"\x8a\x80\0\0\0\0", 6}; }

struct ServerFrame {
    unsigned opcode = 0;
    std::string_view payload;  ///< lives as long as the bytes it was read from
    std::size_t size = 0;      ///< of the whole frame
};

/// The first frame in `bytes`; nothing until it is whole.
inline std::optional<ServerFrame> first_frame(std::string_view bytes) {
    const auto at = [bytes](std::size_t i) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i]));
    };
    if (bytes.size() < 2) return std::nullopt;
    std::uint64_t length = at(1) & 0x7FU;
    std::size_t head = 2;
    if (length >= 126) {
        const std::size_t extra = length == 126 ? 2 : 8;
        if (bytes.size() < head + extra) return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < extra; ++i) length = length << 8U | at(head + i);
        head += extra;
    }
    if (bytes.size() - head < length) return std::nullopt;
    const auto payload = bytes.substr(head, static_cast<std::size_t>(length));
    return ServerFrame{static_cast<unsigned>(at(0) & 0x0FU), payload, head + payload.size()};
}

}  // namespace attune::bench
