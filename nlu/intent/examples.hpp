#pragma once

#include <string>
#include <vector>

namespace attune::nlu {

/// What visitors write when they mean an intent.
struct IntentExamples {
    std::string intent;
    std::vector<std::string> lines;  ///< as they were written
};

}  // namespace attune::nlu
