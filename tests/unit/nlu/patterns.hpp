#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include "nlu/match/word_pattern.hpp"

namespace attune::nlu {

/// Compiles a pattern that is known to be right.
inline WordPattern pattern(const std::string& text, const WordLists& lists = {}) {
    auto compiled = compile_pattern(text, lists);
    if (!compiled) {
        const PatternError& error = compiled.error();
        throw std::runtime_error(text + ": found " + error.found + ", expected " + error.expected);
    }
    return *compiled;
}

inline std::vector<WordPattern> patterns(std::initializer_list<const char*> texts) {
    std::vector<WordPattern> all;
    for (const char* text : texts) all.push_back(pattern(text));
    return all;
}

}  // namespace attune::nlu
