// Rigid bodies in the plane: a thin layer over Box2D 2.4.1 (the only one that includes it) with
// every default set on purpose. It animates; numbers that are reported come from own solvers.
// Measured at 960 Hz (tests/physics2d): fall and period within 0.1 % of the closed form, the
// stopping distance within 0.4 %, the height of a bounce within 1 %, or 0.4 mm.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <memory>
#include <vector>

namespace pt {

struct WorldSettings {
    double gravity = 9.81;    // m/s², down
    double lengthScale = 25;  // Box2D metres a real metre: Box2D is tuned for bodies of 0.1 m
                              // and up, so small parts are scaled and gravity with them
    int velocityIterations = 12;
    int positionIterations = 8;
};

struct BodySpec {
    glm::dvec2 position{0, 0};  // centre of mass, m
    double angle = 0;           // rad
    glm::dvec2 velocity{0, 0};  // m/s
    double spin = 0;            // rad/s
    double halfLength = 0;      // m, box along the body's x; > 0
    double halfWidth = 0;       // m; > 0; under 0.6 mm it touches as if it were 0.6 mm
    double mass = 0;            // kg; 0: fixed to the world
    double friction = 0.5;      // of a pair: the geometric mean
    double restitution = 0;     // of a pair: the larger one; holds at every speed of impact
    uint16_t group = 0;         // bodies of one nonzero group do not touch each other
    double linearDamping = 0, angularDamping = 0;  // 1/s
};

struct BodyPose {
    glm::dvec2 position{0, 0};
    double angle = 0;
    glm::dvec2 velocity{0, 0};
    double spin = 0;
};

class World {
public:
    explicit World(const WorldSettings& settings);
    ~World();
    World(World&&) noexcept;
    World& operator=(World&&) noexcept;

    int add(const BodySpec& spec);  // index, in order of adding
    // A joint at a world point. rigid: no rotation. It breaks when its force exceeds `strength`
    // (N; infinity: never); broken joints are gone at the end of the step.
    int join(int a, int b, glm::dvec2 point, bool rigid, double strength);
    bool joined(int joint) const;
    void cut(int joint);

    // `substeps` equal parts of dt; small parts want 960 Hz or more.
    void step(double dt, int substeps);
    BodyPose pose(int body) const;
    int bodies() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace pt
