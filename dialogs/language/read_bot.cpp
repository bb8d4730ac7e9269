#include "dialogs/language/read_bot.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_action.hpp"
#include "dialogs/language/read_channel_lines.hpp"
#include "dialogs/language/read_guarantees.hpp"
#include "dialogs/language/read_line.hpp"
#include "dialogs/language/read_moved.hpp"
#include "dialogs/language/read_own_questions.hpp"
#include "dialogs/language/read_slots.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/language/translation.hpp"

namespace attune::dialogs {

namespace {

constexpr std::array commands = {Command::menu,  Command::back,       Command::repeat, Command::why,
                                 Command::skip,  Command::start_over, Command::stop,   Command::person,
                                 Command::erase, Command::correct};

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command command : commands) names.emplace_back(name_of(command));
    return names;
}

std::string read_locale(const Node* node, Report& report) {
    std::string locale = read_text(node, "a locale", report);
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(locale.begin(), locale.end(), fits)) {
        report.add("bad-value", node->place,
                   quoted(locale) + " is no locale; expected a language tag, like en or en-US");
    }
    return locale;
}

void read_command(const Node& node, Script& script, const Scope& scope) {
    const Fields fields(node, "a command", {"intent", "do"}, scope.report);
    const std::string intent = use_intent(scope, fields.need("intent"));
    const std::vector<std::string> names = command_names();
    const std::string name =
        read_one_of(fields.need("do"), "unknown-command", "command", names, scope.report);
    if (name.empty()) return;
    const auto index = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    script.interrupts.push_back({intent, commands.at(index)});
}

void read_commands(const Fields& fields, Script& script, const Scope& scope) {
    const Node* node = fields.need("commands");
    for (const Node* item : read_list(node, "commands", scope.report)) read_command(*item, script, scope);
    if (node == nullptr || node->kind != Node::Kind::list) return;
    for (const Command command : commands) {
        if (command == Command::correct) continue;  // may be missing
        const auto is_for = [&](const Interrupt& interrupt) { return interrupt.command == command; };
        if (std::any_of(script.interrupts.begin(), script.interrupts.end(), is_for)) continue;
        scope.report.add(
            "missing-command", fields.place_of("commands"),
            "no intent calls for the command '" + std::string(name_of(command)) + "'; expected at least one");
    }
}

void read_command_flows(const Node* node, Script& script, const Scope& scope) {
    if (node == nullptr) return;
    const Fields fields(*node, "flows", {"menu", "person", "stop", "erase"}, scope.report);
    for (const Command command : {Command::menu, Command::person, Command::stop, Command::erase}) {
        script.command_flows[command] = use_flow(scope, fields.need(name_of(command)));
    }
}

void read_engine_lines(const Node* node, EngineLines& lines, const Scope& scope) {
    if (node == nullptr) return;
    const std::vector<std::pair<std::string, Line*>> all = {{"resume", &lines.resume},
                                                            {"back", &lines.back},
                                                            {"nothing_before", &lines.nothing_before},
                                                            {"no_why", &lines.no_why},
                                                            {"cannot_skip", &lines.cannot_skip},
                                                            {"not_understood", &lines.not_understood},
                                                            {"lost", &lines.lost},
                                                            {"welcome_back", &lines.welcome_back}};
    std::vector<std::string> keys = {"corrected"};
    for (const auto& [key, line] : all) keys.push_back(key);
    const Fields fields(*node, "lines", keys, scope.report);
    for (const auto& [key, line] : all) {
        const Node* written = fields.need(key);
        if (written != nullptr) *line = read_line(*written, scope);
    }
    if (const Node* corrected = fields.find("corrected")) lines.corrected = read_line(*corrected, scope);
}

void read_calls(const Node* node, Script& script, const Scope& scope) {
    for (const Node* item : read_list(node, "interrupts", scope.report)) {
        const Fields fields(*item, "an interrupt", {"intent", "call", "resume"}, scope.report);
        Call call;
        call.intent = use_intent(scope, fields.need("intent"));
        call.flow = use_flow(scope, fields.need("call"));
        if (const Node* resume = fields.find("resume"))
            call.resumes =
                read_one_of(resume, "bad-value", "way to resume", {"ask", "never"}, scope.report) == "ask";
        script.calls.push_back(std::move(call));
    }
}

