#include "dialogs/analysis/view/screenplay.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "dialogs/analysis/view/walk_order.hpp"
#include "dialogs/script/for_each_line.hpp"
#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::tiny_bot;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Screenplay tiny_play(const ReviewLock& lock = {}) {
    return screenplay_of(*load(tiny_bot()).value(), tiny_bot(), lock);
}

}  // namespace

TEST_CASE("every flow stands in the order of the walk, once, and danger last", "[analysis][view]") {
    const auto script = load(shipped_bot()).value();
    std::set<std::string> seen;
    const auto groups = walk_order(*script);
    for (const FlowGroup& group : groups) {
        for (const Flow* flow : group.flows) REQUIRE(seen.insert(flow->id).second);
    }
    REQUIRE(seen.size() == script->flows.size());
    REQUIRE(groups.front().flows.front()->id == script->start_flow);
    for (const Flow* flow : groups.back().flows) REQUIRE(flow->crisis);
}

TEST_CASE("every line of the shipped bot is in the page and in the table", "[analysis][view]") {
    const auto script = load(shipped_bot()).value();
    const Screenplay play = screenplay_of(*script, shipped_bot(), {});
    const std::string html = write_html(play);
    const std::string csv = write_csv(play);
    for_each_line(*script, [&](const Line& line) {
        CAPTURE(line.id);
        REQUIRE(has(html, ">" + line.id + "<"));
        REQUIRE(has(csv, "," + line.id + ","));
    });
    for (const char* part : {"src=\"http", "href=\"http", "url(http", "@import"}) REQUIRE_FALSE(has(html, part));
}

TEST_CASE("a page tells when flows start, where options lead, and on what condition", "[analysis][view]") {
    const std::string html = write_html(tiny_play());
    for (const char* part :
         {"Starts when the conversation opens.", "Starts when the visitor writes something like “hello you”.",
          "Starts when the safety net sees self-injury.", "Only if &quot;who&quot; was not answered",
          "<span class=\"pill\">My partner</span>", "href=\"#tick\"", "then comes back", "only once",
          "Not understood, time 1", "If &quot;who&quot; is My partner or Myself", "not reviewed"}) {
        CAPTURE(part);
        REQUIRE(has(html, part));
    }
}

TEST_CASE("the page shows who signed, and what changed since", "[analysis][view]") {
    ReviewLock lock;
    for (const ReviewItem& item : review_items(*load(tiny_bot()).value())) {
        if (item.id == "he.1") lock[{"he.1", "en"}] = {item.hash, "2026-11-25", "A. <Reader>"};
    }
    lock[{"he.2", "en"}] = {"0123456789abcdef", "2026-11-24", "B. Reader"};
    const Screenplay play = tiny_play(lock);
    REQUIRE(play.signed_lines == 1);
    const std::string html = write_html(play);
    REQUIRE(has(html, "<span class=\"chip signed\">A. &lt;Reader&gt;, 2026-11-25</span>"));
    REQUIRE(has(html, "<span class=\"chip stale\">changed since B. Reader, 2026-11-24</span>"));
    REQUIRE(has(write_csv(play), ",stale,B. Reader,2026-11-24\r\n"));
}
