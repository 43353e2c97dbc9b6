// A frame made ready for large displacements, and its states told in members and nodes. Internal
// to numerics.
#pragma once

#include <memory>
#include <vector>

#include "engine/numerics/frame_corotational.h"
#include "engine/numerics/frame_equilibrium.h"

namespace pt::frame {

class Large {
public:
    static Result<std::unique_ptr<Large>> open(const Frame& frame, const LargeOptions& options);

    Equilibrium& equilibrium() { return equilibrium_; }
    size_t fineNodes() const { return fine_.nodes.size(); }
    double size() const { return size_; }  // the larger side of the frame's box
    Place start() const;                   // displaced by nothing
    // Where the kept loads alone bring it; false when Newton does not get there.
    bool settleKept(Place& place, int steps);
    // From `place` to factor 1 in load steps; `place` becomes the last balance found.
    bool stepLoads(Place& place, int steps, int& iterations);
    // Of the place solved last.
    PathPoint read(const Place& place, int iterations) const;

private:
    Large(const Frame& frame, std::vector<int> parts, const std::vector<FrameLoad>& kept);
    std::array<double, 3> displacement(size_t node, const Place& place) const;
    Ends elementForces(size_t element, double factor) const;
    MemberForces memberForces(size_t first, size_t parts, double factor) const;
    void addReactions(PathPoint& point) const;

    Frame frame_, fine_;
    std::vector<int> parts_;
    std::vector<FrameLoad> kept_;
    double size_;
    Equilibrium equilibrium_;
};

}  // namespace pt::frame
