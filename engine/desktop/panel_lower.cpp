#include "engine/desktop/panel_lower.h"

#include <algorithm>
#include <span>

#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double tabHeight = 40, leastOpen = 200, share = 0.34, listWidth = 190;
constexpr double sideWidth = 240;

struct Tab {
    std::string id, label;
};

// Labels are written small, as inside a sentence; a tab stands alone.
std::string asTitle(std::string label) {
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] += 'A' - 'a';
    return label;
}

std::vector<Tab> tabsOf(const Desk& desk) {
    size_t runs = desk.work.session().runs().size();
    std::string designs = desk.words("desktop.tab.runs");
    if (runs > 0) designs += " (" + std::to_string(runs) + ")";
    std::vector<Tab> tabs{{"plot", desk.words("desktop.tab.plot")}, {"designs", designs}};
    for (const char* group : {"charts", "tables"}) {
        const UiNode* nodes = desk.node(group);
        if (!nodes) continue;
        for (const UiNode& node : nodes->children) tabs.push_back({node.id, asTitle(node.label)});
    }
    if (const UiNode* lesson = desk.node("lesson"))
        for (const UiNode& item : lesson->children)
            for (const UiNode& node : item.children)
                if (node.role == UiRole::table) tabs.push_back({node.id, node.label});
    return tabs;
}

// Words with a line under the one that lies open.
void drawTab(const Look& look, Desk& desk, const Tab& tab, ImVec2 low, float width, float height) {
    bool shown = desk.drawer.tab == tab.id, on = desk.prefs.drawer && shown;
    ImVec2 high{low.x + width, low.y + height};
    moveTo(low);
    Press press = pressableHere(tab.id.c_str(), {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered) {
        list.AddRectFilled({low.x, low.y + look.px(4)}, {high.x, high.y - look.px(4)},
                           look.color(Ink::ink, 0.06), look.px(cornerSize));
    }
    TextLook style{.ink = on ? Ink::ink : Ink::inkSoft, .bold = on};
    ImVec2 size = textSize(look, tab.label, style);
    drawText(look, {low.x + (width - size.x) / 2, (low.y + high.y - size.y) / 2}, tab.label, style);
    if (on) {
        list.AddRectFilled({low.x + look.px(8), high.y - look.px(4)},
                           {high.x - look.px(8), high.y - look.px(1)}, look.color(Ink::accent),
                           look.px(2));
    }
    if (press.focused) drawFocus(look, {low.x + 4, low.y + 4}, {high.x - 4, high.y - 4});
    if (!press.pressed) return;
    desk.prefs.drawer = !on;
    desk.drawer.tab = tab.id;
    desk.asked.restyle = true;
}

float tabWidth(const Look& look, const Tab& tab) {
    return textSize(look, tab.label, {.bold = true}).x + look.px(24);
}

// What does not fit in the row opens from a list at its end, which carries the name of the tab that
// lies open when that is one of the list.
void drawOtherTabs(const Look& look, Desk& desk, std::span<const Tab> tabs, ImVec2 low,
                   float width) {
    std::vector<std::string> labels;
    int selected = -1;
    for (const Tab& tab : tabs) {
        if (desk.prefs.drawer && tab.id == desk.drawer.tab) {
            selected = static_cast<int>(labels.size());
        }
        labels.push_back(tab.label);
    }
    moveTo({low.x, low.y + (look.px(tabHeight) - look.px(look.target)) / 2});
    int chosen = selected < 0 ? menuButton(look, "tabs", desk.words("desktop.more"), labels, width)
                              : dropDown(look, "tabs", labels, selected, width);
    if (chosen < 0) return;
    openDrawer(desk, tabs[static_cast<size_t>(chosen)].id);
    desk.asked.restyle = true;
}

void drawTabs(const Look& look, Desk& desk, ImVec2 low, float width) {
    std::vector<Tab> tabs = tabsOf(desk);
    float need = 0, x = low.x;
    for (const Tab& tab : tabs) need += tabWidth(look, tab);
    float list = std::min(width / 2, look.px(listWidth));
    float end = low.x + (need <= width ? width : width - list);
    size_t i = 0;
    for (; i < tabs.size() && x + tabWidth(look, tabs[i]) <= end; ++i) {
        drawTab(look, desk, tabs[i], {x, low.y}, tabWidth(look, tabs[i]), look.px(tabHeight));
        x += tabWidth(look, tabs[i]);
    }
    if (i == tabs.size()) return;
    drawOtherTabs(look, desk, std::span(tabs).subspan(i), {x + look.px(8), low.y},
                  list - look.px(8));
}

void drawContents(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const std::string& tab = desk.drawer.tab;
    const UiNode* node = desk.node(tab);
    if (tab == "designs") {
        drawDesignsPanel(look, desk, low, high);
    } else if (node && node->role == UiRole::table) {
        drawTablePanel(look, desk, *node, low, high);
    } else if (node && node->role == UiRole::chart) {
        drawChartPanel(look, desk, *node, low, high);
    } else {
        drawPlotPanel(look, desk, low, high);
    }
}

// A table or chart is named after the job that fills it: job.repeats, chart.repeats_chart.
bool fills(std::string_view job, const UiNode& filled) {
    std::string_view key = job.substr(std::string_view("job.").size());
    key = key.substr(0, key.find('.'));
    return std::string_view(filled.id).substr(filled.id.find('.') + 1).starts_with(key);
}

}  // namespace

