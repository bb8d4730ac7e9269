#include "dialogs/engine/turn.hpp"
