#include "transports/web/pack/tokens.hpp"

#include <algorithm>
#include <array>

namespace attune::web {

namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// After these a slash divides; after everything else it begins a regular expression.
bool ends_an_expression(const std::vector<Token>& before) {
    if (before.empty()) return false;
    constexpr std::array<std::string_view, 4> wants_more = {"return", "typeof", "case", "await"};
    const auto& [kind, text] = before.back();
    if (kind == Kind::line_end) return false;
    if (kind == Kind::mark) return text == ")" || text == "]" || text == "}";
    return std::find(wants_more.begin(), wants_more.end(), text) == wants_more.end();
}

class Reader {
public:
    explicit Reader(std::string_view source) : source_(source) {}

    std::vector<Token> read() {
        while (at_ < source_.size()) step();
        return std::move(tokens_);
    }

private:
    char look(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }

    void take(Kind kind, std::size_t length) {
        tokens_.push_back({kind, source_.substr(at_, length)});
        at_ += tokens_.back().text.size();
    }

    template <class Belongs>
    std::size_t run(std::size_t from, Belongs belongs) const {
        while (from < source_.size() && belongs(source_[from])) ++from;
        return from - at_;
    }

    void step() {
        const char c = look();
        if (c == '\n') return line_end();
        if (c == ' ' || c == '\t' || c == '\r') return void(++at_);
        if (c == '/' && look(1) == '/') return skip_to("\n", 0);
        if (c == '/' && look(1) == '*') return skip_to("*/", 2);
        if (c == '\'' || c == '"') return take(Kind::text, quoted(at_, c) - at_);
        if (c == '`') return take(Kind::text, after_template(at_) - at_);
        if (c == '/' && !ends_an_expression(tokens_)) return take(Kind::pattern, pattern_length());
        if (is_digit(c)) return take(Kind::number, run(at_, [](char d) { return is_word(d) || d == '.'; }));
        if (c == '#') return take(Kind::private_name, run(at_ + 1, is_word));
        if (is_word(c)) return take(Kind::word, run(at_, is_word));
        const bool is_double = (c == '+' || c == '-') && look(1) == c;
        take(Kind::mark, is_double ? 2 : 1);
    }

    void line_end() {
        if (!tokens_.empty() && tokens_.back().kind != Kind::line_end) return take(Kind::line_end, 1);
        ++at_;
    }

    void skip_to(std::string_view end, std::size_t length) {
        const auto found = source_.find(end, at_ + length);
        at_ = found == std::string_view::npos ? source_.size() : found + length;
    }

    /// Behind the quote that ends what begins at `from`.
    std::size_t quoted(std::size_t from, char quote) const {
        for (++from; from < source_.size() && source_[from] != quote; ++from) {
            if (source_[from] == '\\') ++from;
        }
        return from + 1;
    }

    std::size_t after_template(std::size_t from) const {
        for (++from; from < source_.size() && source_[from] != '`'; ++from) {
            if (source_[from] == '\\')
                ++from;
            else if (source_.substr(from, 2) == "${")
                from = after_braces(from + 1) - 1;
        }
        return from + 1;
    }

    std::size_t after_braces(std::size_t from) const {
        int depth = 0;
        while (from < source_.size()) {
            const char c = source_[from];
            if (c == '\'' || c == '"')
                from = quoted(from, c);
            else if (c == '`')
                from = after_template(from);
            else
                ++from;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) break;
        }
        return from;
    }

    std::size_t pattern_length() const {
        bool in_class = false;
        std::size_t from = at_ + 1;
        for (; from < source_.size() && (in_class || source_[from] != '/') && source_[from] != '\n'; ++from) {
            if (source_[from] == '\\')
                ++from;
            else if (source_[from] == '[')
                in_class = true;
            else if (source_[from] == ']')
                in_class = false;
        }
        return run(from + 1, is_word);
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens(std::string_view source) {
    return Reader(source).read();
}

}  // namespace attune::web
