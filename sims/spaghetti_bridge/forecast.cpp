#include "sims/spaghetti_bridge/forecast.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pt {
namespace {

// Apart from the seeds that people type.
constexpr uint64_t firstSeed = 0x70726f65667475;

// What a limit of mode `mode` grows with when the strands are `thickness` times as thick: its axial
// part, its moment.
struct Growth {
    double axial, moment;
};
Growth growth(FailureMode mode, double thickness) {
    const double square = thickness * thickness;
    if (mode == FailureMode::buckling) return {square * square, 1};
    if (mode == FailureMode::joint) return {1, thickness};
    return {square, square * thickness};
}

// A limit as a straight line in the load.
struct Line {
    int member;
    FailureMode mode;
    double ownAxial, ownMoment, axial, moment;
};

std::vector<Line> linesOf(const BridgeStatics& statics) {
    std::vector<Line> lines;
    for (const Limit& limit : statics.limits()) {
        const MemberForces& own = statics.ownForces().forces[limit.member];
        const MemberForces& unit = statics.unitForces().forces[limit.member];
        lines.push_back({limit.member, limit.mode, limit.axialPart(own), limit.bendingPart(own),
                         limit.axialPart(unit), limit.bendingPart(unit)});
    }
    return lines;
}

double breaksAt(const Line& line, double strength, double thickness) {
    Growth grown = growth(line.mode, thickness);
    if (line.mode == FailureMode::tension) {
        grown.axial *= strength;
        grown.moment *= strength;
    }
    const double slope = line.axial / grown.axial + line.moment / grown.moment;
    const double start = line.ownAxial / grown.axial + line.ownMoment / grown.moment;
    if (start >= 1) return 0;
    return slope > 0 ? (1 - start) / slope : std::numeric_limits<double>::infinity();
}

class Repeats : public Job {
public:
    Repeats(BridgeInput input, int count, std::vector<Repeat>& repeats)
        : input_(std::move(input)), first_(input_.seed), count_(count), repeats_(repeats) {
        repeats_.clear();
        intact_.share(std::make_shared<CriticalLoads>());
    }
    bool advance() override {
        if (done_ >= count_) return false;
        ++done_;
        input_.seed = first_ + static_cast<uint64_t>(done_);
        if (intact_.build(input_).ok()) {
            const BrokenBridge broken = breakBridge(input_, intact_);
            if (!broken.failures.empty())
                repeats_.push_back({input_.seed, broken.load, broken.failures.front().member,
                                    broken.failures.front().mode});
        }
        return done_ < count_;
    }
    double progress() const override { return static_cast<double>(done_) / count_; }

private:
    BridgeInput input_;
    uint64_t first_;
    int count_, done_ = 0;
    std::vector<Repeat>& repeats_;
    BridgeStatics intact_;  // keeps its symbolic factorisation
};

}  // namespace

const ForecastDraws::Member& ForecastDraws::of(const BridgeMaterial& material, int strands,
                                               const std::string& member) {
    const Key key{material.weibullModulus, material.diameterScatter, material.planes};
    if (drawnFor_ != key || drawn_.size() > 4 * maxBridgeMembers) {
        drawn_.clear();
        drawnFor_ = key;
    }
    const auto [entry, isNew] = drawn_.try_emplace({member, strands});
    if (!isNew) return entry->second;
    for (int i = 0; i < forecastDraws; ++i) {
        const uint64_t seed = firstSeed + static_cast<uint64_t>(i);
        entry->second.strength.push_back(drawPlanes(material, strands, seed, member));
        entry->second.thickness.push_back(drawThickness(material, strands, seed, member));
    }
    return entry->second;
}

Forecast forecastOf(const BridgeInput& input, const BridgeStatics& statics, ForecastDraws& draws) {
    // Strengths and thicknesses of this seed go out of the limits, those of the draws come in.
    std::vector<double> drawn, thickness;
    std::vector<const ForecastDraws::Member*> members;
    for (size_t i = 0; i < input.strands.size(); ++i) {
        const std::string& id = input.bridge.members[i].id;
        members.push_back(&draws.of(input.material, input.strands[i], id));
        drawn.push_back(statics.strengths()[i] /
                        meanStrength(input.material, statics.lengths()[i]));
        thickness.push_back(drawThickness(input.material, input.strands[i], input.seed, id));
    }
    std::vector<Line> lines = linesOf(statics);
    // With strands of one thickness the strength alone is drawn: the other limits stay.
    double fixed = std::numeric_limits<double>::infinity();
    if (input.material.diameterScatter == 0)
        std::erase_if(lines, [&](const Line& line) {
            if (line.mode == FailureMode::tension) return false;
            fixed = std::min(fixed, breaksAt(line, 1, 1));
            return true;
        });
    std::vector<double> loads;
    for (size_t draw = 0; draw < forecastDraws; ++draw) {
        double load = fixed;
        for (const Line& line : lines) {
            const size_t i = static_cast<size_t>(line.member);
            load = std::min(load, breaksAt(line, members[i]->strength[draw] / drawn[i],
                                           members[i]->thickness[draw] / thickness[i]));
        }
        loads.push_back(load);
    }
    std::sort(loads.begin(), loads.end());
    return {quantile(loads, 0.1), quantile(loads, 0.5), quantile(loads, 0.9), forecastDraws};
}

double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const size_t below = static_cast<size_t>(std::floor(place));
    if (below + 1 >= sorted.size() || sorted[below] == sorted[below + 1]) return sorted[below];
    return sorted[below] + (place - std::floor(place)) * (sorted[below + 1] - sorted[below]);
}

Spread spreadOf(const std::vector<Repeat>& repeats) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const double count = static_cast<double>(repeats.size());
    if (repeats.size() < 2) return {nan, nan};
    Spread spread;
    for (const Repeat& repeat : repeats) spread.mean += repeat.load / count;
    double squares = 0;
    for (const Repeat& repeat : repeats)
        squares += (repeat.load - spread.mean) * (repeat.load - spread.mean);
    spread.deviation = std::sqrt(squares / (count - 1));
    return spread;
}

std::unique_ptr<Job> repeatJob(BridgeInput input, int count, std::vector<Repeat>& repeats) {
    return std::make_unique<Repeats>(std::move(input), count, repeats);
}

}  // namespace pt
