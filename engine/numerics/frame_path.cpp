// Continuation of the equilibrium path by its arc length: a step along the tangent, then Newton in
// the plane across it (Riks), so that load and displacements may both turn back. Lengths are
// measured as the mean displacement of the nodes together with the load, which counts as the
// displacement it caused at the start.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/numerics/frame_corotational.h"
#include "engine/numerics/frame_large.h"

namespace pt {
namespace {

using frame::Condition;
using frame::Large;
using frame::Newton;
using frame::Place;
using frame::Vector;

constexpr int mostIterations = 10, mostIterationsAPoint = 40;
constexpr double sharpest = 0.4, wished = 0.18;     // turn of the path in a step, radians
constexpr double longest = 0.05, shortest = 1e-10;  // step, in frame sizes

struct Spot {
    Place place;
    Place tangent;  // of length 1
    PathPoint point;
    double distance = 0;  // from the spot before, along that one's tangent
};

// Where something of interest lies between two spots.
struct Event {
    enum Kind { limit, target, factor, margin } kind = limit;
    size_t index = 0;  // of the target
    Spot spot;
};

class Tracer {
public:
    Tracer(Large& large, const LoadPathOptions& options)
        : large_(large), options_(options), path_() {
        path_.met.resize(options.targets.size());
    }
    LoadPath run();

private:
    bool begin();
    double dot(const Place& a, const Place& b) const;
    Spot spotAt(Place place, const Place& onward, int iterations);
    std::optional<Spot> solveAt(const Spot& from, double length, Place guess);
    std::optional<Spot> step(const Spot& from);
    double turn(const Spot& from, const Spot& to) const;
    bool cutsCorner(const Spot& from, const Spot& to);
    double measure(const Event& event, const Spot& spot) const;
    std::vector<Event> crossed(const Spot& from, const Spot& to) const;
    bool locate(Event& event, const Spot& from, const Spot& to);
    bool ends(const Event& event);
    bool satisfied() const;

