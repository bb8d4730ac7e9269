#include "nlu/match/pattern_set.hpp"
