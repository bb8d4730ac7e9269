#pragma once

#include <string>

namespace attune::transports::directline {

/// Our id for a message that the client calls `given`: the same name if ours may look so, else its bytes
/// written in base64url behind a mark. `spare` if it gives none, or one too long for that.
std::string id_for(const std::string& given, const std::string& spare);

/// The way back: what the client called it; empty for a spare id.
std::string client_name_of(const std::string& id);

}  // namespace attune::transports::directline
