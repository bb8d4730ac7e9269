#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>

#include "bot/server/config.hpp"

namespace attune::bot {

namespace {

Result<void> apply_item(Config& config, const CLI::ConfigItem& item) {
    const std::string name = item.fullname();
    const auto& all = settings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Setting& each) { return each.name == name; });
    if (found == all.end() && item.inputs.size() == 1) {
        auto set = apply_channel_key(config, name, item.inputs.front());
        if (!set) return tl::unexpected<Error>(set.error());
        if (*set) return {};
    }
    if (found == all.end()) return failure(Errc::invalid_input, "there is no setting '" + name + "'");
    if (!found->many && item.inputs.size() > 1) {
        return failure(Errc::invalid_input, name + ": one value is needed, not several");
    }
    return apply(config, *found, item.inputs);
}

}  // namespace

Result<void> apply_file(Config& config, const std::string& file) {
    std::ifstream stream(file);
    if (!stream) return failure(Errc::not_found, file + ": cannot be read");
    std::vector<CLI::ConfigItem> items;
    try {
        items = CLI::ConfigTOML().from_config(stream);
    } catch (const CLI::Error& error) {
        return failure(Errc::invalid_input, file + ": " + error.what());
    }
    for (const CLI::ConfigItem& item : items) {
        auto set = apply_item(config, item);
        if (!set) return failure(set.error().code, file + ": " + set.error().message);
    }
    return {};
}

}  // namespace attune::bot
