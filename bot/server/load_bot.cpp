#include "bot/server/load_bot.hpp"

#include "dialogs/language/load.hpp"

namespace attune::bot {

namespace {

LoadedBot load_files(const dialogs::BotFiles& files, const std::string& name) {
    auto loaded = dialogs::load(files, dialogs::Drafts::left_out);
    if (loaded) return *loaded;
    return tl::unexpected<std::string>("the bot in " + name + " does not load:\n" + dialogs::to_text(loaded.error()));
}

}  // namespace

LoadedBot load_bot(const std::string& folder) {
    if (folder.empty()) return load_files(dialogs::shipped_bot(), "the program");
    auto files = dialogs::read_folder(folder);
    if (!files) return tl::unexpected<std::string>("the bot in " + folder + " cannot be read: " + files.error().message);
    return load_files(*files, folder);
}

}  // namespace attune::bot
