#include "sims/cardboard_house/box.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr double least = 0.02;                       // m left inside
constexpr double convection = 2.5, radiation = 5.1;  // W/(m² K), EN ISO 6946, still air of 20 °C
constexpr double paperEmissivity = 0.9, foilEmissivity = 0.05;
constexpr double paperAbsorbs = 0.6, foilAbsorbs = 0.12;  // of light
constexpr double discharge = 0.6;                         // of air through a sharp-edged opening
constexpr double gravity = 9.81;
constexpr double airHeat = 1.2 * 1005;  // J/(m³ K)
constexpr double filmTransmits = 0.85;
constexpr int liningCells = 8, cardboardCells = 3;

double film(bool foil) {
    return convection + radiation * (foil ? foilEmissivity : paperEmissivity);
}

double area(const BoxDesign& d, double depth) {
    const double w = d.width - 2 * depth, l = d.depth - 2 * depth, h = d.height - 2 * depth;
    return 2 * (w * l + w * h + l * h);
}

double holeArea(const BoxDesign& d) {
    return d.hole == Hole::none ? 0 : d.holeWidth * d.holeHeight;
}

// Of the walls at this depth below the outside, without the hole.
double wallArea(const BoxDesign& d, double depth) {
    return std::max(area(d, depth) - holeArea(d), 1e-4);
}

}  // namespace

double liningOf(const BoxDesign& design) {
    return design.insulation == Insulation::none ? 0 : design.thickness;
}

Status checkBox(const BoxDesign& design) {
    const double wall = design.cardboard + liningOf(design);
    const double smallest = std::min({design.width, design.depth, design.height});
    if (!(smallest - 2 * wall >= least)) return Error{"cardboard_house.too_thick", "", {}};
    const double room = 2 * wall;
    if (design.hole != Hole::none && !(design.holeWidth <= design.width - room + 1e-9 &&
                                       design.holeHeight <= design.height - room + 1e-9))
        return Error{"cardboard_house.big_hole", "", {}};
    return Ok{};
}

BoxHeat::BoxHeat(const BoxDesign& design) : design_(design) {
    const double lining = liningOf(design), wall = lining + design.cardboard;
    innerArea_ = area(design, wall);
    innerHeight_ = design.height - 2 * wall;
    const double volume = (design.width - 2 * wall) * (design.depth - 2 * wall) * innerHeight_;
    capacity_.push_back(volume * airHeat + thingsInside);
    // Resistances from each cell to its outer neighbour, half a cell on both sides.
    std::vector<double> resistance{1 /
                                   (film(design.foil == Foil::inside) * wallArea(design, wall))};
    const auto layer = [&](const BoxMaterial& material, double from, double thickness, int count) {
        const double d = thickness / count;
        for (int i = 0; i < count; ++i) {
            const double across = wallArea(design, from - (i + 0.5) * d);
            const double half = d / 2 / (material.conductivity * across);
            capacity_.push_back(material.density * material.heatCapacity * across * d);
            resistance.back() += half;
            resistance.push_back(half);
        }
    };
    if (lining > 0)
        layer(liningMaterials[static_cast<size_t>(design.insulation)], wall, lining, liningCells);
    layer(cardboard, design.cardboard, design.cardboard, cardboardCells);
    resistance.back() += 1 / (film(design.foil == Foil::outside) * wallArea(design, 0));
    for (const double value : resistance) conductance_.push_back(1 / value);
    start(293.15);
}

void BoxHeat::start(double temperature) {
    cells_.assign(capacity_.size(), temperature);
    flows_ = {};
}

double BoxHeat::held() const {
    double sum = 0;
    for (size_t i = 0; i < cells_.size(); ++i) sum += capacity_[i] * cells_[i];
    return sum;
}

bool BoxHeat::restore(const std::vector<double>& cells) {
    const bool good = cells.size() == cells_.size() &&
                      std::all_of(cells.begin(), cells.end(),
                                  [](double kelvin) { return kelvin > 0 && kelvin < 1e4; });
    if (good) cells_ = cells;
    return good;
}

double BoxHeat::wallLoss() const {
    double resistance = 0;
    for (const double value : conductance_) resistance += 1 / value;
    return 1 / resistance;
}

double BoxHeat::openLoss(double warmer) const {
    return holeLoss(warmer, 293.15) + gapLoss(warmer, 293.15);
}

// Warm air leaves through the upper half of an open hole, cold air comes in below: a third of
// Cd A √(g H ΔT/T); and the hole radiates.
double BoxHeat::holeLoss(double warmer, double room) const {
    const double opening = holeArea(design_);
    const double plain = film(false);
    switch (design_.hole) {
    case Hole::none: return 0;
    case Hole::film: return opening / (2 / plain);
    case Hole::cardboard: return opening / (2 / plain + design_.cardboard / cardboard.conductivity);
    case Hole::open: break;
    }
    const double speed = std::sqrt(gravity * design_.holeHeight * std::fabs(warmer) / room);
    return opening * (airHeat * discharge / 3 * speed + radiation);
}

// Half the gaps low, half high, with the box as a chimney between them.
double BoxHeat::gapLoss(double warmer, double room) const {
    const double speed = std::sqrt(gravity * innerHeight_ * std::fabs(warmer) / room);
    return airHeat * discharge * design_.gaps / 2 * speed;
}

// Light goes to and fro until a wall takes it or it finds the hole.
double BoxHeat::lightShare() const {
    const double passes = design_.hole == Hole::open   ? 1.0
                          : design_.hole == Hole::film ? filmTransmits
                                                       : 0.0;
    const double out = passes * holeArea(design_);
    const double taken = design_.foil == Foil::inside ? foilAbsorbs : paperAbsorbs;
    return out / (out + taken * std::max(innerArea_ - holeArea(design_), 1e-4));
}

// Implicit Euler; hole and gaps as they are at the start of the step.
void BoxHeat::step(double dt, double lamp, double room) {
    const size_t count = cells_.size();
    const double warmer = air() - room;
    const double hole = holeLoss(warmer, room), gaps = gapLoss(warmer, room);
    flows_.light = lamp * radiantShare * lightShare();
    std::vector<double> diagonal(count), right(count);
    for (size_t i = 0; i < count; ++i) {
        diagonal[i] = capacity_[i] / dt + conductance_[i] + (i > 0 ? conductance_[i - 1] : 0);
        right[i] = capacity_[i] / dt * cells_[i];
    }
    diagonal[0] += hole + gaps;
    right[0] += (hole + gaps) * room + lamp * (1 - radiantShare);
    right[1] += lamp * radiantShare - flows_.light;  // on the inside of the walls
    right[count - 1] += conductance_[count - 1] * room;
    for (size_t i = 1; i < count; ++i) {
        const double ratio = conductance_[i - 1] / diagonal[i - 1];
        diagonal[i] -= ratio * conductance_[i - 1];
        right[i] += ratio * right[i - 1];
    }
    for (size_t i = count; i-- > 0;)
        cells_[i] =
            (right[i] + (i + 1 < count ? conductance_[i] * cells_[i + 1] : 0)) / diagonal[i];
    flows_.walls = conductance_[count - 1] * (cells_[count - 1] - room);
    flows_.hole = hole * (air() - room);
    flows_.gaps = gaps * (air() - room);
}

}  // namespace pt