/// The channels that the bot tells apart, as values of a slot that the engine itself fills.
void declare_channels(const Node* node, const Node* slots, Names& names, Report& report) {
    const auto is_it = [&](const Slot& slot) { return slot.name == channel_slot; };
    if (std::any_of(names.slots.begin(), names.slots.end(), is_it)) {
        report.add("reserved-slot", slots->place,
                   "the slot " + quoted(channel_slot) + " is the engine's own; expected another name");
        return;
    }
    if (node == nullptr) return;
    Slot slot{channel_slot, SlotType::choice, {}, "", Amount::none, 0};
    for (const Node* item : read_list(node, "channels", report)) {
        const std::string name = read_id(item, "a channel", report);
        slot.values.push_back({name, name});
    }
    if (slot.values.empty()) report.add("empty-list", node->place, "no channel; expected at least one");
    names.slots.push_back(std::move(slot));
}

/// The slot that the engine itself fills, by the clinic's hours.
void declare_clinic_now(const Node* written, std::vector<Slot>& slots, Report& report) {
    const std::string name(clinic_now);
    const auto is_it = [&](const Slot& slot) { return slot.name == name; };
    if (std::any_of(slots.begin(), slots.end(), is_it)) {
        report.add("reserved-slot", written->place,
                   "the slot " + quoted(name) + " is the engine's own; expected another name");
        return;
    }
    slots.push_back(
        {name, SlotType::choice, {{"open", "open"}, {"closed", "closed"}, {"holiday", "holiday"}}});
}

}  // namespace

void outline_bot(const Node& root, Names& names, const Scope& scope) {
    const Fields fields(root, "bot.yaml",
                        {"schema", "name", "locale", "disclosure", "start", "slots", "commands", "flows",
                         "no_match", "lines", "channel_lines", "understanding", "did_you_mean",
                         "after_silence", "channels", "interrupts", "guarantees", "moved_to"},
                        scope.report);
    read_schema(fields, scope.report);
    names.bot_name = read_text(fields.need("name"), "a name", scope.report);
    const Node* name = scope.translation == nullptr ? nullptr : scope.translation->extra("bot", "name");
    if (name != nullptr) names.bot_name = read_text(name, "a name", scope.report);
    names.slots = read_slots(fields.find("slots"), scope);
    declare_clinic_now(fields.find("slots"), names.slots, scope.report);
    declare_channels(fields.find("channels"), fields.find("slots"), names, scope.report);
    names.bot_known = fields.is_map();
}

void read_bot(const Node& root, Script& script, const Scope& scope) {
    const Fields fields(root, "bot.yaml", scope.report);
    script.name = scope.names.bot_name;
    script.slots = scope.names.slots;
    script.locale = read_locale(fields.need("locale"), scope.report);
    if (const Node* disclosure = fields.need("disclosure"))
        script.disclosure = read_fixed(&words_of(scope, "disclosure", *disclosure), "the disclosure", scope);
    if (const Node* understanding = fields.find("understanding"); understanding != nullptr) {
        const std::string how = read_one_of(understanding, "bad-value", "way to understand",
                                            {"patterns", "meaning"}, scope.report);
        script.patterns_only = how == "patterns";
    }
    script.start_flow = use_flow(scope, fields.need("start"));
    read_commands(fields, script, scope);
    read_calls(fields.find("interrupts"), script, scope);
    read_command_flows(fields.need("flows"), script, scope);
    script.guarantees = read_guarantees(fields.find("guarantees"), scope);
    read_moved_flows(fields.find("moved_to"), script.moved, scope);
    const Node* ladder = fields.need("no_match");
    script.no_match = read_ladder(ladder, scope);
    read_engine_lines(fields.need("lines"), script.lines, scope);
    script.channel_lines = read_channel_lines(fields.find("channel_lines"), scope);
    script.did_you_mean = read_did_you_mean(fields.find("did_you_mean"), scope);
    script.after_silence = read_after_silence(fields.find("after_silence"), scope);
}

}  // namespace attune::dialogs
