#include "bot/store/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "bot/store/sqlite/group.hpp"
#include "bot/store/sqlite/schema.hpp"

namespace attune::bot {

namespace {

using sqlite::Database;
using sqlite::GroupCommit;
using sqlite::Job;
using sqlite::Tables;
using sqlite::TypedJob;

class SqliteStore final : public Store {
public:
    SqliteStore(std::unique_ptr<Database> database, Tables tables, std::size_t largest_group)
        : database_(std::move(database)),
          tables_(std::move(tables)),
          group_(*database_, tables_),
          largest_group_(largest_group),
          thread_([this] { work(); }) {}

    ~SqliteStore() override {
        {
            std::lock_guard lock(mutex_);
            closing_ = true;
        }
        waiting_changed_.notify_one();
        thread_.join();
    }
    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;

    void commit(Commit commit, Done<void> done) override {
        ask<void>(Job::Kind::write, [commit = std::move(commit)](Tables& tables) { return tables.commit(commit); },
                  std::move(done));
    }
    void load(std::string id, Done<StoredConversation> done) override {
        ask<StoredConversation>(Job::Kind::read, [id = std::move(id)](Tables& tables) { return tables.load(id); },
                                std::move(done));
    }
    void events(std::string id, std::uint64_t after, std::uint64_t before, int limit,
                Done<std::vector<StoredEvent>> done) override {
        ask<std::vector<StoredEvent>>(
            Job::Kind::read,
            [=, id = std::move(id)](Tables& tables) { return tables.events(id, after, before, limit); },
            std::move(done));
    }
    void find_message(std::string id, std::string client_id, Done<std::optional<ClientMessage>> done) override {
        ask<std::optional<ClientMessage>>(
            Job::Kind::read,
            [id = std::move(id), client_id = std::move(client_id)](Tables& tables) {
                return tables.find_message(id, client_id);
            },
            std::move(done));
    }
    void erase(std::string id, Done<void> done) override { erase(std::move(id), {}, std::move(done)); }
    void erase(std::string id, Posting posting, Done<void> done) override {
        ask<void>(Job::Kind::erase,
                  [id = std::move(id), posting = std::move(posting)](Tables& tables) {
                      return tables.erase(id, posting);
                  },
                  std::move(done));
    }
    void post(Posting posting, Done<void> done) override {
        ask<void>(Job::Kind::write,
                  [posting = std::move(posting)](Tables& tables) { return tables.outbox().post(posting); },
                  std::move(done));
    }
    void is_marked(std::string key, long long now, Done<bool> done) override {
        ask<bool>(Job::Kind::read,
                  [key = std::move(key), now](Tables& tables) { return tables.outbox().is_marked(key, now); },
                  std::move(done));
    }
    void due(long long now, int limit, Done<Due> done) override {
        ask<Due>(Job::Kind::read, [now, limit](Tables& tables) { return tables.outbox().due(now, limit); },
                 std::move(done));
    }
    void put_off(Outgoing reply, Done<void> done) override {
        ask<void>(Job::Kind::write,
                  [reply = std::move(reply)](Tables& tables) { return tables.outbox().put_off(reply); },
                  std::move(done));
    }
    void delivered(Delivered delivered, Done<void> done) override {
        ask<void>(Job::Kind::write,
                  [delivered = std::move(delivered)](Tables& tables) { return tables.outbox().delivered(delivered); },
                  std::move(done));
    }
    void dead_letters(int limit, Done<std::vector<DeadLetter>> done) override {
        ask<std::vector<DeadLetter>>(
            Job::Kind::read, [limit](Tables& tables) { return tables.outbox().dead_letters(limit); }, std::move(done));
    }
    void expire(long long now, Done<std::uint64_t> done) override {
        ask<std::uint64_t>(Job::Kind::erase, [now](Tables& tables) { return tables.expire(now); },
                           std::move(done));
    }

private:
    template <class T>
    void ask(Job::Kind kind, typename TypedJob<T>::Work work, Done<T> done) {
        auto job = std::make_unique<TypedJob<T>>(kind, std::move(work), std::move(done));
        {
            std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(job));
        }
        waiting_changed_.notify_one();
    }

    void work() {
        GroupCommit::Jobs jobs;
        while (take(jobs)) {
            group_.carry_out(jobs);
            jobs.clear();
        }
    }

    /// Waits for work and takes what has gathered; false when the store closes and nothing is left.
    bool take(GroupCommit::Jobs& jobs) {
        std::unique_lock lock(mutex_);
        waiting_changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
        const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), largest_group_));
        std::move(waiting_.begin(), waiting_.begin() + count, std::back_inserter(jobs));
        waiting_.erase(waiting_.begin(), waiting_.begin() + count);
        return !jobs.empty();
    }

    // Touched by the thread alone.
    std::unique_ptr<Database> database_;
    Tables tables_;
    GroupCommit group_;
    const std::size_t largest_group_;

    std::mutex mutex_;
    std::condition_variable waiting_changed_;
    std::deque<std::unique_ptr<Job>> waiting_;  // guarded by mutex_
    bool closing_ = false;                      // guarded by mutex_

    std::thread thread_;  // last: it uses everything above
};

Error about(const std::string& file, const Error& error) {
    return {error.code, "cannot use the database " + file + ": " + error.message};
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteSettings& settings) {
    auto opened = Database::open(settings.file);
    if (!opened) return tl::unexpected<Error>(opened.error());
    auto database = std::make_unique<Database>(std::move(*opened));
    if (settings.most_pages > 0) {
        const std::string bound = "PRAGMA max_page_count = " + std::to_string(settings.most_pages);
        if (auto set = database->run(bound.c_str()); !set) return tl::unexpected<Error>(about(settings.file, set.error()));
    }
    if (auto ready = sqlite::bring_up_to_date(*database); !ready) {
        return tl::unexpected<Error>(about(settings.file, ready.error()));
    }
    auto tables = Tables::prepare(*database);
    if (!tables) return tl::unexpected<Error>(about(settings.file, tables.error()));
    return std::make_unique<SqliteStore>(std::move(database), std::move(*tables),
                                         std::max<std::size_t>(settings.largest_group, 1));
}

}  // namespace attune::bot