    Large& large_;
    const LoadPathOptions& options_;
    Vector weights_;
    double loadWeight_ = 0;
    double length_ = 0;  // of the next step
    Spot spot_;          // the last on the path
    LoadPath path_;
};

double Tracer::dot(const Place& a, const Place& b) const {
    return a.u.cwiseProduct(weights_).dot(b.u) + loadWeight_ * a.factor * b.factor;
}

// Of the place solved last.
Spot Tracer::spotAt(Place place, const Place& onward, int iterations) {
    Spot spot;
    spot.point = large_.read(place, iterations);
    spot.tangent = {large_.equilibrium().slope(), 1};
    double size = std::sqrt(dot(spot.tangent, spot.tangent));
    if (dot(spot.tangent, onward) < 0) size = -size;
    spot.tangent.u /= size;
    spot.tangent.factor /= size;
    spot.place = std::move(place);
    return spot;
}

// A rotation counts as the displacement it gives over a tenth of the frame.
bool Tracer::begin() {
    Place place = large_.start();
    if (!large_.settleKept(place, options_.steps)) return false;
    Condition unloaded{Vector::Zero(place.u.size()), 1, 0};
    if (!large_.equilibrium().solve(place, unloaded, mostIterations).converged) return false;

    const double arm = large_.size() / 10;
    weights_ = Vector::Constant(place.u.size(), 1 / static_cast<double>(large_.fineNodes()));
    for (const auto& dofs : large_.equilibrium().mesh().nodeDofs)
        if (dofs[2] >= 0) weights_[dofs[2]] *= arm * arm;
    const Vector slope = large_.equilibrium().slope();
    loadWeight_ = slope.cwiseProduct(weights_).dot(slope);
    length_ = large_.size() * (options_.firstStep > 0 ? options_.firstStep : 1e-3);
    spot_ = spotAt(place, {Vector::Zero(place.u.size()), 1}, 0);
    return std::isfinite(loadWeight_) && loadWeight_ > 0;
}

// On the chord, at this distance along the tangent of `from`.
Place between(const Spot& from, const Spot& to, double distance) {
    const double share = distance / to.distance;
    return {from.place.u + share * (to.place.u - from.place.u),
            from.place.factor + share * (to.place.factor - from.place.factor)};
}

// The equilibrium at this distance along the tangent of `from`.
std::optional<Spot> Tracer::solveAt(const Spot& from, double length, Place guess) {
    Condition condition{from.tangent.u.cwiseProduct(weights_), loadWeight_ * from.tangent.factor};
    condition.value = dot(from.tangent, from.place) + length;
    const Newton newton = large_.equilibrium().solve(guess, condition, mostIterations);
    path_.iterations += newton.iterations;
    if (!newton.converged) return std::nullopt;
    Spot spot = spotAt(std::move(guess), from.tangent, newton.iterations);
    spot.distance = length;
    return spot;
}

// In radians, of the tangent and of the chord.
double Tracer::turn(const Spot& from, const Spot& to) const {
    const Place chord{to.place.u - from.place.u, to.place.factor - from.place.factor};
    const double straight = to.distance / std::sqrt(dot(chord, chord));
    const double along = std::min(straight, dot(from.tangent, to.tangent));
    return std::sqrt(std::max(0.0, 2 - 2 * along));
}

// Would the load, as the cubic through both ends, turn and turn back in between?
bool hidesLimits(double from, double to, double mean) {
    if (from * to <= 0) return false;
    const double bend = 3 * (from + to) - 6 * mean;  // slope(t) = from + 2 tilt t + bend t²
    const double tilt = 3 * mean - 2 * from - to;
    const double lowest = -tilt / bend;
    if (!(lowest > 0 && lowest < 1)) return false;
    return (from + tilt * lowest) * from < 0;
}

// The stability changed without a limit point: a bifurcation, which the path runs straight
// through, or a corner just short of one, of a frame that is not quite perfect. Looks for the
// change from close by.
bool Tracer::cutsCorner(const Spot& from, const Spot& to) {
    constexpr int halvings = 20;
    const int before = from.point.unstable;
    if (to.point.unstable == before || from.tangent.factor * to.tangent.factor < 0) return false;
    double low = 0, high = to.distance;
    for (int i = 0; i < halvings; ++i) {
        const double t = (low + high) / 2;
        const std::optional<Spot> middle = solveAt(from, t, between(from, to, t));
        if (!middle || turn(from, *middle) > sharpest) return true;
        (middle->point.unstable == before ? low : high) = t;
    }
    return false;
}

// One step, shortened until the path hardly turns in it; the next one is fitted to that turn.
std::optional<Spot> Tracer::step(const Spot& from) {
    const double size = large_.size();
    for (; length_ > shortest * size; length_ /= 2) {
        std::optional<Spot> to = solveAt(from, length_,
                                         {from.place.u + length_ * from.tangent.u,
                                          from.place.factor + length_ * from.tangent.factor});
        if (!to) continue;
        const double turned = turn(from, *to);
        if (!(turned <= sharpest)) continue;
        const double mean = (to->place.factor - from.place.factor) / length_;
        const double slope = to->tangent.factor / dot(from.tangent, to->tangent);
        if (length_ > 1e-6 * size && hidesLimits(from.tangent.factor, slope, mean)) continue;
        if (cutsCorner(from, *to)) continue;
        length_ = std::min(length_ * std::clamp(wished / turned, 0.5, 2.0), longest * size);
        return to;
    }
    return std::nullopt;
}

// Changes sign where the event is.
double Tracer::measure(const Event& event, const Spot& spot) const {
    switch (event.kind) {
    case Event::limit: return spot.tangent.factor;
    case Event::factor: return spot.point.factor - options_.maxFactor;
    case Event::margin: return options_.margin(spot.point);
    case Event::target: break;
    }
    const PathTarget& target = options_.targets[event.index];
    const auto& displacement = spot.point.state.displacements[static_cast<size_t>(target.node)];
    return displacement[static_cast<size_t>(target.direction)] - target.value;
}

std::vector<Event> Tracer::crossed(const Spot& from, const Spot& to) const {
    std::vector<Event> events;
    const auto consider = [&](Event::Kind kind, size_t index = 0) {
        const Event event{kind, index, {}};
        const double before = measure(event, from), after = measure(event, to);
        if ((before < 0) != (after < 0) || (after == 0 && before != 0)) events.push_back(event);
    };
    consider(Event::limit);
    for (size_t i = 0; i < options_.targets.size(); ++i)
        if (!path_.met[i]) consider(Event::target, i);
    if (std::isfinite(options_.maxFactor)) consider(Event::factor);
    if (options_.margin) consider(Event::margin);
    return events;
}

// Regula falsi in its Illinois form, with a halving where a jump keeps it from closing in.
bool Tracer::locate(Event& event, const Spot& from, const Spot& to) {
    double low = 0, high = to.distance, width = high;
    double atLow = measure(event, from), atHigh = measure(event, to);
    event.spot = to;
    int side = 0;
    const double small = 1e-12 * (std::fabs(atLow) + std::fabs(atHigh));
    for (int i = 0; i < 80 && high - low > 1e-12 * to.distance && std::fabs(atHigh) > small; ++i) {
        double t = (low * atHigh - high * atLow) / (atHigh - atLow);
        const bool stuck = i % 5 == 4 && high - low > width / 4;
        if (i % 5 == 4) width = high - low;
        if (stuck || !(t > low && t < high)) t = (low + high) / 2;
        std::optional<Spot> middle = solveAt(from, t, between(from, to, t));
        if (!middle) return high - low < 1e-9 * to.distance;
        const double value = measure(event, *middle);
        if ((value < 0) == (atHigh < 0) || value == 0) {
            high = t;
            atHigh = value;
            event.spot = std::move(*middle);
            if (side == 1) atLow /= 2;
            side = 1;
        } else {
            low = t;
            atLow = value;
            if (side == -1) atHigh /= 2;
            side = -1;
        }
    }
    return true;
}

bool Tracer::satisfied() const {
    const bool all = std::all_of(path_.met.begin(), path_.met.end(),
                                 [](const auto& point) { return point.has_value(); });
    if (options_.limits == 0) return all && !path_.met.empty();
    return all && path_.limits.size() >= static_cast<size_t>(options_.limits);
}

bool Tracer::ends(const Event& event) {
    if (event.kind == Event::limit) path_.limits.push_back(event.spot.point);
    if (event.kind == Event::target) path_.met[event.index] = event.spot.point;
    if (event.kind == Event::factor) path_.end = PathEnd::factor;
    if (event.kind == Event::margin) path_.end = PathEnd::margin;
    const bool done = satisfied();
    if (done) path_.end = PathEnd::limits;
    return done || event.kind == Event::factor || event.kind == Event::margin;
}

LoadPath Tracer::run() {
    path_.end = PathEnd::lost;
    if (!begin()) return std::move(path_);
    path_.points.push_back(spot_.point);
    if (options_.margin && options_.margin(spot_.point) <= 0) path_.end = PathEnd::margin;
    if (path_.end == PathEnd::margin) return std::move(path_);
    while (static_cast<int>(path_.points.size()) < options_.maxPoints) {
        std::optional<Spot> next = step(spot_);
        if (!next || path_.iterations / mostIterationsAPoint > options_.maxPoints)
            return std::move(path_);
        std::vector<Event> events = crossed(spot_, *next);
        for (Event& event : events)
            if (!locate(event, spot_, *next)) return std::move(path_);
        std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
            return a.spot.distance < b.spot.distance;
        });
        for (const Event& event : events)
            if (ends(event)) {
                path_.points.push_back(event.spot.point);
                return std::move(path_);
            }
        spot_ = std::move(*next);
        path_.points.push_back(spot_.point);
    }
    path_.end = PathEnd::points;
    return std::move(path_);
}

