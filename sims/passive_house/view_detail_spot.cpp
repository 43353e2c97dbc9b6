// The spot meter: the temperature at one point, and what an infrared camera
// makes of a face.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "engine/core/math.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

constexpr double faceReach = 0.015;  // m: nearer to the air than this is on the face

// The face that a point lies on; nullptr: none.
const DetailEdge* faceAt(const DetailShape& shape, Vec at) {
    const DetailEdge* nearest = nullptr;
    double least = faceReach;
    for (const DetailEdge& edge : shape.edges) {
        const double dx = std::max({edge.x0 - at.x, 0.0, at.x - edge.x1});
        const double dy = std::max({edge.y0 - at.y, 0.0, at.y - edge.y1});
        const double away = std::sqrt(dx * dx + dy * dy);
        if (away > least) continue;
        least = away;
        nearest = &edge;
    }
    return nearest;
}

}  // namespace

// ε_set T_cam⁴ + (1 − ε_set) T_refl⁴ = ε T⁴ + (1 − ε) T_refl⁴: the camera takes
// what it gets for a face of its own ε.
double cameraTemperature(double face, double emissivity, double reflected) {
    const double own = face * face * face * face;
    const double around = reflected * reflected * reflected * reflected;
    const double radiant = around + (own - around) * emissivity / cameraEmissivity;
    return std::sqrt(std::sqrt(std::max(0.0, radiant)));
}

std::string writeSpot(Vec at) { return fmt::format("{:.4f} {:.4f}", at.x, at.y); }

Vec spotOf(const DetailPicture& picture, const ViewState& state) {
    const std::string text = state.option(spotOption, "");
    const DetailBox& look = picture.detail.look;
    Vec at((look.x0 + look.x1) / 2, (look.y0 + look.y1) / 2);
    if (picture.result) at = {picture.result->coldestX, picture.result->coldestY};
    Vec read;
    const char* end = text.data() + text.size();
    const auto first = fast_float::from_chars(text.data(), end, read.x);
    if (first.ec == std::errc() && first.ptr != end &&
        fast_float::from_chars(first.ptr + 1, end, read.y).ec == std::errc() &&
        std::isfinite(read.x) && std::isfinite(read.y))
        at = read;
    return {std::clamp(at.x, look.x0, look.x1), std::clamp(at.y, look.y0, look.y1)};
}

void drawDetailSpot(Scene& scene, const DetailPicture& picture, const ViewState& state) {
    if (!picture.field || !picture.shape) return;
    const Words& words = scene.words();
    const Vec at = spotOf(picture, state);
    const double here = picture.field->at(at.x, at.y), point = 1 / picture.scale;
    const DetailEdge* face = faceAt(*picture.shape, at);
    Item item;
    item.id = "spot";
    item.name = detailWord(words, "spot");
    item.center = at;
    std::string value, camera;
    if (std::isfinite(here)) {
        value = celsiusText(words, here);
        item.lines.push_back(value);
    } else {
        value = detailWord(words, "spot_air");
        item.lines.push_back(detailWord(words, "spot_air_help"));
    }
    if (face && std::isfinite(here)) {
        const DetailRectangle& rectangle =
            picture.detail.rectangles[static_cast<size_t>(face->rectangle)];
        const double emissivity = materialOf(rectangle).emissivity;
        const double air = face->air == Climate::inside ? picture.inside : picture.outside;
        camera = detailWord(
            words, "spot_camera",
            {{"emissivity", words.number(emissivity, 2)},
             {"temperature", celsiusText(words, cameraTemperature(here, emissivity, air))}});
        item.lines.push_back(camera);
        item.lines.push_back(detailWord(words, "spot_emissivity",
                                        {{"material", materialName(words, rectangle)},
                                         {"set", words.number(cameraEmissivity, 2)}}));
    }
    const int index = scene.item(std::move(item));
    Style halo, ring;
    halo.stroke = Ink::paper;
    halo.width = 5;
    ring.stroke = Ink::ink;
    ring.width = 2;
    for (const Style& style : {halo, ring}) {
        scene.circle(at, 9 * point, style, index);
        for (const Vec way : {Vec(1, 0), Vec(-1, 0), Vec(0, 1), Vec(0, -1)})
            scene.line(at + way * 5.0 * point, at + way * 15.0 * point, style, index);
    }
    Shape& text = scene.text(at, value, 15);
    text.bold = text.plate = true;
    text.align = Align::left;
    text.offset = {20, 12};
    text.priority = 95;
    if (picture.look != DetailLook::camera || camera.empty()) return;
    Shape& more = scene.text(at, camera, 13);
    more.plate = true;
    more.align = Align::left;
    more.offset = {20, -8};
    more.priority = 94;
}

}  // namespace pt
