#include "dialogs/language/load.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "dialogs/language/files.hpp"
#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_bot.hpp"
#include "dialogs/language/read_clinic.hpp"
#include "dialogs/language/read_flow.hpp"
#include "dialogs/language/read_intent_examples.hpp"
#include "dialogs/language/read_guarantees.hpp"
#include "dialogs/language/read_moved.hpp"
#include "dialogs/language/read_nlu.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/read_safety.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/language/speller.hpp"
#include "dialogs/language/translation.hpp"

namespace attune::dialogs {

namespace {

std::string locale_of(const Node& bot) {
    for (const Entry& entry : bot.entries) {
        if (entry.key == "locale") return entry.value.text;
    }
    return "";
}

/// One language of a bot: first every name that is declared, then everything that uses names.
class Loader {
public:
    /// The base language.
    Loader(const Sources& sources, Report& report) : sources_(sources), report_(report) {}

    /// Another one, beside the base language, which was loaded before. What is wrong in the base is reported again,
    /// in the same words.
    Loader(const Loader& base, const LocaleSources& locale, Translation& translation)
        : sources_(base.sources_), report_(base.report_), locale_(&locale), translation_(&translation), base_(&base) {}

    std::shared_ptr<Script> load() {
        declare();
        use();
        if (translation_ != nullptr) translation_->report_unused();
        return script_;
    }

private:
    Scope scope(const FlowOutline* flow = nullptr) { return {names_, flow, report_, lines_, translation_}; }

    void declare() {
        if (sources_.bot != nullptr) names_.locales.push_back(locale_of(*sources_.bot));
        for (const auto& [tag, locale] : sources_.locales) names_.locales.push_back(tag);
        declare_clinic();
        if (translation_ == nullptr) {
            declare_intents();
        } else {
            declare_intents_in_language();
        }
        if (sources_.bot != nullptr) outline_bot(*sources_.bot, names_, scope());
        for (const auto& [stem, node] : sources_.flows) declare_flow(stem, node);
        if (names_.flows.empty())
            report_.add("missing-file", {"flows", 1, 1}, "no flow; expected at least one file in flows/");
    }

    void declare_clinic() {
        std::string country;
        if (sources_.clinic != nullptr) country = read_clinic(*sources_.clinic, names_, report_);
        if (translation_ != nullptr && sources_.clinic != nullptr) translate_facts();
        for (const auto& [stem, node] : sources_.crisis_lines) {
            if (node == nullptr) continue;
            CrisisCard card = read_crisis_card(*node, stem, report_);
            const bool is_shown = !country.empty() && card.country == country;
            if (translation_ != nullptr) translate(card, is_shown, Place{"safety/lines/" + stem + ".yaml", 1, 1});
            if (!card.country.empty()) names_.cards[stem] = card;
            if (!is_shown) continue;
            names_.crisis = std::move(card);
            names_.crisis_known = true;
        }
        std::vector<std::string> known;
        for (const auto& [stem, node] : sources_.crisis_lines) known.push_back(stem);
        const bool has_file = std::find(known.begin(), known.end(), in_small_letters(country)) != known.end();
        if (country.empty() || names_.crisis_known || has_file) return;
        report_.add("missing-lines", Fields(*sources_.clinic, "clinic.yaml", report_).find("country")->place,
                    "no file of crisis lines for the country '" + country + "'; expected it in safety/lines/",
                    known.empty() ? "" : "there is " + one_of(known));
    }

    void declare_intents() {
        names_.nlu_known = !has_broken(sources_.nlu) && sources_.signals != nullptr;
        for (const auto& [stem, node] : sources_.nlu) declare_lists(node);
        declare_lists(sources_.signals);
        for (const auto& [stem, node] : sources_.nlu) {
            if (node != nullptr) read_intents(*node, intents_, names_, report_);
        }
        script_->examples = read_intent_examples(sources_.intent_examples, names_, report_);
    }

    void declare_lists(const Node* root) {
        if (root != nullptr) read_word_lists(Fields(*root, "a file", report_).find("lists"), names_, report_);
    }

    /// Facts in words ("Monday to Friday"), where the language gives its own.
    void translate_facts() {
        const Node* unset = Fields(*sources_.clinic, "clinic.yaml", report_).find("unset");
        const std::string ask = unset == nullptr ? "" : translation_->text("bot", "unset", *unset).text;
        for (auto& [key, fact] : names_.clinic) {
            const Node* own = translation_->extra("bot", "clinic." + key);
            if (unset != nullptr && fact == unset->text) {
                fact = ask;
            } else if (own != nullptr && !own->text.empty()) {
                fact = own->text;
            }
        }
    }

