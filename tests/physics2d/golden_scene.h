// One scene that uses what a collapse uses: a pile of boxes and a chain that breaks, for 600 steps
// of 1/240 s. Its hash must be the same in every build (tests/determinism).
#pragma once

#include <cstdint>

#include "engine/core/hash.h"
#include "engine/physics2d/world.h"

namespace pt {

inline BodySpec goldenBox(double x, double y, double halfLength, double halfWidth, double mass) {
    BodySpec spec;
    spec.position = {x, y};
    spec.halfLength = halfLength;
    spec.halfWidth = halfWidth;
    spec.mass = mass;
    spec.restitution = 0.2;
    return spec;
}

// A triangle of ten boxes, 4 cm each, on a floor.
inline void addPile(World& world) {
    world.add(goldenBox(0, -0.05, 2, 0.05, 0));
    for (int row = 0; row < 4; ++row)
        for (int i = 0; i < 4 - row; ++i)
            world.add(goldenBox(0.042 * i + 0.021 * row, 0.03 + 0.045 * row, 0.02, 0.02, 0.05));
}

// Twelve links of 5 cm from a fixed point beside the pile, into which they swing.
inline void addChain(World& world) {
    int last = world.add(goldenBox(-0.1, 0.5, 0.01, 0.01, 0));
    for (int i = 0; i < 12; ++i) {
        const double x = -0.1 + 0.05 * i;
        BodySpec link = goldenBox(x + 0.025, 0.5, 0.025, 0.002, 0.01);
        link.group = 1;
        link.angularDamping = 0.1;
        const int next = world.add(link);
        world.join(last, next, {x, 0.5}, i % 4 == 3, 3.0 + 2.0 * i);
        last = next;
    }
}

inline void addPoses(Hash& hash, const World& world) {
    for (int i = 0; i < world.bodies(); ++i) {
        const BodyPose pose = world.pose(i);
        for (const double value : {pose.position.x, pose.position.y, pose.angle, pose.velocity.x,
                                   pose.velocity.y, pose.spin})
            hash.add(value);
    }
}

inline uint64_t goldenScene() {
    World world(WorldSettings{});
    addPile(world);
    addChain(world);
    Hash hash;
    for (int step = 0; step < 600; ++step) {
        world.step(1.0 / 240, 4);
        addPoses(hash, world);
    }
    return hash.value();
}

}  // namespace pt
