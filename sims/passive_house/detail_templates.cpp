// The junctions of a house, drawn from its layers. Sections have the open air on the left and the
// room on the right; x = 0 is the outer face of the wall, y = 0 the floor or ceiling of the room,
// the slab of the balcony, or the lower edge of the window.
#include <algorithm>
#include <cmath>

#include "sims/passive_house/detail.h"
#include "sims/passive_house/materials.h"

namespace pt {
namespace {

constexpr double insulating = 0.065;      // W/(m K): below this it insulates
constexpr double wallLength = 1.1;        // m of wall and floor that are computed
constexpr double shown = 0.6;             // m of them that are drawn
constexpr double before = 0.4;            // m of open air that is drawn
constexpr double film = 0.13 + 0.04;      // m² K/W, both faces of a window
constexpr double glassShown = 0.5;        // m
constexpr double frameDepth = 0.09;       // m
constexpr double slab = 0.2;              // m, of a balcony
constexpr double balconyDepth = 1.0;      // m
constexpr double foundationDepth = 0.45;  // m under the floor

double rounded(double metres) { return std::floor(metres * 1e9 + 0.5) / 1e9; }

struct Slice {
    std::string material;
    double from = 0, to = 0;  // m from the outer face
    double conductivity = 0;  // of "own"
    double thickness() const { return to - from; }
    double lambda() const {
        return materialOf({"", material, 0, 0, 0, 0, conductivity}).conductivity;
    }
};

// The layers of a part from outside, and where its insulation lies.
struct Stack {
    std::vector<Slice> slices;
    double total = 0;
    double insulationFrom = 0, insulationTo = 0;  // m; equal: nothing insulates
    std::string insulation = "eps";               // what it is made of
    std::string bearing = "inner_masonry";        // the thickest layer inside of it

    bool insulated() const { return insulationTo > insulationFrom; }
};

// A layer without mass has a thickness to be drawn by.
Slice sliceOf(const HouseLayer& layer) {
    Slice slice;
    slice.material = layer.material;
    slice.to = std::clamp(layer.thickness, 2e-3, 2.0);
    if (layer.material != "own") return slice;
    const double lambda = layer.resistance > 0 ? slice.to / layer.resistance : layer.conductivity;
    slice.conductivity = std::clamp(lambda, 1e-4, 1e3);
    return slice;
}

Stack stackOf(const HouseConstruction& construction) {
    Stack stack;
    for (const HouseLayer& layer : construction.layers) {
        Slice slice = sliceOf(layer);
        slice.from = stack.total;
        slice.to = stack.total = rounded(stack.total + slice.to);
        stack.slices.push_back(std::move(slice));
    }
    double thickest = 0, bearing = 0;
    for (const Slice& slice : stack.slices) {
        if (slice.lambda() >= insulating) continue;
        if (!stack.insulated()) stack.insulationFrom = slice.from;
        stack.insulationTo = slice.to;
        const bool drawable = slice.material != "own" && slice.material != "air";
        if (drawable && slice.thickness() > thickest) {
            thickest = slice.thickness();
            stack.insulation = slice.material;
        }
    }
    for (const Slice& slice : stack.slices) {
        const bool carries = slice.from >= stack.insulationTo && slice.material != "own";
        if (!carries || slice.lambda() < insulating || slice.thickness() <= bearing) continue;
        bearing = slice.thickness();
        stack.bearing = slice.material;
    }
    return stack;
}

class Draft {
public:
    Draft(Junction junction, std::string_view variant, DetailBox sheet) {
        detail_.junction = junction;
        detail_.variant = variant;
        detail_.sheet = detail_.look = sheet;
    }

