// One cardboard box with a lamp: its design, and its heat balance in time. model.md explains the
// equations in words. SI units, temperatures in kelvin.
#pragma once

#include <array>
#include <vector>

#include "engine/core/result.h"

namespace pt {

enum class Insulation : int { none, foam, wool, paper };
enum class Foil : int { none, inside, outside };
enum class Hole : int { none, open, film, cardboard };
inline constexpr const char* insulationKeys[] = {"none", "foam", "wool", "paper"};
inline constexpr const char* foilKeys[] = {"none", "inside", "outside"};
inline constexpr const char* holeKeys[] = {"none", "open", "film", "cardboard"};

struct BoxMaterial {
    double conductivity, density, heatCapacity;  // W/(m K), kg/m³, J/(kg K)
};
// Typical of what a school buys; model.md names the sources.
inline constexpr BoxMaterial cardboard{0.06, 150, 1400};  // corrugated, glue and air included
inline constexpr std::array<BoxMaterial, 4> liningMaterials{
    {{1, 1, 1}, {0.035, 20, 1450}, {0.038, 20, 1700}, {0.055, 60, 1400}}};

struct BoxDesign {
    double width = 0.40, depth = 0.30, height = 0.30;  // m, outside of the cardboard
    double cardboard = 0.004;                          // m
    Insulation insulation = Insulation::none;
    double thickness = 0.02;  // m of the lining, on the inside of every wall
    Foil foil = Foil::none;
    Hole hole = Hole::none;
    double holeWidth = 0.10, holeHeight = 0.10;  // m, in the front
    double gaps = 0;                             // m² of cracks, low and high together
    bool operator==(const BoxDesign&) const = default;
};
double liningOf(const BoxDesign& design);  // m; 0 without insulation

// Errors: cardboard_house.too_thick, cardboard_house.big_hole.
Status checkBox(const BoxDesign& design);

inline constexpr double radiantShare = 0.7;  // of a light bulb's watts; the rest warms the air
inline constexpr double thingsInside = 40;   // J/K of lamp, holder and thermometer

struct BoxFlows {  // W out of the box
    double walls = 0, hole = 0, gaps = 0;
    double light = 0;  // of the lamp that leaves through the hole
};

// The air and the layers of the walls as a row of cells, stepped implicitly.
class BoxHeat {
public:
    // A design that has been checked.
    explicit BoxHeat(const BoxDesign& design);

    void start(double temperature);
    // Exactly dt with this much light and this air around.
    void step(double dt, double lamp, double room);
    double air() const { return cells_.front(); }
    const BoxFlows& flows() const { return flows_; }
    double held() const;  // J above 0 K

    // Air first, then the walls from inside to outside.
    const std::vector<double>& cells() const { return cells_; }
    bool restore(const std::vector<double>& cells);  // false: of another design

    // W/K of the walls from air to air, without hole and gaps.
    double wallLoss() const;
    // W/K through hole and gaps when the air is `warmer` (K) than a room of 293 K.
    double openLoss(double warmer) const;
    double innerArea() const { return innerArea_; }

private:
    double holeLoss(double warmer, double room) const;
    double gapLoss(double warmer, double room) const;
    double lightShare() const;  // of the lamp's radiation that leaves

    BoxDesign design_;
    double innerArea_ = 0, innerHeight_ = 0;
    std::vector<double> capacity_;     // J/K a cell
    std::vector<double> conductance_;  // W/K: from each cell to the next, the last to the room
    std::vector<double> cells_;
    BoxFlows flows_;
};

}  // namespace pt
