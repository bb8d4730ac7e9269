#include "nlu/entity/gazetteer.hpp"

#include <algorithm>
#include <utility>

#include "nlu/match/answer_words.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

std::string_view trimmed(std::string_view words) {
    while (words.starts_with(' ')) words.remove_prefix(1);
    while (words.ends_with(' ')) words.remove_suffix(1);
    return words;
}

bool is_negated_in(std::string_view words, std::string_view part) {
    const auto before = static_cast<std::size_t>(part.data() - words.data());
    const Words left = split_words(words.substr(0, before));
    return is_negated(left, left.size());
}

/// Another name of the same kind holds this one: "very anxious" in "anxious" goes, the longer stays.
bool is_inside_another(const Entity& entity, const std::vector<Entity>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Entity& other) {
        return other.kind == entity.kind && other.value != entity.value && other.text.size() > entity.text.size() &&
               other.text.find(entity.text) != std::string::npos;
    });
}

}  // namespace

Result<Gazetteer> Gazetteer::build(std::vector<GazetteerEntry> entries) {
    Gazetteer gazetteer;
    std::vector<WordPattern> all;
    for (GazetteerEntry& entry : entries) {
        gazetteer.names_.push_back({std::move(entry.kind), std::move(entry.value), ""});
        all.push_back(std::move(entry.pattern));
    }
    auto patterns = PatternSet::build(std::move(all));
    if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
    gazetteer.patterns_ = std::move(*patterns);
    return gazetteer;
}

std::vector<Entity> Gazetteer::find(std::string_view words) const {
    std::vector<Entity> found;
    for (const int index : patterns_.match(words)) {
        const std::string_view part = patterns_.part(index, words);
        if (is_negated_in(words, part)) continue;
        Entity entity = names_[static_cast<std::size_t>(index)];
        entity.text = trimmed(part);
        const auto same = [&](const Entity& other) { return other.kind == entity.kind && other.value == entity.value; };
        const auto known = std::find_if(found.begin(), found.end(), same);
        if (known == found.end()) {
            found.push_back(std::move(entity));
        } else if (entity.text.size() > known->text.size()) {
            known->text = std::move(entity.text);
        }
    }
    const std::vector<Entity> all = found;
    std::erase_if(found, [&](const Entity& entity) { return is_inside_another(entity, all); });
    return found;
}

}  // namespace attune::nlu
