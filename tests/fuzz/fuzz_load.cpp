#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>

#include "dialogs/language/load.hpp"

using namespace attune::dialogs;

namespace {

/// A small sound bot; the input takes the place of one of its files.
const BotFiles& small_bot() {
    static const BotFiles files = {
        {"bot.yaml",
         "schema: 1\nname: x\nlocale: en\ndisclosure: x\nstart: a\n"
         "slots: {s: {type: set, values: {p: P, q: Q}}}\n"},
        {"clinic.yaml", "schema: 1\ncountry: US\nclinic: {phone: \"1\"}\n"},
        {"flows/a.yaml",
         "schema: 1\nflow: a\ntitle: A\nsteps:\n  - id: one\n    ask: s\n    say: [{a.1: "
         "\"{clinic.phone}\"}]\n"
         "  - {id: two, if: \"s has p and not (s is empty)\", goto: .one}\n"},
        {"nlu/a.yaml",
         "schema: 1\nlists: {l: [x]}\nintents:\n"
         "  - {intent: i, any: [\"a ... (@l | b)\"], should_match: [a x], should_not_match: [c]}\n"},
        {"safety/lines/us.yaml",
         "schema: 1\ncountry: US\ntitle: T\n"
         "emergency: {number: \"911\", label: L, source: \"https://a\", checked: 2026-01-01}\nlines: []\n"},
        {"safety/signals.yaml",
         "schema: 1\nsignals:\n  - {class: self_harm, level: high, flow: a, patterns: [\"cut me\"], "
         "should_match: [cut me], should_not_match: [x]}\n"},
    };
    return files;
}

std::string outcome(const BotFiles& files) {
    const Loaded loaded = load(files);
    return loaded ? (*loaded)->hash : to_text(loaded.error());
}

}  // namespace

/// A load never crashes, and says the same of the same files.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    BotFiles files = small_bot();
    auto file = std::next(files.begin(), static_cast<std::ptrdiff_t>(data[0] % files.size()));
    file->second.assign(data + 1, data + size);
    if (outcome(files) != outcome(files)) std::abort();
    return 0;
}
