#include "nlu/encoder/bytes.hpp"

namespace attune::nlu {

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t start) {
    std::uint64_t hash = start;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

}  // namespace attune::nlu
