#include <algorithm>
#include <set>

#include "dialogs/analysis/review/review_lock.hpp"
#include "dialogs/script/for_each_line.hpp"
#include "tests/unit/dialogs/support/tiny_bot.hpp"

#include <catch2/catch.hpp>

using namespace attune::dialogs;
using attune::dialogs::test::tiny_bot;
using attune::dialogs::test::tiny_bot_with;

namespace {

ReviewItem item_of(const BotFiles& files, const std::string& id) {
    const auto loaded = load(files);
    if (!loaded) FAIL(to_text(loaded.error()));
    for (ReviewItem& item : review_items(**loaded)) {
        if (item.id == id) return std::move(item);
    }
    FAIL("there is no item " << id);
    return {};
}

}  // namespace

TEST_CASE("every line, the disclosure and the help card are to be read, each once a language",
          "[analysis][review]") {
    const auto script = load(tiny_bot()).value();
    std::set<std::string> ids;
    for (const ReviewItem& item : review_items(*script)) {
        CAPTURE(item.id);
        REQUIRE(ids.insert(item.id + " " + item.locale).second);
        REQUIRE(item.hash.size() == 16);
        REQUIRE_FALSE(item.variants.empty());
    }
    for_each_line(*script, [&](const Line& line) { REQUIRE(ids.count(line.id + " en") == 1); });
    for (const char* id : {"@disclosure en", "@card en", "@card.us.988 en"}) REQUIRE(ids.count(id) == 1);
}

TEST_CASE("the hash changes with the words, the options, and the clinic's facts in them",
          "[analysis][review]") {
    const auto [id, path, before, after] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"he.2", "flows/hello.yaml", "Who is it about?", "Who is this about?"},
            {"he.2", "flows/hello.yaml", "label: \"My partner\", match", "label: \"Partner\", match"},
            {"nm.1", "bot.yaml", "\"Sorry?\", \"Pardon?\"", "\"Pardon?\", \"Sorry?\""},
            {"nm.1", "bot.yaml", "[\"Sorry?\", \"Pardon?\"]", "\"Sorry?\""},
            {"by.1", "clinic.yaml", "555-0100", "555-0199"},
            {"@card.us.988", "safety/lines/us.yaml", "tel: \"988\"", "tel: \"989\""},
            {"he.3", "flows/hello.yaml", "  - id: who", "  - id: whom"},
        }));
    CAPTURE(id, before, after);
    REQUIRE(item_of(tiny_bot(), id).hash != item_of(tiny_bot_with(path, before, after), id).hash);
}

TEST_CASE("the hash stays when something else changes", "[analysis][review]") {
    const BotFiles other = tiny_bot_with("flows/hello.yaml", "Who is it about?", "Who is this about?");
    for (const char* id : {"he.1", "he.3", "he.4", "nm.1", "@disclosure"}) {
        CAPTURE(id);
        REQUIRE(item_of(tiny_bot(), id).hash == item_of(other, id).hash);
    }
}

TEST_CASE("signed words are signed until they change", "[analysis][review]") {
    const ReviewItem item = item_of(tiny_bot(), "he.2");
    ReviewLock lock;
    REQUIRE(state_of(lock, item) == ReviewState::unreviewed);
    lock[{"he.2", "en"}] = {item.hash, "2026-11-25", "A. Reader"};
    REQUIRE(state_of(lock, item) == ReviewState::signed_off);
    const BotFiles changed = tiny_bot_with("flows/hello.yaml", "Who is it about?", "Who is this about?");
    REQUIRE(state_of(lock, item_of(changed, "he.2")) == ReviewState::stale);
    REQUIRE(sign_off_of(lock, item)->by == "A. Reader");
    lock.clear();
    lock[{"he.2", "es"}] = {item.hash, "2026-11-25", "A. Reader"};
    REQUIRE(state_of(lock, item) == ReviewState::unreviewed);
}

TEST_CASE("signing changes nothing that a conversation is pinned to", "[analysis][review]") {
    BotFiles files = tiny_bot();
    files["review.lock"] =
        write_review_lock({{{"he.2", "en"}, {"0123456789abcdef", "2026-11-25", "A. Reader"}}});
    const auto loaded = load(files);
    if (!loaded) FAIL(to_text(loaded.error()));
    REQUIRE((*loaded)->hash == load(tiny_bot()).value()->hash);
}

TEST_CASE("a lock that is written is read back, sorted by id and language", "[analysis][review]") {
    const ReviewLock lock = {{{"b.1", "es"}, {"0123456789abcdef", "2026-11-25", "Dr. Reader, LCSW"}},
                             {{"a.1", "en"}, {"fedcba9876543210", "2026-01-31", "\xC3\x89lan"}}};
    const std::string text = write_review_lock(lock);
    REQUIRE(text.find("a.1 en") < text.find("b.1 es"));
    const auto read = read_review_lock({{"review.lock", text}});
    REQUIRE(read);
    REQUIRE(write_review_lock(*read) == text);
    REQUIRE(read_review_lock({})->empty());
}

TEST_CASE("a malformed sign-off is reported at its line", "[analysis][review]") {
    const auto* row =
        GENERATE("he.2", "he.2 en 0123456789abcdef 2026-11-25", "he.2 en 0123456789ABCDEF 2026-11-25 A",
                 "he.2 en 0123456789abcdef 2026-02-30 A", "he.2 en 0123456789abcdef 2026-11-25  A",
                 "a en 0123456789abcdef 2026-11-25 A");
    CAPTURE(row);
    const auto read = read_review_lock(
        {{"review.lock", "# head\na en 0123456789abcdef 2026-11-25 A\n" + std::string(row)}});
    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 1);
    REQUIRE(read.error()[0].place.line == 3);
}
