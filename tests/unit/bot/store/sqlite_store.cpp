#include "bot/store/sqlite/sqlite_store.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>
#include <limits>

#include "bot/store/sqlite/database.hpp"
#include "bot/store/sqlite/group.hpp"
#include "bot/store/sqlite/schema.hpp"
#include "tests/unit/bot/store/stores.hpp"

using namespace attune;
using namespace attune::bot;
using namespace attune::bot::test;

namespace {

constexpr auto no_bound = std::numeric_limits<std::uint64_t>::max();

/// Runs SQL on a file from outside.
void run_sql(const std::string& file, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

bool is_in_any_file(const TemporaryFolder& folder, const std::string& words) {
    for (const auto& entry : std::filesystem::directory_iterator(folder.file(""))) {
        if (read_file(entry.path().string()).find(words) != std::string::npos) return true;
    }
    return false;
}

int mode_of(const std::string& file) {
    struct stat info {};
    REQUIRE(stat(file.c_str(), &info) == 0);
    return static_cast<int>(info.st_mode & 0777);
}

}  // namespace

TEST_CASE("what was committed is there after closing and opening", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    const SqliteSettings settings{folder.file("attune.db")};
    {
        auto store = open_sqlite_store(settings).value();
        for (std::uint64_t i = 1; i <= 3; ++i) REQUIRE(commit(*store, nth_commit("a", i)));
    }
    auto store = open_sqlite_store(settings).value();
    CHECK(load(*store, "a").value().version == 3);
    CHECK(events(*store, "a", 0, no_bound, 10).value().size() == 3);
    CHECK(commit(*store, nth_commit("a", 4)));
}

TEST_CASE("what was committed is on the disk before it is acknowledged", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    auto store = open_sqlite_store({folder.file("attune.db")}).value();
    REQUIRE(commit(*store, nth_commit("a", 1)));
    // A copy of the files is what a killed process leaves behind.
    TemporaryFolder copy;
    for (const char* name : {"attune.db", "attune.db-wal"}) {
        std::filesystem::copy_file(folder.file(name), copy.file(name));
    }
    auto left = open_sqlite_store({copy.file("attune.db")}).value();
    auto row = load(*left, "a");
    CAPTURE(row ? "there" : row.error().message);
    REQUIRE(row);
    CHECK(row->version == 1);
}

TEST_CASE("closing finishes what was asked for", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    int answered = 0;
    {
        auto store = open_sqlite_store({folder.file("attune.db")}).value();
        for (std::uint64_t i = 1; i <= 500; ++i) {
            store->commit(nth_commit("a", i), [&](const Result<void>& result) { answered += result ? 1 : 0; });
        }
    }
    CHECK(answered == 500);
}

TEST_CASE("erased words stand in no file any more", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    auto store = open_sqlite_store({folder.file("attune.db")}).value();
    // Longer than a page, so that overflow pages are used too.
    const std::string secret = "the words nobody may read ";
    std::string words;
    for (int i = 0; i < 400; ++i) words += secret;
    REQUIRE(commit(*store, nth_commit("a", 1, words)));
    REQUIRE(commit(*store, nth_commit("a", 2, secret)));
    REQUIRE(commit(*store, nth_commit("b", 1, "others")));
    REQUIRE(is_in_any_file(folder, secret));
    SECTION("by erasing") { REQUIRE(erase(*store, "a")); }
    SECTION("by expiry") {
        Commit later = nth_commit("b", 2);
        later.conversation.expires_at = 5000;
        REQUIRE(commit(*store, later));
        REQUIRE(expire(*store, 2000).value() == 1);
    }
    CHECK_FALSE(is_in_any_file(folder, secret));
    CHECK(is_in_any_file(folder, "others"));
}

TEST_CASE("the files are readable by their owner alone", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    auto store = open_sqlite_store({folder.file("attune.db")}).value();
    REQUIRE(commit(*store, nth_commit("a", 1)));
    CHECK(mode_of(folder.file("attune.db")) == 0600);
    CHECK(mode_of(folder.file("attune.db-wal")) == 0600);
}

TEST_CASE("a second opener is told that the file is in use", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    auto store = open_sqlite_store({folder.file("attune.db")}).value();
    auto second = open_sqlite_store({folder.file("attune.db")});
    REQUIRE_FALSE(second);
    CHECK(second.error().code == Errc::unavailable);
    CHECK(second.error().message.find("in use") != std::string::npos);
    CHECK(commit(*store, nth_commit("a", 1)));
}

TEST_CASE("a file that is no database of ours is refused by name and left alone", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    const std::string file = folder.file("attune.db");
    SECTION("no database at all") {
        std::string text;
        for (int i = 0; i < 500; ++i) text += "These are not the bytes of a database. ";
        write_file(file, text);
        auto opened = open_sqlite_store({file});
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::invalid_input);
        CHECK(read_file(file) == text);
    }
    SECTION("another program's") { run_sql(file, "CREATE TABLE theirs (a)"); }
    SECTION("a newer version's") {
        open_sqlite_store({file}).value();
        run_sql(file, "PRAGMA user_version = 99");
    }
    auto opened = open_sqlite_store({file});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::invalid_input);
    CHECK(opened.error().message.find(file) != std::string::npos);
}

