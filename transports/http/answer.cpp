#include "transports/http/answer.hpp"

#include <atomic>
#include <boost/asio/dispatch.hpp>
#include <exception>
#include <utility>

#include "transports/http/origin.hpp"
#include "transports/http/problem.hpp"

namespace attune::transports::http {

namespace {

namespace asio = boost::asio;

/// Shared by all copies of one Respond; the last one to go answers for those that did not.
class Once {
public:
    Once(const std::shared_ptr<PendingAnswer>& pending, Executor executor)
        : pending_(pending), executor_(std::move(executor)) {}
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;
    ~Once() {
        if (!used_) give(text_response(500, "Internal Server Error\n"));
    }

    void give(Response response) {
        if (used_.exchange(true)) return;
        // Who waited may have given up, and its thread be gone: then there is nowhere to bring the answer.
        auto pending = pending_.lock();
        if (!pending) {
            if (response.stream) response.stream->abandon();
            return;
        }
        asio::dispatch(executor_, [pending = std::move(pending), given = std::move(response)]() mutable {
            pending->put(std::move(given));
        });
    }

private:
    std::weak_ptr<PendingAnswer> pending_;
    Executor executor_;
    std::atomic<bool> used_{false};
};

bool is_api(const std::string& path) {
    return path.starts_with("/v1/") || path.starts_with("/v3/") || path.starts_with("/socket.io/");
}

Response without_handler(const Request& request, const Match& match) {
    if (match.status == 204) return preflight(request, match.allow);
    std::string text(reason_phrase(match.status));
    Response response = is_api(request.path)
                            ? problem(match.status, match.status == 404 ? "not_found" : "bad_field", text)
                            : text_response(match.status, text + "\n");
    if (!match.allow.empty()) response.headers["allow"] = match.allow;
    return response;
}

/// What a page of another origin must see on every answer of the API.
Respond with_cors(Respond respond, const Request& request) {
    Request origin_only;
    origin_only.headers["origin"] = header(request, "origin");
    return [respond = std::move(respond), origin_only = std::move(origin_only)](Response response) {
        add_cors(origin_only, response);
        respond(std::move(response));
    };
}

}  // namespace

Response PendingAnswer::take() {
    given_up = true;
    if (response) return std::move(*response);
    return text_response(503, "Service Unavailable\n");
}

void PendingAnswer::put(Response given) {
    if (given_up) {
        if (given.stream) given.stream->abandon();
        return;
    }
    response = std::move(given);
    timer.cancel();
}

void start_answer(const Core& core, Request request, std::shared_ptr<PendingAnswer> pending,
                  Executor executor) {
    auto once = std::make_shared<Once>(pending, executor);
    Respond respond = [once](Response response) { once->give(std::move(response)); };
    if (is_api(request.path)) {
        if (!is_origin_allowed(request, core.config.allowed_origins)) {
            return respond(problem(403, "forbidden", "this origin is not allowed"));
        }
        if (!header(request, "origin").empty()) respond = with_cors(std::move(respond), request);
    }
    Match match = core.router.find(request.method, request.path);
    if (!match.handler) return respond(without_handler(request, match));
    try {
        (*match.handler)(Call{std::move(request), std::move(match.params), executor}, std::move(respond));
    } catch (const std::exception&) {
        // What it says may quote a visitor; that it happened is enough for the log.
        core.log("event=handler_failed");
        once->give(text_response(500, "Internal Server Error\n"));
    }
}

}  // namespace attune::transports::http
