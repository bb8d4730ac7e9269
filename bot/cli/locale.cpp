#include "bot/cli/locale.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/cli/write_files.hpp"
#include "dialogs/language/write_locale.hpp"

namespace attune::bot {

namespace {

struct Wish {
    std::string folder;
    std::string tag;
    bool accept = false;
    bool all = false;
};

/// Files for a language, or a flow, of which there is nothing yet.
bool write_missing_files(const Wish& wish, dialogs::BotFiles& files) {
    const std::string bot = "locales/" + wish.tag + "/bot.yaml";
    const bool is_new = files.count(bot) == 0;
    if (is_new)
        files[bot] = "schema: 1\nlocale: " + wish.tag + "\nlanguage: \"" + wish.tag + "\"\ndraft: true\n";
    for (const auto& [path, content] :
         dialogs::write_skeletons(dialogs::translations(files, wish.tag), wish.tag)) {
        if (files.count(path) != 0 && !(is_new && path == bot)) continue;
        if (!write_file(wish.folder, path, content)) return false;
        std::cout << "new: " << path << "\n";
        files[path] = content;
    }
    return true;
}

std::string place_of(const dialogs::TranslatedText& text) {
    return text.place.file + ":" + std::to_string(text.place.line);
}

/// How many texts still need a translator.
std::size_t list(const std::vector<dialogs::TranslatedText>& texts, bool all) {
    constexpr std::size_t most = 20;
    std::size_t open = 0;
    for (const dialogs::TranslatedText& text : texts) {
        const bool is_missing = text.translated.empty();
        if (!is_missing && !text.is_stale) continue;
        if (++open > most && !all) continue;
        std::cout << (is_missing ? "missing: " : "stale:   ") << text.group << ' ' << text.key << " ("
                  << place_of(text) << ")\n";
        for (const std::string& source : text.source)
            std::cout << "    " << dialogs::quoted_for_yaml(source) << "\n";
    }
    if (open > most && !all) std::cout << "… and " << open - most << " more; --all lists them\n";
    return open;
}

int locale(const Wish& wish) {
    auto files = dialogs::read_folder(wish.folder);
    if (!files) {
        std::cerr << files.error().message << "\n";
        return 2;
    }
    if (!write_missing_files(wish, *files)) return 1;
    const std::string origins = "locales/" + wish.tag + "/origins.yaml";
    const std::string noted = dialogs::write_origins(dialogs::translations(*files, wish.tag), wish.accept);
    if ((*files)[origins] != noted && !write_file(wish.folder, origins, noted)) return 1;
    (*files)[origins] = noted;
    const auto texts = dialogs::translations(*files, wish.tag);
    const std::size_t open = list(texts, wish.all);
    std::cout << wish.tag << ": " << texts.size() - open << " of " << texts.size()
              << " texts are translated\n";
    return open == 0 ? 0 : 1;
}

}  // namespace

void add_locale(CLI::App& app, int& exit_code) {
    auto wish = std::make_shared<Wish>();
    CLI::App* command =
        app.add_subcommand("locale", "List what a language still needs, and note what was translated");
    command->add_option("dir", wish->folder, "The bot's folder")->required();
    command->add_option("tag", wish->tag, "The language, e.g. es")
        ->required()
        ->check([](const std::string& tag) {
            const bool fits = !tag.empty() && tag.find_first_not_of(
                                                  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"
                                                  "0123456789") == std::string::npos;
            return fits ? std::string() : "expected a language tag, like es or pt-BR";
        });
    command->add_flag("--accept", wish->accept, "Stale texts were read again and still stand");
    command->add_flag("--all", wish->all, "List all, not only the first twenty");
    command->callback([wish, &exit_code] { exit_code = locale(*wish); });
}

}  // namespace attune::bot
