#include "transports/channels/registry.hpp"

#include <algorithm>

#include "transports/messenger/messenger.hpp"
#include "transports/rasa/rasa.hpp"
#include "transports/slack/slack.hpp"
#include "transports/sms/sms.hpp"
#include "transports/telegram/telegram.hpp"
#include "transports/whatsapp/whatsapp.hpp"

namespace attune::transports {

namespace {

Result<std::shared_ptr<const Channel>> built_in(const ChannelValues&) {
    return failure(Errc::invalid_input, "this channel is a part of the server");
}

}  // namespace

const std::vector<ChannelKind>& channel_kinds() {
    // One line a channel. An explicit list: a static library drops what registers itself.
    static const std::vector<ChannelKind> all = {
        telegram::kind(),
        sms::kind(),
        whatsapp::kind(),
        messenger::kind(),
        slack::kind(),
        rasa::kind(),
        {"directline",
         "Direct Line 3.0, for Microsoft's Web Chat",
         "the domain to give to Web Chat",
         {},
         {},
         built_in,
         "/v3/directline"},
        {"socketio",
         "Rasa's Socket.IO channel",
         "the socketUrl, with the path /socket.io/, to give to the widget",
         {},
         {},
         built_in,
         "/socket.io/"},
    };
    return all;
}

const ChannelKind* find_channel_kind(std::string_view name) {
    const auto& all = channel_kinds();
    auto found =
        std::find_if(all.begin(), all.end(), [&](const ChannelKind& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string_view> missing_keys(const ChannelKind& kind, const ChannelValues& values) {
    std::vector<std::string_view> missing;
    for (const ChannelKey& key : kind.keys) {
        if (key.required && value_of(values, key.name).empty()) missing.push_back(key.name);
    }
    return missing;
}

Result<std::shared_ptr<const Channel>> make_channel(std::string_view name, const ChannelValues& values) {
    const ChannelKind* kind = find_channel_kind(name);
    if (kind == nullptr) return failure(Errc::not_found, "there is no channel '" + std::string(name) + "'");
    const auto missing = missing_keys(*kind, values);
    if (missing.empty()) return kind->make(values);
    std::string text = "the channel " + std::string(name) + " needs";
    for (std::string_view key : missing) text += (key == missing.front() ? " " : ", ") + std::string(key);
    return failure(Errc::invalid_input, text);
}

std::string value_of(const ChannelValues& values, std::string_view key, std::string_view otherwise) {
    auto found = values.find(key);
    return found == values.end() || found->second.empty() ? std::string(otherwise) : found->second;
}

}  // namespace attune::transports
