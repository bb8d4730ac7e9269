#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>

#include "dialogs/language/format.hpp"
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
        {"flows/b.yaml",
         "schema: 1\nflow: b\ntitle: B\nmoved_to: {z: .f}\nslots:\n  n: {type: number, values: {p: {to: 3, label: P}}}\n"
         "  t: {type: text, max: 9}\nsteps:\n  - {id: f, collect: [{ask: n, say: [{b.1: N}]}]}\n"
         "  - {id: t, ask: t, say: [{b.2: T}], no_input: {after: 1m, say: [{b.3: S}]}, skip: {language: xx}}\n"},
        {"locales/xx/bot.yaml",
         "schema: 1\nlocale: xx\nlanguage: X\ndraft: true\nslots: {s: {p: P}}\nlines: {b.9: X}\n"},
        {"locales/xx/flows/a.yaml",
         "schema: 1\nflow: a\ntitle: X\noptions: {one: {p: {label: P, match: [x]}}}\nlines: {a.1: \"{clinic.phone}\"}\n"},
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

/// A load never crashes, and says the same of the same files; what is laid out is laid out for good.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    BotFiles files = small_bot();
    auto file = std::next(files.begin(), static_cast<std::ptrdiff_t>(data[0] % files.size()));
    file->second.assign(data + 1, data + size);
    if (outcome(files) != outcome(files)) std::abort();
    const BotFiles once = formatted(files);
    if (formatted(once) != once) std::abort();
    return 0;
}
