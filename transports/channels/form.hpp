#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::transports {

using Form = std::vector<std::pair<std::string, std::string>>;

/// An `application/x-www-form-urlencoded` body, in order; none if an escape is malformed or there are more
/// than 200 fields. Pure; O(bytes).
std::optional<Form> read_form(std::string_view body);

/// Its reverse.
std::string write_form(const Form& form);

/// The first value of a name, or an empty text.
std::string_view form_value(const Form& form, std::string_view name);

/// RFC 3986: all but letters, digits and `-._~` as %XX.
std::string percent_encode(std::string_view text);

}  // namespace attune::transports
