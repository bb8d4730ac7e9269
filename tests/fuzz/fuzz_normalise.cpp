// Laws of normalising: the answer is well-formed, bounded, spaced, and the same when normalised again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nlu/text/fold.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/utf8.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune::nlu;
    const std::string text(data, data + size);
    const std::string words = normalise(text);
    require(is_utf8(words));
    require(words.size() <= max_text_bytes);
    require(words.front() == ' ' && words.back() == ' ');
    require(words.find("  ") == std::string::npos);
    require(normalise(words) == words);
    require(fold(text) == fold_by_icu(text));
    return 0;
}
