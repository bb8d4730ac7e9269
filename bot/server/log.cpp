#include "bot/server/log.hpp"

#include <unistd.h>

namespace attune::bot {

LogLine& LogLine::with(Word key, Word value) {
    text_.append(" ").append(key.text()).append("=").append(value.text());
    return *this;
}

LogLine& LogLine::with_number(Word key, long long value) {
    text_.append(" ").append(key.text()).append("=").append(std::to_string(value));
    return *this;
}

LogLine& LogLine::with(const Error& error) {
    text_ += " error=\"";
    for (char c : error.message) {
        if (c == '"' || c == '\\') text_ += '\\';
        text_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    text_ += '"';
    return *this;
}

void write_log(std::string_view line) {
    std::string whole(line);
    whole += '\n';
    // One call, so that lines of several threads do not mix. If nobody reads the log, the server goes on.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

}  // namespace attune::bot
