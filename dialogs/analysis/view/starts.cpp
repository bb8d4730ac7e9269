#include "dialogs/analysis/view/starts.hpp"

#include <algorithm>

#include "dialogs/analysis/view/danger_words.hpp"
#include "dialogs/analysis/view/walk_order.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

Starts::Starts(const Script& script, const BotFiles& files) {
    read_examples(files);
    starts_[script.start_flow].emplace_back("when the conversation opens");
    for (const Interrupt& interrupt : script.interrupts) {
        const auto flow = script.command_flows.find(interrupt.command);
        if (flow != script.command_flows.end())
            starts_[flow->second].push_back("at any time, " + like(interrupt.intent));
    }
    for (const auto& [intent, flow] : script.starters) starts_[flow].push_back(like(intent));
    for (const auto& [danger, flow] : script.safety_flows) {
        starts_[flow].push_back("when the safety net sees " + danger_in_words(danger));
    }
    for (const Flow& flow : script.flows) {
        for_each_jump(flow, [&](const Jump& jump) {
            if (jump.flow.empty() || jump.flow == flow.id) return;
            const std::string reason = "from “" + flow.title + "”";
            auto& reasons = starts_[jump.flow];
            if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
        });
    }
}

std::vector<std::string> Starts::of(const std::string& flow) const {
    const auto found = starts_.find(flow);
    return found == starts_.end() ? std::vector<std::string>{} : found->second;
}

void Starts::read_examples(const BotFiles& files) {
    Report was_read_before;
    for (const auto& [path, content] : files) {
        if (!path.starts_with("nlu/") || !path.ends_with(".yaml")) continue;
        const auto root = read_source(path, content, was_read_before);
        const Node* list = root ? Fields(*root, "intents", was_read_before).find("intents") : nullptr;
        for (const Node* intent : read_list(list, "intents", was_read_before)) {
            const Fields fields(*intent, "an intent", was_read_before);
            const Node* name = fields.find("intent");
            const Node* examples = fields.find("should_match");
            if (name == nullptr || examples == nullptr || examples->items.empty()) continue;
            examples_.emplace(name->text, examples->items.front().text);
        }
    }
}

std::string Starts::like(const std::string& intent) const {
    const auto example = examples_.find(intent);
    if (example == examples_.end()) return "when the visitor asks for it (" + intent + ")";
    return "when the visitor writes something like “" + example->second + "”";
}

}  // namespace attune::dialogs
