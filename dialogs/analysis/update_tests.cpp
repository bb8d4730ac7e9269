#include "dialogs/analysis/update_tests.hpp"

#include <utility>

#include "dialogs/analysis/mismatch.hpp"
#include "dialogs/analysis/text_edit.hpp"
#include "dialogs/analysis/winner.hpp"

namespace attune::dialogs {

namespace {

using Key = std::vector<std::string>;  // `says`, or `slots` and a slot's name

const Node* value_at(const Node& map, const std::string& key) {
    for (const Entry& entry : map.entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

bool is_at(const Place& a, const Place& b) {
    return a.line == b.line && a.column == b.column;
}

/// What is expected of the turn that stands at `place`.
const Node* expectation_at(const Node& root, const Place& place) {
    const Node* tests = value_at(root, "tests");
    if (tests == nullptr) return nullptr;
    for (const Node& test : tests->items) {
        const Node* turns = value_at(test, "turns");
        if (turns == nullptr) continue;
        for (const Node& turn : turns->items) {
            if (is_at(turn.place, place)) return value_at(turn, "expect");
        }
    }
    return nullptr;
}

/// One file of tests while it is rewritten.
struct Draft {
    std::optional<Node> root;
    std::map<std::size_t, TextEdit> edits;  ///< by where they begin
};

class Updater {
public:
    Updater(const BotFiles& files, const Script& script) : files_(files), script_(script) {}

    void take(const HeldTurn& held) {
        if (held.written == nullptr) return;
        const auto wrong = mismatches(script_, held.turn, held.written->expect);
        if (wrong.empty()) return;
        const auto right = met(script_, held.turn, held.written->expect);
        for (const auto& [key, value] : right) rewrite(held.written->place, key, value);
        for (const std::string& each : wrong) {
            if (each.starts_with("says_some:") || each.starts_with("tap:")) leave(held.written->place, each);
        }
    }

    UpdatedTests finish() && {
        for (auto& [path, draft] : drafts_) {
            std::vector<TextEdit> edits;
            for (auto& [begin, edit] : draft.edits) edits.push_back(std::move(edit));
            if (edits.empty()) continue;
            result_.values += static_cast<int>(edits.size());
            result_.files[path] = edited(files_.at(path), std::move(edits));
        }
        return std::move(result_);
    }

private:
    void leave(const Place& place, const std::string& why) {
        result_.left.push_back({"not-updated", place, why, ""});
    }

    Draft& draft_of(const std::string& path) {
        Draft& draft = drafts_[path];
        Report was_read_before;
        if (!draft.root) draft.root = read_source(path, files_.at(path), was_read_before);
        return draft;
    }

    void rewrite(const Place& turn, const Key& key, const std::string& text) {
        Draft& draft = draft_of(turn.file);
        const Node* value = draft.root ? expectation_at(*draft.root, turn) : nullptr;
        for (const std::string& name : key) value = value == nullptr ? nullptr : value_at(*value, name);
        auto edit = value == nullptr ? std::nullopt : extent_of(files_.at(turn.file), *value);
        if (!edit) return leave(turn, key.back() + ": cannot be rewritten here; expected " + text);
        edit->text = text;
        const auto [there, fresh] = draft.edits.emplace(edit->begin, *edit);
        if (!fresh && there->second.text != text) leave(turn, key.back() + ": the channels differ");
    }

    const BotFiles& files_;
    const Script& script_;
    std::map<std::string, Draft> drafts_;
    UpdatedTests result_;
};

}  // namespace

UpdatedTests update_tests(const BotFiles& files, const Script& script,
                          const std::vector<ConversationTest>& tests) {
    Updater updater(files, script);
    for (const ConversationTest& test : tests) {
        auto broken = hold(script, test, [&](const HeldTurn& held) {
            updater.take(held);
            return true;
        });
        if (broken) continue;  // `attune test` tells
    }
    return std::move(updater).finish();
}

}  // namespace attune::dialogs
