// A wall under a temperature that swings once in a period (ISO 13786:2017): how much of the swing
// comes through and how much later, and how much heat the wall stores. SI units.
#pragma once

#include <span>

#include "engine/core/result.h"
#include "engine/numerics/building.h"

namespace pt {

struct Admittance {
    double size = 0;   // W/(m² K), of the flow's swing over the temperature's
    double shift = 0;  // s that the flow comes before the temperature; negative: after
};

struct PeriodicWall {
    double uValue = 0;           // W/(m² K)
    Admittance inside, outside;  // Y11, Y22: on the same side, within half a period
    Admittance through;          // Y12: the shift is from -period to 0
    double decrement = 0;        // |Y12| / U
    double insideCapacity = 0;   // κ1, J/(m² K)
    double outsideCapacity = 0;  // κ2
};

// Layers from outside to inside between these surface resistances, m² K/W; a layer without mass
// counts with its resistance. Errors: wall_periodic.layer, where = "layers[2]";
// wall_periodic.no_resistance; wall_periodic.period.
Result<PeriodicWall> periodicWall(std::span<const BuildingLayer> layers, double insideResistance,
                                  double outsideResistance, double period);

}  // namespace pt
