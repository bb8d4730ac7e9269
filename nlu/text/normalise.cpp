#include "nlu/text/normalise.hpp"
