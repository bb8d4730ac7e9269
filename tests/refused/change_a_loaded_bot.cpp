// refused: passing .const .*discards qualifiers|assignment of member .* in read-only object|no match for .operator=
// A bot that was loaded and checked stays as it is.
#include "dialogs/language/load.hpp"

std::string rename(const attune::dialogs::Loaded& bot) {
#ifdef REFUSED
    (*bot)->name = "Somebody";
#endif
    return (*bot)->name;
}
