#include "sims/spaghetti_bridge/collapse.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr uint16_t bridgeGroup = 1;  // planes of a bridge pass each other: its pieces do not touch
constexpr int substeps = 4;          // 960 Hz
constexpr double clearance = 0.004;  // m, from a support node to the block below it
constexpr double foldStrength = 2;   // N, of the crease of a buckled member
constexpr double heaviestBucket = 40;  // times the lightest piece: the joints would stretch
constexpr double jointReserve = 2;     // joints hold this many times the largest member force
constexpr double largestTurn = 0.5;    // rad, after which a drop of glue lets go
constexpr double largestSag = 0.05;    // of the span
constexpr double shortest = 1e-4;      // m, of a piece
constexpr double landed = 1e-3;        // m above the floor
constexpr double handle = 0.35;        // of the bucket's height

glm::dvec2 at(const BridgeNode& node) { return {node.x, node.y}; }

double span(const Bridge& bridge) {
    if (bridge.nodes.empty()) return 0.1;
    const auto [low, high] =
        std::minmax_element(bridge.nodes.begin(), bridge.nodes.end(),
                            [](const BridgeNode& a, const BridgeNode& b) { return a.x < b.x; });
    return std::max(high->x - low->x, 0.1);
}

// Where the rope is tied, seen from the bucket's centre: straight above it.
glm::dvec2 hookOf(const BridgeBucket& bucket) {
    const double up = bucket.rope + bucket.height / 2;
    return bucket.center + glm::dvec2(-math::sin(bucket.angle) * up, math::cos(bucket.angle) * up);
}

BridgePiece pieceBetween(int member, glm::dvec2 from, glm::dvec2 to, double width) {
    const glm::dvec2 along = to - from;
    BridgePiece piece;
    piece.member = member;
    piece.center = (from + to) / 2.0;
    piece.angle = math::atan2(along.y, along.x);
    piece.length = math::hypot(along.x, along.y);
    piece.width = width;
    return piece;
}

glm::dvec2 along(double angle, double distance) {
    return {math::cos(angle) * distance, math::sin(angle) * distance};
}

// Half of the usual iterations: four sub-steps make up for them.
WorldSettings roughWorld() {
    WorldSettings settings;
    settings.velocityIterations = 6;
    settings.positionIterations = 3;
    return settings;
}

BodySpec fixedBox(const BridgeGround::Box& box) {
    BodySpec spec;
    spec.position = (box.low + box.high) / 2.0;
    spec.halfLength = (box.high.x - box.low.x) / 2;
    spec.halfWidth = (box.high.y - box.low.y) / 2;
    return spec;
}

}  // namespace

BridgeGround makeGround(const Bridge& bridge) {
    if (bridge.nodes.empty()) return {};
    const double size = span(bridge);
    double lowest = bridge.nodes[0].y, left = bridge.nodes[0].x, right = left;
    for (const BridgeNode& node : bridge.nodes) {
        lowest = std::min(lowest, node.y);
        left = std::min(left, node.x);
        right = std::max(right, node.x);
    }
    const BridgeBucket bucket = makeBucket(bridge, {0, 0});
    BridgeGround ground;
    const double under = bucket.center.y - bucket.height / 2;
    ground.floor = std::min(under, lowest) - 0.22 * size;
    for (const BridgeNode& node : bridge.nodes) {
        if (node.support == Support::none) continue;
        // The outer blocks are banks, those in between are narrow piers.
        const double bank = 0.2 * size, edge = 0.02 * size;
        BridgeGround::Box box;
        box.low = {node.x - (node.x == left ? bank : edge), ground.floor};
        box.high = {node.x + (node.x == right ? bank : edge), node.y - clearance};
        ground.piers.push_back(box);
    }
    return ground;
}

BridgeBucket makeBucket(const Bridge& bridge, glm::dvec2 displacement) {
    const double size = span(bridge);
    BridgeBucket bucket;
    bucket.rope = 0.1 * size;
    bucket.width = 0.14 * size;
    bucket.height = 0.14 * size;
    if (!bridge.loads.empty()) bucket.hook = at(bridge.nodes[bridge.loads.front()]);
    bucket.hook += displacement;
    bucket.center = bucket.hook - glm::dvec2(0, bucket.rope + bucket.height / 2);
    return bucket;
}

