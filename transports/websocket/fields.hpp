#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transports/service.hpp"

namespace attune::transports::protocol {

/// Reads the fields of one JSON object and remembers the first that does not fit. Members that nobody asks
/// for are ignored: newer clients may send more. After a refusal the values read are empty and of no use.
/// The object must outlive this; not thread-safe.
class Fields {
public:
    explicit Fields(const nlohmann::json& object);

    /// `[A-Za-z0-9_-]{1,64}`.
    std::string id(std::string_view name);
    /// At most `max_bytes`.
    std::string string(std::string_view name, std::size_t max_bytes);
    std::string optional_string(std::string_view name, std::size_t max_bytes);
    /// What a visitor writes: 1 to `max_text_code_points`, else `too_long`.
    std::string visitor_text(std::string_view name);
    /// One string or an array of strings.
    std::vector<std::string> strings(std::string_view name, std::size_t max_count, std::size_t max_bytes);
    std::uint64_t whole_number(std::string_view name, std::uint64_t least);
    std::optional<std::uint64_t> optional_whole_number(std::string_view name, std::uint64_t least);
    std::int64_t integer(std::string_view name);
    bool boolean(std::string_view name);
    void must_be_true(std::string_view name);
    /// The object of that name; null where it is missing.
    const nlohmann::json* optional_object(std::string_view name);

    void refuse(std::string_view name, Code code = Code::bad_field);
    /// The first refusal, and nothing if all fields were right.
    std::optional<Refusal> refusal;

private:
    const nlohmann::json* find(std::string_view name) const;
    const nlohmann::json* need(std::string_view name);

    const nlohmann::json& object_;
};

/// True for `[A-Za-z0-9_-]{1,64}`.
bool is_client_id(std::string_view text);

}  // namespace attune::transports::protocol
