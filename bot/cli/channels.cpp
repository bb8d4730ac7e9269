#include "bot/cli/channels.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <ctime>
#include <filesystem>
#include <future>
#include <iostream>
#include <memory>

#include "bot/cli/settings_flags.hpp"
#include "bot/server/server.hpp"
#include "bot/store/sqlite/sqlite_store.hpp"
#include "transports/http/client.hpp"

namespace attune::bot {

namespace {

namespace http = transports::http;

constexpr int most_dead = 100;

/// `2026-11-25T09:00:00Z`
std::string date_of(long long ms) {
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

/// Never a value: only what it is called and whether it is there.
void print_key(const transports::ChannelKey& key, bool there) {
    std::cout << "    "
              << (there          ? "set      "
                  : key.required ? "MISSING  "
                                 : "not set  ")
              << environment_name(key.name) << "  " << key.meaning << '\n';
}

void print_channel(const transports::ChannelKind& kind, const Config& config) {
    const bool on =
        std::find(config.channels.begin(), config.channels.end(), kind.name) != config.channels.end();
    const auto values = values_for_channels(config);
    std::cout << kind.name << "  " << kind.title << (on ? "  [on]" : "  [off]") << '\n';
    for (const transports::ChannelKey& key : kind.keys)
        print_key(key, !transports::value_of(values, key.name).empty());
    const std::string base = config.public_url.empty() ? "https://YOUR-SERVER" : config.public_url;
    if (kind.is_built_in()) {
        std::cout << "    address  " << base << kind.path << "\n             " << kind.where << '\n';
        return;
    }
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
    std::cout << "\nSwitch one on with --channel NAME, `channel = NAME` in the file, or ATTUNE_CHANNEL. Each "
                 "secret can\n"
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
    const auto* kind = transports::find_channel_kind(name);
    if (kind != nullptr && kind->is_built_in()) {
        std::cout << name << ": there is no service to ask\n";
        return 0;
    }
    auto channel =
        config ? transports::make_channel(name, values_for_channels(*config))
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

/// When, which, why; of what it said and to whom nothing is kept.
int dead(const std::string& file) {
    if (!std::filesystem::is_regular_file(file)) {
        std::cerr << "attune: there is no database " << file << '\n';
        return exit_code::store;
    }
    auto store = open_sqlite_store({file});
    if (!store) {
        std::cerr << "attune: " << store.error().message << '\n';
        return exit_code::store;
    }
    std::promise<Result<std::vector<DeadLetter>>> promise;
    (*store)->dead_letters(most_dead, [&promise](auto letters) { promise.set_value(std::move(letters)); });
    const auto letters = promise.get_future().get();
    if (!letters) {
        std::cerr << "attune: " << letters.error().message << '\n';
        return exit_code::store;
    }
    for (const DeadLetter& letter : *letters) {
        std::cout << date_of(letter.at) << "  " << letter.channel << "  number " << letter.number << "  "
                  << letter.reason << "  status " << letter.status << "  after " << letter.attempts
                  << " attempts\n";
    }
    std::cout << letters->size() << " replies were given up; newest first, at most " << most_dead
              << " are shown\n";
    return 0;
}

void add_dead(CLI::App& command, int& exit_code) {
    CLI::App* lists =
        command.add_subcommand("dead", "Replies that were given up, and why; never their words");
    auto file = std::make_shared<std::string>("attune.db");
    lists->add_option("--db", *file, "The database; no server may have it open")->envname("ATTUNE_DB");
    lists->callback([file, &exit_code] { exit_code = dead(*file); });
}

}  // namespace

void add_channels(CLI::App& app, int& exit_code) {
    CLI::App* command =
        app.add_subcommand("channels", "Messaging channels: what is on, what is missing, where to paste");
    auto flags = std::make_shared<SettingsFlags>();
    add_settings_flags(*command, *flags);
    CLI::App* checks = command->add_subcommand("check", "Ask the service whether the secrets are good");
    auto name = std::make_shared<std::string>();
    auto check_flags = std::make_shared<SettingsFlags>();
    checks->add_option("NAME", *name, "The channel")->required()->type_name("");
    checks->add_option("--config", check_flags->file, "File with settings (TOML or INI)")
        ->envname("ATTUNE_CONFIG");
    check_flags->values.resize(settings().size());
    checks->callback([check_flags, name, &exit_code] { exit_code = check(*check_flags, *name); });
    add_dead(*command, exit_code);
    command->callback([command, flags, &exit_code] {
        if (command->get_subcommands().empty()) exit_code = list(*flags);
    });
}

}  // namespace attune::bot