// Where the nodes are when the first member fails. Very slender frames, whose linear deflection is
// no longer true, are drawn bent as far as a picture can bear.
Collapse::Places Collapse::displaced(const Bridge& bridge, const std::vector<NodeState>& states) {
    double farthest = 0;
    for (const NodeState& state : states)
        farthest = std::max({farthest, std::fabs(state.ux), std::fabs(state.uy)});
    const double most = largestSag * span(bridge);
    const double part = farthest > most ? most / farthest : 1;
    Places places;
    for (size_t n = 0; n < states.size(); ++n)
        places.push_back(at(bridge.nodes[n]) + part * glm::dvec2(states[n].ux, states[n].uy));
    return places;
}

BridgeCart makeCart(const Bridge& bridge, const std::vector<int>& deck,
                    const std::vector<NodeState>& states, double x, double wheelbase) {
    BridgeCart cart;
    cart.wheelbase = wheelbase;
    cart.width = 1.5 * wheelbase;
    cart.height = 0.5 * wheelbase;
    cart.wheel = 0.16 * wheelbase;
    const auto height = [&](double place) {
        const auto y = [&](int node) { return bridge.nodes[node].y + states[node].uy; };
        for (size_t i = 0; i + 1 < deck.size(); ++i) {
            const double left = bridge.nodes[deck[i]].x, right = bridge.nodes[deck[i + 1]].x;
            if (place < left || place > right) continue;
            const double share = (place - left) / (right - left);
            return (1 - share) * y(deck[i]) + share * y(deck[i + 1]);
        }
        return place < bridge.nodes[deck.front()].x ? y(deck.front()) : y(deck.back());
    };
    const glm::dvec2 front(x, height(x)), rear(x - wheelbase, height(x - wheelbase));
    cart.angle = math::atan2(front.y - rear.y, front.x - rear.x);
    const double up = 2 * cart.wheel + cart.height / 2;
    cart.center =
        (front + rear) / 2.0 + up * glm::dvec2(-math::sin(cart.angle), math::cos(cart.angle));
    return cart;
}

Collapse::Collapse(const Bridge& bridge, const BridgeMaterial& material, const FallStart& start,
                   const std::vector<Failure>& failures)
    : world_(roughWorld()) {
    const BridgeGround ground = makeGround(bridge);
    for (const BridgeGround::Box& pier : ground.piers) world_.add(fixedBox(pier));
    const double size = span(bridge), middle = bridge.nodes[bridge.loads.front()].x;
    world_.add(
        fixedBox({{middle - 10 * size, ground.floor - size}, {middle + 10 * size, ground.floor}}));

    floor_ = ground.floor;
    const Places places = displaced(bridge, start.nodes);
    cutPieces(bridge, start.sections, places, failures);
    addBodies(material, start.sections);
    joinPieces(bridge, places, material.joints != Joints::pinned,
               jointReserve * start.largestForce);
    joinCreases(failures);
    if (start.cart)
        addCart(*start.cart, start.load);
    else
        addBucket(bridge, start.load, places[bridge.loads.front()]);
    readPoses();
}

void Collapse::cutPieces(const Bridge& bridge, const std::vector<Section>& sections,
                         const Places& places, const std::vector<Failure>& failures) {
    for (size_t m = 0; m < bridge.members.size(); ++m) {
        const glm::dvec2 from = places[bridge.members[m].from], to = places[bridge.members[m].to];
        const double width = sections[m].width;
        const int member = static_cast<int>(m);
        const auto failure =
            std::find_if(failures.begin(), failures.end(),
                         [&](const Failure& candidate) { return candidate.member == member; });
        if (failure == failures.end()) {
            pieces_.push_back(pieceBetween(member, from, to, width));
            continue;
        }
        const glm::dvec2 cut = from + failure->at * (to - from);
        pieces_.push_back(pieceBetween(member, from, cut, width));
        pieces_.back().cutTo = true;
        pieces_.push_back(pieceBetween(member, cut, to, width));
        pieces_.back().cutFrom = true;
    }
}

void Collapse::addBodies(const BridgeMaterial& material, const std::vector<Section>& sections) {
    lightest_ = std::numeric_limits<double>::infinity();
    for (const BridgePiece& piece : pieces_) {
        BodySpec spec;
        spec.position = piece.center;
        spec.angle = piece.angle;
        spec.halfLength = std::max(piece.length, shortest) / 2;
        spec.halfWidth = piece.width / 2;
        spec.mass =
            sections[piece.member].area * piece.length * material.density + material.glueMass / 2;
        spec.group = bridgeGroup;
        lightest_ = std::min(lightest_, spec.mass);
        bodies_.push_back(world_.add(spec));
    }
}

