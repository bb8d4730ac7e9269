#include "dialogs/language/nearest.hpp"

#include <catch2/catch.hpp>

using namespace attune::dialogs;

TEST_CASE("the nearest name is one slip for every three letters away, or there is none", "[language]") {
    const std::vector<std::string> names = {"signs", "style_anxious", "menu", "end"};
    const auto [written, near] = GENERATE(table<std::string, std::string>({
        {"sign", "signs"},
        {"sings", "signs"},
        {"style_anxous", "style_anxious"},
        {"style_aniuxos", "style_anxious"},
        {"mnu", "menu"},
        {"ned", "end"},
        {"goodbye", ""},
        {"a", ""},
        {"", ""},
        {std::string(100, 'a'), ""},
    }));
    CAPTURE(written);
    CHECK(nearest(written, names) == near);
}

TEST_CASE("without a near name the few that there are get listed", "[language]") {
    CHECK(help_for("sigsn", {"signs", "menu"}) == "did you mean 'signs'?");
    CHECK(help_for("xyz", {"signs", "menu"}) == "one of signs, menu");
    CHECK(help_for("xyz", std::vector<std::string>(50, "signs")).empty());
    CHECK(help_for("xyz", {}).empty());
}

TEST_CASE("what is quoted in a message stays short and in one line", "[language]") {
    CHECK(quoted("a\nb") == "'a b'");
    CHECK(quoted(std::string(61, 'a')) == "'" + std::string(60, 'a') + "…'");
}
