#include <algorithm>

#include "dialogs/analysis/checks/checks.hpp"
#include "dialogs/script/for_each_line.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

namespace {

std::size_t length(std::string_view text) {
    return nlu::code_points(text);
}

/// The longest part of the line that stays in one message: channels cut lists of what was chosen between
/// their rows, so of a set only its longest row counts.
std::size_t longest(const Script& script, const Flow& flow, const Line& line) {
    std::size_t most = 0;
    for (const Text& text : line.variants) {
        std::size_t sum = 0;
        for (const auto& piece : text) {
            if (const auto* fixed = std::get_if<std::string>(&piece)) sum += length(*fixed);
            const auto* filled = std::get_if<SlotText>(&piece);
            const Slot* slot = filled == nullptr ? nullptr : script.slot(flow, filled->slot);
            if (slot == nullptr) continue;
            std::size_t row = 0;
            for (const SlotValue& value : slot->values) row = std::max(row, length(value.label));
            sum += row;
        }
        most = std::max(most, sum);
    }
    return most;
}

struct Fitter {
    const Script& script;
    const SourceIndex& index;
    const ChannelProfile& channel;
    Findings& findings;

    void add(std::string code, const Place& place, const std::string& message, std::string help) const {
        findings.push_back(
            {{std::move(code), place, message + " (" + channel.name + ", as of " + channel.date + ")",
              std::move(help)},
             {}});
    }
    void fit(const Flow& flow, const Line& line) const {
        const std::size_t size = longest(script, flow, line);
        if (channel.max_text == 0 || size <= channel.max_text) return;
        add("text-over-limit", index.place(index.lines, line.id),
            "'" + line.id + "' can be " + std::to_string(size) + " characters long; a message takes " +
                std::to_string(channel.max_text),
            "split it into two lines");
    }
    std::string rendering(const Ask& ask) const {
        const bool as_list = channel.max_rows >= ask.options.options().size();
        return as_list ? "will be shown as a list that opens" : "will be shown as numbered text";
    }
    void fit(const Flow& flow, const Step& step, const Ask& ask) const {
        if (channel.max_buttons == 0) return;  // always numbered text
        const std::string name = flow.id + "." + step.id;
        const auto& options = ask.options.options();
        if (options.size() > channel.max_buttons) {
            add("too-many-buttons", index.place(index.steps, name),
                "'" + name + "' has " + std::to_string(options.size()) + " choices; there are " +
                    std::to_string(channel.max_buttons) + " buttons",
                rendering(ask));
        }
        for (const nlu::Option& option : options) fit(name, ask, option);
    }
    void fit(const std::string& name, const Ask& ask, const nlu::Option& option) const {
        const Place& place = index.options.contains(name + "." + option.value)
                                 ? index.place(index.options, name + "." + option.value)
                                 : index.place(index.steps, name);
        if (channel.max_label != 0 && length(option.label) > channel.max_label) {
            add("label-over-limit", place,
                "the label '" + option.label + "' has " + std::to_string(length(option.label)) +
                    " characters; a button takes " + std::to_string(channel.max_label),
                rendering(ask));
        }
        if (channel.max_payload != 0 && option.value.size() > channel.max_payload) {
            add("payload-over-limit", place,
                "the value '" + option.value + "' has " + std::to_string(option.value.size()) +
                    " bytes; a button carries " + std::to_string(channel.max_payload),
                "choose a shorter value");
        }
    }
};

}  // namespace

void check_channels(const Script& script, const SourceIndex& index,
                    const std::vector<ChannelProfile>& channels, Findings& findings) {
    for (const ChannelProfile& channel : channels) {
        const Fitter fitter{script, index, channel, findings};
        for (const Flow& flow : script.flows) {
            for (const Step& step : flow.steps) {
                const auto fit = [&](const Line& line) { fitter.fit(flow, line); };
                std::visit([&](const auto& what) { detail::visit_lines(what, fit); }, step.what);
                if (const auto* ask = std::get_if<Ask>(&step.what)) fitter.fit(flow, step, *ask);
            }
        }
    }
}

}  // namespace attune::dialogs
