#include "dialogs/language/nearest.hpp"

#include <algorithm>

#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

namespace {

constexpr std::size_t longest_compared = 64;
constexpr std::size_t most_listed = 9;
constexpr std::size_t most_quoted_bytes = 60;

/// Slips between two words. Source: optimal string alignment distance (Damerau and Levenshtein, each place
/// changed once).
std::size_t slips(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before;
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t exchanged = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, exchanged});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = above;
        above = row;
    }
    return above[b.size()];
}

}  // namespace

std::string nearest(std::string_view written, const std::vector<std::string>& names) {
    if (written.empty() || written.size() > longest_compared) return "";
    std::string best;
    std::size_t fewest = std::max<std::size_t>(1, written.size() / 3) + 1;
    for (const std::string& name : names) {
        if (name.size() > longest_compared) continue;
        const std::size_t found = slips(written, name);
        if (found >= fewest || found >= std::max(written.size(), name.size())) continue;
        fewest = found;
        best = name;
    }
    return best;
}

std::string help_for(std::string_view written, const std::vector<std::string>& names) {
    const std::string near = nearest(written, names);
    if (!near.empty()) return "did you mean '" + near + "'?";
    return names.empty() || names.size() > most_listed ? "" : one_of(names);
}

std::string one_of(const std::vector<std::string>& names) {
    if (names.size() == 1) return "only " + names.front();
    std::string text = "one of ";
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : ", ") + names[i];
    return text;
}

std::string quoted(std::string_view written) {
    std::string text(nlu::cut(written, most_quoted_bytes));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return "'" + text + (text.size() < written.size() ? "…'" : "'");
}

}  // namespace attune::dialogs
