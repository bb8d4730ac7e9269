#include "tests/unit/bot/store/stores.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace attune::bot::test {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "attune-unit-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

Result<void> commit(Store& store, Commit commit) {
    return wait_for<void>([&](auto done) { store.commit(std::move(commit), std::move(done)); });
}

Result<StoredConversation> load(Store& store, const std::string& id) {
    return wait_for<StoredConversation>([&](auto done) { store.load(id, std::move(done)); });
}

Result<std::vector<StoredEvent>> events(Store& store, const std::string& id, std::uint64_t after,
                                        std::uint64_t before, int limit) {
    return wait_for<std::vector<StoredEvent>>(
        [&](auto done) { store.events(id, after, before, limit, std::move(done)); });
}

Result<std::optional<ClientMessage>> find_message(Store& store, const std::string& id,
                                                  const std::string& client_id) {
    return wait_for<std::optional<ClientMessage>>(
        [&](auto done) { store.find_message(id, client_id, std::move(done)); });
}

Result<void> erase(Store& store, const std::string& id) {
    return wait_for<void>([&](auto done) { store.erase(id, std::move(done)); });
}

Result<std::uint64_t> expire(Store& store, long long now) {
    return wait_for<std::uint64_t>([&](auto done) { store.expire(now, std::move(done)); });
}

Commit nth_commit(const std::string& id, std::uint64_t version, const std::string& text) {
    Commit commit;
    commit.conversation.id = id;
    commit.conversation.version = version;
    commit.conversation.state = "{\"turn\":" + std::to_string(version) + "}";
    commit.conversation.last_seq = version;
    commit.conversation.prompt_seq = version;
    commit.conversation.token_hash = "hash";
    commit.conversation.expires_at = 1000;
    commit.events.push_back({version, "message", text});
    commit.message = ClientMessage{"m" + std::to_string(version), version, "print", 5};
    return commit;
}

}  // namespace attune::bot::test
