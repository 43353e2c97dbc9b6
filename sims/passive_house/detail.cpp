#include "sims/passive_house/detail.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/passive_house/detail_shape.h"
#include "sims/passive_house/materials.h"

namespace pt {
namespace {

constexpr const char* climateNames[] = {"inside", "outside"};  // by Climate
constexpr double badFilm = 0.25;  // m² K/W inside, behind cupboards and curtains (ISO 13788)
constexpr double warm = 1,
                 cold = 0;  // the problem is linear: solved for one kelvin

// Emissivity of a bare face: metals and glass from tables of Incropera's Heat and Mass Transfer
// (aluminium a little oxidised, steel rolled, stainless cleaned), 0.9 of all that is built.
double emissivityOf(std::string_view material) {
    if (material == "aluminium") return 0.1;
    if (material == "steel") return 0.65;
    if (material == "stainless_steel") return 0.2;
    if (material == "glass" || material == "glazing") return 0.84;
    return 0.9;
}

HeatSection sectionOf(const Detail& detail, const DetailShape& shape, double inside,
                      double outside) {
    HeatSection section;
    const auto add = [&section](const DetailBox& box, const HeatMaterial& material) {
        section.rectangles.push_back(
            {box.x0, box.y0, box.x1, box.y1, static_cast<int>(section.materials.size())});
        section.materials.push_back(material);
    };
    const DetailBox& sheet = detail.sheet;
    for (const DetailRectangle& each : detail.rectangles) {
        const DetailBox box{std::max(each.x0, sheet.x0), std::max(each.y0, sheet.y0),
                            std::min(each.x1, sheet.x1), std::min(each.y1, sheet.y1)};
        if (box.x1 - box.x0 < thinnestRectangle || box.y1 - box.y0 < thinnestRectangle) continue;
        add(box, materialOf(each));
    }
    for (const DetailHollow& hollow : shape.hollows)
        for (const DetailBox& box : hollow.boxes)
            add(box, {"hollow", hollow.conductivity, 1.2, 1006, 0.9});
    for (const DetailEdge& edge : shape.edges)
        section.boundaries.push_back(
            {climateNames[static_cast<size_t>(edge.air)], edge.x0, edge.y0, edge.x1, edge.y1,
             edge.air == Climate::inside ? inside : outside, edge.resistance, 0});
    return section;
}

Result<Heat2d> solved(HeatSection section, int cells) {
    Result<Heat2d> field = Heat2d::make(std::move(section), cells);
    if (!field.ok()) return field.error();
    if (Status steady = field.value().solveSteady(); !steady.ok()) return steady.error();
    return field;
}

// W/(m K) from the inner air for each kelvin.
double couplingOf(const Heat2d& field, const DetailShape& shape) {
    double sum = 0;
    for (size_t i = 0; i < shape.edges.size(); ++i)
        if (shape.edges[i].air == Climate::inside) sum += field.flow(static_cast<int>(i));
    return sum;
}

// Of the window alone, as if nothing but it were there: the sheet ends where its frame does.
Result<double> windowCoupling(const Detail& detail, const DetailPart& part, int cells) {
    Detail alone = detail;
    const auto other = [](const DetailRectangle& each) { return !isWindowPart(each.material); };
    alone.rectangles.erase(std::remove_if(alone.rectangles.begin(), alone.rectangles.end(), other),
                           alone.rectangles.end());
    (part.toY < part.fromY ? alone.sheet.y0 : alone.sheet.y1) = part.toY;
    const Result<DetailShape> shape = shapeOf(alone);
    if (!shape.ok()) return shape.error();
    const Result<Heat2d> field = solved(sectionOf(alone, shape.value(), warm, cold), cells / 4);
    if (!field.ok()) return field.error();
    return couplingOf(field.value(), shape.value());
}

Status solvePsi(const Detail& detail, DetailShape& shape, int cells, DetailResult& result) {
    const Result<Heat2d> field = solved(sectionOf(detail, shape, warm, cold), cells);
    if (!field.ok()) return field.error();
    result.coupling = result.psi = couplingOf(field.value(), shape);
    for (DetailPart& part : shape.parts) {
        if (part.kind == DetailPart::Kind::window && part.length > 0) {
            const Result<double> alone = windowCoupling(detail, part, cells);
            if (!alone.ok()) return alone.error();
            part.U = alone.value() / part.length;
        }
        result.psi -= part.flow();
    }
    result.parts = shape.parts;
    return Ok{};
}

// Where along the edge the face is coldest.
void findColdest(const Heat2d& field, const DetailEdge& edge, DetailResult& result) {
    constexpr int points = 40;
    double least = INFINITY;
    for (int i = 0; i <= points; ++i) {
        const double share = static_cast<double>(i) / points;
        const double x = edge.x0 + share * (edge.x1 - edge.x0);
        const double y = edge.y0 + share * (edge.y1 - edge.y0);
        const double face = field.at(x, y);
        if (!(face < least)) continue;
        least = face;
        result.coldestX = x;
        result.coldestY = y;
    }
}

Status solveFaces(const Detail& detail, DetailShape shape, int cells, DetailResult& result) {
    const auto isWindow = [&detail](const DetailEdge& edge) {
        return isWindowPart(detail.rectangles[static_cast<size_t>(edge.rectangle)].material);
    };
    for (DetailEdge& edge : shape.edges)
        if (edge.air == Climate::inside && !isWindow(edge)) edge.resistance = badFilm;
    const Result<Heat2d> field = solved(sectionOf(detail, shape, warm, cold), cells);
    if (!field.ok()) return field.error();
    for (size_t i = 0; i < shape.edges.size(); ++i) {
        const DetailEdge& edge = shape.edges[i];
        if (edge.air != Climate::inside || isWindow(edge)) continue;
        const double face = surfaceFactor(field.value().lowest(static_cast<int>(i)), warm, cold);
        if (!(face < result.fRsi)) continue;
        result.fRsi = face;
        findColdest(field.value(), edge, result);
    }
    return Ok{};
}

}  // namespace

const DetailRectangle* Detail::find(std::string_view id) const {
    for (const DetailRectangle& each : rectangles)
        if (each.id == id) return &each;
    return nullptr;
}

bool isWindowPart(std::string_view material) {
    return material == "frame" || material == "glazing";
}

HeatMaterial materialOf(const DetailRectangle& rectangle) {
    HeatMaterial material;
    material.name = rectangle.material;
    material.emissivity = emissivityOf(rectangle.material);
    if (rectangle.conductivity > 0) {
        // Light, as insulation; a window as its panes and frame weigh on average.
        material.density = isWindowPart(rectangle.material) ? 600 : 30;
        material.conductivity = rectangle.conductivity;
        return material;
    }
    if (const BuildingMaterial* known = findBuildingMaterial(rectangle.material)) {
        material.conductivity = known->conductivity;
        material.density = known->density;
        material.heatCapacity = known->heatCapacity;
    }
    return material;
}

Result<HeatSection> sectionOf(const Detail& detail, double inside, double outside) {
    const Result<DetailShape> shape = shapeOf(detail);
    if (!shape.ok()) return shape.error();
    return sectionOf(detail, shape.value(), inside, outside);
}

Result<DetailResult> solveDetail(const Detail& detail, double inside, double outside,
                                 double humidity, int cells) {
    Result<DetailShape> shape = shapeOf(detail);
    if (!shape.ok()) return shape.error();
    DetailResult result;
    if (Status psi = solvePsi(detail, shape.value(), cells, result); !psi.ok()) return psi.error();
    if (Status faces = solveFaces(detail, std::move(shape.value()), cells, result); !faces.ok())
        return faces.error();
    result.outdoors = outside;
    result.coldest = outside + result.fRsi * (inside - outside);
    result.flow = result.coupling * (inside - outside);
    result.dewPoint = dewPointOf(inside, humidity);
    result.mouldPoint = mouldPointOf(inside, humidity);
    return result;
}

// ISO 13370: 2 λ / (π B' + d) ln(π B' / d + 1) for little insulated floors, else λ / (0.457 B' +
// d), with d = w + λ R.
double groundFloorU(double characteristic, double wall, double soil, double resistance) {
    constexpr double pi = 3.141592653589793;
    const double thickness = wall + soil * resistance;
    if (thickness >= characteristic) return soil / (0.457 * characteristic + thickness);
    return 2 * soil / (pi * characteristic + thickness) *
           math::log(pi * characteristic / thickness + 1);
}

}  // namespace pt
