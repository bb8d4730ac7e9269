#pragma once

#include <vector>

#include "nlu/encoder/matrix.hpp"
#include "nlu/encoder/weights.hpp"

namespace attune::nlu {

/// e to the power of `x`, with an error below one in a million; 0 where it is too small, no more than e^88.
/// Of plain operations only, in a fixed order: the C library's own differs from processor to processor in the last bit.
/// Pure; O(1). Source: Cody and Waite (1980), range reduction by ln 2 in two parts; Taylor's series.
float exponential(float x);

/// tanh(x), from `exponential`. Pure; O(1).
float tanh_of(float x);

/// Makes `values` positive with the sum 1, as e^value does. O(values).
void softmax(float* values, std::size_t count);

/// Every row with mean 0 and variance 1, times scale, plus bias. Source: Ba et al. (2016), with epsilon 1e-6.
Rows layer_norm(const Rows& rows, const Norm& norm);

}  // namespace attune::nlu
