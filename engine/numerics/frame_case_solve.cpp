#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "engine/core/math.h"
#include "engine/numerics/frame_case.h"
#include "engine/numerics/frame_case_state.h"
#include "engine/numerics/frame_corotational.h"
#include "engine/numerics/frame_modes.h"
#include "engine/numerics/frame_subdivide.h"
#include "engine/numerics/weibull.h"

namespace pt {
namespace {

using Answers = Result<std::vector<CaseAnswer>>;

constexpr int mostModes = 100, mostLimits = 20;

// "at" as a whole number from 1 to `most`; 0 for anything else.
int ordinal(const CaseAsk& ask, int most) {
    const std::optional<double> at = caseNumber(ask.at);
    return at && *at >= 1 && *at <= most && *at == std::floor(*at) ? static_cast<int>(*at) : 0;
}

Error unknownAsk(const CaseAsk& ask) {
    return {"case.quantity", "", {{"quantity", ask.quantity}, {"component", ask.component}}};
}

Error unknownAt(const CaseAsk& ask) {
    return {"case.unknown_at", "", {{"at", ask.at}, {"quantity", ask.quantity}}};
}

Error notReached(const CaseAsk& ask) {
    return {"case.not_reached", "", {{"quantity", ask.quantity}, {"at", ask.at}}};
}

template <class One>
Answers answerAll(const FrameCase& item, One one) {
    std::vector<CaseAnswer> answers;
    for (const CaseAsk& ask : item.asks) {
        const Result<CaseAnswer> answer = one(ask);
        if (!answer.ok()) return answer.error();
        answers.push_back(answer.value());
    }
    return answers;
}

CaseAnswer plain(double value) { return {value, std::fabs(value), 0, false}; }

Answers fromState(const FrameCase& item, const FrameSolution& state) {
    return answerAll(item, [&](const CaseAsk& ask) { return stateAnswer(item, state, ask); });
}

Answers solveStatic(const FrameCase& item) {
    FrameSolver solver;
    const Result<FrameSolution> solved = solver.solve(item.frame);
    if (!solved.ok()) return solved.error();
    return fromState(item, solved.value());
}

Answers solveSpace(const FrameCase& item) {
    const Result<TrussSolution> solved = solveTruss(item.truss);
    if (!solved.ok()) return solved.error();
    return answerAll(item,
                     [&](const CaseAsk& ask) { return stateAnswer(item, solved.value(), ask); });
}

Answers solveBuckling(const FrameCase& item) {
    int count = 1;
    for (const CaseAsk& ask : item.asks) {
        if (ask.quantity != "buckling_factor") return unknownAsk(ask);
        if (!ask.at.empty() && ordinal(ask, mostModes) == 0) return unknownAt(ask);
        count = std::max(count, ordinal(ask, mostModes));
    }
    FrameSolver solver;
    const auto modes = solver.buckling(item.frame, item.parts, count);
    if (!modes.ok()) return modes.error();
    if (!modes.value().front().converged) return Error{"case.not_converged", "", {}};
    return answerAll(item, [&](const CaseAsk& ask) -> Result<CaseAnswer> {
        const size_t index = static_cast<size_t>(std::max(1, ordinal(ask, mostModes))) - 1;
        if (index >= modes.value().size()) return notReached(ask);
        return plain(modes.value()[index].factor);
    });
}

Answers solveSecondOrder(const FrameCase& item) {
    FrameSolver solver;  // the members as given first: its errors name them
    if (const auto whole = solver.solve(item.frame); !whole.ok()) return whole.error();
    const Result<SecondOrderSolution> solved =
        solver.secondOrder(subdivided(item.frame, item.parts));
    if (!solved.ok()) return solved.error();
    if (!solved.value().converged) return Error{"case.not_converged", "", {}};
    return fromState(item, gathered(item, solved.value().state));
}

Answers solveLargeState(const FrameCase& item) {
    LargeOptions options;
    options.parts = item.parts;
    const Result<LargeSolution> solved = solveLarge(item.frame, options);
    if (!solved.ok()) return solved.error();
    if (!solved.value().converged) return Error{"case.no_equilibrium", "", {}};
    return fromState(item, solved.value().point.state);
}

// The load that a path is told in: the factor times the largest force (or moment) of the case.
const FrameLoad* mainLoad(const Frame& frame) {
    const FrameLoad* main = nullptr;
    for (const FrameLoad& load : frame.loads)
        if (!main || math::hypot(load.fx, load.fy) > math::hypot(main->fx, main->fy)) main = &load;
    return main;
}

double magnitude(const FrameLoad& load) {
    const double force = math::hypot(load.fx, load.fy);
    return force > 0 ? force : std::fabs(load.m);
}

// The direction in which the load pushes most.
int mainDirection(const FrameLoad& load) {
    if (load.fx == 0 && load.fy == 0) return 2;
    return std::fabs(load.fx) > std::fabs(load.fy) ? 0 : 1;
}

int direction(const std::string& component) {
    return component == "ux" ? 0 : component == "uy" ? 1 : component == "rz" ? 2 : -1;
}

Answers solvePath(const FrameCase& item) {
    const FrameLoad* load = mainLoad(item.frame);
    if (!load) return Error{"frame.no_load", "", {}};
    LoadPathOptions options;
    options.parts = item.parts;
    options.limits = 0;
    for (const CaseAsk& ask : item.asks) {
        const bool limit = ask.quantity == "limit_load" || ask.quantity == "limit_disp";
        if (!limit && ask.quantity != "load_at_disp") return unknownAsk(ask);
        if (limit && ordinal(ask, mostLimits) == 0) return unknownAt(ask);
        options.limits = std::max(options.limits, ordinal(ask, mostLimits) * limit);
        if (limit) continue;
        const std::optional<double> at = caseNumber(ask.at);
        if (!at) return unknownAt(ask);
        options.targets.push_back({load->node, mainDirection(*load), *at});
    }
    const Result<LoadPath> traced = followLoad(item.frame, options);
    if (!traced.ok()) return traced.error();
    const LoadPath& path = traced.value();
    size_t target = 0;
    return answerAll(item, [&](const CaseAsk& ask) -> Result<CaseAnswer> {
        const PathPoint* point = nullptr;
        if (ask.quantity == "load_at_disp") {
            const std::optional<PathPoint>& met = path.met[target++];
            if (met) point = &*met;
        } else if (const size_t k = static_cast<size_t>(ordinal(ask, mostLimits));
                   k <= path.limits.size()) {
            point = &path.limits[k - 1];
        }
        if (!point) return notReached(ask);
        if (ask.quantity != "limit_disp") {
            if (ask.component == "lambda") return plain(point->factor);
            if (ask.component == "P") return plain(point->factor * magnitude(*load));
            return unknownAsk(ask);
        }
        const int d = direction(ask.component);
        if (d < 0) return unknownAsk(ask);
        return plain(point->state.displacements[load->node][d]);
    });
}

// Bending modes are those whose energy is not mostly in longer and shorter members.
Result<CaseAnswer> frequency(const FrameModes& modes, const CaseAsk& ask) {
    const bool bendingOnly = ask.quantity == "frequency_bending";
    int left = ordinal(ask, mostModes);
    for (const FrameMode& mode : modes.modes) {
        if (bendingOnly && !(mode.frequency > 0 && mode.bending > 0.5)) continue;
        if (--left > 0) continue;
        if (ask.component == "Hz" || ask.component.empty()) return plain(mode.frequency);
        if (ask.component == "rad/s") return plain(2 * math::pi * mode.frequency);
        return unknownAsk(ask);
    }
    return notReached(ask);
}

Answers solveModal(const FrameCase& item) {
    int asked = 1;
    for (const CaseAsk& ask : item.asks) {
        if (ask.quantity != "frequency_bending" && ask.quantity != "frequency")
            return unknownAsk(ask);
        if (ordinal(ask, mostModes) == 0) return unknownAt(ask);
        asked = std::max(asked, ordinal(ask, mostModes));
    }
    if (const auto whole = naturalModes(item.frame, 1); !whole.ok()) return whole.error();
    const Frame fine = subdivided(item.frame, item.parts);
    // Modes of another kind may lie between those that are asked.
    for (int count = asked + 4;; count *= 2) {
        const Result<FrameModes> modes = naturalModes(fine, count);
        if (!modes.ok()) return modes.error();
        if (!modes.value().converged) return Error{"case.not_converged", "", {}};
        Answers answers =
            answerAll(item, [&](const CaseAsk& ask) { return frequency(modes.value(), ask); });
        const bool all = static_cast<int>(modes.value().modes.size()) < count;
        if (answers.ok() || answers.error().key != "case.not_reached" || all ||
            count > 4 * mostModes)
            return answers;
    }
}

// The number in front of `tail` and after `head`: "mean ratio for 10x volume".
std::optional<double> numberBetween(const std::string& text, std::string_view head,
                                    std::string_view tail) {
    if (text.size() <= head.size() + tail.size() || text.compare(0, head.size(), head) != 0 ||
        text.compare(text.size() - tail.size(), tail.size(), tail) != 0)
        return std::nullopt;
    return caseNumber(text.substr(head.size(), text.size() - head.size() - tail.size()));
}

Answers solveStatistics(const FrameCase& item) {
    return answerAll(item, [](const CaseAsk& ask) -> Result<CaseAnswer> {
        const std::optional<double> at = caseNumber(ask.at);
        if (!at || !(*at >= 0.1 && *at <= 1000)) return unknownAt(ask);
        const Weibull strength{1, *at};
        if (ask.quantity == "mean/s0") return plain(strength.mean());
        if (ask.quantity == "CV") return plain(strength.variation());
        if (ask.quantity == "median/s0") return plain(strength.fractile(0.5));
        if (ask.quantity == "3pt-bend/tension mean strength ratio (same rod)")
            return plain(bendingRatio(*at));
        if (ask.quantity == "Daniels bundle asymptotic strength/s0")
            return plain(bundleStrength(*at));
        const auto times = numberBetween(ask.quantity, "mean ratio for ", "x volume");
        if (times && *times > 0) return plain(sizeEffect(*at, *times));
        const auto percent = numberBetween(ask.quantity, "", "% fractile/s0");
        if (percent && *percent >= 0 && *percent < 100)
            return plain(strength.fractile(*percent / 100));
        return unknownAsk(ask);
    });
}

// Stress in a member at the first failure, or right after it under the same load.
Result<CaseAnswer> collapseStress(const FrameCase& item, const BrittleStage& stage,
                                  const CaseAsk& ask) {
    const bool after = ask.quantity.find("right_after") != std::string::npos;
    if (!after && ask.quantity.find("at_first_failure") == std::string::npos)
        return unknownAsk(ask);
    const auto member = std::find(item.members.begin(), item.members.end(), ask.at);
    if (member == item.members.end()) return unknownAt(ask);
    const size_t m = static_cast<size_t>(member - item.members.begin());
    const double unit = ask.component == "MPa" ? item.stressUnit : 1;
    const double force = after ? stage.after[m] : stage.before[m];
    return plain(force / item.frame.members[m].A * unit);
}

Answers solveCollapse(const FrameCase& item) {
    const FrameLoad* load = mainLoad(item.frame);
    if (!load) return Error{"frame.no_load", "", {}};
    const Result<BrittleCascade> solved = brittleCascade(item.frame, item.strengths);
    if (!solved.ok()) return solved.error();
    const BrittleCascade& cascade = solved.value();
    return answerAll(item, [&](const CaseAsk& ask) -> Result<CaseAnswer> {
        if (cascade.stages.empty()) return notReached(ask);
        const BrittleStage& first = cascade.stages.front();
        if (ask.quantity == "first_failure_load") {
            const bool named =
                std::any_of(first.failed.begin(), first.failed.end(), [&](const BrittleFailure& f) {
                    return item.members[f.member] == ask.at;
                });
            if (!named && !ask.at.empty()) return notReached(ask);
            return plain(cascade.firstFailure * magnitude(*load));
        }
        if (ask.quantity == "capacity_after_first_failure")
            return plain(first.capacity * magnitude(*load));
        if (ask.quantity.find("stress") == std::string::npos) return unknownAsk(ask);
        return collapseStress(item, first, ask);
    });
}

Answers solveAny(const FrameCase& item) {
    switch (item.analysis) {
    case CaseAnalysis::linearStatic: return solveStatic(item);
    case CaseAnalysis::linearStatic3d: return solveSpace(item);
    case CaseAnalysis::linearBuckling: return solveBuckling(item);
    case CaseAnalysis::secondOrder: return solveSecondOrder(item);
    case CaseAnalysis::large: return solveLargeState(item);
    case CaseAnalysis::largeLimit: return solvePath(item);
    case CaseAnalysis::modal: return solveModal(item);
    case CaseAnalysis::statistics: return solveStatistics(item);
    case CaseAnalysis::collapse: return solveCollapse(item);
    }
    return Error{"case.analysis", "", {}};
}

// The solvers speak of indices.
Error named(const FrameCase& item, Error error) {
    for (Arg& arg : error.args) {
        const bool node = arg.name == "node";
        if (!node && arg.name != "member" && arg.name != "other") continue;
        const std::vector<std::string>& ids = node ? item.nodes : item.members;
        const std::optional<double> index = caseNumber(arg.value);
        if (index && *index >= 0 && *index < static_cast<double>(ids.size()))
            arg.value = ids[static_cast<size_t>(*index)];
    }
    error.where = item.id;
    return error;
}

// Numbers of the reference solver's own rounding, where the exact value is 0, count as 0.
void judge(const CaseAsk& ask, CaseAnswer& answer) {
    if (!ask.value) return;
    constexpr double rounding = 1e-11;
    const double value = *ask.value;
    const bool zero = std::fabs(value) <= rounding * answer.size;
    const double scale = zero ? answer.size : std::fabs(value);
    const double off = std::fabs(answer.value - value);
    answer.error = off == 0 ? 0 : scale > 0 ? off / scale : std::numeric_limits<double>::infinity();
    answer.good = answer.error <= ask.tolerance;
}

}  // namespace

Result<std::vector<CaseAnswer>> solveFrameCase(const FrameCase& item) {
    Answers answers = solveAny(item);
    if (!answers.ok()) return named(item, answers.error());
    for (size_t i = 0; i < item.asks.size(); ++i) judge(item.asks[i], answers.value()[i]);
    return answers;
}

}  // namespace pt
