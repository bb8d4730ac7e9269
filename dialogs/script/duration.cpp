#include "dialogs/script/duration.hpp"

#include <charconv>

namespace attune::dialogs {

namespace {

/// Milliseconds of a unit; 0 when there is no such unit.
long long unit(std::string_view written) {
    if (written.empty() || written == "s") return 1000;
    if (written == "m") return 60'000;
    if (written == "h") return 3'600'000;
    if (written == "d") return 86'400'000;
    return 0;
}

}  // namespace

std::optional<long long> parse_duration(std::string_view written, long long longest) {
    long long count = 0;
    const char* end = written.data() + written.size();
    const auto [rest, error] = std::from_chars(written.data(), end, count);
    if (error != std::errc{}) return std::nullopt;
    const long long each = unit(written.substr(static_cast<std::size_t>(rest - written.data())));
    if (each == 0 || count < 0 || count > longest / each) return std::nullopt;
    return count * each;
}

}  // namespace attune::dialogs
