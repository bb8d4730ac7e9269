#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/pattern_set.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// Something that a message names.
struct Entity {
    std::string kind;   ///< e.g. the slot whose value it is
    std::string value;  ///< stable
    std::string text;   ///< the words that name it: a visitor's, never to be logged

    friend bool operator==(const Entity&, const Entity&) = default;
};

/// A name that a gazetteer knows, or a synonym.
struct GazetteerEntry {
    std::string kind;
    std::string value;
    WordPattern pattern;
};

/// Finds what has a name. Immutable; safe from any thread; cheap to copy.
class Gazetteer {
public:
    Gazetteer() = default;
    /// Errors: those of PatternSet.
    static Result<Gazetteer> build(std::vector<GazetteerEntry> entries);

    /// Every value that is named and not negated ("not numb"), once, in the order of the entries; of names that
    /// lie in one another the longer. @param words  normalised. Cost: as PatternSet.
    std::vector<Entity> find(std::string_view words) const;

private:
    std::vector<Entity> names_;  // one a pattern, without text
    PatternSet patterns_;
};

}  // namespace attune::nlu
