#include "dialogs/analysis/view/plain.hpp"

#include <algorithm>

namespace attune::dialogs {

namespace {

std::string quoted_slot(const std::string& slot) {
    return "\"" + slot + "\"";
}

class Sentence {
public:
    Sentence(const Script& script, const Flow& flow) : script_(script), flow_(flow) {}

    std::string values(const std::string& slot, const std::vector<std::string>& all, const char* last) const {
        std::string text;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i > 0) text += i + 1 == all.size() ? std::string(" ") + last + " " : ", ";
            text += plain_value(script_, flow_, slot, all[i]);
        }
        return text;
    }

    /// `yes` false: the opposite of the condition.
    std::string of(const Condition& condition, bool yes) const {
        const std::string slot = quoted_slot(condition.slot);
        switch (condition.op) {
            case Condition::Op::always:
                return yes ? "" : "never";
            case Condition::Op::is_set:
                return slot + (yes ? " was answered" : " was not answered");
            case Condition::Op::is_empty:
                return slot + (yes ? " is empty" : " is not empty");
            case Condition::Op::equals:
            case Condition::Op::is_in:
                return slot + (yes ? " is " : " is not ") + values(condition.slot, condition.values, "or");
            case Condition::Op::has:
                return slot + (yes ? " has " : " does not have ") +
                       values(condition.slot, condition.values, "and");
            case Condition::Op::negation:
                return of(condition.parts.front(), !yes);
            case Condition::Op::both:
                return join(condition, yes, yes ? ", and " : ", or ");
            case Condition::Op::either:
                return join(condition, yes, yes ? ", or " : ", and ");
        }
        return "";
    }

private:
    std::string join(const Condition& condition, bool yes, const std::string& word) const {
        std::string text;
        for (const Condition& part : condition.parts) {
            const bool is_group = part.op == Condition::Op::both || part.op == Condition::Op::either;
            const std::string words = of(part, yes);
            text += (text.empty() ? "" : word) + (is_group ? "(" + words + ")" : words);
        }
        return text;
    }

    const Script& script_;
    const Flow& flow_;
};

std::string title_of(const Script& script, const std::string& id) {
    const Flow* flow = script.flow(id);
    return flow == nullptr ? id : "\u201c" + flow->title + "\u201d";
}

}  // namespace

std::string plain_text(const Text& text) {
    std::string words;
    for (const auto& piece : text) {
        if (const auto* fixed = std::get_if<std::string>(&piece)) words += *fixed;
        if (const auto* slot = std::get_if<SlotText>(&piece)) words += "{" + slot->slot + "}";
        if (const auto* card = std::get_if<CrisisText>(&piece)) words += card->here;
    }
    return words;
}

std::string plain_value(const Script& script, const Flow& flow, const std::string& slot,
                        const std::string& value) {
    const Slot* known = script.slot(flow, slot);
    if (known == nullptr) return value;
    for (const SlotValue& each : known->values) {
        if (each.value == value) return each.label;
    }
    return value;
}

std::string plain_condition(const Script& script, const Flow& flow, const Condition& condition) {
    return Sentence(script, flow).of(condition, true);
}

std::string plain_assignment(const Script& script, const Flow& flow, const Assignment& assignment) {
    const std::string slot = quoted_slot(assignment.slot);
    const std::string values = Sentence(script, flow).values(assignment.slot, assignment.values, "and");
    switch (assignment.how) {
        case Assignment::How::assign:
            return slot + " becomes " + (values.empty() ? "\u201cnone\u201d" : values);
        case Assignment::How::add:
            return values + " is added to " + slot;
        case Assignment::How::remove:
            return values + " is taken from " + slot;
        case Assignment::How::clear:
            return slot + " is forgotten";
    }
    return "";
}

std::string plain_jump(const Script& script, const Flow& flow, const Jump& jump,
                       const std::string& otherwise) {
    switch (jump.how) {
        case Jump::How::none:
            return otherwise;
        case Jump::How::go:
            if (jump.flow == flow.id) return "goes to step " + jump.step;
            return "goes to " + title_of(script, jump.flow);
        case Jump::How::call:
            return "goes to " + title_of(script, jump.flow) + ", then comes back";
        case Jump::How::give_back:
            return "ends this part and goes back to where it was called from";
        case Jump::How::ask_again:
            return "asks again";
        case Jump::How::end:
            return "ends the conversation";
        case Jump::How::erase:
            return "ends the conversation and deletes all of it";
    }
    return otherwise;
}

}  // namespace attune::dialogs
