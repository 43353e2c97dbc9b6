#include <algorithm>
#include <cmath>

#include "engine/desktop/panel_lower.h"
#include "engine/desktop/picture.h"
#include "engine/desktop/widgets.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

constexpr double cardWidth = 188, cardSpace = 20, branchSpace = 18;
constexpr size_t mostPicked = 2;

std::string numberText(const Desk& desk, const RunRecord& run, const std::string& key, bool real) {
    const Output* output = desk.work.session().schema().findOutput(key);
    const Json& value = (real ? run.real : run.outputs)[key];
    if (!output || !output->number || !value.isNumber()) return {};
    return desk.words.quantity(value.number(), output->unit);
}

// What the card says of one quantity: the model's value, and the real one when it is known.
struct Fact {
    std::string label, model, real;
};
std::vector<Fact> factsOf(const Desk& desk, const RunRecord& run) {
    const Session& session = desk.work.session();
    std::vector<Fact> facts;
    for (const std::string& key : session.schema().measurable()) {
        Fact fact{labelOf(session.lab().id, key, desk.words), numberText(desk, run, key, false),
                  numberText(desk, run, key, true)};
        if (!fact.model.empty()) facts.push_back(std::move(fact));
    }
    return facts;
}

bool isPicked(const Desk& desk, int run) {
    const std::vector<int>& picked = desk.drawer.picked;
    return std::find(picked.begin(), picked.end(), run) != picked.end();
}

void pick(Desk& desk, int run) {
    std::vector<int>& picked = desk.drawer.picked;
    if (isPicked(desk, run)) {
        picked.erase(std::find(picked.begin(), picked.end(), run));
        return;
    }
    picked.push_back(run);
    if (picked.size() > mostPicked) picked.erase(picked.begin());
}

void drawFacts(const Look& look, Desk& desk, const RunRecord& run, ImVec2 low, float width) {
    TextLook soft{.type = Type::small, .ink = Ink::inkSoft},
        value{.type = Type::small, .bold = true};
    float y = low.y;
    for (const Fact& fact : factsOf(desk, run)) {
        std::string shown = fact.model;
        if (!fact.real.empty()) {
            shown += "  " + desk.words("desktop.design.real", Args{{"value", fact.real}});
        }
        float wide = textSize(look, shown, value).x;
        drawElided(look, {low.x, y}, width - wide - look.px(6), fact.label, soft);
        drawText(look, {low.x + width - wide, y}, shown, value);
        y += look.px(18);
    }
}

// A tested design: its picture, its number, what it carried. Chosen: ring and tick.
void drawCard(const Look& look, Desk& desk, const RunRecord& run, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::PushID(run.number);
    Press press = pressable("design", low, high);
    ImGui::PopID();
    bool picked = isPicked(desk, run.number), now = desk.work.session().branch() == run.number;
    size_t facts = std::min<size_t>(factsOf(desk, run).size(), 2);
    float foot = look.px(26) + look.px(18) * static_cast<float>(facts);
    ImVec2 split{high.x, high.y - foot};
    list.AddRectFilled(low, high, look.color(Ink::sheet), look.px(cornerSize));
    if (const Scene* scene = designScene(look, desk, run)) drawPicture(look, *scene, low, split);
    if (press.hovered) {
        list.AddRectFilled({low.x, split.y}, high, look.color(Ink::ink, 0.05), look.px(cornerSize),
                           ImDrawFlags_RoundCornersBottom);
    }
    list.AddRect(low, high, look.color(picked ? Ink::accent : Ink::line), look.px(cornerSize), 0,
                 picked ? look.px(2) : 1);
    float x = low.x + look.px(8), room = high.x - low.x - look.px(16);
    std::string title = runName(desk, run);
    if (now) title += "  " + desk.words("desktop.design.now");
    drawElided(look, {x, split.y + look.px(4)}, room - look.px(20), title, {.bold = true});
    if (picked) {
        drawIcon(list, Icon::check, {high.x - look.px(14), split.y + look.px(13)}, look.px(16),
                 look.color(Ink::accent));
    }
    list.PushClipRect(low, high, true);
    drawFacts(look, desk, run, {x, split.y + look.px(24)}, room);
    list.PopClipRect();
    if (press.focused) drawFocus(look, {low.x + 5, low.y + 5}, {high.x - 5, high.y - 5});
    if (press.pressed) pick(desk, run.number);
}

