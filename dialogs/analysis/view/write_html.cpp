#include "dialogs/analysis/view/html_style.hpp"
#include "dialogs/analysis/view/markup.hpp"
#include "dialogs/analysis/view/screenplay.hpp"

namespace attune::dialogs {

namespace {

std::string element(const std::string& tag, const std::string& classes, const std::string& inside) {
    return "<" + tag + (classes.empty() ? "" : " class=\"" + classes + "\"") + ">" + inside + "</" + tag +
           ">\n";
}

std::string review_words(const SpokenLine::InLanguage& words) {
    switch (words.state) {
        case ReviewState::unreviewed:
            return "not reviewed";
        case ReviewState::stale:
            return "changed since " + words.sign.by + ", " + words.sign.day;
        case ReviewState::signed_off:
            return words.sign.by + ", " + words.sign.day;
    }
    return "";
}

class HtmlWriter {
public:
    explicit HtmlWriter(const Screenplay& play) : play_(play), many_(play.locales.size() > 1) {}

    std::string write() {
        html_ =
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
            escaped(play_.name) + ": every line</title>\n<style>" + std::string(screenplay_style) +
            "</style>\n</head>\n<body>\n<div class=\"page\">\n";
        write_contents();
        html_ += "<main>\n<h1>" + escaped(play_.name) + "</h1>\n";
        html_ += element("p", "lead",
                         "Every sentence this guide can say, in the order in which a visitor may meet it. " +
                             std::to_string(play_.signed_lines) + " of " + std::to_string(play_.lines) +
                             " are signed as they stand here. Words in {braces} are filled in with what the "
                             "visitor chose. Where several bubbles stand with &ldquo;or&rdquo; between them, "
                             "the guide says one at a time, in turn.");
        for (const ScenePart& part : play_.parts) {
            html_ += element("h2", "part", escaped(part.title));
            for (const Scene& scene : part.scenes) write_scene(scene);
        }
        write_own();
        html_ += "</main>\n</div>\n</body>\n</html>\n";
        return std::move(html_);
    }

private:
    void write_contents() {
        html_ += "<nav aria-label=\"Contents\">\n";
        for (const ScenePart& part : play_.parts) {
            html_ += element("h2", "", escaped(part.title)) + "<ol>\n";
            for (const Scene& scene : part.scenes) {
                html_ += "<li><a href=\"#" + escaped(scene.id) + "\">" + escaped(scene.title) + "</a></li>\n";
            }
            html_ += "</ol>\n";
        }
        html_ += "<h2><a href=\"#-anywhere\">What it says anywhere</a></h2>\n</nav>\n";
    }

    void write_scene(const Scene& scene) {
        html_ += "<section class=\"scene" + std::string(scene.crisis ? " crisis" : "") + "\" id=\"" +
                 escaped(scene.id) + "\">\n<h3>" + escaped(scene.title) +
                 "</h3>\n<ul class=\"starts small\">\n";
        std::string from;  // other flows share one row: menus lead almost everywhere
        for (const std::string& start : scene.starts) {
            if (start.starts_with("from ")) {
                from += (from.empty() ? "from " : ", ") + start.substr(5);
            } else {
                html_ += element("li", "", "Starts " + escaped(start) + ".");
            }
        }
        if (!from.empty()) html_ += element("li", "", "Starts " + escaped(from) + ".");
        html_ += "</ul>\n";
        for (const StepView& step : scene.steps) write_step(step);
        html_ += "</section>\n";
    }

    void write_step(const StepView& step) {
        html_ += "<div class=\"step\">\n";
        if (!step.condition.empty()) html_ += element("p", "cond", "Only if " + escaped(step.condition));
        write_passage(step.passage);
        if (step.asks) write_options(step);
        if (!step.others.empty() || !step.ladder.empty()) {
            html_ += "<div class=\"others\">\n";
            for (const Way& way : step.others) write_other(way);
            if (!step.ladder.empty()) html_ += element("p", "note", escaped(step.ladder));
            html_ += "</div>\n";
        }
        html_ += "</div>\n";
    }

