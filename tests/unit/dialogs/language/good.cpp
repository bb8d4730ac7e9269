#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune;
using namespace attune::dialogs;
using namespace attune::dialogs::test;

namespace {

const Script& tiny() {
    static const Loaded loaded = load(tiny_bot());
    if (!loaded) FAIL(to_text(loaded.error()));
    return **loaded;
}

template <class What>
const What& step(const char* flow, const char* id) {
    return std::get<What>(tiny().flow(flow)->step(id)->what);
}

std::string fixed(const Text& text) {
    std::string words;
    for (const auto& piece : text) {
        if (const auto* card = std::get_if<CrisisText>(&piece)) {
            words += card->here;
        } else {
            words += std::get<std::string>(piece);
        }
    }
    return words;
}

}  // namespace

TEST_CASE("bot.yaml becomes the script's own part", "[language]") {
    CHECK(tiny().name == "Tiny");
    CHECK(tiny().locale == "en");
    CHECK(tiny().disclosure == "I am a program of Harbor.");
    CHECK(tiny().start_flow == "hello");
    CHECK(tiny().slots.front().type == SlotType::set);
    CHECK(tiny().slots.front().values.back().label == "Feeling numb");
    CHECK(tiny().interrupts.size() == 9);
    CHECK(tiny().interrupts.front().command == Command::person);
    CHECK(tiny().command_flows.at(Command::stop) == "bye");
    CHECK(tiny().starters.at("greet") == "hello");
    CHECK(tiny().no_match.front().say.front().variants.size() == 2);
    CHECK(tiny().no_match.front().jump.how == Jump::How::ask_again);
    CHECK(tiny().no_match.back().jump.step == "once");
    CHECK(tiny().lines.welcome_back.id == "eng.8");
    CHECK(tiny().line("eng.8") == &tiny().lines.welcome_back);
}

TEST_CASE("what channels say beside the conversation is among the bot's lines", "[language]") {
    const ChannelLines& lines = tiny().channel_lines;
    CHECK(lines.there());
    CHECK(fixed_words(lines.stop) == "Tiny: No more. In danger, call 911.");
    CHECK(fixed_words(lines.list) == "Choose");
    CHECK(tiny().line("ch.5") == &lines.numbers);
    CHECK(fixed_words(Line{}).empty());
}

TEST_CASE("flows keep the order of their steps and what each of them is", "[language]") {
    const Flow& hello = *tiny().flow("hello");
    CHECK(hello.title == "Hello");
    CHECK(hello.tags == std::vector<std::string>{"start"});
    CHECK(hello.bridge);
    CHECK_FALSE(tiny().flow("tick")->bridge);
    CHECK(tiny().flow("crisis")->crisis);
    CHECK(hello.step_after("who")->id == "branch");
    CHECK(step<Act>("hello", "once").action.say.front().once);
    CHECK(step<Act>("hello", "leave").action.jump.flow == "bye");
    CHECK(step<Act>("tick", "some").action.set.front().how == Assignment::How::add);
    CHECK(step<Act>("bye", "bye").action.jump.how == Jump::How::end);
}

TEST_CASE("a question has its slot, its options and what to do when it is not answered", "[language]") {
    const Ask& who = step<Ask>("hello", "who");
    CHECK(who.slot == "who");
    CHECK_FALSE(who.many);
    CHECK(who.options.options().size() == 2);
    CHECK(who.options.options()[0].label == "Myself");
    CHECK(who.options.match_one(" my husband ").front().option == 1);
    CHECK(who.then[0].jump.how == Jump::How::none);
    CHECK(who.then[1].jump.how == Jump::How::call);
    CHECK(who.then[1].jump.step == "ask");
    CHECK(who.has_skip);
    CHECK(who.skip.set.front().values == std::vector<std::string>{"me"});
    CHECK(who.no_match.size() == 2);
    CHECK(who.no_match[1].jump.step == "branch");
}

TEST_CASE("a question for a set takes several answers, the slot's values where no options are given",
          "[language]") {
    const Ask& ask = step<Ask>("tick", "ask");
    CHECK(ask.many);
    CHECK_FALSE(ask.has_skip);
    CHECK(ask.options.options()[1].value == "numb");
    CHECK(ask.then.size() == 2);
}

TEST_CASE("a branch keeps its arms, the last one perhaps for everything else", "[language]") {
    const Branch& branch = step<Branch>("hello", "branch");
    CHECK(branch.arms[0].condition.op == Condition::Op::is_in);
    CHECK(branch.arms[0].condition.values == std::vector<std::string>{"partner", "me"});
    CHECK(branch.arms[1].condition.op == Condition::Op::always);
    CHECK(branch.arms[1].action.jump.flow == "tick");
    CHECK(branch.arms[1].action.jump.step == "some");
}

TEST_CASE("facts are filled into texts, slots stay to be filled in", "[language]") {
    const Text& about = step<Branch>("hello", "branch").arms[0].action.say.front().variants.front();
    REQUIRE(about.size() == 3);
    CHECK(std::get<std::string>(about[0]) == "About ");
    CHECK(std::get<SlotText>(about[1]).slot == "who");
    CHECK(std::get<std::string>(about[2]) == ", {really}.");
    CHECK(fixed(step<Act>("hello", "once").action.say.front().variants.front()) == "I am Tiny.");
    const auto& help = step<Act>("crisis", "help").action.say;
    CHECK(fixed(help[0].variants.front()) == "Call 911.\n• 988 Lifeline");
    CHECK(fixed(help[1].variants.front()) == "• 988 Lifeline\n• Crisis Text Line");
}

TEST_CASE("the help card begins with the emergency number", "[language]") {
    CHECK(tiny().crisis.country == "US");
    CHECK(tiny().crisis.emergency == "911");
    CHECK(tiny().crisis.lines.front().tel == "911");
    CHECK(tiny().crisis.lines[1].sms == "988");
    CHECK(tiny().crisis.lines[1].purposes == std::vector<std::string>{"suicide"});
}

TEST_CASE("the safety net and the intents understand what the files say", "[language]") {
    const nlu::Understanding understood = tiny().understander.understand("hello, i want to die", {});
    REQUIRE(understood.safety.has_value());
    CHECK(understood.safety->safety_class == "sui_active");
    CHECK(tiny().safety_flows.at("sui_active") == "crisis");
    REQUIRE(understood.intents.size() == 1);
    CHECK(understood.intents.front().name == "greet");
}
