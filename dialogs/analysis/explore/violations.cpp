#include "dialogs/analysis/explore/violations.hpp"

#include <algorithm>

#include "dialogs/script/for_each_line.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

namespace attune::dialogs {

namespace {

/// Words of the disclosure in a row that make a message one, too.
constexpr std::size_t telling_words = 4;

std::string where(const State& state) {
    return state.now.ended ? "after the end" : position_of(state);
}

std::vector<std::string> slots_in(const Line& line) {
    std::vector<std::string> slots;
    for (const Text& text : line.variants) {
        for (const auto& piece : text) {
            if (const auto* filled = std::get_if<SlotText>(&piece)) slots.push_back(filled->slot);
        }
    }
    return slots;
}

bool is_answered(const Position& now, const std::string& slot) {
    return now.slots.contains(slot) ||
           std::any_of(now.stack.begin(), now.stack.end(),
                       [&](const Frame& frame) { return frame.slots.contains(slot); });
}

}  // namespace

TurnRules::TurnRules(const Script& script, const SourceIndex& index, std::size_t max_messages)
    : script_(script), index_(index), max_messages_(max_messages) {
    for (const Flow& flow : script.flows) {
        for (const Step& step : flow.steps) {
            const auto note = [&](const Line& line) { step_of_.emplace(line.id, flow.id + "." + step.id); };
            std::visit([&](const auto& what) { detail::visit_lines(what, note); }, step.what);
        }
    }
    for_each_line(script, [&](const Line& line) {
        if (auto slots = slots_in(line); !slots.empty()) slots_of_.emplace(line.id, std::move(slots));
    });
}

const std::string& TurnRules::step_of(const std::string& line) const {
    static const std::string none;
    const auto found = step_of_.find(line);
    return found == step_of_.end() ? none : found->second;
}

bool TurnRules::says_line_of(const Turn& turn, const std::string& flow) const {
    return std::any_of(turn.replies.begin(), turn.replies.end(),
                       [&](const Reply& reply) { return step_of(reply.line).starts_with(flow + "."); });
}

std::vector<Violation> TurnRules::broken_by(const State& before, const Input& input, const Turn& turn) const {
    std::vector<Violation> found;
    if (input.kind == Input::Kind::danger) danger(before, input, turn, found);
    if (input.kind == Input::Kind::command) command(before, input, turn, found);
    if (input.kind == Input::Kind::open) first_words(turn, found);
    way_on(before, input, turn, found);
    words(before, turn, found);
    return found;
}

/// The number of the country that the visitor chose, else of the clinic's.
const std::string& TurnRules::emergency_of(const Position& now) const {
    const auto chosen = now.slots.find("country");
    if (chosen == now.slots.end() || chosen->second.empty()) return script_.crisis.emergency;
    const auto card = script_.cards.find(chosen->second.front());
    return card == script_.cards.end() ? script_.crisis.emergency : card->second.emergency;
}

void TurnRules::danger(const State& before, const Input& input, const Turn& turn,
                       std::vector<Violation>& found) const {
    const bool is_marked = !turn.replies.empty() && turn.replies.front().crisis;
    const bool has_number = std::any_of(turn.replies.begin(), turn.replies.end(), [&](const Reply& reply) {
        return reply.text.find(emergency_of(before.now)) != std::string::npos;
    });
    if (is_marked && (has_number || input.level == nlu::SafetyLevel::check)) return;
    const std::string* flow = script_.safety_flow(*std::get<Understood>(input.event).what.safety);
    const std::string name = flow == nullptr ? "" : *flow;
    found.push_back(
        {"crisis-unanswered", name + (is_marked ? " number" : ""), index_.place(index_.flows, name),
         is_marked ? "the flow '" + name + "' answers danger without the emergency number in its first turn"
                   : "at " + where(before) + ", danger (" + input.name +
                         ") is not answered at once by a crisis message"});
}

void TurnRules::command(const State& before, const Input& input, const Turn& turn,
                        std::vector<Violation>& found) const {
    if (input.command != Command::stop && input.command != Command::person) return;
    const std::string& flow = script_.command_flows.at(input.command);
    const bool is_there = !turn.state.now.stack.empty() && turn.state.now.stack.back().flow == flow;
    if (is_there || turn.state.now.ended || says_line_of(turn, flow)) return;
    const bool stop = input.command == Command::stop;
    found.push_back({stop ? "stop-unanswered" : "person-unanswered", where(before), place_of(where(before)),
                     "at " + where(before) + ", " + (stop ? "stopping" : "asking for a person") +
                         " does not lead to the flow '" + flow + "'"});
}

void TurnRules::way_on(const State& before, const Input& input, const Turn& turn,
                       std::vector<Violation>& found) const {
    const auto& notes = turn.trace.steps;
    if (std::find(notes.begin(), notes.end(), "too many steps") != notes.end()) {
        const auto step = std::find_if(notes.rbegin(), notes.rend(), [](const std::string& note) {
            return note.find('.') != std::string::npos;
        });
        const std::string name = step == notes.rend() ? "" : step->substr(0, step->find(' '));
        found.push_back({"endless-loop", where(before).substr(0, where(before).find('.')),
                         place_of(where(before)),
                         "from " + where(before) + " the bot goes on without end and without the visitor"});
    }
    if (turn.outcome == Outcome::stale_choice || input.kind == Input::Kind::silence) return;
    if (turn.replies.empty()) {
        found.push_back({"dead-end", where(before) + " silent", place_of(where(before)),
                         "at " + where(before) + " a message gets no answer"});
    }
    if (turn.state.now.ended || turn.state.now.aside.kind != Aside::Kind::none) return;
    const auto& stack = turn.state.now.stack;
    const Flow* flow = stack.empty() ? nullptr : script_.flow(stack.back().flow);
    const Step* step = flow == nullptr ? nullptr : flow->step(stack.back().step);
    if (step != nullptr && std::holds_alternative<Ask>(step->what)) return;
    found.push_back({"dead-end", where(turn.state), place_of(where(turn.state)),
                     "at " + where(turn.state) + " no question is open and the visitor cannot go on"});
}

void TurnRules::words(const State& before, const Turn& turn, std::vector<Violation>& found) const {
    if (turn.replies.size() > max_messages_) {
        const std::string& step = step_of(turn.replies.front().line);
        found.push_back({"too-many-messages", step, place_of(step),
                         std::to_string(turn.replies.size()) + " messages at once, beginning with '" +
                             turn.replies.front().line + "'; expected at most " +
                             std::to_string(max_messages_)});
    }
    for (const Reply& reply : turn.replies) {
        const auto slots = slots_of_.find(reply.line);
        if (slots == slots_of_.end()) continue;
        const auto unset = [&](const std::string& slot) {
            return !is_answered(before.now, slot) && !is_answered(turn.state.now, slot);
        };
        const auto& named = slots->second;
        const bool list = is_list(reply.line, named.front());
        // Of several lists in one text it is enough that one has something in it.
        const auto bad = list && !std::all_of(named.begin(), named.end(), unset)
                             ? named.end()
                             : std::find_if(named.begin(), named.end(), unset);
        if (bad == named.end()) continue;
        found.push_back(
            {"unset-slot-said", reply.line, index_.place(index_.lines, reply.line),
             "the line '" + reply.line + "' speaks of '" + *bad + "' although it was not answered"});
    }
}

bool TurnRules::is_list(const std::string& line, const std::string& name) const {
    const std::string step = step_of(line);
    const Flow* flow = script_.flow(step.substr(0, step.find('.')));
    const Slot* slot = flow == nullptr ? nullptr : script_.slot(*flow, name);
    return slot != nullptr && slot->type == SlotType::set;
}

bool TurnRules::tells_disclosure(const Turn& turn) const {
    const std::string wanted = nlu::normalise(script_.disclosure);
    const auto words = nlu::split_words(wanted);
    for (const Reply& reply : turn.replies) {
        const std::string text = nlu::normalise(reply.text);
        for (std::size_t i = 0; i + telling_words <= words.size(); ++i) {
            std::string row = " ";
            for (std::size_t j = i; j < i + telling_words; ++j) row += std::string(words[j]) + " ";
            if (text.find(row) != std::string::npos) return true;
        }
    }
    return false;
}

void TurnRules::first_words(const Turn& turn, std::vector<Violation>& found) const {
    if (tells_disclosure(turn)) return;
    found.push_back(
        {"disclosure-late", "start", index_.place(index_.flows, script_.start_flow),
         "the first messages do not tell what the bot is; expected words of the disclosure in bot.yaml"});
}

}  // namespace attune::dialogs
