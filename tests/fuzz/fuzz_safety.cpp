// Laws of the safety net: it never fails on any text, and zero-width characters, capitals or punctuation that
// are added to a message never take it out of the net.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nlu/safety/detector.hpp"

namespace {

using namespace attune::nlu;

SafetyDetector detector() {
    std::vector<SafetyRule> rules(1);
    rules[0].safety_class = "sui_active";
    for (const char* source : {"want* to ... die", "kill (myself | my self)", "suicid*", "end my life",
                               "better off dead", "self harm*", "do not want to live"}) {
        rules[0].patterns.push_back(*compile_pattern(source, {}));
    }
    return *SafetyDetector::build(std::move(rules));
}

constexpr std::array<std::string_view, 6> caught = {"I want to die",        "I'll kill myself",
                                                    "suicidal thoughts",    "self-harm",
                                                    "I don't want to live", "end my life"};
constexpr std::array<std::string_view, 16> added = {
    ".",       ",", "-", "_", "*", "?", "'", "/", "!", "\"", ":", "(", ")", "\xE2\x80\x8B", "\xE2\x81\xA0",
    "\xC2\xAD"};

// The first byte chooses the message; of every further pair, one names a place and the other what is put
// there.
std::string disguised(const std::uint8_t* data, std::size_t size) {
    std::string text(caught[data[0] % caught.size()]);
    const std::size_t end = std::min<std::size_t>(size, 9);
    for (std::size_t i = 1; i + 1 < end; i += 2) {
        std::size_t at = data[i] % (text.size() + 1);
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
        text.insert(at, added[data[i + 1] % added.size()]);
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const SafetyDetector net = detector();
    net.detect(std::string(data, data + size));
    if (size > 0 && !net.detect(disguised(data, size))) std::abort();
    return 0;
}
