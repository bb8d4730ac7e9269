#pragma once

#include <string>
#include <string_view>

#include "transports/channels/form.hpp"

namespace attune::transports::sms {

/// Twilio's signature: base64(HMAC-SHA1(auth token, URL + each name and value, sorted by name)). Pure.
/// Source: twilio.com/docs/usage/security, read 2026-08; vector in the tests.
std::string signature(std::string_view auth_token, std::string_view url, const Form& form);

/// Is it signed? Twilio signs the URL now with, now without the standard port: both are tried. In constant
/// time.
bool is_signed(std::string_view given, std::string_view auth_token, std::string_view url, const Form& form);

}  // namespace attune::transports::sms
