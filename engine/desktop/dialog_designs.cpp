// Sheets about tested designs: two side by side, and what the class found on the real thing.
#include <algorithm>
#include <cmath>

#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/picture.h"
#include "engine/desktop/widgets.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

const RunRecord* findRun(const Desk& desk, int number) {
    for (const RunRecord& run : desk.work.session().runs()) {
        if (run.number == number) return &run;
    }
    return nullptr;
}

// One line of the comparison: a quantity in both designs and how much it changed.
struct Line {
    std::string label, left, right, change;
    bool differs = false;
};

Line textLine(std::string label, std::string left, std::string right) {
    Line line{std::move(label), std::move(left), std::move(right), "", false};
    line.differs = line.left != line.right;
    return line;
}

Line numberLine(const Desk& desk, std::string label, const Json& left, const Json& right,
                const Unit& unit) {
    auto text = [&](const Json& value) {
        return value.isNumber() ? valueText(value.number(), unit, desk.words) : std::string("–");
    };
    Line line = textLine(std::move(label), text(left), text(right));
    if (!left.isNumber() || !right.isNumber() || !line.differs) return line;
    double change = right.number() - left.number();
    Unit difference = unit;
    difference.offset = 0;
    line.change = (change > 0 ? "+" : "") + desk.words.quantity(change, difference);
    return line;
}

std::string optionText(const Desk& desk, const std::string& key, const Json& value,
                       const std::vector<std::string>& options) {
    if (value.text().empty()) return "–";
    bool known = std::find(options.begin(), options.end(), value.text()) != options.end();
    return known ? optionLabel(desk.work.session().lab().id, key, value.text(), desk.words)
                 : value.text();
}

// The settings that differ, then every outcome, then what was measured.
std::vector<Line> linesOf(const Desk& desk, const RunRecord& a, const RunRecord& b) {
    const Session& session = desk.work.session();
    const Schema& schema = session.schema();
    auto label = [&](const std::string& key) { return labelOf(session.lab().id, key, desk.words); };
    std::vector<Line> lines;
    auto add = [&](Line line, bool always) {
        if (always || line.differs) lines.push_back(std::move(line));
    };
    for (const Choice& choice : schema.choices()) {
        add(textLine(label(choice.key),
                     optionText(desk, choice.key, a.settings[choice.key], choice.options),
                     optionText(desk, choice.key, b.settings[choice.key], choice.options)),
            false);
    }
    for (const Param& param : schema.params()) {
        add(numberLine(desk, label(param.key), a.settings[param.key], b.settings[param.key],
                       param.unit),
            false);
    }
    for (const Output& output : schema.outputs()) {
        const Json &left = a.outputs[output.key], &right = b.outputs[output.key];
        if (output.number && (left.isNumber() || right.isNumber())) {
            add(numberLine(desk, label(output.key), left, right, output.unit), true);
        } else if (!output.number) {
            add(textLine(label(output.key), optionText(desk, output.key, left, output.options),
                         optionText(desk, output.key, right, output.options)),
                false);
        }
    }
    for (const std::string& key : schema.measurable()) {
        const Output* output = schema.findOutput(key);
        const Json &left = a.real[key], &right = b.real[key];
        if (left.kind() == Json::Kind::null && right.kind() == Json::Kind::null) continue;
        std::string real = desk.words("desktop.design.real", Args{{"value", label(key)}});
        add(output->number ? numberLine(desk, real, left, right, output->unit)
                           : textLine(real, optionText(desk, key, left, output->options),
                                      optionText(desk, key, right, output->options)),
            true);
    }
    return lines;
}

void cell(const Look& look, std::string_view text, const TextLook& style, bool flush) {
    ImGui::TableNextColumn();
    ImVec2 at = ImGui::GetCursorScreenPos(), size = textSize(look, text, style);
    float room = ImGui::GetContentRegionAvail().x;
    drawElided(look, {flush ? at.x + std::max(0.f, room - size.x) : at.x, at.y}, room, text, style);
    ImGui::Dummy({1, size.y});
}

void drawLines(const Look& look, const Desk& desk, const RunRecord& a, const RunRecord& b,
               ImVec2 size) {
    ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                            ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("compare", 4, flags, size)) return;
    for (float weight : {1.6f, 1.f, 1.f, 1.f}) {
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, weight);
    }
    const TextLook head{.type = Type::small, .ink = Ink::inkSoft};
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableNextRow();
    cell(look, "", head, false);
    cell(look, runName(desk, a), head, true);
    cell(look, runName(desk, b), head, true);
    cell(look, desk.words("desktop.compare.change"), head, true);
    for (const Line& line : linesOf(desk, a, b)) {
        ImGui::TableNextRow();
        cell(look, line.label, {}, false);
        cell(look, line.left, {}, true);
        cell(look, line.right, {.bold = line.differs}, true);
        cell(look, line.change, {.bold = true}, true);
    }
    ImGui::EndTable();
}

