#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace attune::transports {

/// What fits into one message of a channel. Vendors change these: re-read `source` before a release.
struct ChannelLimits {
    std::string_view name;
    std::size_t max_text = 0;     ///< code points; 0: no limit of ours
    std::size_t max_buttons = 0;  ///< 0: the channel has none, choices are numbered
    std::size_t max_label = 0;    ///< code points; 0: no limit told
    std::size_t max_payload = 0;  ///< bytes that a button carries back; 0: no limit told
    std::size_t max_rows = 0;     ///< of a list that opens; 0: there is none
    std::string_view source;
    std::string_view date;  ///< when the source was read
};

inline constexpr std::array channel_limits = {
    ChannelLimits{"web", 4096, 20, 80, 256, 0, "transports/web: our own chat", "2026-11-24"},
    ChannelLimits{"sms", 1600, 0, 0, 0, 0, "Twilio: Messages resource, Body; 320 are advised", "2026-11-24"},
    ChannelLimits{"whatsapp", 1024, 3, 20, 256, 10, "Meta: WhatsApp Cloud API, interactive messages",
                  "2026-11-24"},
    ChannelLimits{"messenger", 2000, 13, 20, 1000, 0, "Meta: Messenger Platform, quick replies",
                  "2026-11-24"},
    ChannelLimits{"telegram", 4096, 8, 0, 64, 0,
                  "Telegram Bot API: sendMessage, InlineKeyboardButton; rows in practice", "2026-11-24"},
    ChannelLimits{"slack", 3000, 25, 75, 2000, 100, "Slack: Block Kit, section, actions and button",
                  "2026-11-24"},
};

}  // namespace attune::transports
