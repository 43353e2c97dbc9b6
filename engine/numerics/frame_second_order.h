// P-delta: equilibrium with the geometric stiffness of the axial forces it gives itself. Internal
// to numerics.
#pragma once

#include "engine/numerics/frame_system.h"

namespace pt::frame {

class SecondOrder {
public:
    // The system holds the frame. Errors: frame.mechanism (a moment on a hinge),
    // frame.beyond_critical, frame.bad_number.
    Result<SecondOrderSolution> solve(const System& system, const Frame& frame);

private:
    Status factor(const System& system, const std::vector<Axial>& axial);

    int numbering_ = 0;  // the system's, of the symbolic factorisation
    Matrix matrix_;      // K + Kg, scaled
    Factors factors_;
};

}  // namespace pt::frame
