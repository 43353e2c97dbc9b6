#include "sims/spaghetti_bridge/model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/assert.h"

namespace pt {
namespace {

constexpr int collapseLength = 600;  // steps: 2.5 s
constexpr const char* types[] = {"warren", "pratt", "howe", "free"};
constexpr const char* bonds[] = {"bonded", "loose"};
constexpr const char* joints[] = {"pinned", "rigid"};

bool sameMembers(const Bridge& a, const Bridge& b) {
    return std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                      [](const BridgeMember& one, const BridgeMember& other) {
                          return one.id == other.id && one.from == other.from && one.to == other.to;
                      });
}

}  // namespace

SpaghettiBridge::SpaghettiBridge() { generate(); }
SpaghettiBridge::~SpaghettiBridge() = default;

void SpaghettiBridge::describe(Schema& schema) {
    const auto resets = Effect::resets;
    schema.param("span", span_, unit("cm"), {0.1, 1.5, 0.01}, resets);
    schema.param("height", height_, unit("cm"), {0.02, 0.6, 0.005}, resets);
    schema.param("panels", panels_, unit(""), {2, 16, 1}, resets);
    schema.param("strands", strands_, unit(""), {1, maxStrands, 1}, resets);
    schema.param("strand_diameter", material_.strandDiameter, unit("mm"), {0.8e-3, 3e-3, 0.05e-3},
                 resets);
    schema.param("E_modulus", material_.E, unit("GPa"), {1e9, 10e9, 0.1e9}, resets);
    schema.param("density", material_.density, unit("kg/m3"), {1000, 2000, 10}, resets);
    schema.param("tensile_strength", material_.tensileStrength, unit("MPa"), {5e6, 80e6, 1e6},
                 resets);
    schema.param("weibull_modulus", material_.weibullModulus, unit(""), {3, 30, 1}, resets);
    schema.param("crushing_strength", material_.crushingStrength, unit("MPa"), {10e6, 100e6, 1e6},
                 resets);
    schema.param("glue_mass", material_.glueMass, unit("g"), {0, 5e-3, 0.1e-3}, resets);
    schema.param("load_rate", loadRate_, unit("N/s"), {0.1, 50, 0.1});
    schema.choice("type", type_, types);
    schema.choice("bond", bond_, bonds);
    schema.choice("joints", joints_, joints);

    const ArgSpec fields{{"id", true, {}, {}},
                         {"x", false, unit("m"), {}},
                         {"y", false, unit("m"), {}},
                         {"support", true, {}, {}},
                         {"from", true, {}, {}},
                         {"to", true, {}, {}},
                         {"strands", false, unit(""), {}},
                         {"load", true, {}, {}}};
    schema.document(
        "bridge", [this] { return writeBridge(bridge_); },
        [this](const Json& json) -> Status {
            Result<Bridge> read = readBridge(json);
            if (!read.ok()) return read.error();
            bridge_ = std::move(read.value());
            return Ok{};
        },
        fields);
    schema.command("member_strands",
                   {{"member", true, {}, {}}, {"strands", false, unit(""), {1, maxStrands, 1}}},
                   [this](const Json& args) { return setStrands(args); });

    schema.state("bucket_load", load_, unit("N"));
    schema.state("failed_index", failedMember_, unit(""));
    schema.state("failed_mode", mode_, unit(""));
    schema.state("collapse_steps", collapseSteps_, unit(""));
    schema.state("poses", poses_, unit(""));

    schema.output("load", unit("N"), [this] { return load_; });
    schema.output("mass", unit("g"), [this] { return mass(); });
    schema.output("ratio", unit(""), [this] { return load_ / (mass() * gravity); });
    schema.output("sag", unit("mm"), [this] { return sag(); });
    schema.output("utilisation", unit(""), [this] { return utilisation(); });
    schema.output("breaking_load", unit("N"), [this] { return breakingLoad(); });
    schema.text("first_failed", [this]() -> std::string {
        return broken() ? bridge_.members[static_cast<size_t>(failedMember())].id : "";
    });
    schema.text(
        "failure_mode", [this] { return std::string(modeName()); },
        std::span(failureModes).subspan(1));
}

// Templates follow their parameters; strands that were set for single members stay as long as
// the members are the same.
void SpaghettiBridge::generate() {
    if (type() == BridgeType::free) return;
    Bridge fresh = makeBridge(type(), span_, height_, static_cast<int>(panels_));
    if (sameMembers(fresh, bridge_))
        for (size_t i = 0; i < fresh.members.size(); ++i)
            fresh.members[i].strands = bridge_.members[i].strands;
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
    ground_ = makeGround(bridge_);
    material_.bonded = bonded();
    material_.rigidJoints = rigidJoints();
    seed_ = seed;
    const Status built = statics_.build(bridge_, material_, strandCounts(), seed);
    refreshStates();
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
           whole(mode_, 1, 4) && whole(collapseSteps_, 0, collapseLength);
}

Status SpaghettiBridge::setStrands(const Json& args) {
    const int member = bridge_.findMember(args["member"].text());
    if (member < 0)
        return Error{"bridge.unknown_member", "member", {{"member", args["member"].text()}}};
    const double strands = args["strands"].number();
    if (strands != std::floor(strands) || !(strands >= 1 && strands <= maxStrands))
        return Error{"bridge.bad_strands", "strands", {{"max", std::to_string(maxStrands)}}};
    bridge_.members[static_cast<size_t>(member)].strands = static_cast<int>(strands);
    return Ok{};
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

double SpaghettiBridge::utilisation() const {
    double largest = 0;
    for (const MemberState& member : members_) largest = std::max(largest, member.utilisation);
    return largest;
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
    const NodeState hook =
        nodes_.empty() ? NodeState() : nodes_[static_cast<size_t>(bridge_.loads.front())];
    return makeBucket(bridge_, {hook.ux, hook.uy});
}

extern const LabEntry spaghetti_bridge_lab;
const LabEntry spaghetti_bridge_lab{"spaghetti_bridge", bridgeStep, []() -> std::unique_ptr<Model> {
                                        return std::make_unique<SpaghettiBridge>();
                                    }};

}  // namespace pt
