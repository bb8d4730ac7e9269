#include "dialogs/analysis/read_csv.hpp"
#include "dialogs/analysis/view/screenplay.hpp"

namespace attune::dialogs {

namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

class Table {
public:
    void row(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : ",") + csv_cell(cells[i]);
        text += "\r\n";
    }

    void passage(const std::vector<std::string>& place, const std::string& role, const Passage& passage,
                 const std::string& options) {
        for (const SpokenLine& line : passage.lines) {
            for (const SpokenLine::InLanguage& words : line.languages) {
                std::vector<std::string> cells = place;
                const bool is_last = &line == &passage.lines.back();
                for (const std::string& cell :
                     {role, line.id, words.locale, joined(words.variants, "\n"),
                      is_last ? options : std::string(), std::string(name_of(words.state)), words.sign.by,
                      words.sign.day}) {
                    cells.push_back(cell);
                }
                row(cells);
            }
        }
    }

    std::string text;
};

void write_step(Table& table, const ScenePart& part, const Scene& scene, const StepView& step) {
    const std::vector<std::string> place = {part.title, scene.id, scene.title, step.id, step.condition};
    std::vector<std::string> labels;
    for (const Way& option : step.options) labels.push_back(option.title);
    table.passage(place, step.asks ? "asks" : "says", step.passage, joined(labels, "\n"));
    for (const Way& option : step.options) table.passage(place, option.role, option.passage, "");
    for (const Way& other : step.others) table.passage(place, other.role, other.passage, "");
}

}  // namespace

std::string write_csv(const Screenplay& play) {
    Table table;
    table.row({"part", "flow", "title", "step", "if", "role", "id", "language", "words", "options", "review",
               "reviewer", "day"});
    for (const ScenePart& part : play.parts) {
        for (const Scene& scene : part.scenes) {
            for (const StepView& step : scene.steps) write_step(table, part, scene, step);
        }
    }
    for (const Way& own : play.own)
        table.passage({"anywhere", "", own.title, "", ""}, own.role, own.passage, "");
    return table.text;
}

}  // namespace attune::dialogs
