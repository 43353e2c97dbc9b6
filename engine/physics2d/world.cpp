#include "engine/physics2d/world.h"

// Before Box2D's headers: their inline functions must use our sine too.
#include "engine/physics2d/box2d_math.h"

#include <algorithm>
#include <box2d/box2d.h>

#include "engine/core/assert.h"

namespace pt {
namespace {

// Constants that Box2D fixes when it is compiled, in its metres; they suit us because of
// WorldSettings::lengthScale. At the default of 25 a body may overlap 0.2 mm before it is pushed
// out, and at 960 Hz move at 77 m/s and turn at 1500 rad/s before it is held back.
static_assert(b2_linearSlop == 0.005f && b2_polygonRadius == 2 * b2_linearSlop);
static_assert(b2_maxTranslation == 2.0f && b2_baumgarte == 0.2f);

// Box2D rounds a box off with a skin around it; we want the skin inside the stated size. What is
// left of a very thin body is as thick as the overlap Box2D allows.
float withoutSkin(double half, double scale) {
    return std::max(static_cast<float>(half * scale) - b2_polygonRadius, b2_linearSlop);
}

b2Vec2 toBox(glm::dvec2 v, double scale) {
    return {static_cast<float>(v.x * scale), static_cast<float>(v.y * scale)};
}

glm::dvec2 fromBox(b2Vec2 v, double scale) { return glm::dvec2(v.x, v.y) / scale; }

b2BodyDef bodyDef(const BodySpec& spec, double scale) {
    b2BodyDef def;
    def.type = spec.mass > 0 ? b2_dynamicBody : b2_staticBody;
    def.position = toBox(spec.position, scale);
    def.angle = static_cast<float>(spec.angle);
    def.linearVelocity = toBox(spec.velocity, scale);
    def.angularVelocity = static_cast<float>(spec.spin);
    def.linearDamping = static_cast<float>(spec.linearDamping);
    def.angularDamping = static_cast<float>(spec.angularDamping);
    def.allowSleep = false;  // a slow body goes on moving: nothing stops before friction stops it
    def.awake = true;
    def.fixedRotation = false;
    def.bullet = false;  // moving bodies may pass through each other within a sub-step, not
                         // through fixed ones; the other costs more than small parts are worth
    def.enabled = true;
    def.gravityScale = 1;
    return def;
}

b2FixtureDef fixtureDef(const BodySpec& spec, const b2Shape& shape) {
    b2FixtureDef def;
    def.shape = &shape;
    def.friction = static_cast<float>(spec.friction);
    def.restitution = static_cast<float>(spec.restitution);
    def.restitutionThreshold = 0;  // slow impacts bounce as fast ones do
    def.density = 0;               // the mass is set, see massOf
    def.isSensor = false;
    def.filter.categoryBits = 1;
    def.filter.maskBits = 0xffff;
    def.filter.groupIndex = static_cast<int16_t>(-spec.group);  // negative: never touch
    return def;
}

// Of the full box, with the skin.
b2MassData massOf(const BodySpec& spec, double scale) {
    const double length = spec.halfLength * scale, width = spec.halfWidth * scale;
    b2MassData data;
    data.mass = static_cast<float>(spec.mass);
    data.center = b2Vec2(0, 0);
    data.I = static_cast<float>(spec.mass * (length * length + width * width) / 3);
    return data;
}

void initialize(b2RevoluteJointDef& def, b2Body* a, b2Body* b, b2Vec2 point) {
    def.Initialize(a, b, point);
    def.enableLimit = false;
    def.enableMotor = false;
    def.collideConnected = false;  // parts that share a node overlap there
}

void initialize(b2WeldJointDef& def, b2Body* a, b2Body* b, b2Vec2 point) {
    def.Initialize(a, b, point);
    def.stiffness = 0;  // no spring: as rigid as the iterations make it
    def.damping = 0;
    def.collideConnected = false;
}

template <class Def>
b2Joint* createJoint(b2World& world, b2Body* a, b2Body* b, b2Vec2 point) {
    Def def;
    initialize(def, a, b, point);
    return world.CreateJoint(&def);
}

}  // namespace

struct World::Impl {
    struct Joint {
        b2Joint* joint;  // null once cut; owned by the world
        double strength;
    };

