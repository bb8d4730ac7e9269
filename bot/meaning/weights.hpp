#pragma once

#include <string_view>

namespace attune::bot {

/// The sentence encoder's weights, built into the program from nlu/encoder/weights/encoder.bin. For nlu::Encoder::read.
std::string_view encoder_weights();

}  // namespace attune::bot
