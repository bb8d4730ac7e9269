#include "nlu/match/pattern_set.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "nlu/match/prefilter.hpp"

namespace attune::nlu {
namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;
constexpr std::int64_t single_bytes = 16 * mebibyte;

RE2::Options options(std::int64_t max_bytes) {
    RE2::Options options;
    options.set_max_mem(max_bytes);
    options.set_log_errors(false);  // an error would show the pattern, and in debug builds end the program
    options.set_never_capture(true);
    return options;
}

std::int64_t automaton_bytes(const PatternSetLimits& limits, std::size_t patterns) {
    if (limits.automaton_bytes > 0) return limits.automaton_bytes;
    return 64 * mebibyte + static_cast<std::int64_t>(patterns) * mebibyte / 4;
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

struct PatternSet::Impl {
    std::vector<WordPattern> patterns;
    std::vector<std::unique_ptr<const RE2>> singles;  // one a pattern
    std::optional<RE2::Set> automaton;                // absent: too many patterns for one
    Prefilter prefilter;

    std::vector<int> match_one_by_one(std::string_view words) const {
        std::vector<int> found = prefilter.candidates(words);
        const auto misses = [&](int i) {
            return !RE2::PartialMatch(piece(words), *singles[static_cast<std::size_t>(i)]);
        };
        found.erase(std::remove_if(found.begin(), found.end(), misses), found.end());
        return found;
    }

    void build_automaton(const PatternSetLimits& limits) {
        automaton.emplace(options(automaton_bytes(limits, patterns.size())), RE2::UNANCHORED);
        for (const WordPattern& pattern : patterns) automaton->Add(pattern.regex, nullptr);
        if (!automaton->Compile()) automaton.reset();
    }
};

PatternSet::PatternSet() : PatternSet(std::make_shared<const Impl>()) {}

PatternSet::PatternSet(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<PatternSet> PatternSet::build(std::vector<WordPattern> patterns, PatternSetLimits limits) {
    auto impl = std::make_shared<Impl>();
    for (const WordPattern& pattern : patterns) {
        auto single = std::make_unique<const RE2>(pattern.regex, options(single_bytes));
        if (single->error_code() == RE2::ErrorPatternTooLarge) {
            return failure(Errc::limit_exceeded, "pattern needs too much memory: " + pattern.source);
        }
        if (!single->ok()) {
            return failure(Errc::invalid_input,
                           "pattern refused: " + pattern.source + ": " + single->error());
        }
        impl->singles.push_back(std::move(single));
    }
    impl->prefilter = Prefilter(patterns);
    impl->patterns = std::move(patterns);
    if (!impl->patterns.empty() &&
        impl->patterns.size() <= static_cast<std::size_t>(limits.largest_automaton)) {
        impl->build_automaton(limits);
    }
    return PatternSet(std::move(impl));
}

std::vector<int> PatternSet::match(std::string_view words) const {
    if (impl_->patterns.empty()) return {};
    if (!impl_->automaton) return impl_->match_one_by_one(words);
    std::vector<int> found;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (!impl_->automaton->Match(piece(words), &found, &error)) {
        return error.kind == RE2::Set::kNoError ? std::vector<int>{} : impl_->match_one_by_one(words);
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool PatternSet::covers(int index, std::string_view words) const {
    return RE2::FullMatch(piece(words), *impl_->singles[static_cast<std::size_t>(index)]);
}

std::string_view PatternSet::part(int index, std::string_view words) const {
    re2::StringPiece part;
    const RE2& single = *impl_->singles[static_cast<std::size_t>(index)];
    if (!single.Match(piece(words), 0, words.size(), RE2::UNANCHORED, &part, 1)) return {};
    return {part.data(), part.size()};
}

const WordPattern& PatternSet::operator[](int index) const {
    return impl_->patterns[static_cast<std::size_t>(index)];
}

int PatternSet::size() const {
    return static_cast<int>(impl_->patterns.size());
}

}  // namespace attune::nlu
