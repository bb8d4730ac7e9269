#include <nlohmann/json.hpp>
#include <utility>

#include "transports/websocket/protocol.hpp"

namespace attune::transports::protocol {

using Json = nlohmann::ordered_json;

namespace {

/// Never throws: what is not UTF-8 becomes U+FFFD.
std::string dump(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json choices_of(const dialogs::Choices& choices, std::uint64_t seq) {
    Json items = Json::array();
    for (const dialogs::Choice& choice : choices.items) {
        Json item{{"value", choice.value}, {"label", choice.label}};
        if (choice.chosen) item["chosen"] = true;
        items.push_back(std::move(item));
    }
    return {{"id", "c" + std::to_string(seq)},
            {"style", "buttons"},
            {"multi", choices.many},
            {"items", std::move(items)},
            {"free_text", true}};
}

}  // namespace

std::string user_message(Stamp stamp, std::string_view client_id, std::string_view text) {
    return dump({{"t", "message"},
                 {"seq", stamp.seq},
                 {"at", stamp.at},
                 {"from", "user"},
                 {"id", client_id},
                 {"text", text},
                 {"format", "plain"},
                 {"dir", "auto"}});
}

std::string bot_message(Stamp stamp, const dialogs::Reply& reply, std::string_view lang) {
    Json event{{"t", "message"},     {"seq", stamp.seq},
               {"at", stamp.at},     {"from", "bot"},
               {"line", reply.line}, {"text", reply.text},
               {"format", "plain"},  {"lang", lang},
               {"dir", "auto"},      {"severity", reply.crisis ? "crisis" : "normal"}};
    if (reply.takeaway) event["takeaway"] = true;
    if (!reply.choices.items.empty()) event["choices"] = choices_of(reply.choices, stamp.seq);
    return dump(event);
}

std::string ended(Stamp stamp, std::string_view reason) {
    return dump({{"t", "ended"}, {"seq", stamp.seq}, {"at", stamp.at}, {"reason", reason}});
}

}  // namespace attune::transports::protocol
