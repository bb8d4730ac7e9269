#include "nlu/match/word_pattern.hpp"
