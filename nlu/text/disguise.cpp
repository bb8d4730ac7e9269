#include "nlu/text/disguise.hpp"

#include <algorithm>
#include <utility>

#include "nlu/text/contractions.hpp"
#include "nlu/text/fold.hpp"
#include "nlu/text/lookalikes.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::nlu {
namespace {

// A run of letters and apostrophes, or one sign that may stand for a letter. Pieces follow each other either
// directly, with only punctuation between, or behind a space.
struct Piece {
    std::string text;
    std::size_t letters = 0;
    bool sign = false;
    bool after_space = true;
    bool loose = false;  // behind a space, but one of several single letters in a row
};

class PieceReader {
public:
    std::vector<Piece> read(std::string_view text) {
        while (!text.empty()) {
            const CodePoint point = first_code_point(text);
            take(point.value, text.substr(0, point.bytes));
            text.remove_prefix(point.bytes);
        }
        end_piece();
        mark_loose();
        return std::move(pieces_);
    }

private:
    void take(char32_t c, std::string_view bytes) {
        switch (kind_of(c)) {
            case CharKind::letter:
                if (apostrophe_) piece_.text += '\'';
                apostrophe_ = false;
                piece_.text += bytes;
                ++piece_.letters;
                return;
            case CharKind::apostrophe:
                apostrophe_ = !piece_.text.empty() || !space_;  // "i;'ll" is "i'll" too
                return;
            case CharKind::mark:
                return;
            case CharKind::space:
                end_piece();
                apostrophe_ = false;
                space_ = true;
                return;
            case CharKind::emoji:
            case CharKind::other:
                end_piece();
                if (is_letter_sign(c)) add(Piece{std::string(bytes), 1, true, true, false});
                return;
        }
    }

    void end_piece() {
        if (!piece_.text.empty()) add(std::exchange(piece_, Piece{}));
    }

    void add(Piece piece) {
        piece.after_space = space_;
        space_ = false;
        pieces_.push_back(std::move(piece));
    }

    // "d i e": single letters with only spaces between.
    void mark_loose() {
        const auto alone = [this](std::size_t i) {
            return pieces_[i].letters == 1 && (i + 1 == pieces_.size() || pieces_[i + 1].after_space);
        };
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            pieces_[i].loose = pieces_[i].after_space && pieces_[i - 1].letters == 1 && alone(i);
        }
    }

    std::vector<Piece> pieces_;
    Piece piece_;
    bool apostrophe_ = false;
    bool space_ = true;
};

enum class Joining { longest, shortest, whole };

class Rewriter {
public:
    Rewriter(const std::vector<Piece>& pieces, const Vocabulary& vocabulary, Joining joining, Reading reading)
        : pieces_(pieces), vocabulary_(vocabulary), joining_(joining), reading_(reading) {}

    std::string rewrite() {
        std::size_t at = 0;
        while (at < pieces_.size()) {
            if (pieces_[at].after_space) flush();
            const std::size_t next = joining_ == Joining::whole ? whole(at) : join(at);
            if (next == at) leave(pieces_[at++]);
            at = std::max(at, next);
        }
        flush();
        return std::move(out_);
    }

private:
    bool follows(std::size_t i) const {
        if (i >= pieces_.size()) return false;
        return !pieces_[i].after_space || (pieces_[i].loose && joining_ != Joining::whole);
    }

    // Takes pieces from `at` on as one known word; the index behind them, or `at` when there is none.
    std::size_t join(std::size_t at) {
        const std::size_t most = vocabulary_.longest() + 4;  // a few letters repeated
        std::string letters;
        std::string plain;
        std::string best;
        std::size_t end = at;
        for (std::size_t i = at; i == at || follows(i); ++i) {
            letters += pieces_[i].text;
            if (!pieces_[i].sign) plain += pieces_[i].text;
            if (i > at && letters.size() > most) break;
            std::string known = read(letters, plain);
            if (known.empty()) continue;
            best = std::move(known);
            end = i + 1;
            if (joining_ == Joining::shortest) break;
        }
        if (end > at) {
            flush();
            out_ += best;
        }
        return end;
    }

    std::size_t whole(std::size_t at) {
        std::string letters = pieces_[at].text;
        std::string plain = pieces_[at].sign ? std::string() : pieces_[at].text;
        std::size_t end = at + 1;
        for (; follows(end); ++end) {
            letters += pieces_[end].text;
            if (!pieces_[end].sign) plain += pieces_[end].text;
        }
        const std::string known = read(letters, plain);
        if (!known.empty()) {
            out_ += known;
        } else if (!plain.empty()) {
            append_written_out(out_, plain);
        }
        return end;
    }

    std::string read(const std::string& letters, const std::string& plain) const {
        std::string known = vocabulary_.known(letters, reading_);
        if (known.empty() && !plain.empty() && plain.size() < letters.size()) {
            known = vocabulary_.known(plain, reading_);
        }
        return known;
    }

    // A piece that is part of no known word stays; what punctuation alone parted becomes one word.
    void leave(const Piece& piece) {
        if (!piece.sign) pending_ += piece.text;
    }

    void flush() {
        if (!pending_.empty()) append_written_out(out_, pending_);
        pending_.clear();
    }

    const std::vector<Piece>& pieces_;
    const Vocabulary& vocabulary_;
    Joining joining_;
    Reading reading_;
    std::string out_ = " ";
    std::string pending_;
};

bool may_hide(const Piece& piece, const Vocabulary& vocabulary) {
    if (piece.sign || piece.loose || !piece.after_space || piece.text == "2") return true;
    if (piece.text.find('\'') != std::string::npos) {
        std::string bare = piece.text;
        return std::erase(bare, '\'') > 1 || vocabulary.has(bare);
    }
    return looks_disguised(piece.text);
}

}  // namespace

std::vector<std::string> undisguised(std::string_view text, const Vocabulary& vocabulary) {
    const std::string folded = fold(cut(text, max_text_bytes));
    const std::string latin = with_latin_letters(folded);
    const std::vector<Piece> pieces = PieceReader().read(latin);
    const auto hides = [&](const Piece& piece) { return may_hide(piece, vocabulary); };
    if (latin == folded && std::none_of(pieces.begin(), pieces.end(), hides)) return {};
    std::vector<std::string> readings;
    const auto add = [&](Joining joining, Reading reading) {
        std::string reading_text = Rewriter(pieces, vocabulary, joining, reading).rewrite();
        if (std::find(readings.begin(), readings.end(), reading_text) == readings.end()) {
            readings.push_back(std::move(reading_text));
        }
    };
    add(Joining::longest, Reading::first);
    add(Joining::shortest, Reading::last);
    add(Joining::whole, Reading::first);
    std::erase(readings, normalise(text));
    return readings;
}

}  // namespace attune::nlu
