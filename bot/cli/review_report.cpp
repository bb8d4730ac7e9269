#include "bot/cli/review_report.hpp"

#include <array>
#include <iomanip>
#include <map>
#include <nlohmann/json.hpp>

namespace attune::bot {

namespace {

using dialogs::ReviewState;
using nlohmann::ordered_json;

/// By ReviewState.
using Counts = std::array<std::size_t, 3>;

std::map<std::pair<std::string, std::string>, Counts> by_part(const std::vector<ReviewRow>& rows) {
    std::map<std::pair<std::string, std::string>, Counts> parts;
    for (const ReviewRow& row : rows) {
        ++parts[{row.item.locale, row.item.flow}][static_cast<std::size_t>(row.state)];
    }
    return parts;
}

ordered_json counts_json(const Counts& counts) {
    return {{"signed", counts[2]}, {"stale", counts[1]}, {"unreviewed", counts[0]}};
}

void write_json(std::ostream& out, const ordered_json& json) {
    out << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
}

std::string one_line(const std::vector<std::string>& variants) {
    std::string text;
    for (const std::string& variant : variants) text += (text.empty() ? "" : " | ") + variant;
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

}  // namespace

void write_review_status(std::ostream& out, const std::vector<ReviewRow>& rows, bool json) {
    Counts all{};
    for (const ReviewRow& row : rows) ++all[static_cast<std::size_t>(row.state)];
    ordered_json parts = ordered_json::array();
    if (!json) out << "language  flow                              signed   stale  unreviewed\n";
    for (const auto& [key, counts] : by_part(rows)) {
        if (json) {
            ordered_json part = {{"language", key.first}, {"flow", key.second}};
            part.update(counts_json(counts));
            parts.push_back(std::move(part));
            continue;
        }
        out << std::left << std::setw(10) << key.first << std::setw(32)
            << (key.second.empty() ? "(bot)" : key.second) << std::right << std::setw(8) << counts[2]
            << std::setw(8) << counts[1] << std::setw(12) << counts[0] << "\n";
    }
    if (!json) {
        out << all[2] << " of " << rows.size() << " lines are signed, " << all[1] << " changed since, "
            << all[0] << " were never signed\n";
        return;
    }
    ordered_json whole = counts_json(all);
    whole["parts"] = std::move(parts);
    write_json(out, whole);
}

void write_review_list(std::ostream& out, const std::vector<ReviewRow>& rows, bool json) {
    ordered_json list = ordered_json::array();
    for (const ReviewRow& row : rows) {
        const dialogs::ReviewItem& item = row.item;
        if (json) {
            list.push_back({{"id", item.id},
                            {"language", item.locale},
                            {"state", name_of(row.state)},
                            {"flow", item.flow},
                            {"place", item.place},
                            {"hash", item.hash},
                            {"variants", item.variants},
                            {"options", item.options},
                            {"by", row.sign.by},
                            {"day", row.sign.day}});
            continue;
        }
        out << item.id << " [" << item.locale << "] " << name_of(row.state);
        if (!row.sign.by.empty()) out << " by " << row.sign.by << ", " << row.sign.day;
        out << "  (" << item.place << ")\n    " << one_line(item.variants) << "\n";
    }
    if (json) write_json(out, list);
}

}  // namespace attune::bot
