#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "bot/store/memory/memory_store.hpp"
#include "bot/store/sqlite/sqlite_store.hpp"
#include "tests/unit/bot/store/stores.hpp"

namespace attune::bot::test {

/// One of the implementations; all of them must behave alike.
struct AnyStore {
    TemporaryFolder folder;
    std::unique_ptr<Store> store;

    explicit AnyStore(const std::string& kind) {
        if (kind == "memory") {
            store = std::make_unique<MemoryStore>();
        } else {
            store = open_sqlite_store({folder.file("attune.db")}).value();
        }
    }
};

/// Runs the test once with each.
inline AnyStore each_store() {
    auto kind = GENERATE(as<std::string>{}, "memory", "sqlite");
    CAPTURE(kind);
    return AnyStore(kind);
}

}  // namespace attune::bot::test
