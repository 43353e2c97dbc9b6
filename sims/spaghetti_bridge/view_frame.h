// What every part of the bridge's drawing shares in one frame: scales and node positions.
#pragma once

#include <vector>

#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {

struct BridgeFrame {
    explicit BridgeFrame(const SpaghettiBridge& model);

    Vec low{0, 0}, high{0, 0};  // of the nodes, unloaded
    double extent = 1;          // m, the longer side of that box; > 0
    double magnify = 1;         // deflections are drawn this many times larger
    std::vector<Vec> rest;      // m, nodes without load
    std::vector<Vec> shown;     // m, nodes as drawn, deflection magnified

    // Forces as a share of the largest of their kind at the failure: the drawing grows with the
    // load and never rescales.
    double axialShare(double newtons) const { return share(newtons, largestAxial_); }
    double loadShare(double newtons) const { return share(newtons, largestLoad_); }
    double capacity() const { return capacity_; }  // N, of the bucket: a round number

    Vec middle(const BridgeMember& member) const;

private:
    void scale(const BridgeStatics& statics, double load);
    static double share(double value, double largest);

    double largestAxial_ = 0, largestLoad_ = 0, capacity_ = 1;
};

double secondsSinceFailure(const SpaghettiBridge& model);  // 0 before it

// Pieces fall from the true shape, and the picture lets go of the magnified one smoothly: the
// share of the magnification that is left, 1 until the failure and 0 soon after.
double magnified(const SpaghettiBridge& model);
// What that adds to the true place of a node after the failure.
Vec letGo(const SpaghettiBridge& model, const BridgeFrame& frame, int node);

}  // namespace pt
