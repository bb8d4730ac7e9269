#pragma once

#include <map>
#include <string>

#include "transports/http/config.hpp"
#include "transports/http/router.hpp"
#include "transports/service.hpp"

namespace attune::transports {

/// The demo pages of `transports/web/pages`, built into the program: name → content.
const std::map<std::string, std::string>& web_pages();
/// The chat as one script, `attune-chat.js`.
const std::map<std::string, std::string>& web_script();
/// All of these, compressed at build time: name with `.gz` → content.
const std::map<std::string, std::string>& web_compressed();

}  // namespace attune::transports

namespace attune::transports::http {

/// `/healthz`, `/readyz`, and the pages: `/` is index.html, everything else goes by its name; `.html` may be left
/// out. `/chat` may stand in a frame on the origins that may talk to the server; no other page may.
void add_pages(Router& router, const ServerConfig& config, Service& service);

/// Pages by name, and what is there of them compressed by name with `.gz`.
struct Pages {
    std::map<std::string, std::string> plain;
    std::map<std::string, std::string> compressed;
};

/// The answer to a GET of one page: with its type, an ETag (304 if the visitor has it already) and the
/// content security policy; compressed where the visitor takes gzip and that is there. Scripts may be loaded from
/// any site. 404 if there is no such page.
Response page(const Request& request, const Pages& pages, const std::string& policy);

}  // namespace attune::transports::http
