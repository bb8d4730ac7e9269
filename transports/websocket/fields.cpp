#include "transports/websocket/fields.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "nlu/text/utf8.hpp"

namespace attune::transports::protocol {

using nlohmann::json;

namespace {

constexpr std::size_t max_id_length = 64;

bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

bool is_client_id(std::string_view text) {
    return !text.empty() && text.size() <= max_id_length &&
           std::all_of(text.begin(), text.end(), is_id_character);
}

Fields::Fields(const json& object) : object_(object) {}

void Fields::refuse(std::string_view name, Code code) {
    if (refusal) return;
    // The name comes from our own code, never from the frame.
    const char* what = code == Code::too_long ? "` is too long." : "` is missing or not as it must be.";
    refusal = Refusal{code, "The field `" + std::string(name) + what, std::nullopt, false};
}

const json* Fields::find(std::string_view name) const {
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
}

const json* Fields::need(std::string_view name) {
    const json* value = find(name);
    if (value == nullptr) refuse(name);
    return value;
}

std::string Fields::id(std::string_view name) {
    std::string text = string(name, max_id_length);
    if (!refusal && !is_client_id(text)) refuse(name);
    return text;
}

std::string Fields::string(std::string_view name, std::size_t max_bytes) {
    if (need(name) == nullptr) return {};
    return optional_string(name, max_bytes);
}

std::string Fields::optional_string(std::string_view name, std::size_t max_bytes) {
    const json* value = find(name);
    if (value == nullptr) return {};
    const auto* text = value->get_ptr<const json::string_t*>();
    if (text == nullptr || text->size() > max_bytes) {
        refuse(name);
        return {};
    }
    return *text;
}

std::string Fields::visitor_text(std::string_view name) {
    std::string text = string(name, std::numeric_limits<std::size_t>::max());
    if (text.empty()) refuse(name);
    if (!refusal && nlu::code_points(text) > max_text_code_points) refuse(name, Code::too_long);
    return text;
}

std::vector<std::string> Fields::strings(std::string_view name, std::size_t max_count,
                                         std::size_t max_bytes) {
    const json* value = need(name);
    if (value == nullptr) return {};
    if (value->is_string()) return {string(name, max_bytes)};
    if (!value->is_array() || value->size() > max_count) {
        refuse(name);
        return {};
    }
    std::vector<std::string> all;
    for (const json& item : *value) {
        const auto* text = item.get_ptr<const json::string_t*>();
        if (text == nullptr || text->size() > max_bytes) {
            refuse(name);
            return {};
        }
        all.push_back(*text);
    }
    return all;
}

std::uint64_t Fields::whole_number(std::string_view name, std::uint64_t least) {
    if (need(name) == nullptr) return 0;
    return optional_whole_number(name, least).value_or(0);
}

std::optional<std::uint64_t> Fields::optional_whole_number(std::string_view name, std::uint64_t least) {
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() < least) {
        refuse(name);
        return std::nullopt;
    }
    return value->get<std::uint64_t>();
}

std::int64_t Fields::integer(std::string_view name) {
    const json* value = need(name);
    if (value == nullptr) return 0;
    const bool fits =
        value->is_number_integer() &&
        (!value->is_number_unsigned() ||
         value->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()});
    if (!fits) {
        refuse(name);
        return 0;
    }
    return value->get<std::int64_t>();
}

bool Fields::boolean(std::string_view name) {
    const json* value = need(name);
    if (value == nullptr) return false;
    if (!value->is_boolean()) refuse(name);
    return value->is_boolean() && value->get<bool>();
}

void Fields::must_be_true(std::string_view name) {
    if (!boolean(name)) refuse(name);
}

const json* Fields::optional_object(std::string_view name) {
    const json* value = find(name);
    if (value != nullptr && !value->is_object()) {
        refuse(name);
        return nullptr;
    }
    return value;
}

}  // namespace attune::transports::protocol
