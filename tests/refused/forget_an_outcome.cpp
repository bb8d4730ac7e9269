// refused: enumeration value .erase. not handled in switch
// The wish to have everything deleted cannot be overlooked.
#include "dialogs/engine/turn.hpp"

using attune::dialogs::Outcome;

bool goes_on(Outcome outcome) {
    switch (outcome) {
        case Outcome::going_on:
        case Outcome::stale_choice: return true;
        case Outcome::ended:
#ifndef REFUSED
        case Outcome::erase:
#endif
            return false;
    }
    return false;
}
