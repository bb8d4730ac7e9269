#include "dialogs/language/condition.hpp"

#include <optional>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

constexpr int deepest = 32;

struct Token {
    std::string_view text;  ///< empty at the end
    std::size_t offset = 0;
};

std::vector<Token> split(std::string_view text) {
    constexpr std::string_view spaces = " \t\n";
    constexpr std::string_view signs = "=!(),";
    std::vector<Token> tokens;
    std::size_t at = text.find_first_not_of(spaces);
    while (at != std::string_view::npos) {
        std::size_t end = at + 1;
        if (text.substr(at, 2) == "!=") {
            end = at + 2;
        } else if (signs.find(text[at]) == std::string_view::npos) {
            end = std::min(text.find_first_of(" \t\n=!(),", at), text.size());
        }
        tokens.push_back({text.substr(at, end - at), at});
        at = text.find_first_not_of(spaces, end);
    }
    tokens.push_back({"", text.size()});
    return tokens;
}

bool is_reserved(std::string_view word) {
    return word == "and" || word == "or" || word == "not" || word == "is" || word == "in" || word == "has";
}

Condition negated(Condition condition) {
    Condition negation;
    negation.op = Condition::Op::negation;
    negation.parts.push_back(std::move(condition));
    return negation;
}

/// Recursive descent. Nothing means: reported, stop reading.
class Parser {
public:
    Parser(const Node& node, const Scope& scope) : node_(node), scope_(scope), tokens_(split(node.text)) {}

    std::optional<Condition> read() {
        std::optional<Condition> condition = either(0);
        if (condition && !here().empty()) return fail("'and', 'or' or the end");
        return condition;
    }

private:
    std::string_view here() const { return tokens_[at_].text; }
    Place place() const { return node_.place_of(tokens_[at_].offset); }
    bool take(std::string_view word) {
        if (here() != word) return false;
        ++at_;
        return true;
    }

    std::nullopt_t fail(std::string_view expected) {
        const std::string found = here().empty() ? "the condition ends here" : "found " + quoted(here());
        scope_.report.add("condition-syntax", place(), found + "; expected " + std::string(expected));
        return std::nullopt;
    }

    std::optional<Condition> either(int depth) {
        return joined(Condition::Op::either, "or", [&] { return both(depth); });
    }
    std::optional<Condition> both(int depth) {
        return joined(Condition::Op::both, "and", [&] { return one(depth); });
    }

    template <class Part>
    std::optional<Condition> joined(Condition::Op op, std::string_view joint, Part part) {
        std::optional<Condition> first = part();
        if (!first || here() != joint) return first;
        Condition all;
        all.op = op;
        all.parts.push_back(std::move(*first));
        while (take(joint)) {
            std::optional<Condition> next = part();
            if (!next) return std::nullopt;
            all.parts.push_back(std::move(*next));
        }
        return all;
    }

    std::optional<Condition> one(int depth) {
        if (depth == deepest) return fail("fewer brackets and 'not' inside each other");
        if (take("not")) {
            std::optional<Condition> inner = one(depth + 1);
            return inner ? std::optional(negated(std::move(*inner))) : std::nullopt;
        }
        if (!take("(")) return test();
        std::optional<Condition> inner = either(depth + 1);
        if (inner && !take(")")) return fail("')'");
        return inner;
    }

    std::optional<Condition> test() {
        if (!is_id(here()) || is_reserved(here())) return fail("a slot, 'not' or '('");
        const Place where = place();
        const std::string name(here());
        ++at_;
        const Slot* slot = use_slot(scope_, name, where);
        Condition condition;
        condition.slot = name;
        if (take("is")) return state(std::move(condition));
        if (take("has")) return compare(std::move(condition), Condition::Op::has, slot, where);
        if (take("in")) return in_list(std::move(condition), slot, where);
        if (take("=")) return compare(std::move(condition), Condition::Op::equals, slot, where);
        if (!take("!=")) return fail("=, !=, in, has or is");
        std::optional<Condition> equal = compare(std::move(condition), Condition::Op::equals, slot, where);
        return equal ? std::optional(negated(std::move(*equal))) : std::nullopt;
    }

    std::optional<Condition> state(Condition condition) {
        const bool is_not = take("not");
        if (here() != "set" && here() != "empty") return fail(is_not ? "set or empty" : "set, empty or not");
        condition.op = here() == "set" ? Condition::Op::is_set : Condition::Op::is_empty;
        ++at_;
        return is_not ? negated(std::move(condition)) : condition;
    }

    std::optional<Condition> compare(Condition condition, Condition::Op op, const Slot* slot,
                                     const Place& where) {
        condition.op = op;
        const bool wants_set = op == Condition::Op::has;
        if (slot != nullptr && has_other_type(scope_, *slot, wants_set ? SlotType::set : SlotType::choice,
                                              wants_set ? "'has'" : "'=' and '!='", where)) {
            slot = nullptr;
        }
        if (!value(condition, slot)) return std::nullopt;
        return condition;
    }

    std::optional<Condition> in_list(Condition condition, const Slot* slot, const Place& where) {
        condition.op = Condition::Op::is_in;
        if (slot != nullptr && has_other_type(scope_, *slot, SlotType::choice, "'in'", where)) slot = nullptr;
        if (!take("(")) return fail("'(' and a list of values");
        do {
            if (!value(condition, slot)) return std::nullopt;
        } while (take(","));
        if (!take(")")) return fail("',' or ')'");
        return condition;
    }

    bool value(Condition& condition, const Slot* slot) {
        if (!is_id(here())) {
            fail("a value");
            return false;
        }
        if (slot != nullptr) use_value(scope_, *slot, here(), place());
        condition.values.emplace_back(here());
        ++at_;
        return true;
    }

    const Node& node_;
    const Scope& scope_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

Condition read_condition(const Node& node, const Scope& scope) {
    const std::size_t before = scope.report.size();
    read_text(&node, "a condition", scope.report);
    if (scope.report.size() > before) return {};
    return Parser(node, scope).read().value_or(Condition{});
}

}  // namespace attune::dialogs
