#include "sims/spaghetti_bridge/superpose.h"

namespace pt {

void superpose(FrameSolution& sum, const FrameSolution& part, double factor) {
    for (size_t n = 0; n < sum.displacements.size(); ++n)
        for (size_t d = 0; d < 3; ++d) {
            sum.displacements[n][d] += factor * part.displacements[n][d];
            sum.reactions[n][d] += factor * part.reactions[n][d];
        }
    for (size_t i = 0; i < sum.forces.size(); ++i) {
        sum.forces[i].axial += factor * part.forces[i].axial;
        sum.forces[i].momentFrom += factor * part.forces[i].momentFrom;
        sum.forces[i].momentTo += factor * part.forces[i].momentTo;
    }
}

}  // namespace pt
