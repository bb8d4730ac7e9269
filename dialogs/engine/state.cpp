#include "dialogs/engine/state.hpp"
