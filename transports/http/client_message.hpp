#pragma once

#include <string>

#include "transports/http/message.hpp"

namespace attune::transports::http {

/// A request that we make.
struct ClientRequest {
    std::string method = "POST";
    std::string url;  ///< absolute; may hold a secret: never logged
    Headers headers;  ///< names in lower case; Host and Content-Length come by themselves
    std::string body;
};

/// Its answer.
struct ClientResponse {
    int status = 0;   ///< 0: there was none (no address, no connection, no trust, too late, too long)
    Headers headers;  ///< names in lower case
    std::string body;
    std::string_view trouble;  ///< for status 0: what was wrong, as a word of the source
};

/// The service's wish in seconds (Retry-After), as milliseconds; negative if it has none. Dates are not read.
long long retry_after_ms(const ClientResponse& response);

}  // namespace attune::transports::http
