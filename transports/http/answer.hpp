#pragma once

#include <memory>
#include <optional>

#include "transports/http/core.hpp"
#include "transports/http/task.hpp"

namespace attune::transports::http {

/// Where a handler's answer arrives. Belongs to the connection's executor.
struct PendingAnswer {
    explicit PendingAnswer(const Executor& executor) : timer(executor) {}

    std::optional<Response> response;
    Timer timer;            ///< cancelled when the answer comes
    bool given_up = false;  ///< nobody waits any more

    /// The answer, or 503 if none came in time.
    Response take();
    void put(Response given);
};

/// Finds the route and calls its handler: `pending` gets the answer, at once or later. An exception, or a
/// handler that lets go of its Respond without an answer, gives 500. Adds the CORS fields for the interfaces.
void start_answer(const Core& core, Request request, std::shared_ptr<PendingAnswer> pending,
                  Executor executor);

}  // namespace attune::transports::http
