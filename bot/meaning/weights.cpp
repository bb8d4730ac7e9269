#include "bot/meaning/weights.hpp"

// Seven megabytes that no compiler should have to read as numbers.
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    "attune_encoder_weights:\n"
    ".incbin \"" ATTUNE_ENCODER_WEIGHTS "\"\n"
    "attune_encoder_weights_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const char attune_encoder_weights[];
extern const char attune_encoder_weights_end[];
}

namespace attune::bot {

std::string_view encoder_weights() {
    return {attune_encoder_weights, static_cast<std::size_t>(attune_encoder_weights_end - attune_encoder_weights)};
}

}  // namespace attune::bot
