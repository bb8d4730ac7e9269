#include "transports/directline/client_id.hpp"

#include <algorithm>
#include <string_view>

#include "transports/channels/signature.hpp"
#include "transports/http/access.hpp"
#include "transports/websocket/fields.hpp"

namespace attune::transports::directline {

namespace {

constexpr std::string_view encoded_mark = "b64_";
constexpr std::string_view spare_mark = "dl_";

std::string base64url(std::string_view bytes) {
    std::string text = to_base64(bytes);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    while (text.ends_with('=')) text.pop_back();
    return text;
}

bool is_marked(std::string_view id) {
    return id.starts_with(encoded_mark) || id.starts_with(spare_mark);
}

}  // namespace

std::string id_for(const std::string& given, const std::string& spare) {
    if (given.empty()) return std::string(spare_mark) + spare;
    if (protocol::is_client_id(given) && !is_marked(given)) return given;
    std::string encoded = std::string(encoded_mark) + base64url(given);
    return protocol::is_client_id(encoded) ? encoded : std::string(spare_mark) + spare;
}

std::string client_name_of(const std::string& id) {
    if (id.starts_with(spare_mark)) return "";
    if (!id.starts_with(encoded_mark)) return id;
    return http::base64url_decode(std::string_view(id).substr(encoded_mark.size())).value_or("");
}

}  // namespace attune::transports::directline
