#include "nlu/match/pattern_tree.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "nlu/text/normalise.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::nlu {
namespace {

using Kind = PatternNode::Kind;
using Branches = std::vector<PatternSequence>;

constexpr std::string_view white = " \t\n\r";
constexpr std::string_view signs = "()[]|*@<>";
constexpr std::string_view number_sign = "<number>";
constexpr std::string_view whole_sign = "just:";
constexpr int max_nesting = 16;
constexpr int usual_gap = 3;

bool is_in(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

PatternNode node(Kind kind, std::string text = {}) {
    PatternNode made;
    made.kind = kind;
    made.text = std::move(text);
    return made;
}

// Recursive descent; every function is true on success, and otherwise has set `error`.
class Parser {
public:
    Parser(std::string_view text, const WordLists* lists) : text_(text), lists_(lists) {}

    bool parse(PatternTree& tree) {
        const std::size_t well_formed = well_formed_bytes(text_);
        if (well_formed < text_.size()) return fail(well_formed, "bytes that are not UTF-8", "UTF-8");
        if (text_.size() > max_pattern_bytes) {
            return fail(max_pattern_bytes, "a longer pattern", "at most 1000 bytes");
        }
        skip_white();
        if (text_.substr(at_).starts_with(whole_sign)) {
            if (lists_ == nullptr) return fail(at_, std::string(whole_sign), "a word");
            at_ += whole_sign.size();
            tree.whole = true;
        }
        start_ = at_;
        if (!branches(tree.branches, 0)) return false;
        return at_ == text_.size() || fail_here("a word or the end");
    }

    PatternError error;

private:
    bool branches(Branches& out, int depth) {
        if (depth > max_nesting) return fail_here("fewer brackets inside each other");
        for (;;) {
            PatternSequence sequence;
            if (!read_sequence(sequence, depth)) return false;
            if (sequence.empty()) return fail_here("a word");
            out.push_back(std::move(sequence));
            if (at_ == text_.size() || text_[at_] != '|') return true;
            ++at_;
        }
    }

    bool read_sequence(PatternSequence& out, int depth) {
        for (;;) {
            skip_white();
            if (at_ == text_.size() || is_in(text_[at_], ")]|")) return true;
            if (at_ > start_ && !is_in(text_[at_ - 1], " \t\n\r([|")) return fail_here("a space");
            if (!element(out, depth)) return false;
        }
    }

    bool element(PatternSequence& out, int depth) {
        switch (text_[at_]) {
            case '(':
                return group(out, Kind::choice, ')', depth);
            case '[':
                return group(out, Kind::optional, ']', depth);
            case '@':
                return list(out);
            case '<':
                return number(out);
            case '*':
                return fail_here("the beginning of a word before *");
            case '>':
                return fail_here("a word");
            default:
                return text_.substr(at_).starts_with("..") ? gap(out) : word(out);
        }
    }

    bool group(PatternSequence& out, Kind kind, char closer, int depth) {
        const std::size_t opened = at_++;
        PatternNode made = node(kind);
        if (!branches(made.branches, depth + 1)) return false;
        if (at_ == text_.size()) {
            return fail(opened, std::string(1, text_[opened]), std::string(1, closer) + " behind it");
        }
        if (text_[at_] != closer) return fail_here(std::string(1, closer));
        ++at_;
        out.push_back(std::move(made));
        return true;
    }

    bool list(PatternSequence& out) {
        const std::size_t sign = at_++;
        while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        const std::string name(text_.substr(sign + 1, at_ - sign - 1));
        if (lists_ == nullptr) return fail(sign, "@" + name, "a word: a list holds no lists");
        const auto found = lists_->find(name);
        if (found == lists_->end()) return fail(sign, "@" + name, known_lists());
        if (found->second.empty()) return fail(sign, "@" + name, "a list with words");
        PatternNode made = node(Kind::choice);
        for (const std::string& phrase : found->second) {
            if (!add_phrase(made.branches, phrase, sign)) return false;
        }
        out.push_back(std::move(made));
        return true;
    }

    bool add_phrase(Branches& out, const std::string& phrase, std::size_t sign) {
        PatternTree tree;
        Parser parser(phrase, nullptr);
        if (!parser.parse(tree)) {
            const PatternError& inner = parser.error;
            return fail(sign, inner.found + " in \"" + phrase + "\"", inner.expected);
        }
        std::move(tree.branches.begin(), tree.branches.end(), std::back_inserter(out));
        return true;
    }

    std::string known_lists() const {
        if (lists_->empty()) return "a list; there are none";
        std::string names = "one of";
        for (const auto& [name, words] : *lists_) names += " @" + name;
        return names;
    }

    bool number(PatternSequence& out) {
        if (!text_.substr(at_).starts_with(number_sign)) return fail_here(std::string(number_sign));
        at_ += number_sign.size();
        out.push_back(node(Kind::number));
        return true;
    }

    bool gap(PatternSequence& out) {
        PatternNode made = node(Kind::gap);
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("...")) {
            made.most = usual_gap;
        } else if (rest.size() > 2 && rest[2] >= '1' && rest[2] <= '9') {
            made.most = rest[2] - '0';
        } else {
            return fail_here("... or .. and a digit from 1 to 9");
        }
        at_ += 3;
        out.push_back(std::move(made));
        return true;
    }

    bool word(PatternSequence& out) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_in(text_[at_], white) && !is_in(text_[at_], signs)) ++at_;
        const std::string_view run = text_.substr(begin, at_ - begin);
        if (run.find("..") != std::string_view::npos)
            return fail(begin, std::string(run), "a space before the gap");
        const bool stem = at_ < text_.size() && text_[at_] == '*';
        if (stem) ++at_;
        const std::string words = stem ? normalise_stem(run) : normalise(run);
        if (words == " ") return fail(begin, std::string(run), "a letter or a digit");
        for (std::size_t from = 1; from < words.size();) {
            const std::size_t to = words.find(' ', from);
            out.push_back(node(Kind::word, words.substr(from, to - from)));
            from = to + 1;
        }
        if (stem) out.back().kind = Kind::stem;
        return true;
    }

    void skip_white() {
        while (at_ < text_.size() && is_in(text_[at_], white)) ++at_;
    }

    bool fail_here(std::string expected) {
        if (at_ == text_.size()) return fail(at_, "the end", std::move(expected));
        const CodePoint found = first_code_point(text_.substr(at_));
        return fail(at_, std::string(text_.substr(at_, found.bytes)), std::move(expected));
    }

    bool fail(std::size_t offset, std::string found, std::string expected) {
        error = PatternError{offset, std::move(found), std::move(expected)};
        return false;
    }

    std::string_view text_;
    const WordLists* lists_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
};

}  // namespace

tl::expected<PatternTree, PatternError> parse_pattern(std::string_view pattern, const WordLists& lists) {
    PatternTree tree;
    Parser parser(pattern, &lists);
    if (!parser.parse(tree)) return tl::unexpected<PatternError>(std::move(parser.error));
    return tree;
}

}  // namespace attune::nlu
