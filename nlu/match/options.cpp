#include "nlu/match/options.hpp"
