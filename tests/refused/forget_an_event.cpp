// refused: no matching function|no type named 'type' in|invoke
// A new kind of event does not compile until every place handles it.
#include <string>

#include "dialogs/engine/event.hpp"

using namespace attune::dialogs;

struct Name {
    std::string operator()(const Opened&) const { return "opened"; }
    std::string operator()(const Said&) const { return "said"; }
    std::string operator()(const Understood&) const { return "understood"; }
    std::string operator()(const Chose&) const { return "chose"; }
#ifndef REFUSED
    std::string operator()(const Waited&) const { return "waited"; }
#endif
};

std::string name_of(const Event& event) { return std::visit(Name{}, event); }
