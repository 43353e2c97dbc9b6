#include <algorithm>
#include <cmath>

#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/widgets.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

constexpr double headWidest = 76;   // points
constexpr size_t mostColumns = 60;  // ImGui has tables of up to 512

// A column of the table: a setting or an output of every run.
struct Column {
    std::string key, label;
    const Unit* unit = nullptr;  // nullptr: text
    bool output = false;
    bool result = false;  // exists only once the run has broken or ended
};

const Json& cell(const RunRecord& run, const Column& column) {
    return (column.output ? run.outputs : run.settings)[column.key];
}

std::vector<Column> columnsOf(const Desk& desk) {
    const Session& session = desk.work.session();
    const Schema& schema = session.schema();
    const Recording& recording = session.recording();
    std::vector<Column> columns;
    auto label = [&](const std::string& key) { return labelOf(session.lab().id, key, desk.words); };
    for (const auto& [key, value] : session.runs().front().settings.entries()) {
        const Param* param = schema.findParam(key);
        columns.push_back({key, label(key), param ? &param->unit : nullptr});
    }
    size_t recorded = 0;
    for (const Output& output : schema.outputs()) {
        Column column{output.key, label(output.key), output.number ? &output.unit : nullptr, true};
        if (output.recorded()) {
            size_t index = recorded++;
            column.result = recording.rows() > 0 && std::isnan(recording.column(index).front());
        }
        columns.push_back(column);
    }
    return columns;
}

std::string cellText(const Desk& desk, const RunRecord& run, const Column& column) {
    const Json& value = cell(run, column);
    const Session& session = desk.work.session();
    if (value.isNumber() && column.unit) {
        if (column.output) return desk.words.number(column.unit->fromSi(value.number()));
        return settingText(value.number(), *column.unit, 0, desk.words);
    }
    if (!value.isText() || value.text().empty()) return "–";
    bool known = false;
    if (const Choice* choice = session.schema().findChoice(column.key)) {
        known = std::count(choice->options.begin(), choice->options.end(), value.text()) > 0;
    } else if (const Output* output = session.schema().findOutput(column.key)) {
        known = std::count(output->options.begin(), output->options.end(), value.text()) > 0;
    }
    return known ? optionLabel(session.lab().id, column.key, value.text(), desk.words)
                 : value.text();
}

std::string headText(const Column& column) {
    bool unitInHead = column.output && column.unit && !column.unit->symbol.empty();
    return unitInHead ? column.label + " (" + column.unit->symbol + ")" : column.label;
}

void right(const Look& look, std::string_view text, const TextLook& style, bool flush) {
    ImVec2 at = ImGui::GetCursorScreenPos(), size = textSize(look, text, style);
    float room = ImGui::GetContentRegionAvail().x;
    drawText(look, {flush ? at.x + std::max(0.f, room - size.x) : at.x, at.y}, text, style);
    ImGui::Dummy({size.x, size.y});
}

// On as many lines as it takes, so that a long name does not make a wide column; words stay whole.
void drawHead(const Look& look, const std::string& text, bool flush) {
    TextLook style{.type = Type::small, .ink = Ink::inkSoft, .flushRight = flush};
    float width = std::min(textSize(look, text, style).x, look.px(headWidest));
    for (size_t from = 0, to = 0; from < text.size(); from = to + 1) {
        to = std::min(text.find(' ', from), text.size());
        width = std::max(width, textSize(look, text.substr(from, to - from), style).x);
    }
    float room = flush ? std::max(width, ImGui::GetContentRegionAvail().x) : width;
    float height = drawWrapped(look, ImGui::GetCursorScreenPos(), room + 1, text, style);
    ImGui::Dummy({width, height});
}

void drawRows(const Look& look, const Desk& desk, const std::vector<Column>& columns) {
    const auto& runs = desk.work.session().runs();
    const TextLook head{.type = Type::small, .ink = Ink::inkSoft}, body{.type = Type::small};
    ImGui::TableSetupScrollFreeze(1, 1);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    right(look, "#", head, true);
    for (const Column& column : columns) {
        ImGui::TableNextColumn();
        drawHead(look, headText(column), column.unit != nullptr);
    }
    // The newest on top.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        right(look, std::to_string(run->number), {.type = Type::small, .ink = Ink::inkSoft}, true);
        for (const Column& column : columns) {
            ImGui::TableNextColumn();
            TextLook style = body;
            style.bold = column.result;
            right(look, cellText(desk, *run, column), style, column.unit != nullptr);
        }
    }
}

}  // namespace

void drawRunsTable(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    if (desk.work.session().runs().empty()) {
        drawNothing(look, desk.words("desktop.runs.empty"), low, high);
        return;
    }
    std::vector<Column> columns = columnsOf(desk);
    columns.resize(std::min<size_t>(columns.size(), mostColumns));
    moveTo(low);
    ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                            ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit |
                            ImGuiTableFlags_NoSavedSettings;
    if (ImGui::BeginTable("all", static_cast<int>(columns.size()) + 1, flags,
                          {high.x - low.x, high.y - low.y})) {
        drawRows(look, desk, columns);
        ImGui::EndTable();
    }
}

}  // namespace pt
