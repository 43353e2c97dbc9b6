// What every part of the bridge's drawing shares in one frame: scales and where everything is.
#pragma once

#include <vector>

#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"
#include "sims/spaghetti_bridge/view_look.h"

namespace pt {

struct BridgeFrame {
    explicit BridgeFrame(const SpaghettiBridge& model, const BridgeLook& look = {});

    Vec low{0, 0}, high{0, 0};  // of the nodes, unloaded
    double extent = 1;          // m, the longer side of that box; > 0
    double magnify = 1;         // deflections are drawn this many times larger
    std::vector<Vec> rest;      // m, nodes without load
    std::vector<Vec> shown;     // m, nodes as drawn, deflection magnified

    // A member as drawn, from its start to its end: two points, or more where it bends.
    const std::vector<Vec>& axis(size_t member) const { return axes_[member]; }
    Vec middle(size_t member) const;

    // Forces as a share of the largest of their kind at the failure: the drawing grows with the
    // load and never rescales.
    double axialShare(double newtons) const { return share(newtons, largestAxial_); }
    double loadShare(double newtons) const { return share(newtons, largestLoad_); }
    double momentShare(double newtonMetres) const { return share(newtonMetres, largestMoment_); }
    double capacity() const { return capacity_; }  // N, of the bucket: a round number

private:
    void scale(const BridgeStatics& statics, double load);
    void displace(const SpaghettiBridge& model);
    void buckle(const SpaghettiBridge& model, double clock);
    void bend(const SpaghettiBridge& model);
    static double share(double value, double largest);

    std::vector<std::vector<Vec>> axes_;
    double largestAxial_ = 0, largestLoad_ = 0, largestMoment_ = 0, capacity_ = 1;
};

double secondsSinceFailure(const SpaghettiBridge& model);  // 0 before it

// Pieces fall from the true shape, and the picture lets go of the magnified one smoothly: the
// share of the magnification that is left, 1 until the failure and 0 soon after.
double magnified(const SpaghettiBridge& model);
// What that adds to the true place of a node after the failure.
Vec letGo(const SpaghettiBridge& model, const BridgeFrame& frame, int node);

// Left of the way from one point to the other; upwards for two that coincide.
Vec across(Vec from, Vec to);

}  // namespace pt
