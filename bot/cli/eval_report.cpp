#include "bot/cli/eval_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <map>

namespace attune::bot {

namespace {

constexpr std::size_t confusions_shown = 40;
constexpr std::size_t bins = 10;

/// How an intent fared.
struct Tally {
    int meant = 0;
    int said = 0;
    int right = 0;

    double precision() const { return said == 0 ? 0 : double(right) / said; }
    double recall() const { return meant == 0 ? 0 : double(right) / meant; }
    double f1() const { return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};

std::map<std::string, Tally> tallies(const std::vector<Outcome>& outcomes) {
    std::map<std::string, Tally> all;
    for (const Outcome& outcome : outcomes) {
        const std::string credited = outcome.right() ? outcome.line.label : outcome.first();
        ++all[outcome.line.label].meant;
        ++all[credited].said;
        if (outcome.right()) ++all[outcome.line.label].right;
    }
    return all;
}

template <class Which, class Good>
double rate(const std::vector<Outcome>& outcomes, Which which, Good good) {
    const auto all = std::count_if(outcomes.begin(), outcomes.end(), which);
    const auto hits = std::count_if(outcomes.begin(), outcomes.end(),
                                    [&](const Outcome& outcome) { return which(outcome) && good(outcome); });
    return all == 0 ? 0 : double(hits) / double(all);
}

bool is_outside(const Outcome& outcome) { return outcome.line.label == out_of_scope; }
bool is_inside(const Outcome& outcome) { return !is_outside(outcome); }
bool any(const Outcome&) { return true; }

/// How often the first of the ranking was right, by how sure one was.
struct Bin {
    int count = 0;
    int right = 0;
    double confidence = 0;
};

std::array<Bin, bins> calibration(const std::vector<Outcome>& outcomes) {
    std::array<Bin, bins> table;
    for (const Outcome& outcome : outcomes) {
        if (outcome.ranked.intents.empty()) continue;
        const double confidence = std::clamp(outcome.ranked.intents.front().confidence, 0.0, 1.0);
        Bin& bin = table.at(std::min(static_cast<std::size_t>(confidence * bins), bins - 1));
        ++bin.count;
        bin.confidence += confidence;
        if (outcome.fits(outcome.ranked.intents.front().name)) ++bin.right;
    }
    return table;
}

double calibration_error(const std::vector<Outcome>& outcomes) {
    double sum = 0;
    for (const Bin& bin : calibration(outcomes)) sum += std::abs(bin.confidence - bin.right);
    return outcomes.empty() ? 0 : sum / double(outcomes.size());
}

void print_intents(const std::vector<Outcome>& outcomes, std::ostream& out) {
    out << "\nintent                          lines  precision  recall     F1\n";
    for (const auto& [name, tally] : tallies(outcomes)) {
        out << std::left << std::setw(32) << name << std::right << std::setw(5) << tally.meant << std::setw(11)
            << tally.precision() << std::setw(8) << tally.recall() << std::setw(7) << tally.f1() << '\n';
    }
}

void print_confusions(const std::vector<Outcome>& outcomes, std::ostream& out) {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Outcome& outcome : outcomes) {
        if (!outcome.right()) ++counts[{outcome.line.label, outcome.first()}];
    }
    std::vector<std::pair<std::pair<std::string, std::string>, int>> most(counts.begin(), counts.end());
    std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    out << "\ntaken for another, most often first\n";
    for (std::size_t i = 0; i < std::min(most.size(), confusions_shown); ++i) {
        out << std::setw(5) << most[i].second << "  " << most[i].first.first << " -> " << most[i].first.second << '\n';
    }
}

void print_calibration(const std::vector<Outcome>& outcomes, std::ostream& out) {
    out << "\nconfidence   lines   mean   right\n";
    const auto table = calibration(outcomes);
    for (std::size_t i = 0; i < bins; ++i) {
        const Bin& bin = table.at(i);
        if (bin.count == 0) continue;
        out << double(i) / bins << "-" << double(i + 1) / bins << std::setw(10) << bin.count << std::setw(9)
            << bin.confidence / bin.count << std::setw(7) << double(bin.right) / bin.count << '\n';
    }
}

}  // namespace

void print_summary(const std::vector<Outcome>& outcomes, std::ostream& out) {
    const auto right = [](const Outcome& outcome) { return outcome.right(); };
    const auto right_in_three = [](const Outcome& outcome) { return outcome.right_within(3); };
    const auto accepted = [](const Outcome& outcome) { return outcome.ranked.accepted > 0; };
    const auto sent_away = [](const Outcome& outcome) { return outcome.first() == out_of_scope && !outcome.right(); };
    double f1 = 0;
    int classes = 0;
    for (const auto& [name, tally] : tallies(outcomes)) {
        if (tally.meant == 0) continue;
        f1 += tally.f1();
        ++classes;
    }
    const auto acted = [&](const Outcome& outcome) { return is_inside(outcome) && accepted(outcome); };
    out << std::fixed << std::setprecision(3);
    out << "lines                          " << outcomes.size() << '\n';
    out << "accuracy                       " << rate(outcomes, any, right) << '\n';
    out << "accuracy, in scope             " << rate(outcomes, is_inside, right) << '\n';
    out << "top-3, in scope                " << rate(outcomes, is_inside, right_in_three) << '\n';
    out << "macro F1                       " << (classes == 0 ? 0 : f1 / classes) << '\n';
    out << "acted on, in scope             " << rate(outcomes, is_inside, accepted) << '\n';
    out << "right where acted on           " << rate(outcomes, acted, right) << '\n';
    out << "out-of-scope recall            " << rate(outcomes, is_outside, right) << '\n';
    out << "false rejection, in scope      " << rate(outcomes, is_inside, sent_away) << '\n';
    out << "calibration error              " << calibration_error(outcomes) << '\n';
}

void print_report(const std::vector<Outcome>& outcomes, std::ostream& out) {
    print_summary(outcomes, out);
    print_intents(outcomes, out);
    print_confusions(outcomes, out);
    print_calibration(outcomes, out);
}

}  // namespace attune::bot
