#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "transports/channel.hpp"

namespace attune::transports {

/// How long a text is, as a service counts. Bytes that are no UTF-8 count one each. Pure; O(bytes).
std::size_t length_in(Traits::Unit unit, std::string_view text);

/// Cuts a text into pieces of at most `most`: between paragraphs, else lines, else sentences, else words,
/// else characters. A number stays with the words of its line or sentence as long as these fit into one
/// piece, so that a crisis line is never parted from its number; and is itself never cut, but in a `most` too
/// short for it. The pieces hold every character but white space at the cuts, in order.
///
/// @param most  at least 16. Pure; O(bytes).
std::vector<std::string> split_text(std::string_view text, std::size_t most, Traits::Unit unit);

/// The text's beginning in at most `most` code points, with `…` for what is left out.
std::string shorten(std::string_view text, std::size_t most);

}  // namespace attune::transports
