#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>

#include "bot/store/store.hpp"

namespace attune::bot::test {

/// A folder that is gone when the test is over.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

/// What the store answers; throws after 10 s without an answer.
template <class T>
Result<T> wait_for(const std::function<void(Store::Done<T>)>& call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto answer = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (answer.wait_for(std::chrono::seconds(10)) != std::future_status::ready) {
        throw std::runtime_error("the store did not answer within 10 s");
    }
    return answer.get();
}

// Each waits for the store's answer, and throws after 10 s without one.
Result<void> commit(Store& store, Commit commit);
Result<StoredConversation> load(Store& store, const std::string& id);
Result<std::vector<StoredEvent>> events(Store& store, const std::string& id, std::uint64_t after,
                                        std::uint64_t before, int limit);
Result<std::optional<ClientMessage>> find_message(Store& store, const std::string& id,
                                                  const std::string& client_id);
Result<void> erase(Store& store, const std::string& id);
Result<std::uint64_t> expire(Store& store, long long now);

/// The commit number `version` of a conversation: one event and one message of number `version`.
Commit nth_commit(const std::string& id, std::uint64_t version, const std::string& text = "hello");

}  // namespace attune::bot::test
