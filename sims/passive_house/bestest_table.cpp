// The measured results of BESTEST as a table that a pupil opens in the lab.
#include <string>
#include <utility>
#include <vector>

#include "sims/passive_house/bestest.h"

namespace pt {
namespace {

constexpr double near = 0.03;  // beyond an end of the range

const char* verdictOf(const ValidationNumber& number) {
    if (number.inside()) return "inside";
    return number.range.holds(number.value, near) ? "near" : "outside";
}

std::vector<TableRow> rows() {
    std::vector<TableRow> made;
    for (const ValidationCase& item : measuredBestest())
        for (const ValidationNumber& number : item.numbers)
            if (number.range.known())
                made.push_back({item.id + "." + number.quantity,
                                "",
                                {item.id, number.quantity, number.value, number.range.low,
                                 number.range.high, number.unit, verdictOf(number)}});
    return made;
}

// Every word that stands in a column, so that each has its label.
std::vector<std::string> wordsOf(const std::vector<TableRow>& all, size_t column) {
    std::vector<std::string> found;
    for (const TableRow& row : all) {
        const std::string& text = row.cells[column].text();
        bool known = false;
        for (const std::string& one : found) known = known || one == text;
        if (!known) found.push_back(text);
    }
    return found;
}

}  // namespace

Table validationTable() {
    static const std::vector<TableRow> all = rows();
    Table table;
    table.key = "validation";
    const auto word = [](const char* key, std::vector<std::string> options) {
        return TableColumn{key, true, {}, std::move(options)};
    };
    const auto number = [](const char* key) { return TableColumn{key, false, {}}; };
    table.columns = {word("validation_case", wordsOf(all, 0)),
                     word("validation_what", wordsOf(all, 1)),
                     number("value"),
                     number("low"),
                     number("high"),
                     word("validation_unit", {}),
                     word("verdict", {"inside", "near", "outside"})};
    table.rows = [] { return all; };
    return table;
}

}  // namespace pt
