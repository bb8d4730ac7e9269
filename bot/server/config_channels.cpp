#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "bot/server/config.hpp"

namespace attune::bot {

namespace {

constexpr std::string_view file_suffix = "-file";

bool is_channel_key(std::string_view name) {
    // public-url is a setting of the server's own.
    if (name == "public-url") return false;
    const auto& kinds = transports::channel_kinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const transports::ChannelKind& kind) {
        return std::any_of(kind.keys.begin(), kind.keys.end(),
                           [&](const auto& key) { return key.name == name; });
    });
}

Result<std::string> read_secret(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.is_open()) return failure(Errc::not_found, "the file " + file + " cannot be read");
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text;
}

}  // namespace

Result<bool> apply_channel_key(Config& config, std::string_view name, const std::string& value) {
    const bool in_file = !is_channel_key(name) && name.ends_with(file_suffix);
    const auto key = in_file ? name.substr(0, name.size() - file_suffix.size()) : name;
    if (!is_channel_key(key)) return false;
    if (!in_file) {
        config.channel_values[std::string(key)] = value;
        return true;
    }
    auto secret = read_secret(value);
    if (!secret) return failure(secret.error().code, std::string(name) + ": " + secret.error().message);
    config.channel_values[std::string(key)] = std::move(*secret);
    return true;
}

Result<void> apply_channel_environment(Config& config, const std::function<const char*(const char*)>& get) {
    for (const transports::ChannelKind& kind : transports::channel_kinds()) {
        for (const transports::ChannelKey& key : kind.keys) {
            for (const std::string& name :
                 {std::string(key.name) + std::string(file_suffix), std::string(key.name)}) {
                const char* value = get(environment_name(name).c_str());
                if (value == nullptr) continue;
                auto set = apply_channel_key(config, name, value);
                if (!set) return tl::unexpected<Error>(set.error());
            }
        }
    }
    return {};
}

transports::ChannelValues values_for_channels(const Config& config) {
    auto values = config.channel_values;
    values["public-url"] = config.public_url;
    return values;
}

Result<std::vector<std::shared_ptr<const transports::Channel>>> make_channels(const Config& config) {
    std::vector<std::shared_ptr<const transports::Channel>> channels;
    const auto values = values_for_channels(config);
    for (const std::string& name : config.channels) {
        const auto* kind = transports::find_channel_kind(name);
        if (kind != nullptr && kind->is_built_in()) continue;
        auto channel = transports::make_channel(name, values);
        if (!channel) return tl::unexpected<Error>(channel.error());
        channels.push_back(std::move(*channel));
    }
    return channels;
}

}  // namespace attune::bot
