#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dialogs/script/channel_lines.hpp"
#include "dialogs/script/crisis_card.hpp"
#include "dialogs/script/flow.hpp"
#include "dialogs/script/guarantee.hpp"
#include "dialogs/script/opening_hours.hpp"
#include "dialogs/script/own_questions.hpp"
#include "nlu/understand.hpp"

namespace attune::dialogs {

/// What always works, in every state. `bot.yaml` says which intent calls for which.
enum class Command { menu, back, repeat, why, skip, start_over, stop, person, erase, correct };
std::string_view name_of(Command command);

/// An intent that is heard in every state.
struct Interrupt {
    std::string intent;
    Command command = Command::menu;
};

/// An intent that calls a flow in every state, before topics are looked at.
struct Call {
    std::string intent;
    std::string flow;
    bool resumes = true;  ///< whether what was going on goes on afterwards
};

/// Where what is gone has gone to.
struct MovedTo {
    std::string flow;
    std::string step;  ///< empty: the first
};

/// The few things the engine itself says, all written by the authors under `lines:` in `bot.yaml`.
struct EngineLines {
    Line resume;          ///< after a digression, before the interrupted question
    Line back;            ///< before the question that one went back to
    Line nothing_before;  ///< there is nothing to go back to
    Line no_why;          ///< "why do you ask?" where the question gives no reason
    Line cannot_skip;     ///< this question cannot be skipped
    Line not_understood;  ///< nothing matched and no question is open
    Line lost;            ///< the conversation's place is gone, or a turn ran too long: on to the menu
    Line welcome_back;    ///< a message after the conversation ended
    Line corrected;       ///< an earlier answer was changed; without id: nothing is said
};

/// Words that no text of the bot may hold, and why.
struct BannedPhrase {
    nlu::WordPattern pattern;
    std::string reason;
};

/// What the net's answers have in common, written under `policy:` in `safety/signals.yaml`. No flow can
/// change it.
struct SafetyPolicy {
    std::string
        again;  ///< flow for danger that is told again, no worse than before; empty: its own flow anew
    std::string check;  ///< flow for weak signs of suicide or self-harm where no signal names another; empty:
                        ///< the class's
    std::string check_other;  ///< the same for weak signs of other danger
    Line card_again;          ///< brings the help card back to mind after a while; without id: never
    int card_every = 8;       ///< messages without danger until then
    Line disclosure_again;    ///< tells again that this is a program; without id: never
    int disclosure_hours = 3;
    std::vector<BannedPhrase> banned;
};

/// A bot, loaded, checked and linked: every name in it resolves. Immutable; safe from any thread.
struct Script {
    std::string hash;        ///< of all source files: pins a conversation to what it was started with
    std::string name;        ///< e.g. "Harbor guide"
    std::string disclosure;  ///< that this is a program and not a person; shown beside every conversation
    std::string locale;      ///< BCP 47, e.g. `en`
    std::string
        language;  ///< what the language calls itself, e.g. `Español`; may be empty in the base language
    bool is_draft = false;  ///< a language that is not complete, and not for visitors
    /// The same bot in its other languages: the same flows, steps, options and line ids in the same order,
    /// with other words, patterns and intents. Each listens for danger in all languages. Language tag → bot.
    std::map<std::string, std::shared_ptr<const Script>> locales;

    bool patterns_only = false;  ///< `understanding: patterns`: no classifier, reviewed patterns alone

    std::vector<Flow> flows;
    std::vector<Slot> slots;                       ///< kept for the whole conversation
    std::map<Command, std::string> command_flows;  ///< menu, stop, person, erase → flow id
    std::string start_flow;
    std::vector<Interrupt> interrupts;            ///< in declared order
    std::map<std::string, std::string> starters;  ///< intent → flow id
    std::vector<Call> calls;                      ///< in declared order, behind the interrupts
    std::map<std::string, MovedTo> moved;  ///< `flow` or `flow.step` that is gone → what stands in its place
    std::vector<Guarantee> guarantees;     ///< what is promised of every state
    /// Safety class, or `class level` for a level → flow id; one for every class of the net.
    std::map<std::string, std::string> safety_flows;
    SafetyPolicy safety_policy;
    std::vector<Action> no_match;  ///< the ladder for questions without one; the last rung leaves
    EngineLines lines;
    ChannelLines channel_lines;
    DidYouMean did_you_mean;
    AfterSilence after_silence;
    CrisisCard crisis;                        ///< of the clinic's country
    std::map<std::string, CrisisCard> cards;  ///< of all countries: code in small letters → card
    std::optional<OpeningHours> opening;      ///< nothing: clinic.yaml does not tell
    nlu::Understander understander;
    std::vector<nlu::IntentExamples> examples;  ///< what the classifier learns from

    /// The bot in this language; itself for its own, an empty or an unknown tag. O(log languages).
    const Script& in(std::string_view tag) const;
    /// The language that suits this wish best: the same tag, else the same language without its region, else
    /// this bot's own. @param wish  BCP 47, in any case; may be anything. O(languages).
    std::string nearest_locale(std::string_view wish) const;

    /// The flow with this id, or nullptr. O(1).
    const Flow* flow(std::string_view id) const;
    /// What answers this signal: the flow of its level; else, for a weak sign, the policy's; else that of its
    /// class, or nullptr. O(log).
    const std::string* safety_flow(const nlu::SafetySignal& signal) const;
    /// The line with this id, or nullptr. O(1).
    const Line* line(std::string_view id) const;
    /// The slot that `flow` sees under this name: its own, else the bot's; or nullptr.
    const Slot* slot(const Flow& flow, std::string_view name) const;

    /// Builds the look-ups above; called once by the loader after everything else is in place. Pointers into
    /// `flows` stay good as long as the script is neither copied nor moved.
    void index();

private:
    std::unordered_map<std::string, const Flow*> flow_by_id_;
    std::unordered_map<std::string, const Line*> line_by_id_;
};

}  // namespace attune::dialogs