    void translate(CrisisCard& card, bool is_shown, const Place& place) {
        const auto words = [&](const std::string& key, std::string& text) {
            if (!is_shown) return translation_->allow("bot", key);
            Node source;
            source.kind = Node::Kind::text;
            source.place = place;
            source.text = text;
            text = translation_->text("bot", key, source).text;
        };
        words("crisis.title", card.title);
        for (CrisisLine& line : card.lines) words("crisis." + line.id, line.label);
    }

    /// The intents are those of the base language; here they are given other patterns.
    void declare_intents_in_language() {
        names_.nlu_known = base_->names_.nlu_known && !has_broken(locale_->nlu);
        for (const auto& [stem, node] : locale_->nlu) declare_lists(node);
        for (const auto& [name, words] : base_->names_.lists) names_.lists.emplace(name, words);
        for (const auto& [stem, node] : locale_->nlu) {
            if (node == nullptr) continue;
            read_intents(*node, intents_, names_, report_);
            check_intents(*node);
        }
        heard_ = std::exchange(names_.intents, base_->names_.intents);
    }

    void check_intents(const Node& root) {
        Scope base{base_->names_, nullptr, report_, lines_};
        for (const Node* intent : one_or_many_in(Fields(root, "a file of intents", report_).find("intents"))) {
            const Node* name = Fields(*intent, "an intent", report_).find("intent");
            if (name != nullptr) use_intent(base, name);
        }
    }

    static std::vector<const Node*> one_or_many_in(const Node* node) {
        return node == nullptr ? std::vector<const Node*>{} : one_or_many(*node);
    }

    /// A command must be heard in every language.
    void check_commands() {
        if (translation_->may_have_gaps()) return;
        for (const Interrupt& interrupt : script_->interrupts) {
            if (std::find(heard_.begin(), heard_.end(), interrupt.intent) != heard_.end()) continue;
            report_.add("missing-translation", {"locales/" + translation_->tag() + "/nlu", 1, 1},
                        "no patterns for the intent '" + interrupt.intent + "', which calls for a command");
        }
    }

    void declare_flow(const std::string& stem, const Node* node) {
        FlowOutline outline;
        outline.id = stem;
        const std::size_t before = report_.size();
        if (node != nullptr) outline = outline_flow(*node, stem, scope());
        if (node != nullptr && report_.size() == before) sound_flows_.insert(stem);
        names_.flows.emplace(stem, std::move(outline));
    }

    void use() {
        if (sources_.bot != nullptr) read_bot(*sources_.bot, *script_, scope());
        for (const auto& [stem, node] : sources_.flows) use_flow_file(node, stem);
        for (const Flow& flow : script_->flows) {
            if (sound_flows_.count(flow.id) == 0) continue;
            check_reach(flow, script_->flows, script_->no_match, names_.flows.at(flow.id), report_);
        }
        check_guarantees();
        script_->crisis = names_.crisis;
        script_->cards = names_.cards;
        script_->opening = names_.opening;
        const std::string folder = translation_ == nullptr ? "nlu" : "locales/" + translation_->tag() + "/nlu";
        const auto& files = translation_ == nullptr ? sources_.nlu : locale_->nlu;
        const Place where{files.empty() ? folder : folder + "/" + files.begin()->first + ".yaml", 1, 1};
        script_->understander.intents = build_intents(std::move(intents_), where, report_);
        if (translation_ != nullptr) {
            use_base_net();
        } else if (sources_.signals != nullptr) {
            use_safety();
        }
    }

    /// The net listens in all languages at once, whatever is spoken.
    void use_safety() {
        const Scope own = scope();
        std::deque<Names> names;
        std::deque<Scope> scopes;
        std::vector<SignalsFile> files = {{sources_.signals, &own}};
        for (const auto& [tag, locale] : sources_.locales) {
            if (locale.signals == nullptr) continue;
            Names& here = names.emplace_back(names_);
            here.lists.clear();
            read_word_lists(Fields(*locale.signals, "a file", report_).find("lists"), here, report_);
            for (const auto& [name, words] : names_.lists) here.lists.emplace(name, words);
            files.push_back({locale.signals, &scopes.emplace_back(Scope{here, nullptr, report_, lines_})});
        }
        Safety safety = read_safety(files, sources_.safety_examples, ordinary_messages());
        script_->understander.safety = std::move(safety.net);
        script_->safety_flows = std::move(safety.flows);
        script_->safety_policy = std::move(safety.policy);
    }

