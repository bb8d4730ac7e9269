// refused: no matching function|no known conversion|could not convert
// What was computed is no word of the source, so it is no name of an event.
#include <string>

#include "bot/server/log.hpp"

void log(const std::string& name) {
#ifdef REFUSED
    attune::bot::write_log(attune::bot::LogLine(name));
#else
    attune::bot::write_log(attune::bot::LogLine(name.empty() ? attune::bot::Word("none") : attune::bot::Word("some")));
#endif
}
