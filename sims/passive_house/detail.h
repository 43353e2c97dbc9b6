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
    std::string material;                   // a key of assets/materials/building.json, or one of
                                            // "own", "frame", "glazing" with a conductivity
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // m
    double conductivity = 0;                // W/(m K) of "own", "frame" and "glazing"
    bool operator==(const DetailRectangle&) const = default;
};
enum class Climate : uint8_t { inside, outside };
struct DetailAir {  // a point in open air: all the air around it is this climate
    Climate climate = Climate::inside;
    double x = 0, y = 0;
    bool operator==(const DetailAir&) const = default;
};
struct DetailBox {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // m
    bool operator==(const DetailBox&) const = default;
};
struct Detail {
    Junction junction = Junction::wall_floor;
    std::string variant;                      // the template it began as
    std::vector<DetailRectangle> rectangles;  // later ones on top
    std::vector<DetailAir> airs;
    DetailBox sheet;    // parts that reach its border go on beyond it: no heat
                        // through there
    DetailBox look;     // of it, what is drawn; the ground reaches far beyond
    double ground = 0;  // m, B' of the floor on the ground (ISO 13370); 0: not on the ground
    bool operator==(const Detail&) const = default;
    const DetailRectangle* find(std::string_view id) const;  // nullptr: none
};

inline constexpr size_t mostDetailRectangles = 60;
inline constexpr double thinnestRectangle = 1e-3;  // m

// What a rectangle is made of. Unknown materials do not get past loadDetail and the edits.
HeatMaterial materialOf(const DetailRectangle& rectangle);
bool isWindowPart(std::string_view material);  // "frame" or "glazing"

// The junction as the present house builds it: its layers, and how well the insulation goes on:
// "plain": interrupted as in an old house; "insulated": as in a passive house; "straight": the
// undisturbed wall alone, to draw on. An unknown variant counts as the first.
std::vector<std::string> detailVariants(Junction junction);
Detail detailFor(Junction junction, std::string_view variant, const House& house);

// A part that goes on beyond the sheet, as if the junction did not disturb it.
struct DetailPart {
    enum class Kind : uint8_t { element, ground, window };
    Kind kind = Kind::element;
    double U = 0;       // W/(m² K); of a window: of all of it that is drawn, frame and glass
    double length = 0;  // m, outer dimensions
    double flow() const { return U * length; }  // W/(m K)
    // Where the length runs from and to, for drawing it.
    double fromX = 0, fromY = 0, toX = 0, toY = 0;
};

struct DetailResult {
    double psi = 0;                 // W/(m K), outer dimensions
    double coupling = 0;            // L2D, W/(m K)
    std::vector<DetailPart> parts;  // ψ = coupling − Σ U · length
    // f_Rsi = (θ − θ_out) / (θ_in − θ_out) of the coldest face inside, with 0.25 m² K/W of film as
    // behind a cupboard (ISO 13788). Window frames and panes are left out.
    double fRsi = 1;
    double coldest = 0;                   // K, there
    double outdoors = 0;                  // K, that it was worked out for
    double coldestX = 0, coldestY = 0;    // m
    double dewPoint = 0, mouldPoint = 0;  // K, at the asked indoor humidity
    double flow = 0;                      // W/m
};
inline constexpr double leastFRsi = 0.70;  // Passive House, cool temperate climate

// So that ψ follows a hand: L2D within 1 % of a fine grid, 2 % on the ground.
inline constexpr int quickDetailCells = 4000;

// Its boundaries are named "inside" or "outside" by the air there. Errors of
// both: detail.no_inside, detail.no_outside (nothing touches that air), detail.leak (both airs
// meet); those of Heat2d.
Result<HeatSection> sectionOf(const Detail& detail, double inside, double outside);
Result<DetailResult> solveDetail(const Detail& detail, double inside, double outside,
                                 double humidity, int cells = quickDetailCells);

// U of a floor on the ground by ISO 13370: `wall` m thick around it, `resistance` m² K/W of the
// floor with both films, B' = area over half the perimeter.
double groundFloorU(double characteristic, double wall, double soil, double resistance);

// The document "detail". loadDetail is all or nothing; Error::where is the path in the value.
// Errors: detail.not_object, detail.unknown_key {key}, detail.missing {key}, detail.bad_number
// {key}, detail.unknown_junction {value}, detail.unknown_material {material}, detail.bad_id,
// detail.duplicate_id {id}, detail.bad_size {rectangle}, detail.too_many {max}.
Json saveDetail(const Detail& detail);
Result<Detail> loadDetail(const Json& value);

}  // namespace pt
