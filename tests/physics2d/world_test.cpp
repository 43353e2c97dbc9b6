// Against closed forms; the tolerances are what Box2D reaches at 960 Hz and are stated in world.h.
#include "engine/physics2d/world.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "engine/core/hash.h"
#include "engine/core/math.h"
#include "tests/physics2d/golden_scene.h"

namespace pt {
namespace {

constexpr double g = 9.81;
constexpr double dt = 1.0 / 240;
constexpr int substeps = 4;
constexpr double never = std::numeric_limits<double>::infinity();

BodySpec box(double x, double y, double halfLength, double halfWidth, double mass) {
    BodySpec spec;
    spec.position = {x, y};
    spec.halfLength = halfLength;
    spec.halfWidth = halfWidth;
    spec.mass = mass;
    return spec;
}

BodySpec floorAt(double y) { return box(0, y - 0.05, 5, 0.05, 0); }

void run(World& world, double seconds) {
    const int steps = static_cast<int>(std::lround(seconds / dt));
    for (int i = 0; i < steps; ++i) world.step(dt, substeps);
}

// y = y0 + v t - g t^2 / 2. The semi-implicit Euler step lags by g t h / 2 with h = 1/960 s.
TEST(World, FallsAsInClosedForm) {
    World world(WorldSettings{});
    BodySpec stone = box(0.3, 2, 0.02, 0.02, 0.1);
    stone.velocity = {1.5, 2};
    stone.spin = 3;
    const int body = world.add(stone);
    run(world, 1);
    const BodyPose pose = world.pose(body);
    EXPECT_NEAR(pose.position.x, 0.3 + 1.5, 1e-4);
    EXPECT_NEAR(pose.position.y, 2 + 2 - g / 2, g / 2 / 960 + 1e-4);
    EXPECT_NEAR(pose.velocity.y, 2 - g, 1e-4);
    EXPECT_NEAR(pose.angle, 3, 1e-4);
}

// The same fall whatever the scale: gravity, lengths and speeds are scaled alike.
TEST(World, LengthScaleDoesNotChangeTheMotion) {
    for (const double scale : {1.0, 25.0, 100.0}) {
        WorldSettings settings;
        settings.lengthScale = scale;
        World world(settings);
        world.add(floorAt(0));
        const int body = world.add(box(0, 1, 0.1, 0.1, 2));
        run(world, 0.3);
        EXPECT_NEAR(world.pose(body).position.y, 1 - g * 0.09 / 2, 0.003) << scale;
        EXPECT_NEAR(world.pose(body).velocity.y, -g * 0.3, 0.001) << scale;
    }
}

TEST(World, OwnGravityAndSpeedDamping) {
    WorldSettings settings;
    settings.gravity = 0;
    World world(settings);
    BodySpec puck = box(0, 0, 0.02, 0.02, 0.1);
    puck.velocity = {2, 0};
    puck.linearDamping = 1.5;
    puck.spin = 4;
    puck.angularDamping = 0.5;
    const int body = world.add(puck);
    run(world, 1);
    EXPECT_NEAR(world.pose(body).velocity.x, 2 * std::exp(-1.5), 0.002);
    EXPECT_NEAR(world.pose(body).spin, 4 * std::exp(-0.5), 0.002);
}

// Time of the n-th passage through the vertical, to a linear share of a step.
double passageTime(World& world, int body, int passages) {
    double time = 0, last = world.pose(body).position.x;
    while (passages > 0 && time < 60) {
        world.step(dt, substeps);
        time += dt;
        const double now = world.pose(body).position.x;
        if ((last < 0) != (now < 0)) --passages;
        if (passages == 0) return time - dt * now / (now - last);
        last = now;
    }
    return never;
}

// A rod of length L on a pin at its end: T = 2 pi sqrt(2 L / 3 g) (1 + a^2 / 16 + 11 a^4 / 3072)
// for an amplitude a (published, e.g. Landau and Lifshitz, Mechanics, section 11).
TEST(World, RodPendulumHasItsPeriod) {
    const double length = 0.2, amplitude = 0.35;
    World world(WorldSettings{});
    const int support = world.add(box(0, 0, 0.01, 0.01, 0));
    BodySpec rod = box(length / 2 * std::sin(amplitude), -length / 2 * std::cos(amplitude),
                       length / 2, 0.001, 0.002);
    rod.angle = amplitude - math::pi / 2;
    rod.group = 1;
    const int body = world.add(rod);
    world.join(support, body, {0, 0}, false, never);
    const double first = passageTime(world, body, 1);
    const double tenPeriods = passageTime(world, body, 20);
    const double period = 2 * math::pi * std::sqrt(2 * length / (3 * g)) *
                          (1 + std::pow(amplitude, 2) / 16 + 11 * std::pow(amplitude, 4) / 3072);
    EXPECT_NEAR(first, period / 4, period / 4 * 0.004);
    EXPECT_NEAR(tenPeriods / 10, period, period * 0.001);
}

// Dropped from height h with restitution e it rises to e^2 h.
double bounceHeight(double restitution, double drop) {
    World world(WorldSettings{});
    world.add(floorAt(0));
    BodySpec ball = box(0, 0.02 + drop, 0.02, 0.02, 0.1);
    ball.restitution = restitution;
    const int body = world.add(ball);
    while (world.pose(body).velocity.y <= 0 && world.pose(body).position.y > 0)
        world.step(dt / 8, 1);
    double highest = 0, before = -1;
    while (world.pose(body).position.y > before) {
        before = world.pose(body).position.y;
        highest = std::max(highest, before - 0.02);
        world.step(dt / 8, 1);
    }
    return highest;
}

TEST(World, BouncesByItsRestitution) {
    EXPECT_NEAR(bounceHeight(1, 0.5), 0.5, 0.0025);
    EXPECT_NEAR(bounceHeight(0.5, 0.5), 0.125, 0.00125);
}

// Box2D's own threshold would stop bounces below 1 m/s.
TEST(World, SlowImpactsBounceToo) { EXPECT_NEAR(bounceHeight(0.8, 0.03), 0.64 * 0.03, 0.0004); }

TEST(World, InelasticImpactStays) {
    World world(WorldSettings{});
    world.add(floorAt(0));
    const int body = world.add(box(0, 0.3, 0.02, 0.02, 0.1));
    run(world, 1);
    EXPECT_NEAR(world.pose(body).position.y, 0.02, 0.00025);  // it sinks in by 0.2 mm
    EXPECT_NEAR(world.pose(body).velocity.y, 0, 1e-3);
    EXPECT_NEAR(world.pose(body).angle, 0, 1e-3);
}

// Two equal pucks, head on, e = 1: they swap velocities. e = 0: they go on together.
TEST(World, CollisionKeepsMomentum) {
    for (const double e : {0.0, 1.0}) {
        WorldSettings settings;
        settings.gravity = 0;
        World world(settings);
        BodySpec left = box(-0.1, 0, 0.02, 0.02, 0.1), right = box(0.1, 0, 0.02, 0.02, 0.1);
        left.velocity = {0.4, 0};
        left.restitution = right.restitution = e;
        const int a = world.add(left), b = world.add(right);
        run(world, 1);
        EXPECT_NEAR(world.pose(a).velocity.x, e == 1 ? 0 : 0.2, 0.002) << e;
        EXPECT_NEAR(world.pose(b).velocity.x, e == 1 ? 0.4 : 0.2, 0.002) << e;
    }
}

// v^2 / (2 mu g) with Box2D's mixing, the geometric mean of the two coefficients.
TEST(World, SlidesToItsStoppingDistance) {
    World world(WorldSettings{});
    BodySpec ground = floorAt(0);
    ground.friction = 0.4;
    world.add(ground);
    BodySpec sled = box(0, 0.01, 0.05, 0.01, 0.2);
    sled.friction = 0.1;
    sled.velocity = {1, 0};
    const int body = world.add(sled);
    run(world, 1.5);
    EXPECT_NEAR(world.pose(body).position.x, 1 / (2 * 0.2 * g), 0.001);
    EXPECT_NEAR(world.pose(body).velocity.x, 0, 1e-4);
}

// A hanging weight pulls with m g = 0.981 N.
World hanging(double strength, bool rigid, int& joint) {
    World world(WorldSettings{});
    const int support = world.add(box(0, 0, 0.01, 0.01, 0));
    const int weight = world.add(box(0, -0.05, 0.01, 0.03, 0.1));
    joint = world.join(support, weight, {0, -0.02}, rigid, strength);
    return world;
}

TEST(World, JointBreaksAtItsStrength) {
    for (const bool rigid : {false, true}) {
        int joint = 0;
        World strong = hanging(0.981 * 1.02, rigid, joint);
        run(strong, 1);
        EXPECT_TRUE(strong.joined(joint)) << rigid;
        EXPECT_NEAR(strong.pose(1).position.y, -0.05, 0.0001) << rigid;

        World weak = hanging(0.981 * 0.98, rigid, joint);
        run(weak, 0.1);
        EXPECT_FALSE(weak.joined(joint)) << rigid;
        EXPECT_LT(weak.pose(1).velocity.y, -0.5) << rigid;
    }
}

TEST(World, CutJointLetsGoAndMayBeCutAgain) {
    int joint = 0;
    World world = hanging(never, false, joint);
    run(world, 0.2);
    world.cut(joint);
    world.cut(joint);
    EXPECT_FALSE(world.joined(joint));
    run(world, 0.5);
    EXPECT_NEAR(world.pose(1).position.y, -0.05 - g * 0.25 / 2, 0.004);
}

// A rod of mass m held level at its end by a rigid joint stays level; on a pin it swings down.
TEST(World, RigidJointKeepsTheAngle) {
    for (const bool rigid : {false, true}) {
        World world(WorldSettings{});
        const int wall = world.add(box(0, 0, 0.01, 0.01, 0));
        BodySpec rod = box(0.1, 0, 0.1, 0.002, 0.005);
        rod.group = 1;
        const int body = world.add(rod);
        world.join(wall, body, {0, 0}, rigid, never);
        run(world, 0.15);
        if (rigid)
            EXPECT_NEAR(world.pose(body).angle, 0, 0.001);
        else
            EXPECT_LT(world.pose(body).angle, -0.5);
    }
}

TEST(World, BodiesOfOneGroupPassThroughEachOther) {
    for (const uint16_t group : {uint16_t{0}, uint16_t{7}}) {
        World world(WorldSettings{});
        BodySpec ground = floorAt(0), stone = box(0, 0.1, 0.02, 0.02, 0.1);
        ground.group = stone.group = group;
        world.add(ground);
        const int body = world.add(stone);
        run(world, 0.5);
        if (group == 0)
            EXPECT_NEAR(world.pose(body).position.y, 0.02, 0.001);
        else
            EXPECT_LT(world.pose(body).position.y, -0.5);
    }
}

// A 1.7 mm straw at 10 m/s crosses the floor's surface within one sub-step.
TEST(World, FastThinBodyDoesNotFallThroughTheFloor) {
    World world(WorldSettings{});
    world.add(box(0, -0.005, 1, 0.005, 0));
    BodySpec straw = box(0, 0.3, 0.05, 0.00085, 0.001);
    straw.velocity = {0, -10};
    const int body = world.add(straw);
    run(world, 1);
    EXPECT_GT(world.pose(body).position.y, 0);
    EXPECT_LT(world.pose(body).position.y, 0.01);
}

struct Link {
    int body;
    double mass, inertia;
};

double energy(const World& world, const std::vector<Link>& links) {
    double sum = 0;
    for (const Link& link : links) {
        const BodyPose p = world.pose(link.body);
        const double speed2 = p.velocity.x * p.velocity.x + p.velocity.y * p.velocity.y;
        sum += link.mass * (speed2 / 2 + g * p.position.y) + link.inertia * p.spin * p.spin / 2;
    }
    return sum;
}

// Let go level, a chain of ten 5 cm links falls 0.25 m on average: 0.25 J for its 0.1 kg.
TEST(World, FallingChainGainsNoEnergy) {
    World world(WorldSettings{});
    int last = world.add(box(0, 0, 0.01, 0.01, 0));
    std::vector<Link> links;
    for (int i = 0; i < 10; ++i) {
        BodySpec spec = box(0.05 * i + 0.025, 0, 0.025, 0.002, 0.01);
        spec.group = 1;
        const int body = world.add(spec);
        world.join(last, body, {0.05 * i, 0}, false, never);
        links.push_back({body, 0.01, 0.01 * (0.05 * 0.05 + 0.004 * 0.004) / 12});
        last = body;
    }
    const double start = energy(world, links);
    double highest = start;
    for (int i = 0; i < 1200; ++i) {
        world.step(dt, substeps);
        highest = std::max(highest, energy(world, links));
    }
    EXPECT_LT(highest - start, 0.25 * 0.002);
}

TEST(World, MovedFromWorldHandsOverItsBodies) {
    World first(WorldSettings{});
    first.add(box(0, 1, 0.1, 0.1, 1));
    World second = std::move(first);
    EXPECT_EQ(second.bodies(), 1);
    second.step(dt, substeps);
    EXPECT_LT(second.pose(0).velocity.y, 0);
}

// The number that every compiler and the browser must print (tests/determinism compares them).
TEST(World, GoldenSceneHasItsHash) { EXPECT_EQ(hex(goldenScene()), "93a839f13a0a7330"); }

// The scene would prove little if nothing broke or everything did.
TEST(World, GoldenSceneBreaksSomeJoints) {
    World world(WorldSettings{});
    addPile(world);
    addChain(world);
    for (int step = 0; step < 600; ++step) world.step(1.0 / 240, 4);
    int left = 0;
    for (int joint = 0; joint < 12; ++joint) left += world.joined(joint);
    EXPECT_GT(left, 0);
    EXPECT_LT(left, 12);
}

}  // namespace
}  // namespace pt
