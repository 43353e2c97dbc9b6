#include "sims/material_test/stand.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

// Complete elliptic integrals K(k) and E(k) by the arithmetic-geometric mean
// (Abramowitz and Stegun 17.6); 0 <= k < 1.
struct Elliptic {
    double K, E;
};
Elliptic elliptic(double k) {
    double a = 1, b = std::sqrt(1 - k * k), c = k, weight = 0.5, sum = weight * c * c;
    for (int i = 0; i < 12 && std::fabs(c) > 1e-17; ++i) {
        c = (a - b) / 2;
        const double mean = (a + b) / 2;
        b = std::sqrt(a * b);
        a = mean;
        weight *= 2;
        sum += weight * c * c;
    }
    const double first = math::pi / (2 * a);
    return {first, first * (1 - sum)};
}

double foldModulus() { return math::sin(foldAngle / 2); }

// The k in [low, high] where rising(k) is 0.
template <class F>
double root(double low, double high, const F& rising) {
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (rising(middle) < 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

double modulusOf(double deflection) {
    return root(0, foldModulus(), [&](double k) { return elastica(k).deflection - deflection; });
}

// The column at one k; k0 belongs to its first bow.
struct Column {
    const Specimen& piece;
    double span;
    Elastica first;

    double force(const Elastica& now) const {
        return now.deflection <= first.deflection
                   ? 0
                   : eulerLoad(piece, span) * now.load * (1 - first.deflection / now.deflection);
    }
    double shortening(const Elastica& now) const {
        return span * (now.shortening - first.shortening) +
               force(now) * span / (piece.E * piece.section.area);
    }
};

}  // namespace

StandPoint pull(const Specimen& piece, double span, double force) {
    StandPoint point;
    point.force = force;
    point.stress = force / piece.section.area;
    point.deflection = point.stress * span / piece.E;
    if (point.stress >= piece.tension) point.outcome = Outcome::broken;
    return point;
}

StandPoint bend(const Specimen& piece, double span, double force) {
    StandPoint point;
    point.force = force;
    point.stress = force * span / (4 * piece.section.modulus);
    point.deflection = force * span * span * span / (48 * piece.E * piece.section.inertia);
    if (point.stress >= piece.bending)
        point.outcome = Outcome::broken;
    else if (point.deflection >= slipDeflection * span)
        point.outcome = Outcome::slipped;
    return point;
}

StandPoint press(const Specimen& piece, double span, double shortening) {
    const double first = modulusOf(piece.bow / span);
    const Column column{piece, span, elastica(first)};
    const double k = root(first, foldModulus(), [&](double trial) {
        return column.shortening(elastica(trial)) - shortening;
    });
    const Elastica now = elastica(k);
    StandPoint point;
    point.force = column.force(now);
    point.deflection = now.deflection * span;
    const double axial = point.force / piece.section.area;
    point.stress = point.force * point.deflection / piece.section.modulus - axial;
    if (point.stress >= piece.bending)
        point.outcome = Outcome::broken;
    else if (axial >= piece.crushing)
        point.outcome = Outcome::crushed;
    else if (k >= foldModulus() * (1 - 1e-9))
        point.outcome = Outcome::folded;
    return point;
}

double forceAtBow(const Specimen& piece, double span, double deflection) {
    const Column column{piece, span, elastica(modulusOf(piece.bow / span))};
    return column.force(elastica(modulusOf(deflection / span)));
}

double eulerLoad(const Specimen& piece, double span) {
    return math::pi * math::pi * piece.E * piece.section.inertia / (span * span);
}

Elastica elastica(double k) {
    const Elliptic integrals = elliptic(k);
    const double whole = 2 * integrals.K / math::pi;
    return {whole * whole, k / integrals.K, 2 * (1 - integrals.E / integrals.K)};
}

// θ'' = -(2K)² sin θ with θ = end angle at the hinge, by the midpoint rule; θ' = -(2K)² y.
std::vector<CurvePoint> elasticaCurve(double deflection, int pieces) {
    constexpr int finer = 16;
    const double k = modulusOf(deflection), whole = 2 * elliptic(k).K;
    const double stiffness = whole * whole, ds = 1.0 / (pieces * finer);
    double angle = 2 * math::asin(k);
    CurvePoint at;
    std::vector<CurvePoint> curve{at};
    for (int i = 1; i <= pieces * finer; ++i) {
        const double turned = angle - stiffness * at.aside * ds / 2;
        const double aside = at.aside + math::sin(angle) * ds / 2;
        at.along += math::cos(turned) * ds;
        at.aside += math::sin(turned) * ds;
        angle -= stiffness * aside * ds;
        if (i % finer == 0) curve.push_back(at);
    }
    return curve;
}

double elasticaLoad(double deflection) { return elastica(modulusOf(deflection)).load; }

}  // namespace pt