    /// What visitors write about everything but danger.
    std::vector<std::string> ordinary_messages() const {
        std::vector<std::string> messages;
        for (const nlu::IntentExamples& intent : script_->examples) {
            messages.insert(messages.end(), intent.lines.begin(), intent.lines.end());
        }
        return messages;
    }

    void use_base_net() {
        script_->understander.safety = base_->script_->understander.safety;
        script_->safety_flows = base_->script_->safety_flows;
        if (sources_.signals != nullptr) script_->safety_policy = read_safety_policy(*sources_.signals, scope());
        script_->locale = translation_->tag();
        script_->language = translation_->name();
        script_->is_draft = translation_->is_draft();
        check_commands();
    }

    void check_guarantees() {
        if (translation_ != nullptr) return;
        std::vector<std::string> lines;
        std::vector<std::string> tags;
        for (const auto& [id, place] : lines_) lines.push_back(id);
        for (const Flow& flow : script_->flows) tags.insert(tags.end(), flow.tags.begin(), flow.tags.end());
        dialogs::check_guarantees(script_->guarantees, lines, tags, report_);
    }

    void use_flow_file(const Node* node, const std::string& stem) {
        if (node == nullptr) return;
        const std::size_t before = report_.size();
        const FlowOutline& outline = names_.flows.at(stem);
        Flow flow = read_flow(*node, scope(&outline));
        read_moved_steps(Fields(*node, "a flow", report_).find("moved_to"), script_->moved, scope(&outline));
        note_starters(flow, *node);
        if (report_.size() > before) sound_flows_.erase(stem);
        script_->flows.push_back(std::move(flow));
    }

    /// An intent starts one flow, and none when it calls for a command.
    void note_starters(const Flow& flow, const Node& root) {
        for (std::size_t i = 0; i < flow.start_when.size(); ++i) {
            const std::string& intent = flow.start_when[i];
            if (intent.empty()) continue;
            const Place& place = Fields(root, "a flow", report_).find("start_when")->items.at(i).place;
            const auto is_same = [&](const auto& interrupt) { return interrupt.intent == intent; };
            const auto& commands = script_->interrupts;
            const auto& calls = script_->calls;
            if (std::any_of(commands.begin(), commands.end(), is_same) ||
                std::any_of(calls.begin(), calls.end(), is_same)) {
                report_.add(
                    "start-twice", place,
                    "the intent '" + intent + "' calls for a command in bot.yaml, so it cannot start a flow");
            } else if (const auto [first, is_new] = script_->starters.emplace(intent, flow.id); !is_new) {
                report_.add("start-twice", place,
                            "the intent '" + intent + "' starts the flow '" + first->second + "' already");
            }
        }
    }

    static bool has_broken(const std::map<std::string, const Node*>& group) {
        return std::any_of(group.begin(), group.end(),
                           [](const auto& file) { return file.second == nullptr; });
    }

    const Sources& sources_;
    Report& report_;
    const LocaleSources* locale_ = nullptr;
    Translation* translation_ = nullptr;
    const Loader* base_ = nullptr;
    std::vector<std::string> heard_;  // intents with patterns in this language
    Names names_;
    Intents intents_;
    std::map<std::string, Place> lines_;
    std::set<std::string> sound_flows_;
    std::shared_ptr<Script> script_ = std::make_shared<Script>();
};

}  // namespace

Loaded load(const BotFiles& files, Drafts drafts, const Teach& teach) {
    Report report;
    const Sources sources = read_sources(files, report);
    Loader base(sources, report);
    const std::shared_ptr<Script> script = base.load();
    script->hash = hash_of(files);
    for (const auto& [tag, locale] : sources.locales) {
        Translation translation(tag, locale, report, drafts == Drafts::left_out);
        const std::shared_ptr<Script> other = Loader(base, locale, translation).load();
        other->hash = script->hash;
        other->index();
        if (drafts == Drafts::spoken || !other->is_draft) script->locales.emplace(tag, other);
    }
    std::vector<Diagnostic> diagnostics = std::move(report).sorted();
    if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
    script->understander.speller = speller_for(*script);
    if (teach && !script->examples.empty() && !script->patterns_only) script->understander.classifier = teach(script->examples);
    script->index();
    return script;
}

std::vector<TranslatedText> translations(const BotFiles& files, const std::string& tag) {
    Report report;
    const Sources sources = read_sources(files, report);
    const auto found = sources.locales.find(tag);
    if (found == sources.locales.end()) return {};
    Loader base(sources, report);
    base.load();
    Translation translation(tag, found->second, report);
    Loader(base, found->second, translation).load();
    return translation.texts();
}

}  // namespace attune::dialogs
