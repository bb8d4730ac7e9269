#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/result.hpp"
#include "transports/channels/registry.hpp"

namespace attune::bot {

/// Everything an operator can set. Gathered from a file, then the environment, then flags: the later one counts.
struct Config {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  ///< 0: any free one
    std::string bot;             ///< folder of the bot's files; empty: the bot that is built in
    enum class StoreKind { sqlite, memory };
    StoreKind store = StoreKind::sqlite;
    std::string database = "attune.db";
    int threads = 0;             ///< that serve connections; 0: one for each processor
    int expiry_hours = 24;       ///< a conversation in which nothing happens for so long is deleted
    int starts_per_minute = 120; ///< new conversations from one address; 0: no limit
    std::vector<std::string> origins;
    std::vector<std::string> access_tokens;
    std::vector<std::string> trusted_proxies;
    bool require_reviewed = false;  ///< serve only a bot of which every line is signed
    std::string safety_webhook;  ///< told of every safety event; empty: nobody
    std::string safety_secret;   ///< signs what is told
    std::vector<std::string> channels;        ///< that are on
    std::string public_url;                   ///< of this server, without a slash at the end; may be empty
    transports::ChannelValues channel_values; ///< secrets
    bool watch = false;          ///< load the bot anew when its files change
    bool test_echo = false;
    bool test_no_rate_limit = false;
};

/// One thing that can be set, under one name everywhere: `expiry-hours = 24` in a file, ATTUNE_EXPIRY_HOURS=24,
/// --expiry-hours 24.
struct Setting {
    std::string_view name;
    std::string_view takes;    ///< what kind of value, for the help; empty: a switch
    std::string_view meaning;
    bool many = false;         ///< may be given several times; in the environment with commas between
    bool hidden = false;       ///< not in the help
    Result<void> (*set)(Config& config, const std::vector<std::string>& values);
};

/// All of them, in the order of the help.
const std::vector<Setting>& settings();

/// ATTUNE_EXPIRY_HOURS for `expiry-hours`.
std::string environment_name(std::string_view setting);

/// Puts the values in place of what was there. Errors: invalid_input; names the setting and what it takes.
Result<void> apply(Config& config, const Setting& setting, const std::vector<std::string>& values);

/// Sets what a channel is told: `telegram-token`, or `telegram-token-file` with the name of a file that holds it. Never
/// a flag: everybody on the machine can read those. Answers false for a name that no channel has.
/// Errors: invalid_input, not_found (the file cannot be read); names the key, never the value.
Result<bool> apply_channel_key(Config& config, std::string_view name, const std::string& value);

/// As apply_environment, for the channels alone.
Result<void> apply_channel_environment(Config& config, const std::function<const char*(const char* name)>& get);

/// The channels that are on. Errors: invalid_input; names what is missing.
Result<std::vector<std::shared_ptr<const transports::Channel>>> make_channels(const Config& config);

/// What channels are made with: their keys, and what the server itself was told.
transports::ChannelValues values_for_channels(const Config& config);

/// @param get  the environment: the value of a name, or nullptr.
/// Errors: invalid_input.
Result<void> apply_environment(Config& config, const std::function<const char*(const char* name)>& get);

/// A TOML or INI file of `name = value` lines, `#` before comments. Errors: not_found (no such file, or not
/// readable), invalid_input (malformed, an unknown name, a bad value); names the file.
Result<void> apply_file(Config& config, const std::string& file);

}  // namespace attune::bot