// The button of the job that starts from what was measured: it looks for what explains the gap.
const UiNode* searchOf(const Desk& desk) {
    const Schema& schema = desk.work.session().schema();
    const std::vector<std::string>& measurable = schema.measurable();
    for (const JobEntry& job : schema.jobs()) {
        bool measured =
            std::any_of(job.arguments.begin(), job.arguments.end(), [&](const Argument& argument) {
                return !argument.optional && std::find(measurable.begin(), measurable.end(),
                                                       argument.key) != measurable.end();
            });
        if (measured) return desk.node("job." + job.key + ".start");
    }
    return nullptr;
}

void drawSide(const Look& look, Desk& desk, const RunRecord& run, ImVec2 low, ImVec2 high) {
    if (const Scene* scene = designScene(look, desk, run)) drawPicture(look, *scene, low, high);
    ImGui::GetWindowDrawList()->AddRect(low, high, look.color(Ink::line), look.px(cornerSize));
    drawText(look, {low.x + look.px(10), low.y + look.px(8)}, runName(desk, run), {.bold = true});
}

}  // namespace

void drawCompareSheet(const Look& look, Desk& desk) {
    if (!beginSheet(look, desk, "compare", desk.words("desktop.compare.title"), 860, 640)) return;
    std::vector<int> picked = desk.drawer.picked;
    std::sort(picked.begin(), picked.end());
    const RunRecord* a = picked.size() == 2 ? findRun(desk, picked[0]) : nullptr;
    const RunRecord* b = picked.size() == 2 ? findRun(desk, picked[1]) : nullptr;
    ImVec2 low = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    if (!a || !b) {
        drawWrapped(look, low, room.x, desk.words("desktop.design.pick"), {.ink = Ink::inkSoft});
    } else {
        float space = look.px(16), wide = (room.x - space) / 2;
        float tall = std::min(look.px(200), room.y * 0.4f);
        drawSide(look, desk, *a, low, {low.x + wide, low.y + tall});
        drawSide(look, desk, *b, {low.x + wide + space, low.y}, {low.x + room.x, low.y + tall});
        moveTo({low.x, low.y + tall + look.px(12)});
        drawLines(look, desk, *a, *b, {room.x, room.y - tall - look.px(12)});
    }
    endSheet();
}

void drawRealSheet(const Look& look, Desk& desk) {
    std::string id = "run." + std::to_string(desk.realRun);
    Args number{{"number", std::to_string(desk.realRun)}};
    if (!beginSheet(look, desk, "real", desk.words("desktop.real.title", number), 520, 560)) return;
    float width = ImGui::GetContentRegionAvail().x;
    float height = drawWrapped(look, ImGui::GetCursorScreenPos(), width,
                               desk.words("desktop.real.text"), {.ink = Ink::inkSoft});
    gap(look, height / look.scale + 12);
    ImVec2 at = ImGui::GetCursorScreenPos();
    float room = ImGui::GetContentRegionAvail().y - look.px(56);
    ImGui::BeginChild("fields", {width, room}, ImGuiChildFlags_None, ImGuiWindowFlags_NavFlattened);
    if (const UiNode* run = desk.node(id)) {
        for (const UiNode& node : run->children) {
            if (node.role != UiRole::field) continue;
            drawNode(look, desk, node);
            gap(look, 12);
        }
    }
    ImGui::EndChild();
    moveTo({at.x, at.y + room + look.px(12)});
    if (const UiNode* search = searchOf(desk)) {
        float wide = buttonWidth(look, search->label);
        moveTo({at.x + width - wide, at.y + room + look.px(12)});
        if (button(look, "search", search->label, {.enabled = search->enabled})) {
            desk.ask(search->id, "", ++desk.gesture);
            openTabFilledBy(desk, search->id);
            desk.sheet = Sheet::none;
        }
        moveTo({at.x, at.y + room + look.px(12)});
    }
    if (button(look, "done", desk.words("desktop.real.done"), {.kind = ButtonKind::primary})) {
        desk.sheet = Sheet::none;
    }
    endSheet();
}

}  // namespace pt
