#include "nlu/text/normalise.hpp"

#include <utility>

#include "nlu/text/contractions.hpp"
#include "nlu/text/fold.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::nlu {
namespace {

// Gathers one word after another. A word starts with a letter; what could merge with a letter that stood
// before a dropped character starts a new one, so that normalising twice changes nothing.
class Writer {
public:
    using Append = void (*)(std::string& words, std::string_view word);
    explicit Writer(Append append) : append_(append) {}

    void take(char32_t c, std::string_view bytes) {
        switch (kind_of(c)) {
            case CharKind::letter:
                return letter(c, bytes);
            case CharKind::mark:
                if (!word_.empty() && !apostrophe_) word_ += bytes;
                return;
            case CharKind::apostrophe:
                apostrophe_ = !word_.empty();
                return;
            case CharKind::emoji:
                end_word();
                word_ = bytes;
                return end_word();
            case CharKind::space:
            case CharKind::other:
                return end_word();
        }
    }

    std::string finish() {
        end_word();
        return std::move(words_);
    }

private:
    void letter(char32_t c, std::string_view bytes) {
        if (apostrophe_ && may_compose_with_previous(c)) end_word();
        if (apostrophe_) word_ += '\'';
        apostrophe_ = false;
        word_ += bytes;
    }

    void end_word() {
        apostrophe_ = false;
        if (word_.empty()) return;
        const std::size_t before = words_.size();
        if (!full_) append_(words_, word_);
        if (words_.size() > max_text_bytes) {  // a word that does not fit is left out, and all behind it
            words_.resize(before);
            full_ = true;
        }
        word_.clear();
    }

    Append append_;
    std::string words_ = " ";
    std::string word_;
    bool apostrophe_ = false;
    bool full_ = false;
};

void append_as_it_is(std::string& words, std::string_view word) {
    for (const char c : word) {
        if (c != '\'') words += c;
    }
    words += ' ';
}

std::string words_of(std::string_view text, Writer::Append append) {
    const std::string folded = fold(cut(text, max_text_bytes));
    Writer writer(append);
    std::string_view rest = folded;
    while (!rest.empty()) {
        const CodePoint point = first_code_point(rest);
        writer.take(point.value, rest.substr(0, point.bytes));
        rest.remove_prefix(point.bytes);
    }
    return writer.finish();
}

}  // namespace

std::string normalise(std::string_view text) {
    return words_of(text, append_written_out);
}

std::string normalise_stem(std::string_view text) {
    return words_of(text, append_as_it_is);
}

}  // namespace attune::nlu
