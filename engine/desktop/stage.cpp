#include "engine/desktop/stage.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

#include "engine/desktop/widgets.h"
#include "engine/gfx/imgui_brush.h"

namespace pt {
namespace {

constexpr double widestMargin = 40;  // points around the drawing
constexpr double reach = 14;         // points within which an item is pointed at

double marginOf(const Camera& camera) {
    return std::min({widestMargin, camera.size.x * 0.06, camera.size.y * 0.06});
}

Vec toPoints(const Look& look, ImVec2 pixel, ImVec2 origin) {
    return {(pixel.x - origin.x) / look.scale, (pixel.y - origin.y) / look.scale};
}

// Wheel zooms around the pointer, dragging the paper pans; a double click fits again.
void panAndZoom(const Look& look, StageLook& stage, Vec pointer, const Press& press) {
    const ImGuiIO& io = ImGui::GetIO();
    if (press.hovered && io.MouseWheel != 0) {
        stage.camera.zoom(std::pow(1.2, static_cast<double>(io.MouseWheel)), pointer);
        stage.moved = true;
    }
    if (press.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, look.px(4))) {
        stage.camera.pan({io.MouseDelta.x / look.scale, io.MouseDelta.y / look.scale});
        stage.moved = true;
    }
    if (press.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) stage.moved = false;
}

// Every item is a stop of the Tab key; Enter selects it. Returns the one with the focus, or -1.
int focusItems(const Look& look, const Scene& scene, const Camera& camera, ImVec2 origin,
               std::string& selected) {
    int focused = -1;
    float half = look.px(22);
    for (size_t i = 0; i < scene.items().size(); ++i) {
        const Item& item = scene.items()[i];
        Vec at = camera.toScreen(item.center) * static_cast<double>(look.scale);
        ImVec2 center{origin.x + static_cast<float>(at.x), origin.y + static_cast<float>(at.y)};
        ImRect box({center.x - half, center.y - half}, {center.x + half, center.y + half});
        ImGuiID id = ImGui::GetID(item.id.c_str());
        ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_None);
        if (!focusedByKey(id)) continue;
        focused = static_cast<int>(i);
        if (ImGui::GetCurrentContext()->NavActivatePressedId == id &&
            !ImGui::IsKeyPressed(ImGuiKey_Space)) {
            selected = selected == item.id ? "" : item.id;
        }
        float ring = look.px(16);
        drawFocus(look, {center.x - ring, center.y - ring}, {center.x + ring, center.y + ring}, 16);
    }
    return focused;
}

void dragItem(Desk& desk, const Scene& scene, Vec pointer, const Press& press) {
    if (press.pressed || !press.held) {
        desk.stage.dragging.clear();
        return;
    }
    if (desk.stage.dragging.empty()) return;
    Vec world = desk.stage.camera.toWorld(pointer);
    for (const Item& item : scene.items()) {
        if (item.id != desk.stage.dragging) continue;
        Command command{item.dragCommand, Json::object(), desk.gesture};
        command.args.set("id", item.id).set("x", world.x).set("y", world.y);
        desk.asked.commands.push_back(std::move(command));
    }
}

void point(const Look& look, Desk& desk, const Scene& scene, Vec pointer, const Press& press) {
    StageLook& stage = desk.stage;
    int under = press.hovered || press.held ? pick(scene, stage.camera, pointer, reach) : -1;
    if (ImGui::IsItemActivated()) {
        ++desk.gesture;
        stage.dragging = under >= 0 && scene.items()[static_cast<size_t>(under)].draggable
                             ? scene.items()[static_cast<size_t>(under)].id
                             : "";
    }
    if (!stage.dragging.empty()) {
        dragItem(desk, scene, pointer, press);
    } else {
        panAndZoom(look, stage, pointer, press);
    }
    bool still = !ImGui::IsMouseDragPastThreshold(ImGuiMouseButton_Left, look.px(4));
    if (press.pressed && still) {
        desk.looking.selected = under >= 0 ? scene.items()[static_cast<size_t>(under)].id : "";
    }
    if (press.hovered) {
        ImGui::SetMouseCursor(under >= 0 ? ImGuiMouseCursor_Hand : ImGuiMouseCursor_Arrow);
    }
    stage.item = under;
}

int indexOf(const Scene& scene, const std::string& id) {
    for (size_t i = 0; i < scene.items().size(); ++i) {
        if (scene.items()[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace

Scene stageScene(const Desk& desk, ThemeId id) {
    Scene scene(desk.words, theme(id));
    desk.work.view().draw(scene, desk.looking);
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
    Scene scene = stageScene(desk, look.theme->id);
    ImVec2 origin = low;
    stage.camera.size = toPoints(look, high, origin);
    stage.camera.top = insetTop / look.scale;
    stage.camera.bottom = insetBottom / look.scale;
    if (!stage.moved) stage.camera.fit(scene.low(), scene.high(), marginOf(stage.camera));

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(low, high, true);
    ImGuiBrush brush(list, *look.fonts, {origin.x, origin.y});
    paint(scene, stage.camera, brush);

    moveTo(low);
    ImGui::SetNextItemAllowOverlap();
    Press press = pressable("stage", low, high);
    point(look, desk, scene, toPoints(look, ImGui::GetIO().MousePos, origin), press);
    int focused = focusItems(look, scene, stage.camera, origin, desk.looking.selected);
    stage.focused = focused >= 0;
    if (stage.focused) stage.item = focused;
    int selected = indexOf(scene, desk.looking.selected);
    desk.selectedName = selected >= 0 ? scene.items()[static_cast<size_t>(selected)].name : "";
    int card = stage.item >= 0 ? stage.item : selected;
    desk.looking.hovered = stage.item >= 0 ? scene.items()[static_cast<size_t>(stage.item)].id : "";
    paintCard(scene, card, stage.camera, brush);
    list.PopClipRect();
}

}  // namespace pt
