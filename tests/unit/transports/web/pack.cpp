#include "transports/web/pack/pack.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "transports/web/pack/tokens.hpp"

using attune::web::pack;
using attune::web::tokens;

namespace {

std::string packed(std::map<std::string, std::string> modules) {
    return pack("a.js", [modules = std::move(modules)](const std::string& path) { return modules.at(path); });
}

std::string one(const std::string& source) {
    return packed({{"a.js", source}});
}

std::vector<std::string> pieces(const std::string& source) {
    std::vector<std::string> result;
    for (const auto& token : tokens(source)) result.emplace_back(token.text);
    return result;
}

}  // namespace

TEST_CASE("modules come once, before their first user, without import and export", "[web][pack]") {
    CHECK(packed({{"a.js", "import { b } from './x/b.js';\nimport { c } from './x/c.js';\n\nb(c);\n"},
                  {"x/b.js", "import { c } from './c.js';\n\nexport const b = (d) => d + c;\n"},
                  {"x/c.js", "export const c = 1;\n"}}) == "const c=1;const b=(d)=>d+c;b(c);");
}

TEST_CASE("comments and needless spaces go, words stay apart", "[web][pack]") {
    CHECK(one("/** what\n * it is */\nconst a = typeof b; // why\n\n\n  return  a\n") ==
          "const a=typeof b;return a\n");
    CHECK(one("a = b + +c - -d; e++ + f;\n") == "a=b+ +c- -d;e++ +f;");
    CHECK(one("a = { ...b };\n") == "a={...b};");
}

TEST_CASE("what stands in strings, templates and patterns stays as it is", "[web][pack]") {
    CHECK(one("a = ' // b ' + \"it's /* c */\";\n") == "a=' // b '+\"it's /* c */\";");
    CHECK(one("a = `x // ${b ? `y  }` : '}'}  z`;\n") == "a=`x // ${b ? `y  }` : '}'}  z`;");
    CHECK(one("a = `\n  b > c, d :is(e) { f: \"g h\"; }\n`;\n") == "a=`\nb>c,d :is(e){f:\"g h\";}\n`;");
    CHECK(one("a = /[/'`] +\\//g.test(b) / 2;\n") == "a=/[/'`] +\\//g.test(b)/2;");
    CHECK(one("a = (b + c) / d / e;\n") == "a=(b+c)/d/e;");
    CHECK(one("if (a) return /x y/;\n") == "if(a)return/x y/;");
}

TEST_CASE("private names become short, each the same everywhere, colors do not change", "[web][pack]") {
    CHECK(one("class A { #first = 1; #second() { return `${this.#first} #fff`; } }\n") ==
          "class A{#a=1;#b(){return`${this.#a} #fff`;}}\n");
}

TEST_CASE("what ends in the middle of something does no harm", "[web][pack]") {
    for (const char* source : {"'a", "`a${", "`", "/a", "/* a", "// a", "a\\", "'\\", "#", "/[", "`${'"}) {
        CHECK(pieces(source).size() <= 3);
    }
}
