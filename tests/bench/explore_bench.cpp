#include <chrono>
#include <cstdio>
#include <string>

#include "dialogs/analysis/explore/guarantees.hpp"
#include "dialogs/analysis/source_index.hpp"
#include "dialogs/language/load.hpp"

/// How fast a bot's states are walked through, and how that grows with its flows: bots of 25, 50, 100 and 200
/// flows that share their slots, or a bot of one's own. Usage: explore_bench [DIR]
namespace {

using namespace attune::dialogs;

/// A flow that asks twice and keeps what was answered where all flows see it.
std::string flow(int number) {
    const std::string n = std::to_string(number);
    const std::string id =
        "flow: topic_" + n + "\ntitle: \"Topic " + n + "\"\nstart_when: [topic_" + n + "]\n";
    const std::string first =
        "  - id: mood\n    ask: mood\n    say:\n      - t" + n +
        ".1: \"How is it?\"\n    options:\n"
        "      - {value: good, label: \"Good\"}\n      - {value: bad, label: \"Bad\"}\n";
    const std::string last = "  - id: more\n    if: \"mood = good\"\n    ask: \"\"\n    say:\n      - t" + n +
                             ".2: \"More?\"\n    options:\n"
                             "      - {value: yes, label: \"Yes\", then: {goto: .mood}}\n      - {value: no, "
                             "label: \"No\", then: {return: true}}\n";
    return "schema: 1\n" + id + "steps:\n" + first + last;
}

BotFiles with_flows(BotFiles files, int count) {
    std::string intents;
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        files["flows/topic_" + n + ".yaml"] = flow(i);
        intents += "  - {intent: topic_" + n + ", any: [\"just: zebra" + n + "\"], should_match: [\"zebra" +
                   n + "\"], should_not_match: [\"horse\"]}\n";
    }
    files["nlu/intents.yaml"] += intents;
    files["bot.yaml"] += "slots:\n  mood:\n    type: choice\n    values: {good: \"Good\", bad: \"Bad\"}\n";
    return files;
}

void measure(const char* name, const BotFiles& files) {
    const Loaded loaded = load(files);
    if (!loaded) {
        for (const Diagnostic& one : loaded.error()) std::printf("%s\n", one.message.c_str());
        return;
    }
    const SourceIndex index = index_sources(files, **loaded);
    const auto began = std::chrono::steady_clock::now();
    const Explored explored = check_guarantees(**loaded, index, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::printf("%-12s %7zu states %8zu turns %6.2f s %9.0f turns/s%s\n", name, explored.count.states,
                explored.count.transitions, seconds,
                static_cast<double>(explored.count.transitions) / seconds,
                explored.count.complete ? "" : " (not all)");
}

}  // namespace

int main(int count, char** arguments) {
    if (count > 1) {
        const auto files = read_folder(arguments[1]);
        if (!files) return 1;
        measure(arguments[1], *files);
        return 0;
    }
    for (const int flows : {25, 50, 100, 200})
        measure((std::to_string(flows) + " flows").c_str(), with_flows(starter_bot(), flows));
    measure("shipped", shipped_bot());
}
