// refused: call to consteval function|is not a constant expression|no matching function
// A visitor's words are health data: a text has no way to the log.
#include <string>

#include "bot/server/log.hpp"

void log(const std::string& text) {
    attune::bot::LogLine line("message");
#ifdef REFUSED
    line.with("text", text.c_str());
#else
    line.with("bytes", text.size());
#endif
    attune::bot::write_log(line);
}
