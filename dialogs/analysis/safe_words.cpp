#include "dialogs/analysis/safe_words.hpp"

#include <utility>
#include <variant>

#include "dialogs/script/for_each_line.hpp"
#include "nlu/match/pattern_set.hpp"
#include "nlu/text/normalise.hpp"

namespace attune::dialogs {

namespace {

class Reviewer {
public:
    explicit Reviewer(const Script& script) : script_(script) {
        std::vector<nlu::WordPattern> patterns;
        for (const BannedPhrase& phrase : script.safety_policy.banned) patterns.push_back(phrase.pattern);
        if (auto set = nlu::PatternSet::build(std::move(patterns))) set_ = std::move(*set);
    }

    std::vector<UnsafeText> review() {
        for_each_line(script_, [this](const Line& line) { look_at(line); });
        look_at("disclosure", script_.disclosure);
        for (const Flow& flow : script_.flows) look_at(flow);
        return std::move(found_);
    }

private:
    void look_at(const Line& line) {
        for (const Text& variant : line.variants) {
            std::string words;
            for (const auto& piece : variant) {
                const auto* fixed = std::get_if<std::string>(&piece);
                words += fixed != nullptr ? *fixed : " – ";
            }
            look_at(line.id, words);
        }
    }

    void look_at(const Flow& flow) {
        look_at("flow " + flow.id, flow.title);
        for (const Step& step : flow.steps) {
            const auto* ask = std::get_if<Ask>(&step.what);
            if (ask == nullptr) continue;
            for (const nlu::Option& option : ask->options.options()) {
                look_at("option " + flow.id + "." + step.id, option.label);
            }
        }
    }

    void look_at(const std::string& where, const std::string& text) {
        for (const int index : set_.match(nlu::normalise(text))) {
            const BannedPhrase& phrase = script_.safety_policy.banned[static_cast<std::size_t>(index)];
            found_.push_back({where, text, phrase.pattern.source, phrase.reason});
        }
    }

    const Script& script_;
    nlu::PatternSet set_;
    std::vector<UnsafeText> found_;
};

}  // namespace

std::vector<UnsafeText> unsafe_texts(const Script& script) {
    return Reviewer(script).review();
}

}  // namespace attune::dialogs
