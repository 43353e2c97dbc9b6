// Natural frequencies of plane frames: K φ = ω² M φ with the consistent mass of the members.
#pragma once

#include <array>
#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt {

struct FrameMode {
    double frequency = 0;  // hertz when the units are coherent with seconds; 0: moves as a whole
    double bending = 0;    // part of its strain energy in bending and joints, 0..1
    std::vector<std::array<double, 3>> shape;  // ux, uy, rz a node; largest translation 1
};

struct FrameModes {
    std::vector<FrameMode> modes;  // lowest frequency first
    bool converged = false;
    int iterations = 0;
    double residual = 0;  // the largest |K φ - ω² M φ| / |φ|, K scaled to a diagonal of 1
};

// At most `count` (> 0) modes; fewer when the frame has fewer. A frame that is not held moves as a
// whole with frequency 0. Loads and settlements play no part. Divide the members first
// (frame_subdivide.h). Errors: those of FrameSolver::solve without the mechanism; frame.no_mass.
Result<FrameModes> naturalModes(const Frame& frame, int count);

}  // namespace pt
