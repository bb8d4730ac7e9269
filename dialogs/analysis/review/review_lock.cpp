#include "dialogs/analysis/review/review_lock.hpp"

#include <algorithm>

#include "dialogs/analysis/instant.hpp"
#include "dialogs/language/report.hpp"

namespace attune::dialogs {

namespace {

constexpr std::string_view head =
    "# Who has read which words: ID LANGUAGE HASH DAY NAME, sorted. Written by `attune review sign`.\n"
    "# A line whose words, options or place have changed since has another hash and counts as not read.\n";

/// Takes the word in front, and the space behind it, off.
std::string take_word(std::string_view& rest) {
    const std::string word(rest.substr(0, rest.find(' ')));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    return word;
}

bool is_hash(const std::string& text) {
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void read_row(std::string_view row, const Place& place, ReviewLock& lock, Report& report) {
    std::string_view rest = row;
    const std::string id = take_word(rest);
    const std::string locale = take_word(rest);
    SignOff sign{take_word(rest), take_word(rest), std::string(rest)};
    const bool is_day = sign.day.size() == 10 && parse_instant(sign.day);
    if (id.empty() || locale.empty() || !is_hash(sign.hash) || !is_day || !is_reviewer(sign.by)) {
        report.add("bad-sign-off", place, "this is no sign-off; expected ID LANGUAGE HASH DAY NAME",
                   "write the file with `attune review sign`");
        return;
    }
    if (!lock.emplace(std::pair(id, locale), std::move(sign)).second) {
        report.add("duplicate-sign-off", place, "a second sign-off for '" + id + "' in '" + locale + "'");
    }
}

}  // namespace

tl::expected<ReviewLock, std::vector<Diagnostic>> read_review_lock(const BotFiles& files) {
    ReviewLock lock;
    Report report;
    const auto file = files.find(std::string(review_lock_file));
    std::string_view rest = file == files.end() ? std::string_view() : std::string_view(file->second);
    for (int number = 1; !rest.empty(); ++number) {
        std::string_view row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), row.size() + 1));
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty() || row.starts_with('#')) continue;
        read_row(row, {std::string(review_lock_file), number, 1}, lock, report);
    }
    if (report.size() > 0) return tl::unexpected(std::move(report).sorted());
    return lock;
}

std::string write_review_lock(const ReviewLock& lock) {
    std::string text(head);
    for (const auto& [key, sign] : lock) {
        text += key.first + " " + key.second + " " + sign.hash + " " + sign.day + " " + sign.by + "\n";
    }
    return text;
}

std::string_view name_of(ReviewState state) {
    switch (state) {
        case ReviewState::unreviewed:
            return "unreviewed";
        case ReviewState::stale:
            return "stale";
        case ReviewState::signed_off:
            return "signed";
    }
    return "";
}

const SignOff* sign_off_of(const ReviewLock& lock, const ReviewItem& item) {
    const auto found = lock.find({item.id, item.locale});
    return found == lock.end() ? nullptr : &found->second;
}

ReviewState state_of(const ReviewLock& lock, const ReviewItem& item) {
    const SignOff* sign = sign_off_of(lock, item);
    if (sign == nullptr) return ReviewState::unreviewed;
    return sign->hash == item.hash ? ReviewState::signed_off : ReviewState::stale;
}

bool is_reviewer(std::string_view name) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    const bool is_trimmed = !name.empty() && name.front() != ' ' && name.back() != ' ';
    return is_trimmed && name.size() <= 100 && std::none_of(name.begin(), name.end(), is_control);
}

}  // namespace attune::dialogs
