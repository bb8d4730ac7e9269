#include "nlu/safety/frames.hpp"

#include <re2/re2.h>

#include <utility>

#include "nlu/match/prefilter.hpp"

namespace attune::nlu {

struct SafetyFrames::Impl {
    std::vector<std::unique_ptr<const RE2>> phrases;  // one a pattern
    std::vector<std::optional<SafetySignal>> leaves;  // one a pattern
    Prefilter prefilter;
};

namespace {

// Neighbours share the space between them, so one pass may leave every second one.
bool erase_all(std::string& words, const RE2& phrase) {
    bool changed = false;
    for (int pass = 0; pass < 2; ++pass) changed = RE2::GlobalReplace(&words, phrase, " _ ") > 0 || changed;
    return changed;
}

}  // namespace

SafetyFrames::SafetyFrames() : SafetyFrames(std::make_shared<const Impl>()) {}

SafetyFrames::SafetyFrames(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<SafetyFrames> SafetyFrames::build(std::vector<SafetyFrame> frames) {
    auto impl = std::make_shared<Impl>();
    RE2::Options options;
    options.set_log_errors(false);
    std::vector<WordPattern> all;
    for (SafetyFrame& frame : frames) {
        for (WordPattern& pattern : frame.patterns) {
            impl->phrases.push_back(std::make_unique<const RE2>(pattern.regex, options));
            if (!impl->phrases.back()->ok()) {
                return failure(Errc::invalid_input, "pattern refused: " + pattern.source);
            }
            impl->leaves.push_back(frame.leaves);
            if (frame.leaves) impl->leaves.back()->pattern = pattern.source;
            all.push_back(std::move(pattern));
        }
    }
    impl->prefilter = Prefilter(all);
    return SafetyFrames(std::move(impl));
}

SafetyFrames::Rest SafetyFrames::without(std::string_view words) const {
    Rest rest{std::string(words), false, std::nullopt};
    for (const int index : impl_->prefilter.candidates(words)) {
        const auto i = static_cast<std::size_t>(index);
        if (!erase_all(rest.words, *impl_->phrases[i])) continue;
        rest.changed = true;
        const std::optional<SafetySignal>& left = impl_->leaves[i];
        if (left && (!rest.left || left->level > rest.left->level)) rest.left = left;
    }
    return rest;
}

}  // namespace attune::nlu
