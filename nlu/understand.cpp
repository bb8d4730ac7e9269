#include "nlu/understand.hpp"
