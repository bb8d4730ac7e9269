#include "dialogs/analysis/explore/starts.hpp"

#include <algorithm>

#include "dialogs/script/opening_hours.hpp"

namespace attune::dialogs {

namespace {

std::string written(const Slots& slots) {
    std::string all;
    for (const auto& [slot, values] : slots) {
        if (slot == clinic_now) continue;
        all += slot + "=";
        for (const std::string& value : values) all += value + ",";
        all += ";";
    }
    return all;
}

}  // namespace

Starts::Starts(const Script& script, const Inputs& inputs, const Looks& looks) {
    for (const Flow& flow : script.flows) {
        Start start{&looks.start(flow.id), inputs.that_start(flow.id), {}};
        if (!start.looks->empty() && !start.inputs.empty()) starts_.push_back(std::move(start));
    }
}

std::vector<int> Starts::unmet(const Slots& slots) {
    std::vector<int> inputs;
    if (!met_.insert(written(slots)).second) return inputs;
    for (Start& start : starts_) {
        std::vector<std::uint64_t> codes;
        codes.reserve(start.looks->size());
        for (const Look& look : *start.looks) codes.push_back(code_of(look, slots));
        if (start.met.add(codes)) inputs.insert(inputs.end(), start.inputs.begin(), start.inputs.end());
    }
    return inputs;
}

}  // namespace attune::dialogs
