// Laws of what reads the bytes of messaging services: nothing crashes; what was written is read back as it
// was; what was split holds every character; and nothing is heard that no signature covers.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "transports/channels/form.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/channels/opt_out.hpp"
#include "transports/channels/outbound_json.hpp"
#include "transports/channels/registry.hpp"
#include "transports/channels/split_text.hpp"
#include "transports/directline/activity.hpp"
#include "transports/directline/client_id.hpp"
#include "transports/http/url.hpp"
#include "transports/socketio/engine.hpp"
#include "transports/socketio/message.hpp"

namespace {

using namespace attune::transports;

void require(bool holds) {
    if (!holds) std::abort();
}

void read_all(const std::string& text) {
    (void)read_form(text);
    (void)opt_out_word(text);
    (void)http::parse_url(text);
    (void)socketio::read_packet(text);
    (void)socketio::read_event(text);
    (void)socketio::is_intent(text);
    if (const auto pressed = read_payload(text)) require(pressed->prompt_seq > 0);
    if (const auto reply = read_outbound(text)) {
        const std::string written = write_outbound(*reply);
        require(write_outbound(*read_outbound(written)) == written);
    }
}

void engine(const std::string& text, socketio::Protocol protocol) {
    const auto packets = socketio::split_payload(text, protocol);
    if (!packets) return;
    const auto again = socketio::split_payload(socketio::join_payload(*packets, protocol), protocol);
    require(again && *again == *packets);
}

void direct_line(const std::string& text) {
    const std::string name = directline::client_name_of(directline::id_for(text, "1"));
    require(name.empty() || name == text);
    if (const auto posted = directline::read_activity(text, "1"))
        require(!posted->says_something || !posted->message.id.empty());
}

void split(const std::string& text) {
    for (const std::string& piece : split_text(text, 32, Traits::Unit::utf16)) {
        require(length_in(Traits::Unit::utf16, piece) <= 32);
    }
}

/// Without a signature nobody is heard.
void webhooks(const std::string& text) {
    static const ChannelValues values = {{"telegram-token", "1:a"},
                                         {"telegram-secret", "s"},
                                         {"sms-account", "AC1"},
                                         {"sms-auth-token", "t"},
                                         {"sms-from", "+1"},
                                         {"whatsapp-token", "t"},
                                         {"whatsapp-phone-id", "1"},
                                         {"whatsapp-app-secret", "s"},
                                         {"whatsapp-verify-token", "v"},
                                         {"messenger-token", "t"},
                                         {"messenger-app-secret", "s"},
                                         {"messenger-verify-token", "v"},
                                         {"slack-token", "t"},
                                         {"slack-signing-secret", "s"},
                                         {"rasa-token", "t"},
                                         {"public-url", "https://a.example"}};
    for (const ChannelKind& kind : channel_kinds()) {
        const auto channel = kind.make(values);
        if (!channel) continue;
        http::Request request;
        request.method = "POST";
        request.body = text;
        require((*channel)->receive(request, 1'800'000'000).heard.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    read_all(text);
    engine(text, socketio::Protocol::v3);
    engine(text, socketio::Protocol::v4);
    direct_line(text);
    split(text);
    webhooks(text);
    return 0;
}
