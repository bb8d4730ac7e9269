#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "transports/channels/channel_service.hpp"
#include "transports/http/router.hpp"

namespace attune::transports {

struct WebhookParts {
    std::vector<std::shared_ptr<const Channel>> channels;
    ChannelService& service;  ///< must outlive the router
    std::function<long long()> now_ms;
    std::function<void(std::string_view event_line)> log;
};

/// `POST` and `GET /channels/<name>` for each channel. All that a webhook tells is stored before it is
/// answered: if something could not be, the answer is 503 and the service delivers it all again, of which the
/// known parts are passed over. A refused one (wrong signature, …) reaches nobody.
void add_webhooks(http::Router& router, WebhookParts parts);

}  // namespace attune::transports
