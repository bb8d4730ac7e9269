#include "bot/cli/eval_safety.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "bot/cli/safety_score.hpp"

namespace attune::bot {

namespace {

constexpr int exit_usage = 2;

}  // namespace

int eval_safety(const dialogs::Script& script, const std::vector<std::string>& files, bool summary_only) {
    std::vector<SafetyLine> all;
    for (const std::string& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(in), {}};
        auto lines = read_safety_lines(content);
        if (!in.is_open() || !lines) {
            std::cerr << "attune: " << file << ": " << (lines ? "cannot be read" : lines.error().message)
                      << '\n';
            return exit_usage;
        }
        all.insert(all.end(), std::make_move_iterator(lines->begin()), std::make_move_iterator(lines->end()));
    }
    const auto ours =
        score_safety(all, [&](std::string_view text) { return script.understander.safety.detect(text); });
    const auto keywords = score_safety(all, keyword_signal);
    std::cout << write_safety_score(ours, keywords, !summary_only);
    return 0;
}

}  // namespace attune::bot
