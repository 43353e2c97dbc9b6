#include "sims/spaghetti_bridge/model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pt {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool sameMembers(const Bridge& a, const Bridge& b) {
    return std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                      [](const BridgeMember& one, const BridgeMember& other) {
                          return one.id == other.id && one.from == other.from && one.to == other.to;
                      });
}

// A material of the table replaces the numbers of the strand; how it is glued stays.
BridgeMaterial madeOf(BridgeMaterial material, const StrandMaterial& strand) {
    material.shape = strand.outline.shape;
    material.strandDiameter = strand.outline.width;
    material.thickness = strand.outline.thickness;
    material.E = strand.E.value;
    material.density = strand.density.value;
    material.tensileStrength = strand.strength.value;
    material.strengthLength = strand.strengthLength;
    material.weibullModulus = strand.weibullModulus.value;
    material.crushingStrength = strand.crushing.value;
    return material;
}

}  // namespace

SpaghettiBridge::SpaghettiBridge() { generate(); }
SpaghettiBridge::~SpaghettiBridge() = default;

// Templates follow their parameters; strands and bonds that were set for single members stay as
// long as the members are the same.
void SpaghettiBridge::generate() {
    if (type() == BridgeType::free) return;
    Bridge fresh = makeBridge(type(), span_, height_, static_cast<int>(panels_));
    if (sameMembers(fresh, bridge_))
        for (size_t i = 0; i < fresh.members.size(); ++i) {
            fresh.members[i].strands = bridge_.members[i].strands;
            fresh.members[i].bond = bridge_.members[i].bond;
        }
    bridge_ = std::move(fresh);
}

std::vector<int> SpaghettiBridge::strandCounts() const {
    std::vector<int> counts;
    for (size_t i = 0; i < bridge_.members.size(); ++i)
        counts.push_back(strands(static_cast<int>(i)));
    return counts;
}

BridgeInput SpaghettiBridge::input() const {
    BridgeInput input{bridge_, material_, strandCounts(), seed_, {}};
    if (loading() == Loading::cart) input.wheelbase = wheelbase_;
    return input;
}

Status SpaghettiBridge::solve(uint64_t seed) {
    collapse_.reset();
    damaged_.reset();
    derived_ = {};
    repeats_.clear();
    reasons_.clear();
    seed_ = seed;
    ground_ = makeGround(bridge_);
    material_ = own_;
    strandBought_ = strandLength_;
    if (const StrandMaterial* strand = findStrandMaterial(bridgeMaterials[ownMaterial_])) {
        material_ = madeOf(own_, *strand);
        strandBought_ = strand->length;
    }
    material_.bonded = bonded();
    material_.joints = joints();
    material_.planes = planes();
    material_.bracing = static_cast<Bracing>(bracing_);
    const Status built = build();
    refreshStates();
    return built;
}

// A drawing with faults is not handed to the statics; what only forces can tell is added to them.
Status SpaghettiBridge::build() {
    problems_ = inspect(bridge_);
    if (!problems_.empty() && problems_.front().blocking) {
        statics_.measure(input());
        return problems_.front().error;
    }
    const Status built = statics_.build(input());
    if (built.ok()) return Ok{};
    BridgeProblem problem{built.error(), {}, true};
    for (const Arg& arg : built.error().args)
        if (arg.name == "node") problem.items = {"node." + arg.value};
    problems_.insert(problems_.begin(), std::move(problem));
    return built;
}

void SpaghettiBridge::refreshStates() {
    nodes_.resize(bridge_.nodes.size());
    members_.assign(bridge_.members.size(), {});
    if (!stands()) {
        nodes_.assign(bridge_.nodes.size(), {});
        return;
    }
    const BridgeLoad load = loadNow();
    members_ = present().members(load);
    if (!damaged_ || damaged_->credible(load)) nodes_ = present().nodes(load);
}

Status SpaghettiBridge::reset(uint64_t seed) {
    load_ = 0;
    progress_ = 0;
    failedMember_ = -1;
    mode_ = 0;
    collapseSteps_ = 0;
    sinceFailure_ = 0;
    poses_.clear();
    failureList_.clear();
    failures_.clear();
    generate();
    return solve(seed);
}

int SpaghettiBridge::strands(int member) const {
    const int own = bridge_.members[static_cast<size_t>(member)].strands;
    return own > 0 ? own : static_cast<int>(strands_);
}

double SpaghettiBridge::memberLength(int member) const {
    return statics_.lengths()[static_cast<size_t>(member)];
}

double SpaghettiBridge::memberWidth(int member) const {
    return statics_.sections()[static_cast<size_t>(member)].width;
}

double SpaghettiBridge::sag() const {
    double lowest = 0;
    for (const NodeState& node : nodes_) lowest = std::min(lowest, node.uy);
    return -lowest;
}

int SpaghettiBridge::weakest() const { return worstMember(members_).member; }

double SpaghettiBridge::utilisation() const {
    return broken() ? 1 : worstMember(members_).utilisation;
}

double SpaghettiBridge::stiffness() const {
    if (!stands()) return nan;
    const BridgeLoad one =
        loading() == Loading::cart ? statics_.cart(1, statics_.worstPlace()) : BridgeLoad(1);
    return 1 / (statics_.sag(one) - statics_.sag(0));
}

const char* SpaghettiBridge::modeName() const {
    return failureModes[static_cast<size_t>(failureMode())];
}

FailureMode SpaghettiBridge::failureMode() const {
    return static_cast<FailureMode>(static_cast<int>(mode_));
}

const std::string& SpaghettiBridge::idOf(int member) const {
    return bridge_.members[static_cast<size_t>(member)].id;
}

double SpaghettiBridge::breakingLoad() const { return falling() ? load_ : nan; }

const std::vector<BridgePiece>& SpaghettiBridge::pieces() const {
    static const std::vector<BridgePiece> none;
    return collapse_ ? collapse_->pieces() : none;
}

BridgeBucket SpaghettiBridge::bucket() const {
    if (collapse_) return collapse_->bucket();
    if (bridge_.loads.empty()) return makeBucket(bridge_, {0, 0});
    const NodeState& hook = nodes_[static_cast<size_t>(bridge_.loads.front())];
    return makeBucket(bridge_, {hook.ux, hook.uy});
}

std::optional<BridgeCart> SpaghettiBridge::cart() const {
    if (loading() != Loading::cart || !stands()) return std::nullopt;
    if (collapse_) return collapse_->cart();
    return makeCart(bridge_, statics_.deck(), nodes_, cartPlace(progress_), wheelbase_);
}

extern const LabEntry spaghetti_bridge_lab;
const LabEntry spaghetti_bridge_lab{"spaghetti_bridge", bridgeStep, []() -> std::unique_ptr<Model> {
                                        return std::make_unique<SpaghettiBridge>();
                                    }};

}  // namespace pt
