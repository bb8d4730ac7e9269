#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/analysis/review/review_lock.hpp"

namespace attune::dialogs {

/// A line as it is read, in every language, with what is known of its review.
struct SpokenLine {
    struct InLanguage {
        std::string locale;
        std::vector<std::string> variants;  ///< slots stand as `{slot}`
        ReviewState state = ReviewState::unreviewed;
        SignOff sign;  ///< empty: nobody signed
    };
    std::string id;
    bool once = false;
    std::vector<InLanguage> languages;  ///< the base language first
};

/// What is said, remembered and where it goes.
struct Passage {
    std::vector<SpokenLine> lines;
    std::vector<std::string> remembers;
    std::string leads;          ///< in words; empty: to what stands next
    std::string leads_to_flow;  ///< its id; empty: no other flow
    bool is_empty() const { return lines.empty() && remembers.empty() && leads.empty(); }
};

/// One way through a step.
struct Way {
    std::string title;                ///< e.g. `If "who" is My partner`; of an option its label
    std::vector<std::string> titles;  ///< of an option its label in the other languages
    std::string role;  ///< `option me`, `rung 1`, `why`, `skip`, `arm 2`, `silence 1`: the place of its lines
    Passage passage;
};

struct StepView {
    std::string id;
    std::string condition;  ///< in words; empty: always
    Passage passage;        ///< of a question what it asks
    bool asks = false;
    bool many = false;
    std::string fills;  ///< the slot, or empty
    std::vector<Way> options;
    std::vector<Way> others;  ///< arms, or of a question: why, skip, what is not understood, silence
    std::string ladder;       ///< said in place of a question's own ladder; empty where it has one
};

struct Scene {
    std::string id;
    std::string title;
    bool crisis = false;
    std::vector<std::string> starts;  ///< when it starts, in words
    std::vector<StepView> steps;
};

struct ScenePart {
    std::string title;
    std::vector<Scene> scenes;
};

/// A bot as a screenplay, for people who do not read YAML.
struct Screenplay {
    std::string name;
    std::vector<std::string> locales;    ///< the base language first
    std::vector<std::string> languages;  ///< their names
    std::vector<ScenePart> parts;
    std::vector<Way> own;  ///< what the engine itself says: disclosure, ladder, bridges, help card
    std::size_t lines = 0;
    std::size_t signed_lines = 0;  ///< counted once a language
};

/// @param files  the bot's: an example of every intent is taken from them. Pure; O(words × languages).
Screenplay screenplay_of(const Script& script, const BotFiles& files, const ReviewLock& lock);

/// One page that needs nothing else: for the screen and for paper. Pure.
std::string write_html(const Screenplay& play);

/// A row a line and language (RFC 4180): part, flow, title, step, role, id, language, words, options, review,
/// reviewer. Variants stand one below the other in one cell. Pure.
std::string write_csv(const Screenplay& play);

}  // namespace attune::dialogs
