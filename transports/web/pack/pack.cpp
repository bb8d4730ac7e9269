#include "transports/web/pack/pack.hpp"

#include <cctype>
#include <map>
#include <set>

#include "transports/web/pack/tokens.hpp"

namespace attune::web {

namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

bool wants_a_space(char left, char right) {
    const auto is_word = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || c == '#';
    };
    return (is_word(left) && is_word(right)) || (left == right && (left == '+' || left == '-'));
}

/// In a style sheet: a space between these never means anything.
bool is_needless_space(char before, std::string_view here) {
    constexpr std::string_view after_these = "\n{}:;,>";
    constexpr std::string_view before_these = "{}>";
    return here.size() == 2 && here[0] == ' ' &&
           (after_these.find(before) != std::string_view::npos ||
            before_these.find(here[1]) != std::string_view::npos);
}

class Packer {
public:
    explicit Packer(const ReadModule& read) : read_(read) {}

    void add(const std::string& path) {
        if (!seen_.insert(path).second) return;
        std::string rest = read_(path);
        while (rest.starts_with("import ")) {
            const auto end = rest.find('\n');
            const std::string line = rest.substr(0, end);
            const auto from = line.find("'./") + 3;
            add(folder_of(path) + line.substr(from, line.rfind('\'') - from));
            rest.erase(0, end + 1);
        }
        write(rest);
    }

    std::string result() { return std::move(out_); }

private:
    void write(const std::string& source) {
        for (const Token& token : tokens(source)) {
            if (token.kind == Kind::word && token.text == "export") continue;
            if (token.kind == Kind::private_name)
                put(short_name(token.text));
            else if (token.kind == Kind::text && token.text.front() == '`')
                put(shorten(token.text));
            else
                put(token.text);
        }
    }

    void put(std::string_view text) {
        // A line end counts only where a statement may end with it.
        constexpr std::string_view goes_on = "\n;{,([";
        if (text == "\n" && (out_.empty() || goes_on.find(out_.back()) != std::string_view::npos)) return;
        if (!out_.empty() && wants_a_space(out_.back(), text.front())) out_ += ' ';
        out_ += text;
    }

    const std::string& short_name(std::string_view name) {
        auto [found, is_new] = names_.try_emplace(std::string(name));
        if (is_new) {
            const auto number = names_.size() - 1;
            found->second = std::string("#") + static_cast<char>('a' + number % 26);
            if (number >= 26) found->second += std::to_string(number / 26);
        }
        return found->second;
    }

    /// Templates: private names in them, and white space where they are style sheets, as those of many lines
    /// are.
    std::string shorten(std::string_view text) {
        const bool is_sheet = text.find('\n') != std::string_view::npos;
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            if (text.substr(at).starts_with("this.#")) {
                auto end = at + 6;
                while (end < text.size() &&
                       (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
                    ++end;
                result += "this." + short_name(text.substr(at + 5, end - at - 5));
                at = end;
            } else {
                const bool needless =
                    is_sheet && !result.empty() && is_needless_space(result.back(), text.substr(at, 2));
                if (!needless) result += text[at];
                ++at;
            }
        }
        return result;
    }

    const ReadModule& read_;
    std::set<std::string> seen_;
    std::map<std::string, std::string> names_;
    std::string out_;
};

}  // namespace

std::string pack(const std::string& entry, const ReadModule& read) {
    Packer packer(read);
    packer.add(entry);
    return packer.result();
}

}  // namespace attune::web
