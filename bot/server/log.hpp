#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "nlu/result.hpp"

namespace attune::bot {

/// A word that stands in the source code. Nothing that was received or computed can become one.
class Word {
public:
    consteval Word(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor): a literal is one
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// One event for the log: `event=draining connections=12`. Takes words of the source, numbers, and errors (which
/// hold no visitor's words): a string does not compile.
class LogLine {
public:
    explicit LogLine(Word event) : text_("event=") { text_ += event.text(); }

    LogLine& with(Word key, Word value);
    LogLine& with(Word key, std::integral auto value) { return with_number(key, static_cast<long long>(value)); }
    LogLine& with(const Error& error);

    const std::string& text() const { return text_; }

private:
    LogLine& with_number(Word key, long long value);
    std::string text_;
};

/// Writes one line to stderr, whole. Thread-safe. `line` holds no visitor's words.
void write_log(std::string_view line);
inline void write_log(const LogLine& line) { write_log(line.text()); }

}  // namespace attune::bot
