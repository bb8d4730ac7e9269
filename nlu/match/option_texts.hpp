#pragma once

#include <string>
#include <string_view>

#include "nlu/match/answer_words.hpp"
#include "nlu/match/options.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {

/// A message, taken apart once. The views live as long as the text it was made from.
struct OptionMatcher::Said {
    explicit Said(std::string_view normalised)
        : text(normalised),
          words(split_words(text)),
          core(without_fillers(words)),
          major(without_minor_words(words)),
          core_text(join_words(core)) {}

    std::string_view text;
    Words words;
    Words core;   ///< without fillers around it
    Words major;  ///< without minor words
    std::string core_text;
};

/// An option's id and label, taken apart once. Owns its text: stays where it is made.
struct OptionMatcher::Texts {
    explicit Texts(const Option& option)
        : id(normalise(option.value)),
          label(normalise(option.label)),
          words(split_words(label)),
          core(without_fillers(words)),
          major(without_minor_words(words)) {}
    Texts(const Texts&) = delete;
    Texts& operator=(const Texts&) = delete;
    Texts(Texts&&) = delete;
    Texts& operator=(Texts&&) = delete;
    ~Texts() = default;

    std::string id;
    std::string label;
    Words words;
    Words core;
    Words major;
};

}  // namespace attune::nlu
