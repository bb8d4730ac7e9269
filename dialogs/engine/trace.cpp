#include "dialogs/engine/trace.hpp"
