#include "nlu/intent/intents.hpp"
