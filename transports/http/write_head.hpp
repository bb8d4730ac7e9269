#pragma once

#include <chrono>
#include <string>

#include "transports/http/message.hpp"

namespace attune::transports::http {

/// How an answer travels.
struct Delivery {
    int version = 11;        ///< of the request
    bool keep_alive = true;  ///< the connection stays for the next request
    std::chrono::system_clock::time_point now;
};

/// Status line and fields of an answer, with the empty line. Adds Date, Connection, Content-Length or
/// `Transfer-Encoding: chunked`, and `X-Content-Type-Options: nosniff`; `Cache-Control: no-store` unless the
/// handler said otherwise. Line breaks inside values are dropped. Pure.
std::string write_head(const Response& response, const Delivery& delivery);

/// One chunk's frame before its bytes: `1f\r\n`.
std::string chunk_size_line(std::size_t bytes);

/// `Sun, 06 Nov 1994 08:49:37 GMT`. Source: RFC 9110, section 5.6.7.
std::string http_date(std::chrono::system_clock::time_point when);

}  // namespace attune::transports::http