    void write_options(const StepView& step) {
        html_ += "<div class=\"options\">\n";
        if (step.many) html_ += element("p", "note", "Any number of these can be chosen, also none:");
        for (const Way& way : step.options) {
            std::string label = "<span class=\"pill\">" + escaped(way.title) + "</span>";
            for (const std::string& other : way.titles)
                label += " <span class=\"lang\">" + escaped(other) + "</span>";
            const std::string leads = leads_html(way.passage);
            if (!leads.empty()) label += " <span class=\"when\">&rarr; " + leads + "</span>";
            html_ += "<div class=\"way\">\n" + label + "\n";
            write_lines(way.passage);
            html_ += "</div>\n";
        }
        html_ += "</div>\n";
    }

    void write_other(const Way& way) {
        const std::string leads = leads_html(way.passage);
        html_ += "<div class=\"way\">\n<span class=\"when\"><b>" + escaped(way.title) + "</b>" +
                 (leads.empty() ? "" : " &rarr; " + leads) + "</span>\n";
        write_lines(way.passage);
        html_ += "</div>\n";
    }

    std::string leads_html(const Passage& passage) const {
        std::string text;
        for (const std::string& each : passage.remembers) text += (text.empty() ? "" : "; ") + escaped(each);
        if (passage.leads.empty()) return text;
        const std::string words = escaped(passage.leads);
        if (!text.empty()) text += "; ";
        return text + (passage.leads_to_flow.empty()
                           ? words
                           : "<a href=\"#" + escaped(passage.leads_to_flow) + "\">" + words + "</a>");
    }

    void write_passage(const Passage& passage) {
        write_lines(passage);
        const std::string leads = leads_html(passage);
        if (!leads.empty()) html_ += element("p", "note", "&rarr; " + leads);
    }

    void write_lines(const Passage& passage) {
        for (const SpokenLine& line : passage.lines) write_line(line);
    }

    void write_line(const SpokenLine& line) {
        std::string words;
        std::string chips;
        for (const SpokenLine::InLanguage& each : line.languages) {
            std::string bubbles = many_ ? "<span class=\"lang\">" + escaped(each.locale) + "</span>" : "";
            for (std::size_t i = 0; i < each.variants.size(); ++i) {
                if (i > 0) bubbles += "<span class=\"or\">or</span>";
                bubbles += "<div class=\"bubble\" lang=\"" + escaped(each.locale) + "\">" +
                           escaped(each.variants[i]) + "</div>";
            }
            words += "<div>" + bubbles + "</div>";
            chips += "<span class=\"chip " + std::string(name_of(each.state)) + "\">" +
                     (many_ ? escaped(each.locale) + " " : "") + escaped(review_words(each)) + "</span>";
        }
        html_ += "<div class=\"line\"><div class=\"id\">" + escaped(line.id) +
                 (line.once ? "<br>only once" : "") + "</div><div class=\"words" + (many_ ? " many" : "") +
                 "\">" + words + "</div><div class=\"chips\">" + chips + "</div></div>\n";
    }

    void write_own() {
        html_ +=
            "<h2 class=\"part\" id=\"-anywhere\">What it says anywhere</h2>\n<section class=\"scene\">\n";
        for (const Way& way : play_.own) {
            html_ += "<div class=\"step\">\n<p class=\"cond\">" + escaped(way.title) + "</p>\n";
            write_passage(way.passage);
            html_ += "</div>\n";
        }
        html_ += "</section>\n";
    }

    const Screenplay& play_;
    bool many_ = false;
    std::string html_;
};

}  // namespace

std::string write_html(const Screenplay& play) {
    return HtmlWriter(play).write();
}

}  // namespace attune::dialogs
