#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// Repeatable variety for tests: the same seed gives the same texts on every machine.
class RandomText {
public:
    explicit RandomText(unsigned seed) : engine_(seed) {}

    std::size_t below(std::size_t limit) { return engine_() % limit; }

    template <class T>
    const T& one_of(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

    std::string words(const std::vector<std::string>& choices, std::size_t most) {
        std::string text;
        for (std::size_t left = below(most + 1); left > 0; --left) text += one_of(choices) + " ";
        return text;
    }

private:
    std::mt19937 engine_;
};

}  // namespace attune::nlu