Error badOption(const char* option) { return {"frame.bad_option", "", {{"option", option}}}; }

Status checkOptions(const Frame& frame, const LoadPathOptions& options) {
    constexpr int mostLimits = 1000, mostPoints = 100000;
    if (options.limits < 0 || options.limits > mostLimits) return badOption("limits");
    if (!(options.maxFactor > 0)) return badOption("maxFactor");
    if (!(options.firstStep >= 0 && options.firstStep <= 1)) return badOption("firstStep");
    if (options.maxPoints < 2 || options.maxPoints > mostPoints) return badOption("maxPoints");
    for (const PathTarget& target : options.targets) {
        const bool node = target.node >= 0 && static_cast<size_t>(target.node) < frame.nodes.size();
        if (!node || target.direction < 0 || target.direction > 2 || !std::isfinite(target.value))
            return Error{"frame.bad_target", "", {{"node", std::to_string(target.node)}}};
    }
    return Ok{};
}

}  // namespace

Result<LoadPath> followLoad(const Frame& frame, const LoadPathOptions& options) {
    if (Status status = checkOptions(frame, options); !status.ok()) return status.error();
    auto opened = Large::open(frame, options);
    if (!opened.ok()) return opened.error();
    Large& large = *opened.value();
    if (!large.equilibrium().loaded()) return Error{"frame.no_load", "", {}};
    return Tracer(large, options).run();
}

}  // namespace pt
