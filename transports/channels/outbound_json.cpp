#include "transports/channels/outbound_json.hpp"

#include <nlohmann/json.hpp>

namespace attune::transports {

using Json = nlohmann::json;

std::string write_outbound(const Outbound& reply) {
    Json bubbles = Json::array();
    for (const dialogs::Reply& bubble : reply.replies) {
        Json items = Json::array();
        for (const dialogs::Choice& item : bubble.choices.items) {
            items.push_back({{"value", item.value}, {"label", item.label}, {"chosen", item.chosen}});
        }
        bubbles.push_back({{"line", bubble.line},
                           {"text", bubble.text},
                           {"crisis", bubble.crisis},
                           {"many", bubble.choices.many},
                           {"items", std::move(items)}});
    }
    const Json whole{{"replies", std::move(bubbles)},
                     {"prompt_seq", reply.prompt_seq},
                     {"ticket", reply.ticket},
                     {"lang", reply.lang},
                     {"hint", reply.hint},
                     {"list_label", reply.list_label}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Outbound> read_outbound(std::string_view json) {
    const Json whole = Json::parse(json, nullptr, false);
    if (whole.is_discarded()) return std::nullopt;
    try {
        Outbound reply;
        for (const Json& each : whole.at("replies")) {
            dialogs::Reply bubble;
            bubble.line = each.at("line").get<std::string>();
            bubble.text = each.at("text").get<std::string>();
            bubble.crisis = each.at("crisis").get<bool>();
            bubble.choices.many = each.at("many").get<bool>();
            for (const Json& item : each.at("items")) {
                bubble.choices.items.push_back({item.at("value").get<std::string>(),
                                                item.at("label").get<std::string>(),
                                                item.at("chosen").get<bool>()});
            }
            reply.replies.push_back(std::move(bubble));
        }
        reply.prompt_seq = whole.at("prompt_seq").get<std::uint64_t>();
        reply.ticket = whole.at("ticket").get<std::string>();
        reply.lang = whole.at("lang").get<std::string>();
        reply.hint = whole.value("hint", "");
        reply.list_label = whole.value("list_label", "");
        return reply;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace attune::transports
