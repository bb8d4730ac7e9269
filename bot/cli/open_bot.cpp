#include "bot/cli/open_bot.hpp"

#include "bot/meaning/teacher.hpp"

namespace attune::bot {

std::optional<OpenBot> open_bot(const std::string& folder, std::ostream& errors) {
    OpenBot bot;
    if (folder.empty()) {
        bot.files = dialogs::shipped_bot();
    } else {
        auto read = dialogs::read_folder(folder);
        if (!read) {
            errors << read.error().message << "\n";
            return std::nullopt;
        }
        bot.files = *std::move(read);
    }
    auto loaded = dialogs::load(bot.files, dialogs::Drafts::spoken, teacher());
    if (!loaded) {
        errors << dialogs::to_text(loaded.error());
        return std::nullopt;
    }
    bot.script = *std::move(loaded);
    return bot;
}

}  // namespace attune::bot
