#include "dialogs/language/load.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "dialogs/language/files.hpp"
#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_bot.hpp"
#include "dialogs/language/read_clinic.hpp"
#include "dialogs/language/read_flow.hpp"
#include "dialogs/language/read_nlu.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/read_safety.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

/// One load: first every name that is declared, then everything that uses names.
class Loader {
public:
    explicit Loader(const BotFiles& files) : sources_(read_sources(files, report_)) {
        script_->hash = hash_of(files);
    }

    Loaded load() {
        declare();
        use();
        std::vector<Diagnostic> diagnostics = std::move(report_).sorted();
        if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
        script_->index();
        return script_;
    }

private:
    Scope scope(const FlowOutline* flow = nullptr) { return {names_, flow, report_, lines_}; }

    void declare() {
        declare_clinic();
        declare_intents();
        if (sources_.bot != nullptr) outline_bot(*sources_.bot, names_, scope());
        for (const auto& [stem, node] : sources_.flows) declare_flow(stem, node);
        if (names_.flows.empty())
            report_.add("missing-file", {"flows", 1, 1}, "no flow; expected at least one file in flows/");
    }

    void declare_clinic() {
        std::string country;
        if (sources_.clinic != nullptr) country = read_clinic(*sources_.clinic, names_, report_);
        for (const auto& [stem, node] : sources_.crisis_lines) {
            if (node == nullptr) continue;
            CrisisCard card = read_crisis_card(*node, stem, report_);
            if (country.empty() || card.country != country) continue;
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
    }

    void declare_lists(const Node* root) {
        if (root != nullptr) read_word_lists(Fields(*root, "a file", report_).find("lists"), names_, report_);
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
        script_->crisis = names_.crisis;
        script_->opening = names_.opening;
        const Place where{sources_.nlu.empty() ? "nlu" : "nlu/" + sources_.nlu.begin()->first + ".yaml", 1,
                          1};
        script_->understander.intents = build_intents(std::move(intents_), where, report_);
        if (sources_.signals == nullptr) return;
        Safety safety = read_safety(*sources_.signals, sources_.safety_examples, {}, scope());
        script_->understander.safety = std::move(safety.net);
        script_->safety_flows = std::move(safety.flows);
        script_->safety_policy = std::move(safety.policy);
    }

    void use_flow_file(const Node* node, const std::string& stem) {
        if (node == nullptr) return;
        const std::size_t before = report_.size();
        const FlowOutline& outline = names_.flows.at(stem);
        Flow flow = read_flow(*node, scope(&outline));
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
            const auto is_same = [&](const Interrupt& interrupt) { return interrupt.intent == intent; };
            const auto& commands = script_->interrupts;
            if (std::any_of(commands.begin(), commands.end(), is_same)) {
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

    Report report_;
    Sources sources_;
    Names names_;
    Intents intents_;
    std::map<std::string, Place> lines_;
    std::set<std::string> sound_flows_;
    std::shared_ptr<Script> script_ = std::make_shared<Script>();
};

}  // namespace

Loaded load(const BotFiles& files) {
    return Loader(files).load();
}

}  // namespace attune::dialogs
