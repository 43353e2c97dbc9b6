// The layers of a wall, a roof or the floor: what they are made of, or how warm
// they are inside.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/house.h"
#include "sims/passive_house/view_house_frame.h"
#include "sims/passive_house/view_house_now.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {

// Textures of materials.
enum class Matter : uint8_t {
    masonry,
    concrete,
    wood,
    insulation,
    board,
    glass,
    metal,
    soil,
    plain
};
Matter matterOf(const std::string& material);
Style matterStyle(Matter matter);

// A slab in the plane of the stage: `origin` on its outer face, `along` the
// face, `inward` through the layers (unit vectors at right angles), cut off at
// the ends for each depth.
struct Slab {
    Vec origin, along, inward;
    // Where the slab begins and ends along its face, at this depth from the outer
    // face.
    double start = 0, end = 0;            // at the outer face
    double startSlope = 0, endSlope = 0;  // m more per metre of depth
    Vec at(double run, double depth) const { return origin + along * run + inward * depth; }
    double startAt(double depth) const { return start + startSlope * depth; }
    double endAt(double depth) const { return end + endSlope * depth; }
};

struct LayerLook {
    bool temperatures = true;
    const Skin* skin = nullptr;  // its temperatures
    bool marked = false;
};
// The layers from outside to inside with this item for all of them.
void drawLayers(Scene& scene, const Slab& slab, const HouseConstruction& construction,
                const LayerLook& look, int item);
// One layer of a material between two depths, with its texture.
void drawMatter(Scene& scene, const Slab& slab, Matter matter, double from, double to, int item);
// Its texture alone, in this ink.
void drawTexture(Scene& scene, const Slab& slab, Matter matter, double from, double to, Ink ink,
                 double alpha);

}  // namespace pt::house_view