TEST_CASE("a place that cannot be written is refused by name", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    write_file(folder.file("file"), "not a folder");
    const std::string file = folder.file(GENERATE(as<std::string>{}, "file/attune.db", "no/such/folder.db"));
    auto opened = open_sqlite_store({file});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::unavailable);
    CHECK(opened.error().message.find(file) != std::string::npos);
}

TEST_CASE("a full file refuses with unavailable, keeps what it has and goes on when there is room",
          "[bot][store][sqlite]") {
    TemporaryFolder folder;
    SqliteSettings settings{folder.file("attune.db")};
    settings.most_pages = 64;
    auto store = open_sqlite_store(settings).value();
    const std::string words(20'000, 'x');
    REQUIRE(commit(*store, nth_commit("big", 1, words)));
    std::uint64_t version = 0;
    Result<void> last;
    while ((last = commit(*store, nth_commit("a", version + 1, words))) && version < 100) ++version;
    REQUIRE_FALSE(last);
    CHECK(last.error().code == Errc::unavailable);
    CHECK(load(*store, "a").value().version == version);
    CHECK(events(*store, "a", 0, no_bound, 100).value().size() == version);

    REQUIRE(erase(*store, "big"));
    CHECK(commit(*store, nth_commit("a", version + 1, words)));
}

TEST_CASE("jobs of one group: the one that does not fit fails alone", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    auto database = sqlite::Database::open(folder.file("attune.db")).value();
    REQUIRE(database.run("PRAGMA max_page_count = 40"));
    REQUIRE(sqlite::bring_up_to_date(database));
    auto tables = sqlite::Tables::prepare(database).value();
    sqlite::GroupCommit group(database, tables);
    std::vector<std::string> answers;
    sqlite::GroupCommit::Jobs jobs;
    const auto add = [&](Commit commit) {
        jobs.push_back(std::make_unique<sqlite::TypedJob<void>>(
            sqlite::Job::Kind::write, [commit](sqlite::Tables& own) { return own.commit(commit); },
            [&](const Result<void>& result) {
                answers.push_back(result ? "taken" : result.error().code == Errc::conflict ? "conflict" : "unavailable");
            }));
    };
    add(nth_commit("a", 1));
    add(nth_commit("b", 1, std::string(1'000'000, 'x')));
    add(nth_commit("a", 3));
    add(nth_commit("a", 2));
    group.carry_out(jobs);
    CHECK(answers == std::vector<std::string>{"taken", "unavailable", "conflict", "taken"});
    CHECK(tables.load("a").value().version == 2);
    CHECK(tables.load("b").error().code == Errc::not_found);
    CHECK_FALSE(database.in_transaction());
}

TEST_CASE("a transaction that cannot be committed fails all its jobs and leaves nothing", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    auto database = sqlite::Database::open(folder.file("attune.db")).value();
    REQUIRE(sqlite::bring_up_to_date(database));
    auto tables = sqlite::Tables::prepare(database).value();
    sqlite::GroupCommit group(database, tables);
    bool refuse = true;
    sqlite3_commit_hook(database.handle(), [](void* refused) { return *static_cast<bool*>(refused) ? 1 : 0; }, &refuse);
    const auto carry_out = [&] {
        std::vector<Errc> failures;
        sqlite::GroupCommit::Jobs jobs;
        for (const char* id : {"a", "b"}) {
            jobs.push_back(std::make_unique<sqlite::TypedJob<void>>(
                sqlite::Job::Kind::write, [id](sqlite::Tables& own) { return own.commit(nth_commit(id, 1)); },
                [&](const Result<void>& result) {
                    if (!result) failures.push_back(result.error().code);
                }));
        }
        group.carry_out(jobs);
        return failures;
    };
    CHECK(carry_out() == std::vector<Errc>{Errc::unavailable, Errc::unavailable});
    CHECK(tables.load("a").error().code == Errc::not_found);
    refuse = false;
    CHECK(carry_out().empty());
    CHECK(tables.load("b"));
}

TEST_CASE("an older database is brought up to date, and keeps what it holds", "[bot][store][sqlite]") {
    TemporaryFolder folder;
    const std::string file = folder.file("attune.db");
    {
        auto store = open_sqlite_store({file}).value();
        REQUIRE(commit(*store, nth_commit("a", 1)));
    }
    run_sql(file, "DROP TABLE outbox; DROP TABLE dead_letter; DROP TABLE mark; PRAGMA user_version = 1");
    auto store = open_sqlite_store({file}).value();
    CHECK(load(*store, "a").value().version == 1);
    Posting posting;
    posting.marks.push_back({"k", 100});
    bool stored = false, marked = false;
    store->post(posting, [&](const Result<void>& result) { stored = result.has_value(); });
    store->is_marked("k", 50, [&](const Result<bool>& result) { marked = result && *result; });
    store.reset();
    CHECK(stored);
    CHECK(marked);
}
