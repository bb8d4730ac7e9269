#include "nlu/encoder/bytes.hpp"

namespace attune::nlu {

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t start) {
    std::uint64_t hash = start;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

std::uint64_t checksum(std::string_view bytes) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    std::uint64_t sum = hash_bytes(bytes.substr(bytes.size() - bytes.size() % step));
    for (std::size_t at = 0; at + step <= bytes.size(); at += step) {
        std::uint64_t part = 0;
        std::memcpy(&part, bytes.data() + at, step);
        sum = ((sum ^ part) * 0x9e3779b97f4a7c15) ^ (sum >> 29U);
    }
    return sum;
}

}  // namespace attune::nlu
