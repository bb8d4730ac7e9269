#include "transports/http/client.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "transports/http/task.hpp"
#include "transports/http/url.hpp"

namespace attune::transports::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

using Plain = beast::basic_stream<tcp, Executor>;
using Secure = ssl::stream<Plain>;
using Parser = beast::http::response_parser<beast::http::string_body>;
using Resolver = asio::ip::basic_resolver<tcp, Executor>;

constexpr std::uint32_t header_bytes = 32 * 1024;

ClientResponse without_answer(std::string_view trouble) {
    ClientResponse response;
    response.trouble = trouble;
    return response;
}

/// The bytes of the request. A field with a line break in it would be two: such a request is not made.
std::optional<std::string> write_request(const ClientRequest& request, const Url& url) {
    std::string bytes = request.method + " " + url.target + " HTTP/1.1\r\nhost: " + host_field(url) +
                        "\r\nconnection: close\r\naccept-encoding: identity\r\n";
    for (const auto& [name, value] : request.headers) {
        if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return std::nullopt;
        bytes += name + ": " + value + "\r\n";
    }
    if (!request.body.empty() || request.method == "POST") {
        bytes += "content-length: " + std::to_string(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

ClientResponse to_response(Parser& parser) {
    auto& message = parser.get();
    ClientResponse response;
    response.status = static_cast<int>(message.result_int());
    for (const auto& field : message) {
        std::string name(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        response.headers[name] = std::string(field.value());
    }
    response.body = std::move(message.body());
    return response;
}

template <class Stream>
Task<ClientResponse> exchange(Stream& stream, std::string bytes, std::size_t most_bytes) {
    auto out = asio::buffer(bytes);
    auto [write_error, written] = co_await asio::async_write(stream, out, quiet);
    if (write_error) co_return without_answer("connection_lost");
    Parser parser;
    parser.header_limit(header_bytes);
    parser.body_limit(most_bytes);
    beast::flat_buffer buffer;
    auto [read_error, read] = co_await beast::http::async_read(stream, buffer, parser, quiet);
    if (read_error == beast::error::timeout) co_return without_answer("timeout");
    if (read_error == beast::http::error::body_limit) co_return without_answer("answer_too_long");
    if (read_error) co_return without_answer("connection_lost");
    co_return to_response(parser);
}

/// A name on its way to addresses. The system cannot be stopped in it, so it may outlive who waits.
struct Lookup {
    explicit Lookup(const Executor& executor) : resolver(executor), timer(executor) {}

    Resolver resolver;
    Timer timer;  ///< cancelled when the answer is there
    std::optional<tcp::resolver::results_type> addresses;
    std::string_view trouble = "timeout";

    static void start(const std::shared_ptr<Lookup>& self, const Url& url) {
        self->resolver.async_resolve(url.host, url.port,
                                     [self](error_code ec, tcp::resolver::results_type found) {
                                         self->trouble = "no_address";
                                         if (!ec) self->addresses = std::move(found);
                                         self->timer.cancel();
                                     });
    }
};

std::string_view trouble_of(error_code ec, std::string_view otherwise) {
    return ec == beast::error::timeout ? "timeout" : otherwise;
}

}  // namespace

struct Client::Parts {
    asio::io_context& context;
    ClientSettings settings;
    ssl::context tls{ssl::context::tls_client};

    Parts(asio::io_context& home, ClientSettings chosen) : context(home), settings(std::move(chosen)) {}

    /// One request from address to answer. The parts outlive it: it runs on their context.
    Task<ClientResponse> run(std::string bytes, Url url, std::chrono::milliseconds answer_time) {
        auto lookup = std::make_shared<Lookup>(context.get_executor());
        lookup->timer.expires_after(settings.lookup_time);
        Lookup::start(lookup, url);
        co_await lookup->timer.async_wait(quiet);
        if (!lookup->addresses) co_return without_answer(lookup->trouble);
        const auto addresses = std::move(*lookup->addresses);
        // The name may lead elsewhere than it promises.
        if (!url.secure && !settings.plain_http_anywhere && !all_here(addresses)) {
            co_return without_answer("not_secure");
        }
        Secure stream(Plain(context.get_executor()), tls);
        Plain& plain = stream.next_layer();
        plain.expires_after(settings.connect_time);
        auto [no_connection, endpoint] = co_await plain.async_connect(addresses, quiet);
        if (no_connection) co_return without_answer(trouble_of(no_connection, "no_connection"));
        if (!url.secure) {
            plain.expires_after(answer_time);
            co_return co_await exchange(plain, std::move(bytes), settings.body_bytes);
        }
        if (!prepare(stream, url.host)) co_return without_answer("no_trust");
        auto [no_trust] = co_await stream.async_handshake(ssl::stream_base::client, quiet);
        if (no_trust) co_return without_answer(trouble_of(no_trust, "no_trust"));
        plain.expires_after(answer_time);
        co_return co_await exchange(stream, std::move(bytes), settings.body_bytes);
    }

    static bool all_here(const tcp::resolver::results_type& addresses) {
        return std::all_of(addresses.begin(), addresses.end(),
                           [](const auto& entry) { return entry.endpoint().address().is_loopback(); });
    }

    static bool prepare(Secure& stream, const std::string& host) {
        error_code ec;
        stream.set_verify_callback(ssl::host_name_verification(host), ec);
        if (ec) return false;
        // RFC 6066: an address is not a name.
        (void)asio::ip::make_address(host, ec);
        if (!ec) return true;
        // What the macro SSL_set_tlsext_host_name does, without its C cast.
        std::string name = host;
        return SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                        name.data()) == 1;
    }
};

namespace {

Task<void> run_and_tell(Task<ClientResponse> work, Client::Done done) {
    ClientResponse response = without_answer("internal");
    try {
        response = co_await std::move(work);
    } catch (const std::exception&) {
        // Out of memory or descriptors: an answer is owed all the same.
    }
    done(std::move(response));
}

}  // namespace

Result<std::unique_ptr<Client>> Client::make(asio::io_context& context, ClientSettings settings) {
    auto parts = std::make_unique<Parts>(context, std::move(settings));
    error_code ec;
    parts->tls.set_options(
        ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1, ec);
    if (!ec) parts->tls.set_verify_mode(ssl::verify_peer, ec);
    if (!ec && parts->settings.trusted_certificates.empty()) parts->tls.set_default_verify_paths(ec);
    if (!ec && !parts->settings.trusted_certificates.empty()) {
        parts->tls.load_verify_file(parts->settings.trusted_certificates, ec);
    }
    if (ec) return failure(Errc::unavailable, "the trusted certificates cannot be read: " + ec.message());
    return std::unique_ptr<Client>(new Client(std::move(parts)));
}

Client::Client(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Client::~Client() = default;

void Client::send(ClientRequest request, Done done) {
    send(std::move(request), parts_->settings.answer_time, std::move(done));
}

void Client::send(ClientRequest request, std::chrono::milliseconds answer_time, Done done) {
    auto refuse = [this, &done](std::string_view trouble) {
        asio::post(parts_->context, [done = std::move(done), trouble] { done(without_answer(trouble)); });
    };
    auto url = parse_url(request.url);
    if (!url) return refuse("bad_url");
    if (!url->secure && !parts_->settings.plain_http_anywhere && !is_loopback(url->host))
        return refuse("not_secure");
    auto bytes = write_request(request, *url);
    if (!bytes) return refuse("bad_request");
    asio::co_spawn(
        parts_->context.get_executor(),
        run_and_tell(parts_->run(std::move(*bytes), std::move(*url), answer_time), std::move(done)),
        asio::detached);
}

}  // namespace attune::transports::http
