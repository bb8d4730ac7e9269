#pragma once

#include <functional>
#include <memory>

#include "transports/http/core.hpp"
#include "transports/http/server.hpp"

namespace attune::transports::http {

/// Ends all open connections as the plan says, each lane on its own thread; `done` is called by the last one.
void drain_lanes(std::shared_ptr<Core> core, DrainPlan plan, std::function<void()> done);

}  // namespace attune::transports::http
