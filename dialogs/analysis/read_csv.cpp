#include "dialogs/analysis/read_csv.hpp"

namespace attune::dialogs {

namespace {

class CsvReader {
public:
    CsvReader(const std::string& file, std::string_view rest, Report& report)
        : file_(file), rest_(rest), report_(report) {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    }

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (!rest_.empty()) {
            CsvRow row{line_, {}};
            do row.cells.push_back(cell());
            while (skip(","));
            if (!skip("\r\n")) skip("\n");
            ++line_;
            if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool skip(std::string_view sign) {
        if (!rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    std::string cell() {
        if (skip("\"")) return quoted_cell();
        std::string_view text = rest_.substr(0, rest_.find_first_of(",\n"));
        rest_.remove_prefix(text.size());
        if (text.ends_with('\r')) text.remove_suffix(1);
        return std::string(text);
    }

    std::string quoted_cell() {
        const int begins = line_;
        std::string text;
        for (;;) {
            const std::size_t quote = rest_.find('"');
            if (quote == std::string_view::npos) {
                report_.add("bad-csv", {file_, begins, 1}, "a quote that is never closed");
                rest_ = {};
                return text;
            }
            for (const char c : rest_.substr(0, quote)) line_ += c == '\n' ? 1 : 0;
            text += rest_.substr(0, quote);
            rest_.remove_prefix(quote + 1);
            if (!skip("\"")) break;
            text += '"';
        }
        const std::size_t junk = rest_.find_first_of(",\r\n");
        if (junk != 0 && !rest_.empty()) {
            report_.add("bad-csv", {file_, line_, 1},
                        "text behind a closing quote; expected a comma or the end of the line");
            rest_.remove_prefix(junk == std::string_view::npos ? rest_.size() : junk);
        }
        return text;
    }

    const std::string& file_;
    std::string_view rest_;
    Report& report_;
    int line_ = 1;
};

}  // namespace

std::vector<CsvRow> read_csv(const std::string& file, std::string_view content, Report& report) {
    return CsvReader(file, content, report).rows();
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + "\"";
}

}  // namespace attune::dialogs
