// Space trusses of pin-jointed bars: linear statics. Any consistent units; z is up in the labs, but
// nothing here depends on it. N > 0 is tension; reactions act on the structure.
#pragma once

#include <array>
#include <vector>

#include "engine/core/result.h"

namespace pt {

using Triple = std::array<double, 3>;

struct TrussNode {
    Triple at{};
    std::array<bool, 3> fixed{};
    Triple move{};  // settlement: only where that direction is fixed
};

struct TrussBar {
    int from = 0, to = 0;  // node indices
    double E = 0, A = 0;
    Triple q{};  // global force per unit length, half of it on each end
};

struct TrussLoad {
    int node = 0;
    Triple force{};
};

struct Truss {
    std::vector<TrussNode> nodes;
    std::vector<TrussBar> bars;
    std::vector<TrussLoad> loads;
};

struct TrussSolution {
    std::vector<Triple> displacements, reactions;  // a node; a reaction is 0 where free
    std::vector<double> axial;                     // a bar
    double residual = 0;                           // max |K u - f| / max |f|
};

// Errors as for plane frames: frame.empty, frame.bad_number {member|node}, frame.bad_load {node},
// frame.bad_node {member}, frame.zero_length {member}, frame.duplicate {member, other},
// frame.mechanism {node, direction: "x"|"y"|"z"}.
Result<TrussSolution> solveTruss(const Truss& truss);

}  // namespace pt
