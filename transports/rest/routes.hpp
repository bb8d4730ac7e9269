#pragma once

#include "transports/http/config.hpp"
#include "transports/http/router.hpp"
#include "transports/service.hpp"

namespace attune::transports::rest {

/// The twin of `attune.v1` for those who cannot have a WebSocket: the same events, by request or as
/// server-sent events. openapi.yaml beside this file is the reference; it is served at `/v1/openapi.yaml`.
/// `config` and `service` must outlive the router.
void add_routes(http::Router& router, const http::ServerConfig& config, Service& service);

}  // namespace attune::transports::rest
