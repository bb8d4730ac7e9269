#include "transports/channels/split_text.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <random>

using namespace attune::transports;

namespace {

std::string without_space(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') result += c;
    }
    return result;
}

}  // namespace

TEST_CASE("a short text stays whole, an empty one gives nothing", "[transports][channels]") {
    CHECK(split_text("hello", 16, Traits::Unit::bytes) == std::vector<std::string>{"hello"});
    CHECK(split_text("  \n ", 16, Traits::Unit::bytes).empty());
}

TEST_CASE("text is cut between sentences rather than words", "[transports][channels]") {
    CHECK(split_text("One two three. Four five six.", 20, Traits::Unit::bytes) ==
          std::vector<std::string>{"One two three.", "Four five six."});
}

TEST_CASE("a crisis line is never parted from its number", "[transports][channels]") {
    const std::string text =
        "If you are in danger or might act on this, call 911 now. To talk with someone:\n"
        "\xE2\x80\xA2 988 Suicide and Crisis Lifeline: call or text 988, day and night (Spanish: press 2)\n"
        "\xE2\x80\xA2 Crisis Text Line: text HOME to 741741\n"
        "\xE2\x80\xA2 National Domestic Violence Hotline: call 1-800-799-7233";
    for (std::size_t most = 100; most < 300; ++most) {
        CAPTURE(most);
        bool suicide = false, text_line = false, violence = false;
        for (const std::string& piece : split_text(text, most, Traits::Unit::code_points)) {
            suicide |= piece.find("988 Suicide and Crisis Lifeline: call or text 988, day and night") != std::string::npos;
            text_line |= piece.find("Crisis Text Line: text HOME to 741741") != std::string::npos;
            violence |= piece.find("Violence Hotline: call 1-800-799-7233") != std::string::npos;
        }
        CHECK(suicide);
        CHECK(text_line);
        CHECK(violence);
    }
}

TEST_CASE("pieces fit, and together are the text", "[transports][channels]") {
    std::mt19937 dice(7);
    const std::vector<std::string> parts = {"a", "word", " ", "\n", "\n\n", ". ", "1-800-799-7233", "\xF0\x9F\x98\x80",
                                            "\xC3\xA9", "? ", "longwordwithoutanyspace", "988", ": ", "\xFF"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (auto i = dice() % 40; i > 0; --i) text += parts[dice() % parts.size()];
        const std::size_t most = 16 + dice() % 60;
        const auto unit = std::array{Traits::Unit::code_points, Traits::Unit::utf16, Traits::Unit::bytes}[dice() % 3];
        CAPTURE(text, most);
        std::string all;
        for (const std::string& piece : split_text(text, most, unit)) {
            CHECK(length_in(unit, piece) <= most);
            CHECK_FALSE(piece.empty());
            all += piece;
        }
        CHECK(without_space(all) == without_space(text));
    }
}
