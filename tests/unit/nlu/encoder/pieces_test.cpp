#include "nlu/encoder/pieces.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/nlu/encoder/small_weights.hpp"

using namespace attune::nlu;

namespace {

std::vector<std::string> cut(const std::string& text) {
    const Pieces pieces(testing::small_weights().pieces);
    std::vector<std::string> texts;
    for (const std::uint32_t id : pieces.cut(text)) texts.push_back(pieces.all()[id].text);
    return texts;
}

}  // namespace

TEST_CASE("text is cut into the pieces that are likeliest together", "[nlu][encoder]") {
    using Texts = std::vector<std::string>;
    auto [text, pieces] = GENERATE(table<std::string, Texts>({
        {"", {}},
        {"a", {"\u2581a"}},                        // -4, and not -3 -2
        {"ab", {"\u2581a", "b"}},                  // -6, against -6.5 and -9
        {"bab", {"\u2581", "b", "ab"}},            // -8.5, against -9
        {"b a", {"\u2581", "b", "\u2581a"}},
        {"x", {"\u2581", "?"}},
    }));
    CAPTURE(text);
    CHECK(cut(text) == pieces);
}

TEST_CASE("a run of letters that no piece covers is one unknown", "[nlu][encoder]") {
    CHECK(cut("xyzb") == std::vector<std::string>{"\u2581", "?", "b"});
    CHECK(cut("\xF0\x9F\x98\x80\xC3\xA9z").size() == 2);
}

TEST_CASE("the model's own signs are not read from a text", "[nlu][encoder]") {
    CHECK(cut("<s>") == std::vector<std::string>{"\u2581", "?"});
}

TEST_CASE("no more pieces than the model was made for, however long the text", "[nlu][encoder]") {
    CHECK(cut(std::string(100'000, 'b')).size() == max_pieces);
}

TEST_CASE("ill-formed bytes are unknown letters", "[nlu][encoder]") {
    CHECK(cut("\xFF\xC3") == std::vector<std::string>{"\u2581", "?"});
}
