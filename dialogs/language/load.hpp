#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dialogs/language/diagnostic.hpp"
#include "dialogs/script/script.hpp"
#include "nlu/result.hpp"

namespace attune::dialogs {

/// A bot's files: path inside its folder, with `/` → content.
using BotFiles = std::map<std::string, std::string>;

/// A loaded bot, or everything that is wrong with it.
using Loaded = tl::expected<std::shared_ptr<const Script>, std::vector<Diagnostic>>;

/// What becomes of translations with gaps. Their danger signals are listened to in any case.
enum class Drafts {
    spoken,    ///< for authors: the base language's words where theirs are missing, stale ones as they are
    left_out,  ///< for visitors: drafts are left out; a gap in any other language is an error
};

/// Makes the classifier of a bot's example messages, or nothing: then the bot understands by its patterns alone.
/// Training takes seconds and a cache is a matter of files, so it is the caller's.
using Teach = std::function<std::shared_ptr<const nlu::Classifier>(const std::vector<nlu::IntentExamples>&)>;

/// Loads, checks and links a bot, as LANGUAGE.md says. Reports all errors of a load together, sorted by place;
/// nothing is half loaded. Pure; never throws on any input. O(bytes + patterns).
/// `teach` is called once, for a bot without errors that has examples and does not say `understanding: patterns`.
Loaded load(const BotFiles& files, Drafts drafts = Drafts::spoken, const Teach& teach = {});

/// Reads the `.yaml` files, the `.txt` files of folders named `examples`, the `.csv` files of `tests`, and `review.lock`, of a folder and its subfolders, links not followed outside it.
/// Errors: `not_found` (no such folder), `invalid_input` (no bot.yaml in it), `limit_exceeded` (a file over
/// 1 MiB, or more than 2,000 files), `unavailable` (a file cannot be read).
Result<BotFiles> read_folder(const std::string& folder);

/// The bot that is built into the program (dialogs/attachment).
const BotFiles& shipped_bot();

/// The smallest useful bot (dialogs/starter), for those who begin one of their own.
const BotFiles& starter_bot();

}  // namespace attune::dialogs
