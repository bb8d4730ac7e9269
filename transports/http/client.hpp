#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "nlu/result.hpp"
#include "transports/http/client_message.hpp"

namespace attune::transports::http {

struct ClientSettings {
    std::chrono::milliseconds lookup_time{10000};   ///< for the name's addresses
    std::chrono::milliseconds connect_time{10000};  ///< for the connection and the TLS handshake
    std::chrono::milliseconds answer_time{20000};   ///< from then to the end of the answer
    std::size_t body_bytes = 1024 * 1024;           ///< of an answer; more: status 0
    /// A file of PEM certificates to trust instead of the system's; empty: the system's.
    std::string trusted_certificates;
    bool plain_http_anywhere = false;  ///< otherwise only to this machine itself
};

/// Makes HTTP and HTTPS requests: TLS 1.2 or later, the certificate's chain and name checked, the name sent
/// (SNI); never follows a redirect; one connection a request. Plain http only to the loopback unless allowed.
///
/// Lives on one context: call it from that context's thread.
class Client {
public:
    using Done = std::function<void(ClientResponse)>;

    /// Errors: unavailable (the certificates cannot be read).
    static Result<std::unique_ptr<Client>> make(boost::asio::io_context& context, ClientSettings settings);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// `done` comes on the context, exactly once, within the settings' times; not at all if the context
    /// stops.
    void send(ClientRequest request, Done done);
    /// As `send`, with another time for the answer: for long polling.
    void send(ClientRequest request, std::chrono::milliseconds answer_time, Done done);

private:
    struct Parts;
    explicit Client(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace attune::transports::http
