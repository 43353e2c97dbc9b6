// Requirements, tables and charts in the tree.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

#include "engine/ui/lab_nodes.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

constexpr int offDigits = 2;  // of how far a value is off its limit

UiColumn columnOf(const UiScope& scope, const Table& table, const TableColumn& column) {
    UiColumn made{column.key, partLabel(scope.lab(), table.key, column.key, scope.words),
                  column.unit.symbol};
    made.isText = column.isText;
    made.editable = column.editable;
    if (!column.editable) return made;
    if (!column.isText && column.range.min < column.range.max) {
        made.min = displayValue(column.range.min, column.unit);
        made.max = displayValue(column.range.max, column.unit);
    }
    for (const std::string& option : column.options)
        made.options.push_back({option, optionLabel(scope.lab(), column.key, option, scope.words)});
    return made;
}

UiCell cellOf(const UiScope& scope, const TableColumn& column, const Json& value) {
    UiCell cell;
    if (column.isText) {
        cell.selected = cell.text = value.text();
        const auto& options = column.options;
        if (std::find(options.begin(), options.end(), cell.selected) != options.end())
            cell.text = optionLabel(scope.lab(), column.key, cell.selected, scope.words);
        return cell;
    }
    const double si = value.number(std::nan(""));
    if (std::isfinite(si)) {
        cell.value = displayValue(si, column.unit);
        cell.text = column.range.step > 0 || column.editable
                        ? settingNumber(si, column.unit, column.range.step, scope.words)
                        : scope.words.number(*cell.value);
    }
    return cell;
}

std::vector<UiRow> rowsOf(const UiScope& scope, const Table& table) {
    std::vector<UiRow> rows;
    for (TableRow& row : table.rows()) {
        UiRow made{std::move(row.id), std::move(row.item), {}};
        row.cells.resize(table.columns.size());
        for (size_t c = 0; c < row.cells.size(); ++c)
            made.cells.push_back(cellOf(scope, table.columns[c], row.cells[c]));
        rows.push_back(std::move(made));
    }
    return rows;
}

// The lab's own word for what is done to its table, or the general one.
UiNode tableAct(const UiScope& scope, const Table& table, std::string_view act, UiRole role) {
    const std::string own = fmt::format("{}.{}.{}", scope.lab(), table.key, act);
    const std::string general = fmt::format("ui.table.{}", act);
    return makeNode(fmt::format("table.{}/{}", table.key, act), role,
                    scope.words(scope.words.has(own) ? own : general));
}

UiNode tableNode(const UiScope& scope, const Table& table) {
    UiNode node = scope.named("table." + table.key, table.key, UiRole::table);
    for (const TableColumn& column : table.columns)
        node.columns.push_back(columnOf(scope, table, column));
    if (scope.isOpen(node.id)) node.rows = rowsOf(scope, table);
    if (!table.add.empty()) node.children.push_back(tableAct(scope, table, "add", UiRole::button));
    if (!table.remove.empty())
        node.children.push_back(tableAct(scope, table, "remove", UiRole::button));
    if (!table.paste.empty())
        node.children.push_back(tableAct(scope, table, "paste", UiRole::field));
    return node;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The digits from `at` on, without zeros that lead.
std::string_view digitsAt(std::string_view text, size_t& at) {
    while (at + 1 < text.size() && text[at] == '0' && isDigit(text[at + 1])) ++at;
    const size_t start = at;
    while (at < text.size() && isDigit(text[at])) ++at;
    return text.substr(start, at - start);
}

// Numbers within the texts count as numbers.
bool naturallyBefore(std::string_view a, std::string_view b) {
    size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view left = digitsAt(a, i), right = digitsAt(b, j);
            if (left.size() != right.size()) return left.size() < right.size();
            if (left != right) return left < right;
        } else {
            if (a[i] != b[j]) return a[i] < b[j];
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

bool isEmpty(const UiCell& cell) { return !cell.value && cell.text.empty(); }

bool before(const UiCell& a, const UiCell& b) {
    return a.value && b.value ? *a.value < *b.value : naturallyBefore(a.text, b.text);
}

}  // namespace

// "24 kWh/(m2 a), at most 15 kWh/(m2 a): 9 kWh/(m2 a) too much"; a value that is still to be found
// has its limit alone.
void addGauge(const UiScope& scope, const CheckRow& row, UiNode& node) {
    if (!std::isfinite(row.limit)) return;
    const bool found = std::isfinite(row.value);
    const bool least = row.better == Better::higher;
    const bool off = found && (least ? row.value < row.limit : row.value > row.limit);
    Unit difference = row.unit;
    difference.offset = 0;
    const Args args{
        {"value", found ? valueText(row.value, row.unit, scope.words) : "…"},
        {"limit", settingText(row.limit, row.unit, 0, scope.words)},
        {"off",
         off ? scope.words.quantity(std::fabs(row.value - row.limit), difference, offDigits) : ""}};
    const char* keys[2][2] = {{"ui.check.most", "ui.check.too_much"},
                              {"ui.check.least", "ui.check.too_little"}};
    node.detail = scope.words(keys[least][off], args);
    if (found && row.limit > 0) node.share = std::max(0.0, row.value / row.limit);
}

std::vector<UiNode> checkNodes(const UiScope& scope) {
    std::vector<UiNode> nodes;
    for (CheckRow& row : scope.schema().checkRows()) {
        UiNode node = makeNode("check." + row.key, UiRole::requirement,
                               checkSentence(scope.lab(), scope.schema(), row, scope.words));
        node.selected = !row.known ? "unknown" : row.met ? "yes" : "no";
        node.valueText = scope.words("ui.check." + node.selected);
        node.items = std::move(row.items);
        addGauge(scope, row, node);
        nodes.push_back(std::move(node));
    }
    return nodes;
}

std::vector<UiNode> tableNodes(const UiScope& scope) {
    std::vector<UiNode> nodes;
    for (const Table& table : scope.schema().tables()) nodes.push_back(tableNode(scope, table));
    return nodes;
}

std::vector<UiNode> chartNodes(const UiScope& scope) {
    const auto axis = [&scope](const std::string& key, const Unit& unit) {
        return UiColumn{key, labelOf(scope.lab(), key, scope.words), unit.symbol};
    };
    std::vector<UiNode> nodes;
    for (const Chart& chart : scope.schema().charts()) {
        nodes.push_back(scope.named("chart." + chart.key, chart.key, UiRole::chart));
        nodes.back().columns = {axis(chart.xKey, chart.x), axis(chart.yKey, chart.y)};
    }
    return nodes;
}

std::vector<size_t> sortedRows(const UiNode& table, size_t column, bool descending) {
    std::vector<size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const auto cell = [&](size_t row) -> const UiCell& { return table.rows[row].cells[column]; };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        if (isEmpty(cell(a)) || isEmpty(cell(b))) return !isEmpty(cell(a)) && isEmpty(cell(b));
        return descending ? before(cell(b), cell(a)) : before(cell(a), cell(b));
    });
    return order;
}

}  // namespace pt
