#include "tests/unit/dialogs/support/slips.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/tiny_bot.hpp"

namespace attune::dialogs::test {

void check_slips(const std::vector<Slip>& slips) {
    for (const Slip& slip : slips) {
        CAPTURE(slip.path, slip.old_text, slip.new_text);
        CHECK(problems(tiny_bot_with(slip.path, slip.old_text, slip.new_text)) == slip.problems);
    }
}

}  // namespace attune::dialogs::test
