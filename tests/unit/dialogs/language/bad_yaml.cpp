#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/slips.hpp"

using namespace attune::dialogs::test;

TEST_CASE("what is no plain YAML is refused at its place", "[language]") {
    check_slips({
        {"clinic.yaml", R"(fax: "")",
         R"(fax: ")",
         {"clinic.yaml:6:8: a quote that is never closed; expected it again at the end of the text [yaml]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(	fax: "")",
         {"clinic.yaml:6:4: this is not YAML: end of map not found (check the indentation (spaces, no tabs) and the brackets, and put texts in quotes) [yaml]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(fax: &a "")",
         {"clinic.yaml:6:8: an anchor (&a); expected the value itself [anchor]"}},
        {"clinic.yaml", R"(fax: "")",
         "fax: *a",
         {"clinic.yaml:6:8: an alias (*…); expected the value itself (put a text that starts with * in quotes) [alias]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(fax: !!str "")",
         {"clinic.yaml:6:8: a tag (!…); expected the value itself (put a text that starts with ! in quotes) [tag]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(name: "")",
         {"clinic.yaml:6:3: the key 'name' stands here a second time (the first stands in line 4) [duplicate-key]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(fax: ""
---
x: 1)",
         {"clinic.yaml:7:1: more than one document in a file; expected just one [several-documents]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(fax: "\x07")",
         {"clinic.yaml:6:8: a control character or tab in a text; expected letters, signs and spaces [control-character]"}},
        {"clinic.yaml", R"(fax: "")",
         R"(fax: "é\tx")",
         {"clinic.yaml:6:8: a control character or tab in a text; expected letters, signs and spaces [control-character]"}},
        {"clinic.yaml", R"(fax: "")",
         "? [a]\n  : b",
         {"clinic.yaml:6:5: a key that is not a word; expected a word and a colon [wrong-type]"}},
        {"clinic.yaml", R"(fax: "")",
         "fax:",
         {R"(clinic.yaml:6:3: nothing for a fact about the clinic; expected a text (an empty text is written "") [wrong-type])"}},
        {"clinic.yaml", R"(fax: "")",
         "fax: [a]",
         {"clinic.yaml:6:8: a list for a fact about the clinic; expected a text [wrong-type]"}},
        {"clinic.yaml", R"(fax: "")",
         "fax: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
         {"clinic.yaml:6:38: more than 32 levels inside each other [too-deep]"}},
    });
}