    explicit Impl(const WorldSettings& chosen)
        : settings(chosen), world(toBox({0, -chosen.gravity}, chosen.lengthScale)) {
        world.SetAllowSleeping(false);
        world.SetWarmStarting(true);       // joints of a chain converge over several steps
        world.SetContinuousPhysics(true);  // nothing falls through the floor
        world.SetSubStepping(false);       // each step ends at its full time
        world.SetAutoClearForces(true);
    }

    void cut(Joint& joint) {
        if (joint.joint == nullptr) return;
        world.DestroyJoint(joint.joint);
        joint.joint = nullptr;
    }

    // Box2D's forces are lengthScale times too large, as its lengths are.
    void breakOverloaded(double stepsPerSecond) {
        for (Joint& joint : joints) {
            if (joint.joint == nullptr) continue;
            const b2Vec2 force = joint.joint->GetReactionForce(static_cast<float>(stepsPerSecond));
            if (static_cast<double>(force.Length()) > joint.strength * settings.lengthScale)
                cut(joint);
        }
    }

    WorldSettings settings;
    b2World world;
    std::vector<b2Body*> bodies;  // owned by the world
    std::vector<Joint> joints;
};

World::World(const WorldSettings& settings) : impl_(std::make_unique<Impl>(settings)) {
    PT_ASSERT(settings.lengthScale > 0);
}
World::~World() = default;
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;

int World::add(const BodySpec& spec) {
    PT_ASSERT(spec.halfLength > 0 && spec.halfWidth > 0 && spec.mass >= 0);
    PT_ASSERT(spec.group <= INT16_MAX);
    const double scale = impl_->settings.lengthScale;
    const b2BodyDef def = bodyDef(spec, scale);
    b2Body* body = impl_->world.CreateBody(&def);
    b2PolygonShape box;
    box.SetAsBox(withoutSkin(spec.halfLength, scale), withoutSkin(spec.halfWidth, scale));
    const b2FixtureDef fixture = fixtureDef(spec, box);
    body->CreateFixture(&fixture);
    const b2MassData mass = massOf(spec, scale);
    body->SetMassData(&mass);
    impl_->bodies.push_back(body);
    return bodies() - 1;
}

int World::join(int a, int b, glm::dvec2 point, bool rigid, double strength) {
    PT_ASSERT(a != b && a >= 0 && b >= 0 && a < bodies() && b < bodies());
    const b2Vec2 at = toBox(point, impl_->settings.lengthScale);
    b2Body *first = impl_->bodies[a], *second = impl_->bodies[b];
    b2Joint* joint = rigid ? createJoint<b2WeldJointDef>(impl_->world, first, second, at)
                           : createJoint<b2RevoluteJointDef>(impl_->world, first, second, at);
    impl_->joints.push_back({joint, strength});
    return static_cast<int>(impl_->joints.size()) - 1;
}

bool World::joined(int joint) const { return impl_->joints[joint].joint != nullptr; }

void World::cut(int joint) { impl_->cut(impl_->joints[joint]); }

void World::step(double dt, int substeps) {
    PT_ASSERT(dt > 0 && substeps > 0);
    const double part = dt / substeps;
    for (int i = 0; i < substeps; ++i) {
        impl_->world.Step(static_cast<float>(part), impl_->settings.velocityIterations,
                          impl_->settings.positionIterations);
        impl_->breakOverloaded(1 / part);
    }
}

BodyPose World::pose(int body) const {
    const b2Body& from = *impl_->bodies[body];
    const double scale = impl_->settings.lengthScale;
    return {fromBox(from.GetPosition(), scale), from.GetAngle(),
            fromBox(from.GetLinearVelocity(), scale), from.GetAngularVelocity()};
}

int World::bodies() const { return static_cast<int>(impl_->bodies.size()); }

}  // namespace pt
