#pragma once

#include <string>
#include <vector>

namespace attune::nlu {

/// One intent in the eyes of the classifier.
struct Opinion {
    std::string intent;
    double confidence = 0;  ///< how often the classifier is right with such a number, 0 to 1
    std::string nearest;    ///< the example of the intent that is nearest in meaning; only for the first few
};

}  // namespace attune::nlu
