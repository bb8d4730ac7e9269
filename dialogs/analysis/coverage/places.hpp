#pragma once

#include <map>
#include <string>

#include "dialogs/language/load.hpp"

namespace attune::dialogs {

struct Node;

/// Where the parts of a bot stand in its files, by the ids of coverage items: also `bot: rung N` for the
/// bot's own ladder, `intent NAME` where a command or a flow waits for it, and `flow ID`. Made from files
/// that load.
class ItemPlaces {
public:
    /// Reads the files again. O(bytes).
    explicit ItemPlaces(const BotFiles& files);

    /// The place of the item, else of the step it belongs to, else of bot.yaml.
    const Place& of(const std::string& id) const;

private:
    void read_bot(const Node& root);
    void read_flow(const Node& root);
    void read_step(const std::string& name, const Node& step);
    void add_list(const std::string& prefix, const Node* list);
    void add_lines(const Node& node);

    std::map<std::string, Place> places_;
};

}  // namespace attune::dialogs
