#include "nlu/safety/detector.hpp"
