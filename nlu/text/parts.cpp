#include "nlu/text/parts.hpp"

#include <algorithm>
#include <array>

namespace attune::nlu {
namespace {

constexpr std::array<std::string_view, 4> joints = {" and also ", " also, ", " plus ", " and another thing "};

/// Where the first part ends and how long the joint behind it is.
struct Joint {
    std::size_t at = 0;
    std::size_t bytes = 0;
};

Joint first_joint(std::string_view text) {
    Joint joint{text.size(), 0};
    const std::size_t stop = text.find_first_of("?.!;\n");
    if (stop != std::string_view::npos) joint = {stop + 1, 0};
    for (const std::string_view words : joints) {
        const std::size_t at = text.find(words);
        if (at < joint.at) joint = {at, words.size()};
    }
    return joint;
}

bool has_letters(std::string_view part) {
    return std::any_of(part.begin(), part.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const Joint joint = first_joint(text);
        const std::string_view part = text.substr(0, joint.at);
        if (has_letters(part)) parts.push_back(part);
        if (parts.size() > max_parts) return {};
        text.remove_prefix(joint.at + joint.bytes);
    }
    return parts;
}

}  // namespace attune::nlu
