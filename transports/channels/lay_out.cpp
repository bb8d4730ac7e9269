#include "transports/channels/lay_out.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "transports/channels/split_text.hpp"

namespace attune::transports {

namespace {

using dialogs::Reply;

bool labels_fit(const dialogs::Choices& choices, std::size_t most_items, std::size_t most_label) {
    return choices.items.size() <= most_items &&
           std::all_of(choices.items.begin(), choices.items.end(), [&](const dialogs::Choice& item) {
               return length_in(Traits::Unit::code_points, item.label) <= most_label;
           });
}

Sheet::Style style_for(const dialogs::Choices& choices, const Traits& traits, bool may_list) {
    if (choices.many) return Sheet::Style::none;
    if (labels_fit(choices, traits.max_buttons, traits.max_label)) return Sheet::Style::buttons;
    if (may_list && labels_fit(choices, traits.max_rows, traits.max_row)) return Sheet::Style::list;
    return Sheet::Style::none;
}

std::string numbered(const Reply& reply, std::string_view hint) {
    std::string text = reply.text;
    int number = 0;
    for (const dialogs::Choice& item : reply.choices.items) {
        text += number == 0 ? "\n\n" : "\n";
        text += std::to_string(++number) + ". " + item.label;
    }
    return hint.empty() ? text : text + "\n\n" + std::string(hint);
}

std::vector<Sheet::Item> items_of(const dialogs::Choices& choices, std::uint64_t prompt_seq) {
    std::vector<Sheet::Item> items;
    for (std::size_t place = 0; place < choices.items.size(); ++place) {
        items.push_back(
            {choices.items[place].label, std::to_string(prompt_seq) + "." + std::to_string(place)});
    }
    return items;
}

/// One bubble; its choices stand under the last piece of its text.
void add_bubble(std::vector<Sheet>& sheets, const Reply& reply, const Outbound& whole, const Traits& traits) {
    const bool asks = !reply.choices.items.empty();
    const auto style =
        asks ? style_for(reply.choices, traits, !whole.list_label.empty()) : Sheet::Style::none;
    std::string text = asks && style == Sheet::Style::none ? numbered(reply, whole.hint) : reply.text;
    if (traits.plain_letters) text = plain_letters(text);
    const bool beside = style != Sheet::Style::none && traits.max_prompt > 0;
    for (std::string& piece : split_text(text, beside ? traits.max_prompt : traits.max_text, traits.unit)) {
        sheets.push_back({std::move(piece), Sheet::Style::none, {}, reply.crisis});
    }
    if (style == Sheet::Style::none) return;
    if (sheets.empty() || text.empty()) sheets.push_back({"…", Sheet::Style::none, {}, reply.crisis});
    sheets.back().style = style;
    sheets.back().items = items_of(reply.choices, whole.prompt_seq);
}

bool can_join(const Sheet& first, const Sheet& second, const Traits& traits) {
    if (first.style != Sheet::Style::none) return false;
    const bool beside = second.style != Sheet::Style::none && traits.max_prompt > 0;
    const std::size_t most = beside ? traits.max_prompt : traits.max_text;
    return length_in(traits.unit, first.text) + length_in(traits.unit, second.text) + 2 <= most;
}

std::vector<Sheet> merged(std::vector<Sheet> sheets, const Traits& traits) {
    std::vector<Sheet> result;
    for (Sheet& sheet : sheets) {
        if (result.empty() || !can_join(result.back(), sheet, traits)) {
            result.push_back(std::move(sheet));
            continue;
        }
        Sheet& last = result.back();
        last.text += "\n\n" + sheet.text;
        last.style = sheet.style;
        last.items = std::move(sheet.items);
        last.crisis |= sheet.crisis;
    }
    return result;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> plain = {{
    {"\u2018", "'"},
    {"\u2019", "'"},
    {"\u201C", "\""},
    {"\u201D", "\""},
    {"\u2013", "-"},
    {"\u2014", "-"},
    {"\u2026", "..."},
    {"\u00A0", " "},
    {"\u2022", "-"},
    {"\u2011", "-"},
    {"\u202F", " "},
    {"\u200B", ""},
}};

}  // namespace

std::vector<Sheet> lay_out(const Outbound& reply, const Traits& traits) {
    std::vector<Sheet> sheets;
    for (const Reply& bubble : reply.replies) add_bubble(sheets, bubble, reply, traits);
    return traits.merge_bubbles ? merged(std::move(sheets), traits) : sheets;
}

std::optional<Pressed> read_payload(std::string_view payload) {
    Pressed pressed;
    const char* const end = payload.data() + payload.size();
    const auto [dot, no_seq] = std::from_chars(payload.data(), end, pressed.prompt_seq);
    if (no_seq != std::errc{} || dot == end || *dot != '.' || pressed.prompt_seq == 0) return std::nullopt;
    const auto [last, no_place] = std::from_chars(dot + 1, end, pressed.place);
    if (no_place != std::errc{} || last != end || pressed.place > 1000) return std::nullopt;
    return pressed;
}

std::string plain_letters(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto* found = std::find_if(plain.begin(), plain.end(),
                                         [&](const auto& each) { return text.starts_with(each.first); });
        if (found == plain.end()) {
            result += text.front();
            text.remove_prefix(1);
        } else {
            result += found->second;
            text.remove_prefix(found->first.size());
        }
    }
    return result;
}

}  // namespace attune::transports
