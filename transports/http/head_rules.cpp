#include "transports/http/head_rules.hpp"

#include <algorithm>

namespace attune::transports::http {

namespace {

bool is_host(std::string_view host) {
    return std::all_of(host.begin(), host.end(), [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x7f && c != '/' && c != '@' && c != '?' && c != '#' && c != ',';
    });
}

/// The part of `http://host/path` from the path on; the target itself if it is no such form.
std::string_view without_authority(std::string_view target) {
    for (std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        target.remove_prefix(scheme.size());
        auto slash = target.find('/');
        return slash == std::string_view::npos ? std::string_view{"/"} : target.substr(slash);
    }
    return target;
}

}  // namespace

std::optional<int> refused_head(const HeadFacts& facts) {
    if (facts.version != 10 && facts.version != 11) return 505;
    if (facts.version == 11 && facts.host_fields != 1) return 400;
    if (facts.host_fields > 1 || !is_host(facts.host)) return 400;
    if (facts.transfer_encoding && (facts.content_lengths > 0 || facts.version == 10)) return 400;
    if (facts.content_lengths > 1) return 400;
    if (facts.target == "*") return facts.method == "OPTIONS" ? std::nullopt : std::optional<int>(400);
    if (!without_authority(facts.target).starts_with('/')) return 400;
    return std::nullopt;
}

std::optional<Target> parse_target(std::string_view target) {
    if (target == "*") return Target{"*", ""};
    std::string_view rest = without_authority(target);
    if (!rest.starts_with('/') || rest.find('#') != std::string_view::npos) return std::nullopt;
    auto question = rest.find('?');
    auto path = percent_decode(rest.substr(0, question));
    if (!path) return std::nullopt;
    std::string_view query =
        question == std::string_view::npos ? std::string_view{} : rest.substr(question + 1);
    return Target{std::move(*path), std::string(query)};
}

}  // namespace attune::transports::http
