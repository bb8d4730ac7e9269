#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/script/channel_lines.hpp"

namespace attune::dialogs {

/// `channel_lines` of bot.yaml; nothing where there is none.
ChannelLines read_channel_lines(const Node* node, const Scope& scope);

}  // namespace attune::dialogs