// From a design to the one that was made out of it.
void drawBranch(const Look& look, ImVec2 from, ImVec2 to, float level) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PathLineTo(from);
    list.PathLineTo({from.x, level});
    list.PathLineTo({to.x, level});
    list.PathLineTo(to);
    list.PathStroke(look.color(Ink::inkSoft), 0, look.px(1.5));
    float tip = look.px(4);
    list.AddTriangleFilled({to.x - tip, to.y - tip}, {to.x + tip, to.y - tip}, to,
                           look.color(Ink::inkSoft));
}

void drawTree(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const std::vector<RunRecord>& runs = desk.work.session().runs();
    moveTo(low);
    ImGui::BeginChild("tree", {high.x - low.x, high.y - low.y}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_HorizontalScrollbar);
    ImVec2 at = ImGui::GetCursorScreenPos();
    float wide = look.px(cardWidth), space = look.px(cardSpace), top = look.px(branchSpace);
    float tall = high.y - low.y - top - look.px(14);
    auto left = [&](int number) { return at.x + static_cast<float>(number - 1) * (wide + space); };
    for (const RunRecord& run : runs) {
        if (run.parent > 0 && run.parent < run.number) {
            float level = at.y + look.px(run.parent == run.number - 1 ? 10 : 3);
            drawBranch(look, {left(run.parent) + wide * 0.7f, at.y + top},
                       {left(run.number) + wide * 0.3f, at.y + top}, level);
        }
        ImVec2 corner{left(run.number), at.y + top};
        if (ImGui::IsRectVisible(corner, {corner.x + wide, corner.y + tall})) {
            drawCard(look, desk, run, corner, {corner.x + wide, corner.y + tall});
        }
    }
    moveTo(at);
    ImGui::Dummy({static_cast<float>(runs.size()) * (wide + space), top + tall});
    // The newest is what one looks for.
    if (desk.drawer.treeEnd != runs.size()) ImGui::SetScrollX(1e6f);
    desk.drawer.treeEnd = runs.size();
    ImGui::EndChild();
}

struct TreeAct {
    const char* id;
    Icon icon;
    std::string label;
    bool enabled;
};

// What can be done with what is picked. Returns the height that it took.
float drawActs(const Look& look, Desk& desk, ImVec2 low, float width) {
    const std::vector<int>& picked = desk.drawer.picked;
    bool one = picked.size() == 1, two = picked.size() == 2;
    std::string number = picked.empty() ? "" : std::to_string(picked.back());
    const UiNode* recall = one ? desk.node("run." + number + ".recall") : nullptr;
    const TreeAct acts[] = {
        {"recall", Icon::back, desk.words("ui.design.recall"), recall && recall->enabled},
        {"real", Icon::check, desk.words("desktop.design.enter_real"), one},
        {"compare", Icon::compare, desk.words("desktop.design.compare"), two},
    };
    float x = low.x, y = low.y, line = look.px(look.target + 6);
    float side = look.px(std::max(look.target, 36.f));
    moveTo({low.x + width - side, low.y - (side - look.px(look.target)) / 2});
    if (iconButton(look, "all", Icon::expand, desk.words("desktop.runs.all"))) {
        desk.sheet = Sheet::runs;
    }
    width -= side + look.px(8);
    for (const TreeAct& act : acts) {
        ButtonStyle style{.icon = static_cast<int>(act.icon), .enabled = act.enabled};
        float wide = buttonWidth(look, act.label, style);
        if (x > low.x && x + wide > low.x + width) {
            x = low.x;
            y += line;
        }
        moveTo({x, y});
        bool pressed = button(look, act.id, act.label, style);
        x += wide + look.px(8);
        if (!pressed) continue;
        if (act.icon == Icon::back) desk.ask(recall->id, "", ++desk.gesture);
        if (act.icon == Icon::compare) desk.sheet = Sheet::compare;
        if (act.icon == Icon::check) {
            desk.realRun = picked.back();
            desk.sheet = Sheet::real;
        }
    }
    if (picked.size() < 2) {
        TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
        std::string hint = desk.words(one ? "desktop.design.pick_second" : "desktop.design.pick");
        float room = low.x + width - x;
        if (room > look.px(100)) {
            drawElided(look, {x, y + (look.px(look.target) - textSize(look, "X", soft).y) / 2},
                       room, hint, soft);
        }
    }
    return y + line - low.y;
}

}  // namespace

void drawDesignsPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    if (desk.work.session().runs().empty()) {
        return drawNothing(look, desk.words("desktop.runs.empty"), low, high);
    }
    low.y += drawActs(look, desk, low, high.x - low.x);
    drawTree(look, desk, low, high);
}

}  // namespace pt
