#include "bot/server/load_bot.hpp"

#include "bot/meaning/teacher.hpp"
#include "dialogs/analysis/review/review_lock.hpp"
#include "dialogs/language/load.hpp"

namespace attune::bot {

namespace {

/// The lines that nobody has signed as they stand now, a row each; empty when all are signed.
std::string unsigned_lines(const dialogs::BotFiles& files, const dialogs::Script& script) {
    const auto lock = dialogs::read_review_lock(files);
    if (!lock) return dialogs::to_text(lock.error());
    std::string rows;
    for (const dialogs::ReviewItem& item : dialogs::review_items(script)) {
        const dialogs::ReviewState state = state_of(*lock, item);
        if (state == dialogs::ReviewState::signed_off) continue;
        rows += item.id + " [" + item.locale + "] " + std::string(name_of(state)) + " (" + item.place + ")\n";
    }
    return rows;
}

LoadedBot load_files(const dialogs::BotFiles& files, const std::string& name, Reviewed reviewed) {
    auto loaded = dialogs::load(files, dialogs::Drafts::left_out, teacher());
    if (!loaded) {
        return tl::unexpected<std::string>("the bot in " + name + " does not load:\n" + dialogs::to_text(loaded.error()));
    }
    if (reviewed == Reviewed::as_is) return *loaded;
    const std::string rows = unsigned_lines(files, **loaded);
    if (rows.empty()) return *loaded;
    return tl::unexpected<std::string>("the bot in " + name + " has lines that nobody signed as they stand now:\n" + rows +
                                       "read them (attune review list, attune script) and sign them (attune review sign)");
}

}  // namespace

LoadedBot load_bot(const std::string& folder, Reviewed reviewed) {
    if (folder.empty()) return load_files(dialogs::shipped_bot(), "the program", reviewed);
    auto files = dialogs::read_folder(folder);
    if (!files) return tl::unexpected<std::string>("the bot in " + folder + " cannot be read: " + files.error().message);
    return load_files(*files, folder, reviewed);
}

}  // namespace attune::bot
