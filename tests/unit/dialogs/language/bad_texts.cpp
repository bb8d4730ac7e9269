#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/slips.hpp"

using namespace attune::dialogs::test;

TEST_CASE("a text asks only for what is known", "[language]") {
    check_slips({
        {"flows/bye.yaml",
         "{clinic.phone}",
         "{clinic.phon}",
         {"flows/bye.yaml:7:27: unknown '{clinic.phon}'; expected a key of clinic.yaml (did you mean "
          "'phone'?) [unknown-variable]"}},
        {"flows/bye.yaml",
         "{clinic.phone}",
         "{clinic.fax}",
         {"flows/bye.yaml:7:27: 'clinic.fax' is empty in clinic.yaml (fill it in, or say this without it) "
          "[empty-variable]"}},
        {"flows/bye.yaml",
         "{clinic.phone}",
         "{clinic.phone",
         {"flows/bye.yaml:7:27: '{' without '}'; expected a name like {clinic.phone} (a brace that is meant "
          "as such is written {{) [text-syntax]"}},
        {"flows/bye.yaml",
         "{signs}",
         "{sign}",
         {"flows/bye.yaml:7:44: unknown slot 'sign'; expected a slot of this flow or of the bot (did you "
          "mean 'signs'?) [unknown-slot]"}},
        {"flows/bye.yaml",
         "{clinic.phone}",
         "{Phone}",
         {"flows/bye.yaml:7:27: unknown '{Phone}'; expected {clinic.…}, {crisis.…}, {bot.name} or a slot "
          "[unknown-variable]"}},
        {"flows/crisis.yaml",
         "{crisis.suicide}",
         "{crisis.suicde}",
         {"flows/crisis.yaml:8:42: no crisis line of US is for 'suicde'; expected {crisis.emergency}, "
          "{crisis.lines} or a purpose of safety/lines (did you mean 'suicide'?) [unknown-purpose]"}},
    });
}

TEST_CASE("channels say the same to everybody, and lack no line", "[language]") {
    check_slips({
        {"bot.yaml",
         "\"Welcome back.\"",
         "[\"Welcome back.\", \"Hello.\"]",
         {"bot.yaml:33:10: 'ch.2' has several texts; expected one, as on every channel the same is said "
          "[too-many]"}},
        {"bot.yaml",
         "I am a program.\"}",
         "I am a {signs}.\"}",
         {"bot.yaml:34:9: the slot 'signs' cannot stand in a line of channel_lines [unknown-variable]"}},
        {"bot.yaml",
         "  list: {ch.6: \"Choose\"}\n",
         "",
         {"bot.yaml:32:3: the key 'list' is missing in channel_lines [missing-key]"}},
    });
}
