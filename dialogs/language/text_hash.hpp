#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::dialogs {

/// Names content by 16 hexadecimal digits; not for security. Feed it with length and bytes of each part, so
/// that no two lists of parts read the same. Source: FNV-1a, 64 bits (Fowler, Noll, Vo).
class ContentHash {
public:
    void take(std::string_view part);
    std::string text() const;

private:
    std::uint64_t hash_ = 0xcbf29ce484222325;
};

/// Eight hexadecimal digits that change when one of the variants of a text does.
std::string hash_of_texts(const std::vector<std::string>& variants);

}  // namespace attune::dialogs
