#include "nlu/text/utf8.hpp"
