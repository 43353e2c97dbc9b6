#include "engine/desktop/stage.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

#include "engine/desktop/widgets.h"
#include "engine/gfx/imgui_brush.h"

namespace pt {
namespace {

constexpr double widestMargin = 40;  // points around the drawing
constexpr float mouseReach = 14;     // points

double marginOf(const Camera& camera) {
    return std::min({widestMargin, camera.size.x * 0.06, camera.size.y * 0.06});
}

Vec toPoints(const Look& look, ImVec2 pixel, ImVec2 origin) {
    return {(pixel.x - origin.x) / look.scale, (pixel.y - origin.y) / look.scale};
}

// The wheel zooms around the pointer, two fingers around their middle.
void zoom(const Look& look, StageLook& stage, ImVec2 origin, const Press& press) {
    const ImGuiIO& io = ImGui::GetIO();
    if (press.hovered && io.MouseWheel != 0) {
        stage.camera.zoom(std::pow(1.2, static_cast<double>(io.MouseWheel)), stage.pointer);
        stage.moved = true;
    }
    if (!stage.pinch) return;
    const StageLook::Pinch& pinch = *stage.pinch;
    double scale = look.scale;
    Vec center = (pinch.center - Vec(origin.x, origin.y)) / scale;
    if (center.x >= 0 && center.y >= 0 && center.x < stage.camera.size.x &&
        center.y < stage.camera.size.y) {
        stage.camera.pan(pinch.pan / scale);
        stage.camera.zoom(pinch.factor, center);
        stage.moved = true;
    }
    stage.pinch.reset();
}

// The middle and the right button always move the paper.
bool pansByOtherButton(const Press& press) {
    return press.hovered && (ImGui::IsMouseDragging(ImGuiMouseButton_Middle, 0) ||
                             ImGui::IsMouseDragging(ImGuiMouseButton_Right, 0));
}

void panBy(const Look& look, StageLook& stage) {
    ImVec2 delta = ImGui::GetIO().MouseDelta;
    stage.camera.pan({delta.x / look.scale, delta.y / look.scale});
    if (delta.x != 0 || delta.y != 0) stage.moved = true;
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
}

void ask(const Look& look, Desk& desk, Hand hand) {
    const ImGuiIO& io = ImGui::GetIO();
    desk.asked.hands.push_back(
        {hand, desk.stage.pointer, reachOf(look), io.KeyShift || io.KeyCtrl, io.KeyAlt});
}

// The left button belongs to the lab's editor; what it does not take moves the paper.
void point(const Look& look, Desk& desk, const Press& press, bool moved) {
    StageLook& stage = desk.stage;
    if (stage.pinching) {
        stage.panning = false;
        return;
    }
    if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        stage.panning = false;
        ask(look, desk, Hand::down);
        return;
    }
    if (ImGui::IsItemDeactivated()) {
        ask(look, desk, stage.panning ? Hand::cancel : Hand::up);
        stage.panning = false;
        return;
    }
    if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        bool far = ImGui::IsMouseDragPastThreshold(ImGuiMouseButton_Left, look.px(4));
        if (far && !desk.work.bench().busy()) stage.panning = true;
        if (stage.panning) {
            panBy(look, stage);
        } else if (moved) {
            ask(look, desk, Hand::drag);
        }
        return;
    }
    if (press.hovered && moved) ask(look, desk, Hand::hover);
}

// Another tool than the first, which chooses and moves.
bool draws(const Desk& desk) {
    const std::vector<Tool> tools = desk.work.bench().tools();
    const std::string& tool = desk.looking().tool;
    return !tools.empty() && !tool.empty() && tool != tools.front().key;
}

void showCursor(const Desk& desk, const Press& press) {
    if (!press.hovered || desk.stage.panning) return;
    bool onItem = !desk.looking().hovered.empty();
    ImGui::SetMouseCursor(onItem        ? ImGuiMouseCursor_Hand
                          : draws(desk) ? ImGuiMouseCursor_None
                                        : ImGuiMouseCursor_Arrow);
}

// A cross with an open middle: what is drawn starts in the middle of it.
void drawCross(const Look& look, const Press& press) {
    if (!press.hovered || ImGui::GetMouseCursor() != ImGuiMouseCursor_None) return;
    ImVec2 at = ImGui::GetIO().MousePos;
    float near = look.px(4), far = look.px(11);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (auto [ink, width] : {std::pair{Ink::paper, 3.f}, std::pair{Ink::ink, 1.25f}}) {
        ImU32 color = look.color(ink);
        float thick = width * look.scale;
        for (float way : {-1.f, 1.f}) {
            list.AddLine({at.x + way * near, at.y}, {at.x + way * far, at.y}, color, thick);
            list.AddLine({at.x, at.y + way * near}, {at.x, at.y + way * far}, color, thick);
        }
    }
}

