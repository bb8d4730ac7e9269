#include "nlu/intent/ngrams.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace attune::nlu {
namespace {

constexpr std::size_t shortest_run = 3;
constexpr std::size_t longest_run = 5;
constexpr std::size_t max_words = 200;
constexpr int least_examples = 2;

std::vector<std::string_view> split(std::string_view words) {
    std::vector<std::string_view> list;
    while (!words.empty() && list.size() < max_words) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) list.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return list;
}

void add_runs(std::string_view word, std::vector<std::uint64_t>& names) {
    std::string closed = "<";
    closed.append(word.substr(0, 40)).append(">");
    for (std::size_t length = shortest_run; length <= longest_run; ++length) {
        for (std::size_t first = 0; first + length <= closed.size(); ++first) {
            names.push_back(hash_bytes(std::string_view(closed).substr(first, length), hash_bytes("run ")));
        }
    }
}

/// The hashes of all n-grams of a text, each once, ascending.
std::vector<std::uint64_t> names_in(std::string_view words) {
    const std::vector<std::string_view> list = split(words);
    std::vector<std::uint64_t> names;
    std::string_view before = "^";
    for (const std::string_view word : list) {
        names.push_back(hash_bytes(word, hash_bytes("word ")));
        names.push_back(hash_bytes(word, hash_bytes(before, hash_bytes("pair "))));
        add_runs(word, names);
        before = word;
    }
    if (!list.empty()) names.push_back(hash_bytes("$", hash_bytes(before, hash_bytes("pair "))));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace

Ngrams::Ngrams(const std::vector<std::string>& texts) {
    std::map<std::uint64_t, int> counts;
    for (const std::string& text : texts) {
        for (const std::uint64_t name : names_in(text)) ++counts[name];
    }
    for (const auto& [name, count] : counts) {
        if (count < least_examples) continue;
        names_.push_back(name);
        rareness_.push_back(static_cast<float>(std::log(static_cast<double>(texts.size()) / count)));
    }
    index();
}

void Ngrams::index() {
    ids_.reserve(names_.size());
    for (std::size_t id = 0; id < names_.size(); ++id) ids_.emplace(names_[id], static_cast<std::uint32_t>(id));
}

SparseVector Ngrams::of(std::string_view words) const {
    SparseVector vector;
    float squares = 0;
    for (const std::uint64_t name : names_in(words)) {
        const auto found = ids_.find(name);
        if (found == ids_.end()) continue;
        const float weight = rareness_[found->second];
        vector.emplace_back(found->second, weight);
        squares += weight * weight;
    }
    if (squares > 0) {
        const float length = std::sqrt(squares);
        for (auto& [id, weight] : vector) weight /= length;
    }
    return vector;
}

void Ngrams::write(ByteWriter& out) const {
    out.list(names_);
    out.list(rareness_);
}

Ngrams Ngrams::read(ByteReader& in) {
    Ngrams ngrams;
    ngrams.names_ = in.list<std::uint64_t>();
    ngrams.rareness_ = in.list<float>();
    if (ngrams.names_.size() != ngrams.rareness_.size()) return {};
    ngrams.index();
    return ngrams;
}

}  // namespace attune::nlu
