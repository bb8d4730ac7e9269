#include "dialogs/language/report.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace attune::dialogs {

namespace {

auto order(const Diagnostic& one) {
    return std::tie(one.place.file, one.place.line, one.place.column, one.code, one.message);
}

}  // namespace

void Report::add(std::string code, const Place& place, std::string message, std::string help) {
    found_.push_back({std::move(code), place, std::move(message), std::move(help)});
}

std::vector<Diagnostic> Report::sorted() && {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same = [](const auto& a, const auto& b) { return order(a) == order(b); };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
}

}  // namespace attune::dialogs
