#include "bot/cli/test_run.hpp"

#include <algorithm>

#include "bot/cli/progress.hpp"

namespace attune::bot {

namespace {

std::string name_of(const dialogs::ConversationTest& test) {
    return test.name + (test.channel.empty() ? "" : " [" + test.channel + "]");
}

void take(TestRun& run, TestResult result) {
    if (result.failure) ++run.failed;
    run.results.push_back(std::move(result));
}

}  // namespace

bool fits_pattern(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in_pattern = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (at < text.size()) {
        if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
            star = in_pattern++;
            retry = at;
        } else if (in_pattern < pattern.size() && pattern[in_pattern] == text[at]) {
            ++in_pattern;
            ++at;
        } else if (star != std::string_view::npos) {
            in_pattern = star + 1;
            at = ++retry;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

bool holds_pattern(std::string_view text, std::string_view pattern) {
    return fits_pattern(text, "*" + std::string(pattern) + "*");
}

void keep_only(dialogs::Tests& tests, const std::string& filter) {
    std::erase_if(tests.conversations,
                  [&](const auto& test) { return !holds_pattern(title_of(test), filter); });
    std::erase_if(tests.phrases,
                  [&](const auto& test) { return !holds_pattern(test.suite + ": " + test.user, filter); });
}

TestRun run_tests(const dialogs::Script& script, const dialogs::Tests& tests) {
    Progress progress("tests");
    TestRun run;
    run.conversations = tests.conversations.size();
    run.phrases = tests.phrases.size();
    const std::size_t all = run.conversations + run.phrases;
    for (const dialogs::ConversationTest& test : tests.conversations) {
        progress.tell(run.results.size(), all);
        run.turns += test.turns.size();
        take(run, {test.suite, name_of(test), dialogs::run(script, test)});
    }
    for (const dialogs::PhraseTest& test : tests.phrases) {
        progress.tell(run.results.size(), all);
        take(run, {test.suite, test.user, dialogs::run(script, test)});
    }
    return run;
}

}  // namespace attune::bot
