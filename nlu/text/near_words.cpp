#include "nlu/text/near_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "nlu/encoder/bytes.hpp"
#include "nlu/text/slip.hpp"

namespace attune::nlu {
namespace {

using Hashes = std::vector<std::uint32_t>;

std::uint32_t short_hash(std::string_view word) {
    const std::uint64_t hash = hash_bytes(word);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

/// The word and all that come of leaving out up to `left_out` letters; each once.
Hashes shortenings(std::string_view word, int left_out) {
    Hashes hashes{short_hash(word)};
    std::vector<std::string> now{std::string(word)};
    for (; left_out > 0; --left_out) {
        std::vector<std::string> next;
        for (const std::string& longer : now) {
            for (std::size_t i = 0; i < longer.size(); ++i) {
                std::string shorter = longer;
                shorter.erase(i, 1);
                hashes.push_back(short_hash(shorter));
                next.push_back(std::move(shorter));
            }
        }
        now = std::move(next);
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

int most_slips(std::string_view word) {
    return word.size() >= NearWords::long_enough_for_two ? 2 : 1;
}

}  // namespace

int slips_between(std::string_view a, std::string_view b, int more_than) {
    constexpr std::size_t most = NearWords::longest + 1;
    if (a.size() >= most || b.size() >= most) return more_than + 1;
    std::array<std::array<int, most>, 3> rows{};  // of a's letters: this one, the last, the one before
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& now = rows[i % 3];
        const auto& last = rows[(i + 2) % 3];
        const auto& before = rows[(i + 1) % 3];
        now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + int{a[i - 1] != b[j - 1]}});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
        }
    }
    return std::min(rows[a.size() % 3][b.size()], more_than + 1);
}

NearWords::NearWords(std::vector<std::string> words) : words_(std::move(words)) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].size() < shortest || words_[i].size() > longest) continue;
        for (const std::uint32_t hash : shortenings(words_[i], most_slips(words_[i]))) {
            shortened_.emplace_back(hash, static_cast<std::uint32_t>(i));
        }
    }
    std::sort(shortened_.begin(), shortened_.end());
}

std::vector<NearWords::Near> NearWords::of(std::string_view word) const {
    std::vector<std::uint32_t> candidates;
    if (word.size() < shortest || word.size() > longest) return {};
    for (const std::uint32_t hash : shortenings(word, most_slips(word))) {
        auto at = std::lower_bound(shortened_.begin(), shortened_.end(), std::pair{hash, 0U});
        for (; at != shortened_.end() && at->first == hash; ++at) candidates.push_back(at->second);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<Near> near;
    for (const std::uint32_t candidate : candidates) {
        const std::string_view other = words_[candidate];
        if (other == word) continue;
        const int most = std::min(most_slips(word), most_slips(other));
        const int slips = is_one_slip_apart(word, other) ? 1 : slips_between(word, other, most);
        if (slips <= most) near.push_back({other, slips});
    }
    return near;
}

}  // namespace attune::nlu
