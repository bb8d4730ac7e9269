#include "nlu/safety/features.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

class Features {
public:
    void add(char kind, std::initializer_list<std::string_view> parts) {
        std::uint32_t hash = 0x811c9dc5U;
        mix(hash, kind);
        for (const std::string_view part : parts) {
            for (const char c : part) mix(hash, c);
            mix(hash, ' ');
        }
        hash ^= hash >> 15U;
        found_.push_back(hash % feature_count);
    }

    std::vector<std::uint32_t> finish() {
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        return std::move(found_);
    }

private:
    static void mix(std::uint32_t& hash, char c) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
    }

    std::vector<std::uint32_t> found_;
};

void add_pieces(Features& features, std::string_view word) {
    const std::string padded = " " + std::string(word) + " ";
    for (const std::size_t length : {std::size_t{4}, std::size_t{5}}) {
        for (std::size_t i = 0; i + length <= padded.size(); ++i) {
            features.add('c', {std::string_view(padded).substr(i, length)});
        }
    }
}

}  // namespace

std::vector<std::uint32_t> safety_features(std::string_view words) {
    Features features;
    std::vector<std::string_view> each = split_words(words);
    std::erase(each, "_");
    for (std::size_t i = 0; i < each.size(); ++i) {
        features.add('1', {each[i]});
        add_pieces(features, each[i]);
        if (i + 1 < each.size()) features.add('2', {each[i], each[i + 1]});
        if (i + 2 < each.size()) {
            features.add('3', {each[i], each[i + 1], each[i + 2]});
            features.add('s', {each[i], each[i + 2]});
        }
    }
    return features.finish();
}

}  // namespace attune::nlu