// Every item is a stop of the Tab key; Enter selects it. Returns the one with the focus, or -1.
int focusItems(const Look& look, Desk& desk, const Scene& scene, ImVec2 origin) {
    int focused = -1;
    float half = look.px(22);
    for (size_t i = 0; i < scene.items().size(); ++i) {
        const Item& item = scene.items()[i];
        Vec at = desk.stage.camera.toScreen(item.center) * static_cast<double>(look.scale);
        ImVec2 center{origin.x + static_cast<float>(at.x), origin.y + static_cast<float>(at.y)};
        ImRect box({center.x - half, center.y - half}, {center.x + half, center.y + half});
        ImGuiID id = ImGui::GetID(item.id.c_str());
        ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_None);
        if (!focusedByKey(id)) continue;
        focused = static_cast<int>(i);
        if (ImGui::GetCurrentContext()->NavActivatePressedId == id &&
            !ImGui::IsKeyPressed(ImGuiKey_Space)) {
            bool alone = desk.looking().selected == item.id;
            desk.asked.highlight = alone ? Highlight{} : Highlight{item.id};
        }
        float ring = look.px(16);
        drawFocus(look, {center.x - ring, center.y - ring}, {center.x + ring, center.y + ring}, 16);
    }
    return focused;
}

// With something selected the arrow keys move it, not the focus.
void keepArrows(const Desk& desk, ImGuiID stage) {
    if (!desk.work.bench().editor() || desk.looking().selected.empty()) return;
    if (!desk.stage.focused && !ImGui::GetCurrentContext()->NavDisableHighlight) return;
    for (ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) {
        ImGui::SetKeyOwner(key, stage);
    }
}

int indexOf(const Scene& scene, const std::string& id) {
    for (size_t i = 0; i < scene.items().size(); ++i) {
        if (scene.items()[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

void noteSelected(Desk& desk, const Scene& scene) {
    bool several = desk.looking().selection.size() > 1;
    int selected = several ? -1 : indexOf(scene, desk.looking().selected);
    desk.selected = selected >= 0 ? scene.items()[static_cast<size_t>(selected)] : Item{};
}

}  // namespace

double reachOf(const Look& look) { return look.target > 40 ? look.target / 2 : mouseReach; }

Scene stageScene(const Desk& desk, ThemeId id) {
    Scene scene(desk.words, theme(id));
    desk.work.bench().draw(scene);
    return scene;
}

Camera fittedCamera(const Scene& scene, Vec size) {
    Camera camera;
    camera.size = size;
    camera.fit(scene.low(), scene.high(), marginOf(camera));
    return camera;
}

void drawStage(const Look& look, Desk& desk, ImVec2 low, ImVec2 high, float insetTop,
               float insetBottom) {
    StageLook& stage = desk.stage;
    const Vec size = toPoints(look, high, low);
    desk.looking().width = size.x;
    desk.looking().height = size.y - (insetTop + insetBottom) / look.scale;
    stage.scene = stageScene(desk, look.theme->id);
    const Scene& scene = *stage.scene;
    desk.work.bench().settle(scene);
    stage.camera.size = size;
    stage.camera.top = insetTop / look.scale;
    stage.camera.bottom = insetBottom / look.scale;
    // While a hand draws, the paper lies still.
    if (!stage.moved && !stage.kept && !desk.work.bench().busy()) {
        stage.camera.fit(scene.low(), scene.high(), marginOf(stage.camera));
    }

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(low, high, true);
    ImGuiBrush brush(list, *look.fonts, {low.x, low.y});
    paint(scene, stage.camera, brush);

    moveTo(low);
    ImGui::SetNextItemAllowOverlap();
    Press press = pressable("stage", low, high);
    ImGuiID id = ImGui::GetItemID();
    Vec pointer = toPoints(look, ImGui::GetIO().MousePos, low);
    bool moved = pointer != stage.pointer;
    stage.pointer = pointer;
    point(look, desk, press, moved);
    zoom(look, stage, low, press);
    if (pansByOtherButton(press)) panBy(look, stage);
    bool empty = desk.looking().hovered.empty() && !desk.work.bench().busy();
    if (press.hovered && empty && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        stage.moved = stage.kept = false;
    }
    showCursor(desk, press);

    int focused = focusItems(look, desk, scene, low);
    stage.focused = focused >= 0;
    if (stage.focused) {
        desk.looking().hovered = scene.items()[static_cast<size_t>(focused)].id;
    } else if (!press.hovered && !press.held) {
        desk.looking().hovered.clear();
    }
    noteSelected(desk, scene);
    keepArrows(desk, id);
    stage.item = desk.work.bench().busy() ? -1 : indexOf(scene, desk.looking().hovered);
    // The panel has the facts of what is selected.
    bool known = stage.item < 0 || desk.looking().hovered == desk.selected.id;
    if (!known) paintCard(scene, stage.item, stage.camera, brush);
    drawCross(look, press);
    list.PopClipRect();
}

}  // namespace pt