    void add(const std::string& material, double x0, double y0, double x1, double y1,
             double conductivity = 0) {
        const DetailBox& sheet = detail_.sheet;
        DetailRectangle made;
        made.id = "R" + std::to_string(detail_.rectangles.size() + 1);
        made.material = material;
        made.conductivity = conductivity;
        made.x0 = rounded(std::max(x0, sheet.x0));
        made.y0 = rounded(std::max(y0, sheet.y0));
        made.x1 = rounded(std::min(x1, sheet.x1));
        made.y1 = rounded(std::min(y1, sheet.y1));
        const bool fits =
            made.x1 - made.x0 >= thinnestRectangle && made.y1 - made.y0 >= thinnestRectangle;
        if (fits) detail_.rectangles.push_back(std::move(made));
    }

    // The layers of an upright part that lie between `from` and `to` m from its outer face.
    void wall(const Stack& wall, double from, double to, double y0, double y1) {
        for (const Slice& slice : wall.slices)
            if (slice.from >= from && slice.to <= to)
                add(slice.material, slice.from, y0, slice.to, y1, slice.conductivity);
    }
    // The layers of a lying part; its room is above when `up`.
    void lying(const Stack& part, double from, double to, double x0, double x1, bool up) {
        for (const Slice& slice : part.slices) {
            if (slice.from < from || slice.to > to) continue;
            const double low = up ? slice.from - part.total : part.total - slice.to;
            add(slice.material, x0, low, x1, low + slice.thickness(), slice.conductivity);
        }
    }
    void air(Climate climate, double x, double y) { detail_.airs.push_back({climate, x, y}); }
    // Only this is drawn.
    void show(const DetailBox& box) {
        const DetailBox& sheet = detail_.sheet;
        detail_.look = {std::max(box.x0, sheet.x0), std::max(box.y0, sheet.y0),
                        std::min(box.x1, sheet.x1), std::min(box.y1, sheet.y1)};
    }
    Detail& detail() { return detail_; }

private:
    Detail detail_;
};

bool careful(std::string_view variant) { return variant == "insulated"; }
constexpr double corner = 1e-3;  // m, of a point of air from the corner of the sheet

// Under the floor: ground, or open air that blows below it.
void addUnder(Draft& draft, const Stack& wall, double bottom, double level) {
    const DetailBox& sheet = draft.detail().sheet;
    if (draft.detail().ground > 0) {
        draft.add("soil", sheet.x0, sheet.y0, sheet.x1, bottom);
        draft.add("soil", sheet.x0, bottom, 0, level);
        return;
    }
    draft.air(Climate::outside, sheet.x0 + corner, sheet.y0 + corner);
    if (wall.total < sheet.x1) draft.air(Climate::outside, sheet.x1 - corner, sheet.y0 + corner);
}

Detail wallFloor(std::string_view variant, const House& house) {
    const Stack wall = stackOf(house.parts[static_cast<size_t>(Part::wall)]);
    const Stack floor = stackOf(house.parts[static_cast<size_t>(Part::floor)]);
    const double bottom = -floor.total, core = wall.insulationTo;
    const double level = std::max(-0.15, bottom / 2);  // of the ground outside
    DetailBox sheet{-before, bottom - foundationDepth - 0.1, wall.total + wallLength, wallLength};
    const DetailBox look{-before, sheet.y0, wall.total + shown, shown};
    double ground = 0;
    if (house.under == Under::ground) {
        ground = house.width * house.depth / (house.width + house.depth);  // A / (P / 2)
        sheet = {-2.5 * ground, bottom - 2.5 * ground, wall.total + ground / 2, wallLength};
    }
    Draft draft(Junction::wall_floor, variant, sheet);
    draft.show(look);
    draft.detail().ground = ground;
    addUnder(draft, wall, bottom, level);
    const double deep = ground > 0 ? bottom - foundationDepth : sheet.y0;
    const std::string foot = ground > 0 ? "concrete" : wall.bearing;
    draft.lying(floor, 0, floor.total, wall.total, sheet.x1, true);
    draft.wall(wall, core, wall.total, bottom, sheet.y1);
    if (careful(variant)) {
        draft.add(foot, core, deep, wall.total, bottom);
        draft.wall(wall, 0, core, std::max(deep, bottom - 0.5), sheet.y1);
        const double low = floor.insulated() ? bottom + floor.insulationFrom : bottom;
        const double high = floor.insulated() ? bottom + floor.insulationTo : bottom + 0.2;
        draft.add("cellular_glass", core, low, wall.total, std::min(high, 0.0));
    } else {
        draft.add(foot, 0, deep, wall.total, bottom);
        draft.wall(wall, 0, core, 0, sheet.y1);
        draft.add(wall.bearing, 0, bottom, core, 0);
    }
    draft.air(Climate::outside, sheet.x0 + corner, sheet.y1 - corner);
    draft.air(Climate::inside, sheet.x1 - corner, sheet.y1 - corner);
    return draft.detail();
}

Detail roofEdge(std::string_view variant, const House& house) {
    const Stack wall = stackOf(house.parts[static_cast<size_t>(Part::wall)]);
    const Stack roof = stackOf(house.parts[static_cast<size_t>(Part::roof)]);
    const double top = roof.total, core = wall.insulationTo, parapet = top + 0.3;
    const double carried = roof.total - roof.insulationTo;  // y of the lower side of insulation
    const DetailBox sheet{-before, -wallLength, wall.total + wallLength, parapet + 0.3};
    Draft draft(Junction::roof_edge, variant, sheet);
    draft.show({-before, -shown, wall.total + shown, sheet.y1});
    if (careful(variant)) {
        draft.wall(wall, core, wall.total, sheet.y0, 0);
        draft.lying(roof, 0, roof.total, core, sheet.x1, false);
        draft.wall(wall, 0, core, sheet.y0, parapet);
    } else {
        draft.wall(wall, 0, wall.total, sheet.y0, 0);
        draft.lying(roof, roof.insulationTo, roof.total, 0, sheet.x1, false);
        draft.lying(roof, 0, roof.insulationTo, wall.total, sheet.x1, false);
        draft.add(wall.bearing, 0, carried, wall.total, parapet);
    }
    draft.air(Climate::outside, sheet.x0 + corner, sheet.y1 - corner);
    draft.air(Climate::inside, sheet.x1 - corner, sheet.y0 + corner);
    return draft.detail();
}

Detail balcony(std::string_view variant, const House& house) {
    const Stack wall = stackOf(house.parts[static_cast<size_t>(Part::wall)]);
    const double core = wall.insulated() ? wall.insulationTo : wall.total / 2;
    const DetailBox sheet{-balconyDepth - before, -wallLength, wall.total + wallLength, wallLength};
    Draft draft(Junction::balcony, variant, sheet);
    draft.show({sheet.x0, -shown, wall.total + shown, shown});
    draft.wall(wall, 0, wall.total, sheet.y0, sheet.y1);
    if (careful(variant)) {  // it stands on its own feet, a finger from the wall
        constexpr double gap = 0.02;
        draft.add("reinforced_concrete", core, -slab, sheet.x1, 0);
        draft.add("reinforced_concrete", -balconyDepth, -slab, -gap, 0);
        draft.add("reinforced_concrete", -balconyDepth, sheet.y0, -balconyDepth + 0.15, -slab);
        draft.air(Climate::outside, -gap - 0.1, sheet.y0 + corner);
    } else {
        draft.add("reinforced_concrete", -balconyDepth, -slab, sheet.x1, 0);
    }
    draft.add("screed", wall.total, 0, sheet.x1, 0.06);
    for (const double y : {sheet.y0 + corner, sheet.y1 - corner}) {
        draft.air(Climate::outside, sheet.x0 + corner, y);
        draft.air(Climate::inside, sheet.x1 - corner, y);
    }
    return draft.detail();
}

// λ of a slab that insulates as well as the window part does.
double likeWindow(double U, double thickness) {
    return thickness / std::max(1e-2, 1 / std::max(U, 1e-3) - film);
}

double thicknessOf(const Glazing& glazing) {
    double sum = 0;
    for (const Pane& pane : glazing.panes) sum += pane.thickness;
    for (const Gap& gap : glazing.gaps) sum += gap.width;
    return std::clamp(sum, 4e-3, frameDepth);
}

// The window of the house, or a common one when it has none.
void addWindow(Draft& draft, const House& house, double middle) {
    const HouseWindow* window = house.windows.empty() ? nullptr : &house.windows.front();
    const GlazingType* glazing = window ? findGlazing(window->glazing) : nullptr;
    const FrameType* frame = window ? findFrame(window->frame) : nullptr;
    if (!glazing) glazing = &glazingTypes().front();
    if (!frame) frame = &frameTypes().front();
    const double width = std::clamp(frame->width, 0.05, 0.2), pane = thicknessOf(glazing->glazing);
    draft.add("frame", middle - frameDepth / 2, 0, middle + frameDepth / 2, width,
              likeWindow(frame->Uf, frameDepth));
    draft.add("glazing", middle - pane / 2, width, middle + pane / 2, width + glassShown,
              likeWindow(glazing->Ug, pane));
}

Detail windowReveal(std::string_view variant, const House& house) {
    const Stack wall = stackOf(house.parts[static_cast<size_t>(Part::wall)]);
    const DetailBox sheet{-before, -wallLength, wall.total + 0.7, 0.6};
    Draft draft(Junction::window_reveal, variant, sheet);
    const double half = frameDepth / 2;
    const auto within = [&](double x) {
        return wall.total < frameDepth ? wall.total / 2 : std::clamp(x, half, wall.total - half);
    };
    draft.wall(wall, 0, wall.total, sheet.y0, 0);
    double middle = within(wall.insulationTo);
    if (careful(variant) && wall.insulated()) {
        middle = within((wall.insulationFrom + wall.insulationTo) / 2);
        draft.add(wall.insulation, middle - half - 0.05, 0, middle - half, 0.06);
    } else if (wall.insulated()) {  // the cavity is closed with bricks
        draft.add(wall.bearing, wall.insulationFrom, -0.1, wall.insulationTo, 0);
    }
    addWindow(draft, house, middle);
    draft.detail().sheet.y1 = std::min(sheet.y1, draft.detail().rectangles.back().y1);
    draft.show({-before, -shown, wall.total + 0.5, sheet.y1});
    draft.air(Climate::outside, sheet.x0 + corner, draft.detail().sheet.y1 - corner);
    draft.air(Climate::inside, sheet.x1 - corner, draft.detail().sheet.y1 - corner);
    return draft.detail();
}

Detail straight(Junction junction, const House& house) {
    const Stack wall = stackOf(house.parts[static_cast<size_t>(Part::wall)]);
    const DetailBox sheet{-before, -0.6, wall.total + before, 0.6};
    Draft draft(junction, "straight", sheet);
    draft.wall(wall, 0, wall.total, sheet.y0, sheet.y1);
    draft.air(Climate::outside, sheet.x0 + corner, sheet.y0 + corner);
    draft.air(Climate::inside, sheet.x1 - corner, sheet.y0 + corner);
    return draft.detail();
}

}  // namespace

std::vector<std::string> detailVariants(Junction) { return {"plain", "insulated", "straight"}; }

Detail detailFor(Junction junction, std::string_view variant, const House& house) {
    if (variant == "straight") return straight(junction, house);
    switch (junction) {
    case Junction::wall_floor: return wallFloor(variant, house);
    case Junction::window_reveal: return windowReveal(variant, house);
    case Junction::balcony: return balcony(variant, house);
    case Junction::roof_edge: return roofEdge(variant, house);
    }
    return straight(junction, house);
}

}  // namespace pt
