#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/result.hpp"
#include "transports/channel.hpp"

namespace attune::transports {

/// What an operator sets for channels: `telegram-token` → its value. Secrets; never logged.
using ChannelValues = std::map<std::string, std::string, std::less<>>;

/// One thing a channel can be told.
struct ChannelKey {
    std::string_view
        name;  ///< `telegram-token`: also ATTUNE_TELEGRAM_TOKEN, and …_FILE for a file that holds it
    std::string_view meaning;  ///< where to find it
    bool required = true;
    bool secret = true;
};

/// A channel that can be switched on.
struct ChannelKind {
    std::string_view name;   ///< `telegram`
    std::string_view title;  ///< `Telegram`
    std::string_view where;  ///< what to do with the webhook's URL, for the operator; empty: it has none
    Traits traits;           ///< what fits into its messages; without `source` nothing is known
    std::vector<ChannelKey> keys;
    /// @pre every required key has a value. Errors: invalid_input; names the key, never the value.
    Result<std::shared_ptr<const Channel>> (*make)(const ChannelValues& values);
    std::string_view path =
        "";  ///< of those that are no Channel but a part of the server itself: where they are

    bool is_built_in() const { return !path.empty(); }
};

/// All channels, a line each.
const std::vector<ChannelKind>& channel_kinds();
const ChannelKind* find_channel_kind(std::string_view name);

/// The keys without a value.
std::vector<std::string_view> missing_keys(const ChannelKind& kind, const ChannelValues& values);

/// Errors: not_found (no such channel), invalid_input (a value is missing or wrong; names the key).
Result<std::shared_ptr<const Channel>> make_channel(std::string_view name, const ChannelValues& values);

/// The value, or an empty text.
std::string value_of(const ChannelValues& values, std::string_view key, std::string_view otherwise = "");

}  // namespace attune::transports
