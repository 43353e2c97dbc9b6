// What follows the first failure: the bridge as rigid pieces that fall. It shows, it does not
// measure; all reported numbers come from the statics.
#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <vector>

#include "engine/physics2d/world.h"
#include "sims/spaghetti_bridge/cascade.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

// A rigid piece of the collapsing bridge.
struct BridgePiece {
    int member = 0;  // index into Bridge::members
    glm::dvec2 center{0, 0};
    double angle = 0;                     // rad, from the member's start to its end
    double length = 0, width = 0;         // m
    bool cutFrom = false, cutTo = false;  // a fresh break at its start, its end
};

// The boxes carry the supports; the bridge stands on their tops.
struct BridgeGround {
    struct Box {
        glm::dvec2 low{0, 0}, high{0, 0};
    };
    double floor = 0;  // y
    std::vector<Box> piers;
};

struct BridgeBucket {
    glm::dvec2 hook{0, 0};  // the upper end of the rope
    glm::dvec2 center{0, 0};
    double angle = 0;  // rad; 0 hangs straight
    double rope = 0;   // m, from the hook to the rim; little is left once it stands on the floor
    double width = 0, height = 0;
};

// A box on two axles.
struct BridgeCart {
    glm::dvec2 center{0, 0};                                 // of the box
    double angle = 0;                                        // rad
    double width = 0, height = 0, wheelbase = 0, wheel = 0;  // m; wheel: radius
};

BridgeGround makeGround(const Bridge& bridge);
// Hanging still below the first load node, which is displaced by this much; below the origin while
// nothing is loaded.
BridgeBucket makeBucket(const Bridge& bridge, glm::dvec2 displacement);

// With its first axle at x on the deck (nodes, displaced), or beyond its ends.
BridgeCart makeCart(const Bridge& bridge, const std::vector<int>& deck,
                    const std::vector<NodeState>& states, double x, double wheelbase);

// The last moment in which the bridge stood.
struct FallStart {
    std::vector<NodeState> nodes;
    std::vector<Section> sections;
    double largestForce = 0;         // N, of the members
    double load = 0;                 // N
    std::optional<BridgeCart> cart;  // instead of the bucket
};

class Collapse {
public:
    // With the members that broke before anything moves.
    Collapse(const Bridge& bridge, const BridgeMaterial& material, const FallStart& start,
             const std::vector<Failure>& failures);
    void step(double dt);
    const std::vector<BridgePiece>& pieces() const { return pieces_; }
    const BridgeBucket& bucket() const { return bucket_; }
    const std::optional<BridgeCart>& cart() const { return cart_; }
    // Position, angle and velocities of every moving body: six numbers each.
    std::vector<double> poses() const;

private:
    using Places = std::vector<glm::dvec2>;  // of the nodes, displaced
    // Two pieces that are glued together; the glue gives way when they have turned too far.
    struct Glue {
        int joint, a, b;
        double angle;  // rad, from a to b when they were glued
    };
    static Places displaced(const Bridge& bridge, const std::vector<NodeState>& states);
    void cutPieces(const Bridge& bridge, const std::vector<Section>& sections, const Places& places,
                   const std::vector<Failure>& failures);
    void addBodies(const BridgeMaterial& material, const std::vector<Section>& sections);
    void joinPieces(const Bridge& bridge, const Places& places, bool rigid, double strength);
    void joinCreases(const std::vector<Failure>& failures);
    double turned(const Glue& glue) const;
    void addBucket(const Bridge& bridge, double load, glm::dvec2 hook);
    void addCart(const BridgeCart& cart, double load);
    double loadMass(double load) const;
    void slackenRope();
    void readPoses();

    World world_;
    std::vector<BridgePiece> pieces_;
    std::vector<int> bodies_;   // of the pieces
    std::vector<int> anchors_;  // a node: the body that the others there are joined to
    double lightest_ = 0;       // kg, of the pieces
    std::vector<Glue> glued_;
    int loadBody_ = -1;  // the bucket or the cart
    int rope_ = -1;      // a joint at the hook; -1 with a cart
    double floor_ = 0;   // y
    BridgeBucket bucket_;
    std::optional<BridgeCart> cart_;
};

}  // namespace pt
