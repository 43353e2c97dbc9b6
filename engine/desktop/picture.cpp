#include "engine/desktop/picture.h"

#include "engine/gfx/imgui_brush.h"
#include "engine/view/paint.h"

namespace pt {
namespace {

// A Brush without words: the pictures are too small for them.
class PictureBrush : public ImGuiBrush {
public:
    using ImGuiBrush::ImGuiBrush;
    void text(Vec, std::string_view, const Lettering&) override {}
};

}  // namespace

void drawPicture(const Look& look, const Scene& scene, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Camera camera;
    camera.size = {(high.x - low.x) / look.scale, (high.y - low.y) / look.scale};
    camera.fit(scene.low(), scene.high(), 10);
    camera.top = camera.bottom = -64;  // remarks and legend fall outside
    list.PushClipRect(low, high, true);
    list.AddRectFilled(low, high, look.color(Ink::paper), look.px(cornerSize));
    PictureBrush brush(list, *look.fonts, {low.x, low.y});
    paint(scene, camera, brush);
    list.PopClipRect();
}

std::string runName(const Desk& desk, const RunRecord& run) {
    return desk.words("ui.design", Args{{"run", std::to_string(run.number)}});
}

const Scene* designScene(const Look& look, Desk& desk, const RunRecord& run) {
    DesignPictures& pictures = desk.pictures;
    if (pictures.theme != look.theme->id || pictures.generation != desk.work.generation()) {
        pictures = {look.theme->id, desk.work.generation(), {}};
    }
    auto known = pictures.scenes.find(run.number);
    if (known == pictures.scenes.end()) {
        std::optional<Scene> scene;
        if (auto session = desk.work.session().recalled(run.number)) {
            auto view = makeView(session.value()->lab().id, session.value()->model());
            scene.emplace(desk.words, *look.theme);
            if (view) view->draw(*scene, {});
        }
        known = pictures.scenes.emplace(run.number, std::move(scene)).first;
    }
    return known->second ? &*known->second : nullptr;
}

}  // namespace pt
