// Where a point of the drawing comes when a hand lets go near it.
#pragma once

#include <string>
#include <vector>

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

// The drawing as it is seen, for finding what lies under a pointer.
class BridgeTarget {
public:
    // A broken bridge is drawn in as it was before.
    explicit BridgeTarget(const SpaghettiBridge& model);

    const Bridge& bridge() const { return bridge_; }
    Vec shown(int node) const { return shown_[static_cast<size_t>(node)]; }
    Vec rest(int node) const;
    // -1 for none. A node is as wide as `reach`, unless that would leave too little of its members.
    int nodeAt(Vec at, double reach) const;
    int memberAt(Vec at, double reach) const;
    // The item that a press means; `picked` is what the drawing has there.
    std::string itemAt(Vec at, double reach, const std::string& picked) const;

private:
    const Bridge& bridge_;
    std::vector<Vec> shown_;
    std::vector<double> room_;  // m, around each node
};

// What a point is asked to fit.
struct SnapWish {
    Vec at{0, 0};
    double reach = 0;
    bool free = false;         // only to nodes and members, when `nodes`
    bool nodes = true;         // may become a node that is there
    bool members = false;      // may come onto a member
    int self = -1;             // the node that is moved
    std::vector<Vec> anchors;  // other ends of the members that end here
};

struct Snap {
    Vec at{0, 0};
    std::string node, member;  // onto this one, or ""
    double share = 0;          // along that member
    Vec ray{0, 0};             // the anchor whose angle it has; when onRay
    bool onRay = false;
    std::string like;  // the member that is as long, or ""
};

// A round step in metres: 1 cm, and finer when the camera is near.
double snapStep(double reach);
Vec toGrid(Vec at, double step);
// A node, then a member within reach; else what is nearest: the grid, a multiple of 15° or the
// length of another member when that is very near, and both together from further away.
Snap snap(const BridgeTarget& target, const SnapWish& wish);

}  // namespace pt
