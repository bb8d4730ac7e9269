#include "nlu/text/speller.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <unordered_set>
#include <utility>

#include "nlu/text/contractions.hpp"
#include "nlu/text/english_words.hpp"
#include "nlu/text/near_words.hpp"
#include "nlu/text/written_words.hpp"

namespace attune::nlu {
namespace {

constexpr int often = 20;        // counts of a word that even short words are taken for
constexpr int now_and_then = 4;  // counts that make a word one of its own, though no list has it
constexpr std::size_t short_word = 4;
constexpr std::size_t longest_short_part = 3;

bool is_contraction(std::string_view word) {
    std::string written_out;
    append_written_out(written_out, word);
    return written_out.size() != word.size() + 1;
}

bool has_same_letters(std::string a, std::string b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

/// Runs of three and more letters cut down to `most`.
std::string shortened(std::string_view word, std::size_t most) {
    std::string result;
    for (const char c : word) {
        const std::size_t run = result.size() - (result.find_last_not_of(c) + 1);
        if (run < most) result += c;
    }
    return result;
}

bool is_drawn_out(std::string_view word) {
    return shortened(word, 2).size() < word.size();
}

bool announces_name(std::string_view word) {
    constexpr std::array<std::string_view, 8> words = {"mr",    "mrs",    "ms",   "dr",
                                                       "named", "called", "miss", "prof"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

struct Speller::Impl {
    WordCounts counts;
    NearWords near;
    std::string_view language;
    std::unordered_set<std::string> own;

    bool is_in_language(std::string_view word) const {
        return is_line_of(language, word) || is_contraction(word);
    }
    bool is_known(const std::string& word) const {
        if (is_in_language(word) || own.contains(word)) return true;
        const int count = counts.of(word);
        return count >= now_and_then && !(word.size() > short_word && is_common_slip(word, count));
    }

    /// "beleive" is heard now and then, and "believe" ten times as often.
    bool is_common_slip(const std::string& word, int count) const {
        const std::vector<NearWords::Near> all = near.of(word);
        return std::any_of(all.begin(), all.end(), [&](const NearWords::Near& other) {
            return other.slips == 1 && other.word.front() == word.front() &&
                   counts.of(other.word) >= 10 * count;
        });
    }
};

namespace {

/// Mends one text, from left to right.
class Mender {
public:
    template <class Knowledge>
    Mender(const Knowledge& knowledge, const Vocabulary& danger, std::string_view text)
        : counts_(knowledge.counts),
          near_(knowledge.near),
          danger_(danger),
          text_(text),
          words_(written_words(text)),
          known_(words_.size()) {
        for (std::size_t i = 0; i < words_.size(); ++i) known_[i] = knowledge.is_known(words_[i].letters);
    }

    Mended mend() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (joins_next(i)) {
                replace(i, i + 1, words_[i].letters + words_[i + 1].letters);
                ++i;
            } else if (may_be_mended(i)) {
                if (const std::string meant = meant_by(i); !meant.empty()) replace(i, i, meant);
            }
        }
        result_.text += text_.substr(copied_);
        return std::move(result_);
    }

private:
    bool may_be_mended(std::size_t i) const {
        const WrittenWord& word = words_[i];
        const bool has_name_length = word.letters.size() < 3 || word.letters.size() > NearWords::longest;
        if (known_[i] || word.has_apostrophe || has_name_length || danger_.has(word.letters)) return false;
        return !is_name(i);
    }

    bool is_name(std::size_t i) const {
        if (words_[i].is_capital && !words_[i].begins_sentence) return true;
        if (i > 0 && announces_name(words_[i - 1].letters)) return true;
        return i > 1 && words_[i - 2].letters == "name" && words_[i - 1].letters == "is";
    }

    std::string meant_by(std::size_t i) const {
        const std::string& word = words_[i].letters;
        if (is_drawn_out(word)) {
            if (std::string calm = calmed(word); !calm.empty()) return calm;
        }
        if (std::string halves = parted(word); !halves.empty()) return halves;
        return nearest(i);
    }

    /// "soooo" is so, "alll" is all.
    std::string calmed(const std::string& word) const {
        const std::string twice = shortened(word, 2);
        const std::string once = shortened(word, 1);
        const int count_twice = counts_.of(twice);
        const int count_once = counts_.of(once);
        if (std::max(count_twice, count_once) == 0) return "";
        return count_twice > count_once ? twice : once;
    }

    /// "alot", "attachmentstyle": two words that often stand side by side.
    std::string parted(const std::string& word) const {
        std::string best;
        int most = 0;
        for (std::size_t at = 1; at < word.size(); ++at) {
            const std::string_view first = std::string_view(word).substr(0, at);
            const std::string_view second = std::string_view(word).substr(at);
            const bool is_short = std::min(first.size(), second.size()) <= longest_short_part;
            const int pairs = counts_.of_pair(first, second);
            if (pairs < (is_short ? now_and_then : 2) || pairs <= most) continue;
            most = pairs;
            best = std::string(first) + " " + std::string(second);
        }
        return best;
    }

    /// "thera pist", where neither half is a word by itself, or they never stand side by side.
    bool joins_next(std::size_t i) const {
        if (i + 1 >= words_.size() || words_[i + 1].at != words_[i].at + words_[i].bytes + 1) return false;
        if (known_[i] && known_[i + 1]) return false;
        if (text_[words_[i].at + words_[i].bytes] != ' ' || words_[i].has_apostrophe ||
            words_[i + 1].has_apostrophe) {
            return false;
        }
        const std::string joined = words_[i].letters + words_[i + 1].letters;
        constexpr std::size_t long_enough = 6;
        if (joined.size() < long_enough || danger_.has(words_[i].letters) ||
            danger_.has(words_[i + 1].letters))
            return false;
        return counts_.of(joined) >= 2 && !is_name(i) && !is_name(i + 1);
    }

    std::string nearest(std::size_t i) const {
        const std::string& word = words_[i].letters;
        std::string best;
        int best_worth = 0;
        for (const NearWords::Near& near : near_.of(word)) {
            const std::optional<int> worth = worth_of(near, i);
            if (worth && (best.empty() || *worth > best_worth)) {
                best = near.word;
                best_worth = *worth;
            }
        }
        return best;
    }

    /// How likely the word is what was meant; nothing where it hardly can be.
    std::optional<int> worth_of(const NearWords::Near& near, std::size_t i) const {
        const std::string& word = words_[i].letters;
        const int count = counts_.of(near.word);
        const bool same_letters = has_same_letters(word, std::string(near.word));
        const bool same_first = word.front() == near.word.front();
        if (word.size() <= short_word) {
            const bool lacks_one = word.size() == short_word && near.word.size() > word.size();
            if (count < often || !(same_letters || (same_first && lacks_one))) return std::nullopt;
        }
        if (near.slips > 1 && !same_first) return std::nullopt;
        const bool fits = (i > 0 && counts_.of_pair(words_[i - 1].letters, near.word) > 0) ||
                          (i + 1 < words_.size() && counts_.of_pair(near.word, words_[i + 1].letters) > 0);
        const int magnitude = static_cast<int>(std::bit_width(static_cast<unsigned>(count)));
        return 2 * magnitude - 8 * (near.slips - 1) + (same_letters ? 3 : 0) + (same_first ? 4 : 0) +
               (fits ? 4 : 0);
    }

    void replace(std::size_t first, std::size_t last, const std::string& meant) {
        const std::size_t end = words_[last].at + words_[last].bytes;
        result_.text.append(text_.substr(copied_, words_[first].at - copied_)).append(meant);
        copied_ = end;
        std::string written = words_[first].letters;
        if (last > first) written += " " + words_[last].letters;
        result_.repairs.push_back({std::move(written), meant});
    }

    const WordCounts& counts_;
    const NearWords& near_;
    const Vocabulary& danger_;
    std::string_view text_;
    std::vector<WrittenWord> words_;
    std::vector<bool> known_;
    Mended result_;
    std::size_t copied_ = 0;  // bytes of the text that are in the result
};

}  // namespace

Speller::Speller(WordCounts heard, const std::vector<std::string>& own, std::string_view language) {
    auto impl = std::make_shared<Impl>();
    impl->language = language;
    std::vector<std::string> targets;
    for (const auto& [word, count] : heard.words()) {
        if (count >= 2 && impl->is_in_language(word)) targets.push_back(word);
    }
    for (const std::string& word : own) {
        heard.add(word, now_and_then);
        targets.push_back(word);
        impl->own.insert(word);
    }
    for (const std::string_view word : bare_contractions()) {
        if (word.size() <= short_word) continue;
        heard.add(word, 10 * often);  // every message is full of them
        targets.emplace_back(word);
    }
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    impl->counts = std::move(heard);
    impl->near = NearWords(std::move(targets));
    impl_ = std::move(impl);
}

Mended Speller::mended(std::string_view text, const Vocabulary& danger) const {
    if (impl_ == nullptr) return {std::string(text), {}};
    return Mender(*impl_, danger, text).mend();
}

}  // namespace attune::nlu
