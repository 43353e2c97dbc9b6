#include "sims/material_test/fits.h"

#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

StrandOutline outlineOf(const Measurement& row, StrandShape shape) {
    return {shape, row.width, shape == StrandShape::round ? 0 : row.thickness};
}

void addStiffness(Fits& fits, const Measurement& row, const Section& section) {
    if (!(row.force > 0) || !(row.deflection > 0) || !(row.span > 0)) return;
    const double length = row.span;
    if (row.test == TestKind::tension) {
        fits.tension.x.push_back(row.deflection / length);
        fits.tension.y.push_back(row.force / section.area);
    } else if (row.test == TestKind::bending) {
        const double edge = section.inertia / section.modulus;
        fits.bending.x.push_back(12 * row.deflection * edge / (length * length));
        fits.bending.y.push_back(row.force * length / (4 * section.modulus));
    } else {
        const double large = elasticaLoad(row.deflection / length);
        fits.columns.x.push_back(1 / row.deflection);
        fits.columns.y.push_back(row.force * length * length /
                                 (math::pi * math::pi * section.inertia * large));
    }
}

void addBreak(Fits& fits, const Measurement& row, const Section& section) {
    if (!row.broke || !(row.force > 0)) return;
    if (row.test == TestKind::tension) fits.tensionBreaks.push_back(row.force / section.area);
    if (row.test == TestKind::bending && row.span > 0)
        fits.bendBreaks.push_back(row.force * row.span / (4 * section.modulus));
}

Measurement oneStrand(Measurement row) {
    row.strands = 1;
    return row;
}

// Southwell's line when it can be drawn, otherwise the mean of what each reading says.
void fitColumns(Fits& fits) {
    const Line line = fitLine(fits.columns);
    if (line.intercept.known() && line.intercept.value > 0) {
        fits.columnLine = line;
        fits.columnE = line.intercept;
    } else {
        fits.columnE = meanOf(fits.columns.y);
    }
}

}  // namespace

bool hasSection(const Measurement& row, StrandShape shape) {
    return isOutline(outlineOf(row, shape));
}

Section sectionOf(const Measurement& row, StrandShape shape) {
    return bundle(outlineOf(row, shape), row.strands, row.bonded);
}

Fits fitRows(std::span<const Measurement> rows, const std::string& material, StrandShape shape) {
    Fits fits;
    std::vector<double> densities, widths;
    for (const Measurement& row : rows) {
        if (row.material != material || !hasSection(row, shape)) continue;
        const Section section = sectionOf(row, shape);
        addStiffness(fits, row, section);
        addBreak(fits, row, section);
        widths.push_back(row.width);
        if (row.mass > 0 && row.strandLength > 0)
            densities.push_back(row.mass /
                                (sectionOf(oneStrand(row), shape).area * row.strandLength));
    }
    fits.tensionE = slopeThroughOrigin(fits.tension);
    fits.bendingE = slopeThroughOrigin(fits.bending);
    fitColumns(fits);
    fits.density = meanOf(densities);
    fits.width = meanOf(widths);
    return fits;
}

Estimate stiffness(const Fits& fits, TestKind test) {
    if (test == TestKind::tension) return fits.tensionE;
    return test == TestKind::bending ? fits.bendingE : fits.columnE;
}

const std::vector<double>& breaks(const Fits& fits, TestKind test) {
    static const std::vector<double> none;
    if (test == TestKind::tension) return fits.tensionBreaks;
    return test == TestKind::bending ? fits.bendBreaks : none;
}

}  // namespace pt
