#include "bot/server/config.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "transports/http/url.hpp"

namespace attune::bot {

namespace {

using Values = std::vector<std::string>;

template <class Number>
Result<void> set_number(Number& place, const Values& values, Number least, Number most) {
    const std::string& text = values.back();
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
        return failure(Errc::invalid_input,
                       "a number from " + std::to_string(least) + " to " + std::to_string(most) + " is needed");
    }
    place = number;
    return {};
}

Result<void> set_text(std::string& place, const Values& values) {
    place = values.back();
    return {};
}

Result<void> set_switch(bool& place, const Values& values) {
    if (values.back() != "true" && values.back() != "false") {
        return failure(Errc::invalid_input, "true or false is needed");
    }
    place = values.back() == "true";
    return {};
}

Result<void> set_store(Config::StoreKind& place, const Values& values) {
    if (values.back() != "sqlite" && values.back() != "memory") {
        return failure(Errc::invalid_input, "sqlite or memory is needed");
    }
    place = values.back() == "memory" ? Config::StoreKind::memory : Config::StoreKind::sqlite;
    return {};
}

Result<void> set_list(Values& place, const Values& values) {
    place = values;
    return {};
}

Result<void> set_url(std::string& place, const Values& values) {
    if (!transports::http::parse_url(values.back())) return failure(Errc::invalid_input, "a URL is needed");
    place = values.back();
    while (place.ends_with('/')) place.pop_back();
    return {};
}

Values split(std::string_view list) {
    Values items;
    while (true) {
        const auto comma = list.find(',');
        items.emplace_back(list.substr(0, comma));
        if (comma == std::string_view::npos) return items;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace

const std::vector<Setting>& settings() {
    static const std::vector<Setting> all = {
        {"address", "IP", "Address to listen on (127.0.0.1: this machine alone)", false, false,
         [](Config& config, const Values& values) { return set_text(config.address, values); }},
        {"port", "NUMBER", "Port to listen on; 0: any free one (8080)", false, false,
         [](Config& config, const Values& values) {
             return set_number<unsigned short>(config.port, values, 0, 65535);
         }},
        {"bot", "FOLDER", "Folder of the bot's files (the bot that is built in)", false, false,
         [](Config& config, const Values& values) { return set_text(config.bot, values); }},
        {"db", "FILE", "SQLite file that conversations are kept in (attune.db)", false, false,
         [](Config& config, const Values& values) { return set_text(config.database, values); }},
        {"store", "KIND", "sqlite, or memory: nothing outlives the process (sqlite)", false, false,
         [](Config& config, const Values& values) { return set_store(config.store, values); }},
        {"expiry-hours", "NUMBER", "A conversation in which nothing happens for so long is deleted (24)", false, false,
         [](Config& config, const Values& values) { return set_number(config.expiry_hours, values, 1, 87600); }},
        {"threads", "NUMBER", "Threads that serve connections; 0: one for each processor (0)", false, false,
         [](Config& config, const Values& values) { return set_number(config.threads, values, 0, 1024); }},
        {"origin", "ORIGIN", "Web site that may talk to this server, like https://clinic.example; * for all", true,
         false, [](Config& config, const Values& values) { return set_list(config.origins, values); }},
        {"access-token", "TOKEN", "A new conversation needs one of these; better in the file than as a flag", true,
         false, [](Config& config, const Values& values) { return set_list(config.access_tokens, values); }},
        {"trusted-proxy", "IP", "Reverse proxy whose X-Forwarded-For is believed", true, false,
         [](Config& config, const Values& values) { return set_list(config.trusted_proxies, values); }},
        {"starts-per-minute", "NUMBER", "New conversations from one address; 0: no limit (120)", false, false,
         [](Config& config, const Values& values) {
             return set_number(config.starts_per_minute, values, 0, 1'000'000);
         }},
        {"require-reviewed", "", "Serve only a bot whose every line is signed in its review.lock", false, false,
         [](Config& config, const Values& values) { return set_switch(config.require_reviewed, values); }},
        {"safety-webhook", "URL", "Told, signed, whenever danger is seen: class, level and time, never words", false, false,
         [](Config& config, const Values& values) { return set_text(config.safety_webhook, values); }},
        {"safety-secret", "TEXT", "Signs what goes to safety-webhook; better in the file or ATTUNE_SAFETY_SECRET than as a flag",
         false, false, [](Config& config, const Values& values) { return set_text(config.safety_secret, values); }},
        {"channel", "NAME", "Messaging channel to be on: see attune channels", true, false,
         [](Config& config, const Values& values) { return set_list(config.channels, values); }},
        {"public-url", "URL", "This server's address as services on the internet call it, for channels", false, false,
         [](Config& config, const Values& values) { return set_url(config.public_url, values); }},
        {"watch", "", "Load the bot anew whenever its files change, as SIGHUP does", false, false,
         [](Config& config, const Values& values) { return set_switch(config.watch, values); }},
        {"test-echo", "", "For protocol conformance suites: /v1/echo sends back what it gets", false, true,
         [](Config& config, const Values& values) { return set_switch(config.test_echo, values); }},
        {"test-no-rate-limit", "", "For benchmarks: one address may write as fast, and connect as often, as it can", false, true,
         [](Config& config, const Values& values) { return set_switch(config.test_no_rate_limit, values); }},
    };
    return all;
}

std::string environment_name(std::string_view setting) {
    std::string name = "ATTUNE_";
    for (char c : setting) name += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
    return name;
}

Result<void> apply(Config& config, const Setting& setting, const Values& values) {
    // The value itself is not repeated: it may be a secret.
    if (values.empty()) return failure(Errc::invalid_input, std::string(setting.name) + ": a value is needed");
    auto set = setting.set(config, values);
    if (set) return {};
    return failure(set.error().code, std::string(setting.name) + ": " + set.error().message);
}

Result<void> apply_environment(Config& config, const std::function<const char*(const char*)>& get) {
    for (const Setting& setting : settings()) {
        const std::string name = environment_name(setting.name);
        const char* value = get(name.c_str());
        if (value == nullptr) continue;
        auto set = apply(config, setting, setting.many ? split(value) : Values{value});
        if (!set) return failure(set.error().code, name + ": " + set.error().message);
    }
    return apply_channel_environment(config, get);
}

}  // namespace attune::bot
