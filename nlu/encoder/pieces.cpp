#include "nlu/encoder/pieces.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "nlu/text/utf8.hpp"

namespace attune::nlu {
namespace {

constexpr std::size_t own_signs = 6;
constexpr std::string_view space_sign = "\u2581";
constexpr std::size_t max_symbols = 1000;  // far more than fill `max_pieces`

/// `text` with spaces as the model writes them, and where each of its code points begins.
struct Symbols {
    std::string text{space_sign};
    std::vector<std::size_t> begins;

    explicit Symbols(std::string_view from) {
        begins = {0, text.size()};
        while (!from.empty() && begins.size() <= max_symbols) {
            const std::size_t bytes = std::max<std::size_t>(first_code_point(from).bytes, 1);
            text += from.front() == ' ' ? space_sign : from.substr(0, bytes);
            from.remove_prefix(bytes);
            begins.push_back(text.size());
        }
    }
    std::size_t count() const { return begins.size() - 1; }
    std::string_view part(std::size_t first, std::size_t last) const {
        return std::string_view(text).substr(begins[first], begins[last] - begins[first]);
    }
};

/// The best way to end at a code point.
struct Step {
    std::uint32_t piece = 0;
    std::size_t symbols = 1;
    float score = 0;
};

std::vector<std::uint32_t> read_back(const std::vector<Step>& steps) {
    std::vector<std::uint32_t> ids;
    for (std::size_t at = steps.size() - 1; at > 0; at -= steps[at].symbols) {
        const std::uint32_t id = steps[at].piece;
        if (id != 0 || ids.empty() || ids.back() != 0) ids.push_back(id);
    }
    std::reverse(ids.begin(), ids.end());
    ids.resize(std::min(ids.size(), max_pieces));
    return ids;
}

}  // namespace

Pieces::Pieces(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {
    for (std::size_t id = own_signs; id < pieces_.size(); ++id) {
        ids_[pieces_[id].text] = static_cast<std::uint32_t>(id);
        longest_ = std::max(longest_, code_points(pieces_[id].text));
    }
}

std::vector<std::uint32_t> Pieces::cut(std::string_view text) const {
    if (text.empty()) return {};
    const Symbols symbols(text);
    std::vector<Step> steps(symbols.count() + 1);
    for (std::size_t end = 1; end <= symbols.count(); ++end) {
        Step& best = steps[end];
        for (std::size_t first = end - std::min(end, longest_); first < end; ++first) {
            const auto found = ids_.find(symbols.part(first, end));
            if (found == ids_.end()) continue;
            const float score = steps[first].score + pieces_[found->second].score;
            // As the package does it: of equally good ones the shorter, and 0 counts as nothing found yet.
            if (best.score != 0 && score < best.score) continue;
            best = {found->second, end - first, score};
        }
    }
    return read_back(steps);
}

}  // namespace attune::nlu