// At each node every piece is glued to the first one there.
void Collapse::joinPieces(const Bridge& bridge, const Places& places, bool rigid, double strength) {
    anchors_.assign(bridge.nodes.size(), -1);
    const auto meet = [&](int node, int body) {
        int& anchor = anchors_[node];
        if (anchor < 0) {
            anchor = body;
            return;
        }
        const int joint = world_.join(anchor, body, places[node], rigid, strength);
        glued_.push_back({joint, anchor, body, 0});
        glued_.back().angle = turned(glued_.back());
    };
    for (size_t i = 0; i < pieces_.size(); ++i) {
        const BridgeMember& member = bridge.members[pieces_[i].member];
        if (!pieces_[i].cutFrom) meet(member.from, bodies_[i]);
        if (!pieces_[i].cutTo) meet(member.to, bodies_[i]);
    }
}

// A member that buckles folds before it snaps.
void Collapse::joinCreases(const std::vector<Failure>& failures) {
    for (const Failure& failure : failures) {
        if (failure.mode != FailureMode::buckling) continue;
        for (size_t i = 0; i + 1 < pieces_.size(); ++i) {
            if (pieces_[i].member != failure.member || !pieces_[i].cutTo) continue;
            const glm::dvec2 crease =
                pieces_[i].center + along(pieces_[i].angle, pieces_[i].length / 2);
            world_.join(bodies_[i], bodies_[i + 1], crease, false, foldStrength);
        }
    }
}

double Collapse::turned(const Glue& glue) const {
    return world_.pose(glue.b).angle - world_.pose(glue.a).angle - glue.angle;
}

void Collapse::addBucket(const Bridge& bridge, double load, glm::dvec2 hook) {
    bucket_ = makeBucket(bridge, hook - at(bridge.nodes[bridge.loads.front()]));
    BodySpec spec;
    spec.position = bucket_.center;
    spec.halfLength = bucket_.width / 2;
    spec.halfWidth = bucket_.height / 2;
    spec.mass = loadMass(load);
    loadBody_ = world_.add(spec);
    rope_ = world_.join(anchors_[bridge.loads.front()], loadBody_, hook, false,
                        std::numeric_limits<double>::infinity());
}

// It drops from the deck and lies where it falls.
void Collapse::addCart(const BridgeCart& cart, double load) {
    cart_ = cart;
    BodySpec spec;
    spec.position = cart.center;
    spec.angle = cart.angle;
    spec.halfLength = cart.width / 2;
    spec.halfWidth = cart.height / 2 + 1.5 * cart.wheel;
    spec.mass = loadMass(load);
    loadBody_ = world_.add(spec);
}

double Collapse::loadMass(double load) const {
    return std::clamp(load / gravity, lightest_, heaviestBucket * lightest_);
}

void Collapse::step(double dt) {
    world_.step(dt, substeps);
    for (const Glue& glue : glued_)
        if (std::fabs(turned(glue)) > largestTurn) world_.cut(glue.joint);
    slackenRope();
    readPoses();
}

// A rope cannot push: when the bucket stands it lets the bridge go.
void Collapse::slackenRope() {
    if (cart_) return;
    const BodyPose pose = world_.pose(loadBody_);
    const double reach = (std::fabs(math::cos(pose.angle)) * bucket_.height +
                          std::fabs(math::sin(pose.angle)) * bucket_.width) /
                         2;
    const double low = pose.position.y - reach;
    if (!world_.joined(rope_) || low > floor_ + landed) return;
    world_.cut(rope_);
    bucket_.rope = handle * bucket_.height;
}

void Collapse::readPoses() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
        const BodyPose pose = world_.pose(bodies_[i]);
        pieces_[i].center = pose.position;
        pieces_[i].angle = pose.angle;
    }
    const BodyPose pose = world_.pose(loadBody_);
    if (cart_) {
        cart_->center = pose.position;
        cart_->angle = pose.angle;
        return;
    }
    bucket_.center = pose.position;
    bucket_.angle = pose.angle;
    bucket_.hook = hookOf(bucket_);
}

std::vector<double> Collapse::poses() const {
    std::vector<double> all;
    std::vector<int> moving = bodies_;
    moving.push_back(loadBody_);
    for (const int body : moving) {
        const BodyPose pose = world_.pose(body);
        all.insert(all.end(), {pose.position.x, pose.position.y, pose.angle, pose.velocity.x,
                               pose.velocity.y, pose.spin});
    }
    return all;
}

}  // namespace pt
