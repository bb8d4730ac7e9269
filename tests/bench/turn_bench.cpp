// What does one whole turn cost: read the state, understand, decide, write the state? Beside it, in the same
// process, the least any dialog server must do with the same message: nlohmann parse and dump of its frame.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/engine/turn.hpp"
#include "dialogs/language/load.hpp"

using namespace attune;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t turns = 20000;
constexpr std::array<std::string_view, 8> texts{
    "what is anxious attachment?",
    "menu",
    "how does attachment based therapy work?",
    "the second one",
    "I always worry that she is going to leave me",
    "help",
    "what should I ask a therapist",
    "ok thanks",
};

struct Costs {
    std::vector<double> us;
    double percent(std::size_t part) {
        std::sort(us.begin(), us.end());
        return us[(us.size() - 1) * part / 100];
    }
};

/// No two messages are the same: repetitions would flatter every cache.
std::string message(std::size_t i) {
    return std::string(texts[i % texts.size()]) + " " + std::to_string(i);
}

template <class Work>
Costs time_each(Work work) {
    Costs costs;
    for (std::size_t i = 0; i < turns; ++i) {
        const auto start = Clock::now();
        work(i);
        costs.us.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    return costs;
}

}  // namespace

int main() {
    const auto load_start = Clock::now();
    const dialogs::Loaded loaded = dialogs::load(dialogs::shipped_bot());
    const std::chrono::duration<double, std::milli> load_ms = Clock::now() - load_start;
    if (!loaded) {
        std::puts("turn_bench: the shipped bot does not load");
        return 1;
    }
    const dialogs::Script& script = **loaded;

    std::size_t bytes = 0;  // used, so that nothing is optimised away
    Costs baseline = time_each([&](std::size_t i) {
        const nlohmann::json frame{{"t", "message"}, {"id", "m" + std::to_string(i)}, {"text", message(i)}};
        bytes += nlohmann::json::parse(frame.dump()).dump().size();
    });

    std::string kept = dialogs::write_state(dialogs::new_conversation(script, dialogs::Time{}));
    Costs whole = time_each([&](std::size_t i) {
        auto state = dialogs::read_state(kept);
        const dialogs::Turn turn =
            dialogs::turn(script, std::move(*state), dialogs::Said{message(i)}, dialogs::Time{});
        kept = dialogs::write_state(turn.state);
        bytes += turn.replies.size();
    });

    std::printf("load of the shipped bot  %8.1f ms\n", load_ms.count());
    std::printf("JSON of one frame, twice %8.1f µs p50 %8.1f µs p99\n", baseline.percent(50),
                baseline.percent(99));
    std::printf("one whole turn           %8.1f µs p50 %8.1f µs p99\n", whole.percent(50), whole.percent(99));
    std::printf("ratio                    %8.1f at p50\n", whole.percent(50) / baseline.percent(50));
    std::printf("(%zu turns; %zu)\n", turns, bytes);
    return 0;
}
