#include "bot/cli/stored_log.hpp"

#include <filesystem>
#include <future>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "bot/store/sqlite/sqlite_store.hpp"

namespace attune::bot {

namespace {

using nlohmann::json;

class LogBuilder {
public:
    void take(const json& event) {
        if (event.at("t").get<std::string>() != "message") return;
        const auto at = event.at("at").get<dialogs::Time>();
        if (event.at("from").get<std::string>() == "user") {
            log_.turns.push_back({at, taken(event.at("text").get<std::string>()), {}});
            return;
        }
        if (log_.turns.empty()) {
            log_.turns.push_back({at, dialogs::Opened{}, {}});
            log_.locale = event.value("lang", "");
        } else if (log_.turns.back().at != at) {
            log_.turns.push_back({at, dialogs::Waited{}, {}});
        }
        log_.turns.back().said.push_back(
            {event.at("line").get<std::string>(), event.at("text").get<std::string>(), false});
        if (event.contains("choices")) note_choices(event.at("choices"));
    }

    dialogs::ConversationLog log() && { return std::move(log_); }

private:
    void note_choices(const json& choices) {
        value_of_.clear();
        for (const json& item : choices.is_array() ? choices : choices.at("items")) {
            value_of_[item.at("label").get<std::string>()] = item.contains("value")
                                                                 ? item.at("value").get<std::string>()
                                                                 : item.at("id").get<std::string>();
        }
    }

    /// Labels with `, ` between them are a tap. A label may hold a comma, so the longest one that fits is
    /// taken.
    dialogs::Event taken(const std::string& text) const {
        dialogs::Chose chose;
        if (text == "–" && !value_of_.empty()) return chose;  // "done" without a tick
        std::string_view rest = text;
        while (!rest.empty()) {
            const auto label = longest_label(rest);
            if (label == value_of_.end()) return dialogs::Said{text};
            chose.values.push_back(label->second);
            rest.remove_prefix(label->first.size());
            if (rest.empty()) break;
            if (!rest.starts_with(", ")) return dialogs::Said{text};
            rest.remove_prefix(2);
        }
        return chose;
    }

    std::map<std::string, std::string>::const_iterator longest_label(std::string_view text) const {
        auto best = value_of_.end();
        for (auto label = value_of_.begin(); label != value_of_.end(); ++label) {
            const bool fits = text.starts_with(label->first);
            if (fits && (best == value_of_.end() || label->first.size() > best->first.size())) best = label;
        }
        return best;
    }

    dialogs::ConversationLog log_;
    std::map<std::string, std::string> value_of_;  // label → value of the open question
};

Result<dialogs::ConversationLog> with_script(Result<dialogs::ConversationLog> log, const std::string& state) {
    auto read = dialogs::read_state(state);
    if (log && read) log->script = read->script;
    return log;
}

}  // namespace

Result<dialogs::ConversationLog> log_of_events(const std::vector<StoredEvent>& events) {
    LogBuilder builder;
    for (const StoredEvent& event : events) {
        try {
            builder.take(json::parse(event.json));
        } catch (const json::exception&) {
            return failure(Errc::invalid_input,
                           "event " + std::to_string(event.seq) + " is not one of a conversation");
        }
    }
    return std::move(builder).log();
}

Result<dialogs::ConversationLog> read_stored_log(const std::string& file, const std::string& conversation) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return failure(Errc::not_found, "there is no file " + file);
    SqliteSettings settings;
    settings.file = file;
    auto store = open_sqlite_store(settings);
    if (!store) return tl::unexpected<Error>(store.error());
    std::promise<Result<StoredConversation>> row;
    (*store)->load(conversation,
                   [&row](Result<StoredConversation> found) { row.set_value(std::move(found)); });
    auto found = row.get_future().get();
    if (!found) return tl::unexpected<Error>(found.error());
    std::promise<Result<std::vector<StoredEvent>>> rows;
    constexpr auto end = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    (*store)->events(conversation, 0, end, std::numeric_limits<int>::max(),
                     [&rows](Result<std::vector<StoredEvent>> read) { rows.set_value(std::move(read)); });
    auto events = rows.get_future().get();
    if (!events) return tl::unexpected<Error>(events.error());
    return with_script(log_of_events(*events), found->state);
}

}  // namespace attune::bot
