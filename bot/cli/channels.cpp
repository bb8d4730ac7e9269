#include "bot/cli/channels.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <iostream>
#include <memory>

#include "bot/cli/settings_flags.hpp"
#include "bot/server/server.hpp"
#include "transports/http/client.hpp"

namespace attune::bot {

namespace {

namespace http = transports::http;

/// Never a value: only what it is called and whether it is there.
void print_key(const transports::ChannelKey& key, bool there) {
    std::cout << "    " << (there ? "set      " : key.required ? "MISSING  " : "not set  ") << environment_name(key.name)
              << "  " << key.meaning << '\n';
}

void print_channel(const transports::ChannelKind& kind, const Config& config) {
    const bool on = std::find(config.channels.begin(), config.channels.end(), kind.name) != config.channels.end();
    const auto values = values_for_channels(config);
    std::cout << kind.name << "  " << kind.title << (on ? "  [on]" : "  [off]") << '\n';
    for (const transports::ChannelKey& key : kind.keys) print_key(key, !transports::value_of(values, key.name).empty());
    const std::string base = config.public_url.empty() ? "https://YOUR-SERVER" : config.public_url;
    auto made = transports::make_channel(kind.name, values);
    const std::string path = made ? (*made)->path() : "/channels/" + std::string(kind.name);
    std::cout << "    webhook  " << base << path << "\n             " << kind.where << '\n';
    if (on && !made) std::cout << "    problem  " << made.error().message << '\n';
}

int list(const SettingsFlags& flags) {
    auto config = gather_settings(flags);
    if (!config) {
        std::cerr << "attune: " << config.error().message << '\n';
        return exit_code::usage;
    }
    for (const auto& kind : transports::channel_kinds()) print_channel(kind, *config);
    std::cout << "\nSwitch one on with --channel NAME, `channel = NAME` in the file, or ATTUNE_CHANNEL. Each secret can\n"
                 "also be the content of a file: ATTUNE_TELEGRAM_TOKEN_FILE=/run/secrets/telegram.\n";
    if (config->public_url.empty()) std::cout << "Set --public-url to see the addresses to paste.\n";
    return make_channels(*config) ? 0 : 1;
}

http::ClientResponse ask(http::ClientRequest request) {
    boost::asio::io_context context{1};
    http::ClientResponse answer;
    auto client = http::Client::make(context, {});
    if (!client) {
        answer.trouble = "certificates";
        return answer;
    }
    (*client)->send(std::move(request), [&answer](http::ClientResponse got) { answer = std::move(got); });
    context.run();
    return answer;
}

int check(const SettingsFlags& flags, const std::string& name) {
    auto config = gather_settings(flags);
    auto channel = config ? transports::make_channel(name, values_for_channels(*config))
                          : Result<std::shared_ptr<const transports::Channel>>(tl::unexpected<Error>(config.error()));
    if (!channel) {
        std::cerr << "attune: " << channel.error().message << '\n';
        return exit_code::usage;
    }
    auto request = (*channel)->self_test();
    if (!request) {
        std::cout << name << ": the service has no test; the settings are complete\n";
        return 0;
    }
    const auto answer = ask(std::move(*request));
    if (answer.status == 0) {
        std::cout << name << ": no answer (" << answer.trouble << ")\n";
        return 1;
    }
    const auto outcome = (*channel)->outcome(answer);
    const bool good = outcome.kind == transports::Delivery::Kind::done;
    std::cout << name << ": " << (good ? "the service knows us" : "the service refuses (status ");
    if (!good) std::cout << answer.status << (outcome.reason.empty() ? "" : ", ") << outcome.reason << ")";
    std::cout << '\n';
    return good ? 0 : 1;
}

}  // namespace

void add_channels(CLI::App& app, int& exit_code) {
    CLI::App* command = app.add_subcommand("channels", "Messaging channels: what is on, what is missing, where to paste");
    auto flags = std::make_shared<SettingsFlags>();
    add_settings_flags(*command, *flags);
    CLI::App* checks = command->add_subcommand("check", "Ask the service whether the secrets are good");
    auto name = std::make_shared<std::string>();
    auto check_flags = std::make_shared<SettingsFlags>();
    checks->add_option("NAME", *name, "The channel")->required()->type_name("");
    checks->add_option("--config", check_flags->file, "File with settings (TOML or INI)")->envname("ATTUNE_CONFIG");
    check_flags->values.resize(settings().size());
    checks->callback([check_flags, name, &exit_code] { exit_code = check(*check_flags, *name); });
    command->callback([command, flags, &exit_code] {
        if (command->get_subcommands().empty()) exit_code = list(*flags);
    });
}

}  // namespace attune::bot
