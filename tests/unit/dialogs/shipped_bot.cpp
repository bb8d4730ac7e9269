#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "dialogs/engine/turn.hpp"
#include "dialogs/language/load.hpp"
#include "dialogs/script/for_each_line.hpp"

using namespace attune::dialogs;

namespace {

std::shared_ptr<const Script> shipped() {
    static const Loaded loaded = load(shipped_bot());
    if (!loaded) FAIL(to_text(loaded.error()));
    return *loaded;
}

/// The same "random" numbers on every machine: what fails here fails everywhere.
class Numbers {
public:
    explicit Numbers(unsigned seed) : state_(seed) {}
    std::size_t below(std::size_t bound) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33) % bound;
    }

private:
    unsigned long long state_;
};

const std::vector<std::string> things_people_type = {
    "hi",          "what is attachment",       "menu",           "go back",     "say that again", "why do you ask",
    "skip",        "start over",               "yes",            "no",          "idk",            "asdf qwer",
    "1",           "the second one",           "1 and 3",        "none",        "all of them",    "talk to a person",
    "i am anxious", "am i anxious or avoidant", "what are the signs", "questions for a therapist", "stop",
    "delete my data", "are you a bot", "how long does therapy take", "\xF0\x9F\x98\xAD", "", "last"};

/// Any event a visitor could cause: mostly what the open question offers, sometimes free text.
Event anything(const Choices& open, Numbers& numbers) {
    if (open.items.empty() || numbers.below(3) == 0) {
        return Said{things_people_type[numbers.below(things_people_type.size())]};
    }
    Chose chose;
    for (const Choice& item : open.items) {
        if (open.many && numbers.below(2) == 0) chose.values.push_back(item.value);
    }
    if (!open.many) chose.values = {open.items[numbers.below(open.items.size())].value};
    return chose;
}

bool is_question_open(const Script& script, const State& state) {
    return state.now.ended || !open_choices(script, state).items.empty();
}

/// The visitor may have chosen another country's lines.
bool names_an_emergency_number(const Script& script, const Reply& reply) {
    return std::any_of(script.cards.begin(), script.cards.end(), [&](const auto& card) {
        return reply.text.find(card.second.emergency) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("wherever a visitor wanders, the shipped bot answers and leaves a way on", "[shipped]") {
    const auto script = shipped();
    for (unsigned seed = 1; seed <= 40; ++seed) {
        Numbers numbers(seed);
        State state = turn(*script, new_conversation(*script, 0), Opened{}, 0).state;
        for (int step = 0; step < 250; ++step) {
            CAPTURE(seed, step, position_of(state));
            const Turn result = turn(*script, state, anything(open_choices(*script, state), numbers), step);
            REQUIRE(result.outcome != Outcome::stale_choice);
            REQUIRE_FALSE(result.replies.empty());
            REQUIRE(is_question_open(*script, result.state));
            REQUIRE(std::none_of(result.replies.begin(), result.replies.end(), [&](const Reply& reply) {
                return reply.text.empty() || reply.line == script->lines.lost.id;
            }));
            state = result.state;
        }
    }
}

TEST_CASE("danger is answered with an emergency number from wherever a visitor wandered", "[shipped]") {
    const auto script = shipped();
    Numbers numbers(7);
    State state = turn(*script, new_conversation(*script, 0), Opened{}, 0).state;
    for (int step = 0; step < 1000; ++step) {
        CAPTURE(step, position_of(state));
        for (const char* danger : {"i want to kill myself", "I took a whole bottle of pills", "i keep cutting myself"}) {
            const Turn caught = turn(*script, state, Said{danger}, step);
            REQUIRE(caught.safety.has_value());
            REQUIRE(caught.replies.front().crisis);
            REQUIRE(std::any_of(caught.replies.begin(), caught.replies.end(),
                                [&](const Reply& reply) { return names_an_emergency_number(*script, reply); }));
        }
        state = turn(*script, state, anything(open_choices(*script, state), numbers), step).state;
    }
}

TEST_CASE("every line of the shipped bot has an id of its own and says something", "[shipped]") {
    std::set<std::string> ids;
    for_each_line(*shipped(), [&](const Line& line) {
        CAPTURE(line.id);
        REQUIRE(ids.insert(line.id).second);
        REQUIRE_FALSE(line.variants.empty());
    });
    REQUIRE(ids.size() > 100);
}
