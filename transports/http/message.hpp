#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "transports/http/stream.hpp"

namespace attune::transports::http {

/// Header fields by name; names in lower case. A field that came several times is joined with ", ".
using Headers = std::map<std::string, std::string, std::less<>>;

/// A request as a value: what the handlers see, without a socket.
struct Request {
    std::string method;  ///< as sent: methods are case-sensitive
    std::string path;    ///< percent-decoded, begins with `/`; or `*`
    std::string query;   ///< after the `?`, still encoded
    int version = 11;    ///< 10 or 11
    Headers headers;
    std::string body;
    std::string peer;        ///< the visitor's address, for rate limits only
    bool head_only = false;  ///< it was a HEAD: the body of the answer is not sent
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::shared_ptr<Stream> stream;  ///< if set, the body: sent chunk by chunk until it is closed
};

/// The field's value, or an empty text. The view lives as long as the request.
std::string_view header(const Request& request, std::string_view lower_case_name);

/// The value of a query parameter, percent-decoded; none if it is missing or wrongly encoded.
std::optional<std::string> query_value(const Request& request, std::string_view name);

/// Undoes percent-encoding. None if an escape is malformed or gives a control character.
std::optional<std::string> percent_decode(std::string_view text);

/// A text answer, with its length left to the session.
Response text_response(int status, std::string_view text);

/// The standard phrase of a status: 404 → "Not Found".
std::string_view reason_phrase(int status);

}  // namespace attune::transports::http
