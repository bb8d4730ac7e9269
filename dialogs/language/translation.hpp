#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogs/language/files.hpp"
#include "dialogs/language/source.hpp"

namespace attune::dialogs {

/// A text of the bot, and what one more language has for it.
struct TranslatedText {
    std::string group;                    ///< the flow that it stands in, or `bot`
    std::string key;                      ///< e.g. `lines.sg.1`, `title`, `options.ask_who.me`
    Place place;                          ///< in the base language
    std::vector<std::string> source;      ///< its variants in the base language
    std::vector<std::string> translated;  ///< empty: there is none yet
    std::string origin;                   ///< what origins.yaml says, or empty
    bool is_stale = false;                ///< there is one, but not of these words, as far as is known
};

/// The words of one language beside those that stand in the flows: `locales/TAG/`.
class Translation {
public:
    /// `sources` and `report` outlive this. What is wrong in the files is reported, and with `must_be_complete`
    /// also what is missing or stale, unless the language says that it is a draft.
    Translation(std::string tag, const LocaleSources& sources, Report& report, bool must_be_complete = true);

    const std::string& tag() const { return tag_; }
    const std::string& name() const { return name_; }  ///< of the language, in itself: `Español`
    bool is_draft() const { return is_draft_; }  ///< says so of itself; what is missing is then no error
    bool may_have_gaps() const { return is_draft_ || !must_be_complete_; }

    /// What stands for the text `source` (a text, or a list of variants) of this group: the translation;
    /// where there is none the source, and that is reported. One that may be stale is reported too.
    const Node& text(std::string_view group, std::string_view key, const Node& source);

    /// A text that the language may give, and nobody asks for; nullptr when it does not.
    const Node* extra(std::string_view group, std::string_view key);

    /// The patterns of an option; nullptr: it gives none.
    const Node* patterns(std::string_view group, std::string_view key);

    /// A key that may be there without being used: of the crisis lines of another country.
    void allow(std::string_view group, std::string_view key);

    /// Reports every text that was never asked for: it stands for nothing in the bot.
    void report_unused();

    /// Every text that was asked for, in the order of asking.
    const std::vector<TranslatedText>& texts() const { return texts_; }

private:
    using Key = std::pair<std::string, std::string>;  // group, key

    std::string folder() const { return "locales/" + tag_ + "/"; }
    std::string file_of(std::string_view group) const;
    void read_bot(const Node& root);
    void read_flow(const std::string& stem, const Node& root);
    void read_origins(const Node& root);
    void take(const std::string& group, const std::string& prefix, const Node* map, int levels);
    void take_option(const std::string& group, const std::string& key, const Node& node);
    void check_variables(const TranslatedText& text, const Node& node);
    void report_missing(const TranslatedText& text);

    std::string tag_;
    std::string name_;
    bool is_draft_ = false;
    bool must_be_complete_;
    Report& report_;
    std::map<Key, const Node*> nodes_;
    std::map<Key, Place> keys_;  // where each text of the language stands
    std::map<Key, const Node*> patterns_;
    std::map<Key, std::string> origins_;
    std::map<Key, bool> used_;
    std::vector<TranslatedText> texts_;
};

/// Everything that is to be said in the language `locales/TAG/`, with what it says; nothing when there is no
/// such folder. Of files that do not load, as much as can be read. O(bytes).
std::vector<TranslatedText> translations(const BotFiles& files, const std::string& tag);

/// `hash of the source` and `hash of the translation`, as origins.yaml keeps them: `1a2b3c4d-5e6f7a8b`.
std::string origin_of(const TranslatedText& text);

}  // namespace attune::dialogs
