// Detail: a junction of the house cut through, as rectangles of material that pupils may move,
// drawn in metres. Its ψ-value goes into the house. SI units.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/numerics/heat2d.h"
#include "sims/passive_house/house.h"

namespace pt {

// The junctions of a house; the length of each follows from the house's shape and windows.
enum class Junction : uint8_t { wall_floor, window_reveal, balcony, roof_edge };
inline constexpr std::array<const char*, 4> junctionKeys{"wall_floor", "window_reveal", "balcony",
                                                         "roof_edge"};

struct DetailRectangle {
    std::string id;                         // "R1"
    std::string material;                   // a key of assets/materials/building.json
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // m
};
enum class Climate : uint8_t { inside, outside };
struct DetailEdge {  // where air meets material, axis-parallel
    Climate air = Climate::inside;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    double resistance = 0.13;  // m² K/W
};
struct Detail {
    Junction junction = Junction::wall_floor;
    std::string variant;                      // the template it began as, or "free"
    std::vector<DetailRectangle> rectangles;  // later ones on top
    std::vector<DetailEdge> edges;
    // U · l of the undisturbed parts that ψ is measured against, W/(m K).
    std::vector<double> undisturbed;
};

// The junction as the present house builds it: its layers, and how well the insulation goes on
// ("plain": interrupted as in an old house; "insulated": as in a passive house).
std::vector<std::string> detailVariants(Junction junction);
Detail detailFor(Junction junction, std::string_view variant, const House& house);

struct DetailResult {
    double psi = 0;                       // W/(m K), outer dimensions
    double fRsi = 1;                      // of the coldest inner face
    double coldest = 0;                   // K, of the inner faces
    double dewPoint = 0, mouldPoint = 0;  // K, at the asked indoor humidity
    double flow = 0;                      // W/m
};
// Errors: detail.* with the rectangle as `where`, those of Heat2d.
Result<HeatSection> sectionOf(const Detail& detail, double inside, double outside);
Result<DetailResult> solveDetail(const Detail& detail, double inside, double outside,
                                 double humidity);

// The document "detail". loadDetail is all or nothing.
Json saveDetail(const Detail& detail);
Result<Detail> loadDetail(const Json& value);

}  // namespace pt
