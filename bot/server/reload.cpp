#include "bot/server/reload.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <filesystem>
#include <utility>
#include <vector>

namespace attune::bot {

namespace {

namespace fs = std::filesystem;

/// Names, sizes and dates of all files: what tells that one changed. Empty where the folder cannot be read.
std::string look_of(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code gone;
        if (!entry->is_regular_file(gone)) continue;
        files.push_back(entry->path().string() + " " + std::to_string(entry->file_size(gone)) + " " +
                        std::to_string(entry->last_write_time(gone).time_since_epoch().count()));
    }
    std::sort(files.begin(), files.end());
    std::string look;
    for (const std::string& file : files) look += file + "\n";
    return look;
}

}  // namespace

Reload::Reload(std::string folder, Reviewed reviewed, std::shared_ptr<Surroundings> surroundings)
    : folder_(std::move(folder)),
      reviewed_(reviewed),
      surroundings_(std::move(surroundings)),
      seen_(look_of(folder_)) {}

Reload::~Reload() {
    pool_.stop();
    pool_.join();
}

void Reload::now() {
    boost::asio::post(pool_, [this] {
        seen_ = look_of(folder_);
        load();
    });
}

void Reload::if_changed() {
    boost::asio::post(pool_, [this] {
        std::string look = look_of(folder_);
        if (look == seen_) return;
        seen_ = std::move(look);
        load();
    });
}

void Reload::load() {
    const auto bot = load_bot(folder_, reviewed_);
    if (!bot) {
        surroundings_->note(LogLine("bot_not_loaded").with("serving", Word("the old one")));
        write_log(bot.error());
        return;
    }
    if (surroundings_->bots.current()->channel_lines.there() && !(*bot)->channel_lines.there()) {
        return surroundings_->note(LogLine("bot_not_loaded").with("missing", Word("channel_lines")));
    }
    if ((*bot)->hash == surroundings_->bots.current()->hash)
        return surroundings_->note(LogLine("bot_unchanged"));
    surroundings_->bots.replace(*bot);
    surroundings_->note(LogLine("bot_loaded").with("flows", (*bot)->flows.size()));
}

}  // namespace attune::bot
