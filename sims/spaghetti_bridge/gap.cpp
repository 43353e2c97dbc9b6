#include "sims/spaghetti_bridge/gap.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace pt {
namespace {

constexpr double leastShare = 0.01;
constexpr double stiffest = 100;     // N m/rad: as good as rigid for strands
constexpr double unbreakable = 1e9;  // N
constexpr int halvings = 12;

struct Run {
    double load = 0, mass = 0;
};

Run runOf(const BridgeInput& input) {
    BridgeStatics statics;
    if (!statics.build(input).ok() || !std::isfinite(statics.breakingLoad())) return {};
    return {statics.breakingLoad(), statics.mass()};
}

// Something that may be otherwise, and how far it usually goes.
struct Suspect {
    const char* key;
    double low, high;  // SI
    std::function<void(BridgeInput&, double)> change;
};

void glue(BridgeInput& input) {
    BridgeMaterial& material = input.material;
    if (material.joints == Joints::glued) return;
    material.jointStiffness = material.joints == Joints::pinned ? 0 : stiffest;
    material.jointStrength = unbreakable;
    material.joints = Joints::glued;
}

// What each drop weighs when the rest weighs what the model says.
std::pair<double, double> glueRange(const BridgeInput& input, double real) {
    const double usual = input.material.glueMass;
    if (real <= 0) return {0.25 * usual, 4 * usual};
    BridgeInput without = input;
    without.material.glueMass = 0;
    BridgeStatics dry;
    dry.measure(without);
    BridgeStatics wet;
    wet.measure(input);
    const double drops = usual > 0 ? (wet.mass() - dry.mass()) / usual
                                   : static_cast<double>(input.bridge.nodes.size());
    const double weighed = std::max(0.0, (real - dry.mass()) / drops);
    return {weighed, weighed};
}

std::vector<Suspect> suspectsOf(const BridgeInput& input, double realMass) {
    const BridgeMaterial usual = input.material;
    const auto [lightest, heaviest] = glueRange(input, realMass);
    return {
        {"glue_mass", lightest, heaviest,
         [](BridgeInput& changed, double mass) { changed.material.glueMass = mass; }},
        {"joint_stiffness", 0, stiffest,
         [](BridgeInput& changed, double stiffness) {
             glue(changed);
             changed.material.jointStiffness = stiffness;
         }},
        {"joint_strength", 10, 90,
         [](BridgeInput& changed, double strength) {
             glue(changed);
             changed.material.jointStrength = strength;
         }},
        {"E_modulus", 0.8 * usual.E, 1.4 * usual.E,
         [](BridgeInput& changed, double E) { changed.material.E = E; }},
        {"strand_diameter", 0.95 * usual.strandDiameter, 1.05 * usual.strandDiameter,
         [usual](BridgeInput& changed, double diameter) {
             changed.material.strandDiameter = diameter;
             changed.material.thickness = usual.thickness * diameter / usual.strandDiameter;
         }},
    };
}

class GapJob : public Job {
public:
    GapJob(BridgeInput input, const Forecast& forecast, const RealResult& real,
           std::vector<Reason>& reasons)
        : input_(std::move(input)), suspects_(suspectsOf(input_, real.mass)), forecast_(forecast),
          real_(real), reasons_(reasons) {
        reasons_.clear();
        const Run usual = runOf(input_);
        base_ = usual.load;
        mass_ = usual.mass;
    }

    bool advance() override {
        if (done_ < suspects_.size()) {
            examine(suspects_[done_++]);
            return true;
        }
        if (finished_) return false;
        finished_ = true;
        const bool weaker = real_.load < base_;
        const double load =
            weaker ? std::max(forecast_.low, real_.load) : std::min(forecast_.high, real_.load);
        tell(weaker ? "strength_low" : "strength_high", load, {load, mass_});
        std::stable_sort(reasons_.begin(), reasons_.end(), [](const Reason& a, const Reason& b) {
            return a.explained > b.explained;
        });
        return false;
    }
    double progress() const override {
        return static_cast<double>(done_ + (finished_ ? 1 : 0)) /
               static_cast<double>(suspects_.size() + 1);
    }

private:
    Run with(const Suspect& suspect, double value) const {
        BridgeInput changed = input_;
        suspect.change(changed, value);
        return runOf(changed);
    }

    // From the end of the range that goes the way of the gap, back to where it is just closed.
    void examine(const Suspect& suspect) {
        const Run low = with(suspect, suspect.low), high = with(suspect, suspect.high);
        const bool up = real_.load > base_;
        const bool takeHigh = up ? high.load >= low.load : high.load <= low.load;
        double value = takeHigh ? suspect.high : suspect.low;
        Run best = takeHigh ? high : low;
        const auto beyond = [&](double load) {
            return up ? load >= real_.load : load <= real_.load;
        };
        if (beyond(best.load)) {
            double inside = takeHigh ? suspect.low : suspect.high;
            for (int i = 0; i < halvings; ++i) {
                const double middle = (inside + value) / 2;
                const Run run = with(suspect, middle);
                (beyond(run.load) ? value : inside) = middle;
                if (beyond(run.load)) best = run;
            }
        }
        tell(suspect.key, value, best);
    }

    void tell(const char* key, double value, const Run& run) {
        const double gap = real_.load - base_;
        if (gap == 0 || run.load <= 0) return;
        const double share = (run.load - base_) / gap;
        if (share >= leastShare)
            reasons_.push_back({key, value, run.load, run.mass, std::min(share, 1.0)});
    }

    BridgeInput input_;
    std::vector<Suspect> suspects_;
    Forecast forecast_;
    RealResult real_;
    std::vector<Reason>& reasons_;
    double base_ = 0, mass_ = 0;
    size_t done_ = 0;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<Job> gapJob(BridgeInput input, const Forecast& forecast, const RealResult& real,
                            std::vector<Reason>& reasons) {
    return std::make_unique<GapJob>(std::move(input), forecast, real, reasons);
}

}  // namespace pt
