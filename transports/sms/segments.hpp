#pragma once

#include <string_view>

namespace attune::transports::sms {

/// How many SMS a text takes, which is what it costs: GSM-7 160 units, then 153 each; if one character is not
/// of that alphabet, UCS-2 70, then 67. Pure; O(bytes). Source: 3GPP TS 23.038, section 6.2.1.
int segments(std::string_view text);

/// Can it be written in GSM-7 with its extension table?
bool is_gsm7(std::string_view text);

}  // namespace attune::transports::sms
