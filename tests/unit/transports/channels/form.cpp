#include "transports/channels/form.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports;

TEST_CASE("forms are read and written", "[transports][channels]") {
    const auto form = read_form("Body=I+am+%26+you%0A&From=%2B15551230000&Empty=&Bare&&");
    REQUIRE(form);
    CHECK(form_value(*form, "Body") == "I am & you\n");
    CHECK(form_value(*form, "From") == "+15551230000");
    CHECK(form->size() == 4);
    CHECK(read_form(write_form(*form)) == form);
    CHECK_FALSE(read_form("a=%"));
    CHECK_FALSE(read_form("a=%2"));
    CHECK_FALSE(read_form("a=%zz"));
    std::string many;
    for (int i = 0; i < 300; ++i) many += "a=1&";
    CHECK_FALSE(read_form(many));
}
