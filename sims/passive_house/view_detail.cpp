#include "sims/passive_house/view_detail.h"

#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

DetailPicture pictureOf(const PassiveHouse& model, const ViewState& state) {
    DetailPicture picture{.detail = model.detail()};
    picture.result = model.detailResult() ? &*model.detailResult() : nullptr;
    picture.field = model.detailField();
    const std::string look = state.option("detail", "field");
    picture.look = look == "camera"     ? DetailLook::camera
                   : look == "material" ? DetailLook::material
                                        : DetailLook::field;
    picture.isotherms = state.option("detail_isotherms", "on") == "on";
    picture.flow = state.option("detail_flow", "on") == "on";
    if (!picture.field) return picture;
    for (const HeatBoundary& edge : picture.field->section().boundaries)
        (edge.name == "inside" ? picture.inside : picture.outside) = edge.temperature;
    return picture;
}

}  // namespace

std::vector<ViewOption> detailOptions() {
    return {{"detail", {"field", "camera", "material"}, "field"},
            {"detail_isotherms", {}, "on"},
            {"detail_flow", {}, "on"}};
}

void drawDetail(Scene& scene, const PassiveHouse& model, const ViewState& state) {
    drawDetailPicture(scene, pictureOf(model, state), state);
}

}  // namespace pt
