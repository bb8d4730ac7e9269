#include "transports/channels/answers.hpp"

namespace attune::transports {

Received refuse_webhook(int status, std::string_view reason) {
    Received received;
    received.response = http::text_response(status, std::string(http::reason_phrase(status)) + "\n");
    received.refused = reason;
    return received;
}

Delivery plain_outcome(const http::ClientResponse& answer) {
    Delivery delivery;
    if (answer.status >= 200 && answer.status < 300) return delivery;
    const bool later =
        answer.status >= 500 || answer.status == 408 || answer.status == 425 || answer.status == 429;
    delivery.kind = later ? Delivery::Kind::retry : Delivery::Kind::refused;
    if (!later) delivery.reason = "refused";
    const long long wish = http::retry_after_ms(answer);
    if (later && wish >= 0) delivery.after_ms = wish;
    return delivery;
}

}  // namespace attune::transports
