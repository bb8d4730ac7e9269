#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

namespace attune::dialogs {

/// Which values of several slots were met together at one place. All combinations, as long as these are few;
/// then only those that hold two values which were never met together.
class Combinations {
public:
    static constexpr std::size_t most = 12;  ///< combinations until only pairs are told apart

    /// Whether this combination is worth a look. The same number of codes each time. O(codes²).
    bool add(const std::vector<std::uint64_t>& codes) {
        if (all_.contains(codes)) return false;
        const bool has_new_pair = add_pairs(codes);
        if (all_.size() >= most && !has_new_pair) {
            is_cut_ = true;
            return false;
        }
        all_.insert(codes);
        return true;
    }

    bool is_cut() const { return is_cut_; }

private:
    bool add_pairs(const std::vector<std::uint64_t>& codes) {
        bool any = false;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            for (std::size_t j = i; j < codes.size(); ++j)
                any = pairs_.insert({i, j, codes[i], codes[j]}).second || any;
        }
        return any;
    }

    std::set<std::vector<std::uint64_t>> all_;
    std::set<std::tuple<std::size_t, std::size_t, std::uint64_t, std::uint64_t>> pairs_;
    bool is_cut_ = false;
};

}  // namespace attune::dialogs
