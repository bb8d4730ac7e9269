#include "transports/channels/opt_out.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports;

TEST_CASE("STOP counts only as the whole message", "[transports][channels]") {
    for (const char* text : {"STOP", " stop ", "Stop.", "UNSUBSCRIBE", "end", "Quit\n", "stop all", "CANCEL"}) {
        CAPTURE(text);
        CHECK(opt_out_word(text) == Command::stop);
    }
    for (const char* text : {"I want it all to stop", "make it stop", "stop it", "the end", "I want to end it", "", "yes",
                             "stopp", "cancel my appointment"}) {
        CAPTURE(text);
        CHECK_FALSE(opt_out_word(text).has_value());
    }
    CHECK(opt_out_word("Start") == Command::start);
    CHECK(opt_out_word("HELP") == Command::help);
    CHECK(may_restart(" YES "));
    CHECK_FALSE(may_restart("yes please"));
}
