#pragma once

#include <cstdint>
#include <string>

namespace attune::bot {

/// Keeps what is long to compute in files of a folder. A cache may be lost or damaged at any time: whoever reads checks
/// what it got.
class Cache {
public:
    /// @param folder  made when it is needed; empty: nothing is kept.
    explicit Cache(std::string folder) : folder_(std::move(folder)) {}

    /// The content kept under this name; empty where there is none.
    std::string read(const std::string& name) const;

    /// Replaces it as a whole: a reader sees the old content or the new. False when it could not be kept.
    bool write(const std::string& name, const std::string& content) const;

private:
    std::string folder_;
};

/// ATTUNE_CACHE, or `attune` in XDG_CACHE_HOME or in ~/.cache; empty where the environment names none of them.
std::string cache_folder();

}  // namespace attune::bot
