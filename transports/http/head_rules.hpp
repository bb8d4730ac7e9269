#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "transports/http/message.hpp"

namespace attune::transports::http {

/// What the rules need to know of a request's head, before its body is read.
struct HeadFacts {
    int version = 11;
    std::string_view method;
    std::string_view target;
    int host_fields = 0;
    std::string_view host;
    bool transfer_encoding = false;
    int content_lengths = 0;
};

/// Where a target leads.
struct Target {
    std::string path;   ///< percent-decoded
    std::string query;  ///< as sent
};

/// The rules of HTTP/1.1 the parser does not enforce. Returns the status to refuse with, or nothing.
/// 400: Host missing, repeated or malformed; Transfer-Encoding beside Content-Length (request smuggling);
/// a target that is neither a path, `*` of OPTIONS, nor absolute. 505: a version other than 1.0 and 1.1.
/// Source: RFC 9112, sections 3.2 and 6.3; RFC 9110, section 7.2.
std::optional<int> refused_head(const HeadFacts& facts);

/// Splits a target of any of the three forms; none if it is malformed.
std::optional<Target> parse_target(std::string_view target);

}  // namespace attune::transports::http
