#include "sims/spaghetti_bridge/model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/assert.h"

namespace pt {
namespace {

constexpr int collapseLength = 600;  // steps: 2.5 s
bool sameMembers(const Bridge& a, const Bridge& b) {
    return std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                      [](const BridgeMember& one, const BridgeMember& other) {
                          return one.id == other.id && one.from == other.from && one.to == other.to;
                      });
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

Status SpaghettiBridge::solve(uint64_t seed) {
    collapse_.reset();
    derived_ = {};
    seed_ = seed;
    ground_ = makeGround(bridge_);
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
        statics_.measure(bridge_, material_, strandCounts(), seed_);
        return problems_.front().error;
    }
    const Status built = statics_.build(bridge_, material_, strandCounts(), seed_);
    if (built.ok()) return Ok{};
    BridgeProblem problem{built.error(), {}, true};
    for (const Arg& arg : built.error().args)
        if (arg.name == "node") problem.items = {"node." + arg.value};
    problems_.insert(problems_.begin(), std::move(problem));
    return built;
}

void SpaghettiBridge::refreshStates() {
    nodes_.assign(bridge_.nodes.size(), {});
    members_.assign(bridge_.members.size(), {});
    if (!stands()) return;
    nodes_ = statics_.nodes(load_);
    members_ = statics_.members(load_);
}

Status SpaghettiBridge::reset(uint64_t seed) {
    load_ = 0;
    failedMember_ = -1;
    mode_ = 0;
    collapseSteps_ = 0;
    poses_.clear();
    generate();
    return solve(seed);
}

Status SpaghettiBridge::step(double seconds) {
    if (!stands()) return Error{"bridge.not_standing", "", {}};
    if (finished()) return Ok{};
    if (broken()) {
        collapse_->step(seconds);
        poses_ = collapse_->poses();
        collapseSteps_ += 1;
        if (finished()) emit({"collapsed", Json::object().set("load", load_)});
        return Ok{};
    }
    const double next = load_ + loadRate_ * seconds;
    const bool fails = next >= statics_.breakingLoad();
    load_ = fails ? statics_.breakingLoad() : next;
    refreshStates();
    if (fails) fail();
    return Ok{};
}

void SpaghettiBridge::fail() {
    failedMember_ = statics_.breakingMember();
    mode_ = static_cast<double>(statics_.breakingMode());
    startCollapse();
    poses_ = collapse_->poses();
    emit({"member_failed",
          Json::object()
              .set("member", bridge_.members[static_cast<size_t>(failedMember())].id)
              .set("mode", modeName())
              .set("load", load_)});
}

void SpaghettiBridge::startCollapse() {
    collapse_ = std::make_unique<Collapse>(
        bridge_, material_, statics_, load_,
        cascade(bridge_, material_, strandCounts(), seed_, load_, failedMember(), failureMode()));
}

// Box2D keeps state that no snapshot can hold, so a collapse is played again up to its step.
Status SpaghettiBridge::restored(uint64_t seed) {
    if (!statesFit()) return Error{"bridge.bad_state", "", {}};
    if (Status solved = solve(seed); !solved.ok() || !broken()) return solved;
    const bool failedHere = load_ == statics_.breakingLoad() &&
                            failedMember() == statics_.breakingMember() &&
                            failureMode() == statics_.breakingMode();
    if (!failedHere) return Error{"bridge.bad_state", "", {}};
    startCollapse();
    for (int i = 0; i < stepsSinceFailure(); ++i) collapse_->step(bridgeStep);
    if (collapse_->poses() != poses_) return Error{"bridge.bad_state", "", {}};
    return Ok{};
}

bool SpaghettiBridge::statesFit() const {
    const auto whole = [](double value, double low, double high) {
        return value >= low && value <= high && value == std::floor(value);
    };
    if (!(load_ >= 0 && load_ <= 1e9)) return false;
    if (!broken())
        return failedMember_ == -1 && mode_ == 0 && collapseSteps_ == 0 && poses_.empty();
    return whole(failedMember_, 0, static_cast<double>(bridge_.members.size()) - 1) &&
           whole(mode_, 1, 5) && whole(collapseSteps_, 0, collapseLength);
}

bool SpaghettiBridge::finished() const { return collapseSteps_ >= collapseLength; }

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

double SpaghettiBridge::sag() const { return stands() ? statics_.sag(load_) : 0; }

int SpaghettiBridge::weakest() const {
    int worst = -1;
    double largest = 0;
    for (size_t i = 0; i < members_.size(); ++i) {
        if (members_[i].utilisation <= largest) continue;
        largest = members_[i].utilisation;
        worst = static_cast<int>(i);
    }
    return worst;
}

double SpaghettiBridge::utilisation() const {
    const int worst = weakest();
    return worst < 0 ? 0 : members_[static_cast<size_t>(worst)].utilisation;
}

double SpaghettiBridge::stiffness() const {
    if (!stands()) return std::numeric_limits<double>::quiet_NaN();
    return 1 / (statics_.sag(1) - statics_.sag(0));
}

const char* SpaghettiBridge::modeName() const {
    return failureModes[static_cast<size_t>(failureMode())];
}

FailureMode SpaghettiBridge::failureMode() const {
    return static_cast<FailureMode>(static_cast<int>(mode_));
}

double SpaghettiBridge::breakingLoad() const {
    return broken() ? load_ : std::numeric_limits<double>::quiet_NaN();
}

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

extern const LabEntry spaghetti_bridge_lab;
const LabEntry spaghetti_bridge_lab{"spaghetti_bridge", bridgeStep, []() -> std::unique_ptr<Model> {
                                        return std::make_unique<SpaghettiBridge>();
                                    }};

}  // namespace pt
