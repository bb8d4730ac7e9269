#include "dialogs/language/source.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <string_view>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/ruler.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

namespace {

/// Ends the reading of a file; why has been reported.
struct Stop {};

Place place_of(Ruler& ruler, const YAML::Mark& mark) {
    if (mark.is_null()) return {ruler.file(), 1, 1};
    return ruler.place(static_cast<std::size_t>(mark.pos), static_cast<std::size_t>(mark.column),
                       mark.line + 1);
}

std::string_view source_from(const Ruler& ruler, const YAML::Mark& mark) {
    return mark.is_null() ? "" : ruler.from(static_cast<std::size_t>(mark.pos));
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

class Builder : public YAML::EventHandler {
public:
    Builder(Ruler& ruler, Report& report) : ruler_(ruler), report_(report) {}

    std::optional<Node> take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (root_) stop("several-documents", mark, "more than one document in a file; expected just one");
    }
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
        stop("anchor", mark, "an anchor (&" + name + "); expected the value itself");
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        stop("alias", mark, "an alias (*…); expected the value itself",
             "put a text that starts with * in quotes");
    }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(node(Node::Kind::nothing, mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& text) override {
        Node scalar = node(Node::Kind::text, mark);
        check_characters(text, mark);
        if (text.size() > max_scalar_bytes) {
            stop("too-long", mark, "a text of more than " + std::to_string(max_scalar_bytes) + " bytes");
        }
        scalar.text = text;
        const std::string_view source = source_from(ruler_, mark);
        const bool plain = tag != "!";
        const bool is_quoted = !plain && !source.empty() && (source[0] == '"' || source[0] == '\'');
        if (is_quoted && !is_closed(source))
            stop("yaml", mark, "a quote that is never closed; expected it again at the end of the text");
        if (plain || is_quoted) scalar.raw = first_line(source.substr(0, 2 * text.size() + 2));
        add(std::move(scalar));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        begin(Node::Kind::list, mark);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        begin(Node::Kind::map, mark);
    }
    void OnMapEnd() override { end(); }

private:
    struct Open {
        Node node;
        std::optional<Entry> pending;  ///< a key whose value comes next
    };

    [[noreturn]] void stop(std::string code, const YAML::Mark& mark, std::string message,
                           std::string help = "") {
        report_.add(std::move(code), place_of(ruler_, mark), std::move(message), std::move(help));
        throw Stop{};
    }

    Node node(Node::Kind kind, const YAML::Mark& mark) {
        const std::string_view source = source_from(ruler_, mark);
        if (!source.empty() && source[0] == '!') {
            stop("tag", mark, "a tag (!…); expected the value itself",
                 "put a text that starts with ! in quotes");
        }
        Node made;
        made.kind = kind;
        made.place = place_of(ruler_, mark);
        return made;
    }

    void begin(Node::Kind kind, const YAML::Mark& mark) {
        if (open_.size() == max_depth) {
            stop("too-deep", mark, "more than " + std::to_string(max_depth) + " levels inside each other");
        }
        open_.push_back({node(kind, mark), {}});
    }

    void end() {
        Node done = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(done));
    }

    void add(Node value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return;
        }
        Open& top = open_.back();
        if (top.node.kind == Node::Kind::list) {
            top.node.items.push_back(std::move(value));
        } else if (!top.pending) {
            top.pending = key(std::move(value));
        } else {
            if (value.kind == Node::Kind::nothing) value.place = top.pending->place;
            top.pending->value = std::move(value);
            keep(top.node, std::move(*top.pending));
            top.pending.reset();
        }
    }

    Entry key(Node value) {
        if (value.kind != Node::Kind::text || value.text.empty()) {
            report_.add("wrong-type", value.place, "a key that is not a word; expected a word and a colon");
            throw Stop{};
        }
        return {std::move(value.text), std::move(value.place), {}};
    }

    void keep(Node& map, Entry entry) {
        const auto same = [&](const Entry& other) { return other.key == entry.key; };
        const auto first = std::find_if(map.entries.begin(), map.entries.end(), same);
        if (first == map.entries.end()) {
            if (map.entries.size() == max_keys) too_many_keys(entry.place);
            map.entries.push_back(std::move(entry));
            return;
        }
        report_.add("duplicate-key", entry.place,
                    "the key " + quoted(entry.key) + " stands here a second time",
                    "the first stands in line " + std::to_string(first->place.line));
    }

    [[noreturn]] void too_many_keys(const Place& place) {
        report_.add("too-long", place, "more than " + std::to_string(max_keys) + " keys in one place");
        throw Stop{};
    }

    void check_characters(const std::string& text, const YAML::Mark& mark) {
        const auto is_control = [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && byte != '\n') || byte == 0x7f;
        };
        if (std::any_of(text.begin(), text.end(), is_control)) {
            stop("control-character", mark,
                 "a control character or tab in a text; expected letters, signs and spaces");
        }
    }

    Ruler& ruler_;
    Report& report_;
    std::vector<Open> open_;
    std::optional<Node> root_;
};

/// What the YAML reader takes for the end of the file or for another encoding.
bool is_readable(std::string_view source, Ruler& ruler, Report& report) {
    const std::size_t good = nlu::well_formed_bytes(source);
    if (good < source.size()) {
        report.add("not-utf8", ruler.place(good), "bytes that are not UTF-8; expected text in UTF-8",
                   "save the file as UTF-8");
        return false;
    }
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    };
    const auto control = std::find_if(source.begin(), source.end(), is_control);
    if (control == source.end()) return true;
    report.add("control-character", ruler.place(static_cast<std::size_t>(control - source.begin())),
               "a control character; expected text");
    return false;
}

void report_syntax(const YAML::Exception& error, Ruler& ruler, Report& report) {
    if (error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR) {
        report.add("alias", place_of(ruler, error.mark), "an alias (*…); expected the value itself",
                   "put a text that starts with * in quotes");
        return;
    }
    report.add("yaml", place_of(ruler, error.mark), "this is not YAML: " + error.msg,
               "check the indentation (spaces, no tabs) and the brackets, and put texts in quotes");
}

void parse(std::string_view source, Builder& builder) {
    std::istringstream in{std::string(source)};
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
}

}  // namespace

std::optional<Node> read_source(const std::string& file, const std::string& content, Report& report) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::string_view source = content;
    if (source.starts_with(byte_order_mark)) source.remove_prefix(byte_order_mark.size());
    Ruler ruler(file, source);
    if (!is_readable(source, ruler, report)) return std::nullopt;
    const std::size_t before = report.size();
    Builder builder(ruler, report);
    try {
        parse(source, builder);
    } catch (const Stop&) {
    } catch (const YAML::Exception& error) {
        report_syntax(error, ruler, report);
    } catch (const std::exception&) {
        report.add("yaml", {file, 1, 1}, "this is not YAML");
    }
    if (report.size() > before) return std::nullopt;
    std::optional<Node> root = builder.take();
    if (!root) report.add("empty-file", {file, 1, 1}, "an empty file; expected the keys of a bot's file");
    return root;
}

}  // namespace attune::dialogs
