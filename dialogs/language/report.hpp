#pragma once

#include <string>
#include <vector>

#include "dialogs/language/diagnostic.hpp"

namespace attune::dialogs {

/// Collects everything that is wrong with a bot, so that one load tells all of it.
class Report {
public:
    void add(std::string code, const Place& place, std::string message, std::string help = "");

    /// How many so far: a reader can tell whether a part of the file was sound.
    std::size_t size() const { return found_.size(); }

    /// All of them, by place; what was said twice at a place is there once.
    std::vector<Diagnostic> sorted() &&;

private:
    std::vector<Diagnostic> found_;
};

}  // namespace attune::dialogs