void openDrawer(Desk& desk, const std::string& tab) {
    desk.drawer.tab = tab;
    desk.prefs.drawer = true;
}

void openTabFilledBy(Desk& desk, std::string_view job) {
    for (const char* group : {"charts", "tables"}) {
        const UiNode* nodes = desk.node(group);
        if (!nodes) continue;
        for (const UiNode& node : nodes->children) {
            if (fills(job, node)) return openDrawer(desk, node.id);
        }
    }
}

std::vector<std::string> shownInFull(const Desk& desk) {
    std::vector<std::string> open;
    if (desk.prefs.drawer) open.push_back(desk.drawer.tab);
    for (int run : desk.drawer.picked) open.push_back("run." + std::to_string(run));
    if (desk.sheet == Sheet::summary) open.push_back("lesson.summary");
    if (desk.sheet == Sheet::real) open.push_back("run." + std::to_string(desk.realRun));
    return open;
}

float drawerHeight(const Look& look, const Desk& desk, float columnHeight) {
    float tabs = look.px(tabHeight);
    if (!desk.prefs.drawer) return tabs;
    float open = std::max(look.px(leastOpen), columnHeight * static_cast<float>(share));
    return tabs + std::min(open, columnHeight * 0.6f);
}

void drawDrawer(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({low.x, low.y + 0.5f}, {high.x, low.y + 0.5f}, look.color(Ink::line));
    float side = look.px(std::max(look.target, 36.f)), pad = look.px(12);
    drawTabs(look, desk, {low.x + look.px(8), low.y}, high.x - low.x - side - look.px(24));
    moveTo({high.x - side - look.px(8), low.y + (look.px(tabHeight) - side) / 2});
    if (iconButton(look, "drawer", desk.prefs.drawer ? Icon::down : Icon::up,
                   desk.words("desktop.do.drawer"), keyText(shortcut(Act::drawer), desk.words))) {
        desk.ask(Act::drawer);
    }
    if (!desk.prefs.drawer) return;
    ImVec2 inner{low.x + pad, low.y + look.px(tabHeight) + look.px(8)};
    ImGui::PushID(desk.drawer.tab.c_str());
    drawContents(look, desk, inner, {high.x - pad, high.y - look.px(8)});
    ImGui::PopID();
}

void drawJob(const Look& look, Desk& desk, const UiNode& job) {
    for (const UiNode& node : job.children) {
        drawNode(look, desk, node);
        gap(look, 6);
    }
    if (!job.help.empty()) {
        float width = ImGui::GetContentRegionAvail().x;
        float height = drawWrapped(look, ImGui::GetCursorScreenPos(), width, job.help,
                                   {.type = Type::small, .ink = Ink::inkSoft});
        gap(look, height / look.scale);
    }
}

float drawJobBeside(const Look& look, Desk& desk, const UiNode& filled, ImVec2 low, ImVec2 high) {
    const UiNode* jobs = desk.node("jobs");
    if (!jobs) return 0;
    auto job = std::find_if(jobs->children.begin(), jobs->children.end(),
                            [&](const UiNode& node) { return fills(node.id, filled); });
    if (job == jobs->children.end()) return 0;
    float side = std::min(look.px(sideWidth), (high.x - low.x) * 0.4f);
    ImGui::SetCursorScreenPos({high.x - side, low.y});
    ImGui::BeginChild("job", {side, high.y - low.y}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened);
    drawJob(look, desk, *job);
    ImGui::EndChild();
    return side + look.px(16);
}

void drawNothing(const Look& look, std::string_view text, ImVec2 low, ImVec2 high) {
    float width = std::min(high.x - low.x - look.px(32), look.px(340));
    TextLook style{.ink = Ink::inkSoft};
    float height = drawWrapped(look, {}, width, text, style, false);
    drawWrapped(look, {(low.x + high.x - width) / 2, (low.y + high.y - height) / 2}, width, text,
                style);
}

}  // namespace pt
