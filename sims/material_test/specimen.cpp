#include "sims/material_test/specimen.h"

#include <algorithm>
#include <string>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "engine/numerics/weibull.h"

namespace pt {
namespace {

constexpr double leastBow = 0.0005, mostBow = 0.004;  // of the length

// Not farther than three deviations, so that no strand is absurd.
double scattered(Rng& random, double deviation) {
    return deviation * std::clamp(random.normal(), -3.0, 3.0);
}

struct Strand {
    double width = 1, stiffness = 1, length = 0;  // relative to the material; m longer
};

Strand drawStrand(const StrandMaterial& material, uint64_t seed, const std::string& name) {
    Rng random(seed, name);
    Strand strand;
    strand.width += scattered(random, material.widthScatter.value);
    strand.stiffness += scattered(random, material.stiffnessScatter.value);
    strand.length = scattered(random, material.lengthScatter);
    return strand;
}

StrandOutline scaled(StrandOutline outline, double factor) {
    outline.width *= factor;
    outline.thickness *= factor;
    return outline;
}

double massOf(const StrandMaterial& material, const Strand& strand) {
    return material.density.value * section(scaled(material.outline, strand.width)).area *
           (material.length + strand.length);
}

double boxMass(const StrandMaterial& material, uint64_t seed, int number) {
    const int box = (number - 1) / strandsInBox;
    double mass = 0;
    for (int i = 0; i < strandsInBox; ++i)
        mass +=
            massOf(material, drawStrand(material, seed,
                                        "strand." + std::to_string(box * strandsInBox + i + 1)));
    return mass;
}

// Strength of one strand of the reference volume, by its number in the bundle.
double drawStrength(const Weibull& law, uint64_t seed, int number, int strand) {
    Rng random(seed, "flaw." + std::to_string(number) + "." + std::to_string(strand));
    return random.weibull(law.modulus, law.scale);
}

}  // namespace

double bendingVolumeOf(StrandShape shape, double modulus) {
    switch (shape) {
    case StrandShape::round: return bendingVolume(modulus);
    case StrandShape::tube:
        return betaFunction((modulus + 1) / 2, 0.5) / (2 * math::pi * (modulus + 1));
    case StrandShape::rectangle: return 1 / (2 * (modulus + 1) * (modulus + 1));
    }
    return 1;
}

double sharedStrength(std::vector<double> strengths) {
    std::sort(strengths.begin(), strengths.end());
    const double count = static_cast<double>(strengths.size());
    double best = 0;
    for (size_t broken = 0; broken < strengths.size(); ++broken)
        best = std::max(best, (count - static_cast<double>(broken)) / count * strengths[broken]);
    return best;
}

Specimen drawSpecimen(const Box& box, uint64_t seed, int number, double span) {
    const StrandMaterial& material = box.material;
    const std::string name = std::to_string(number);
    const Strand strand = drawStrand(material, seed, "strand." + name);
    const double softened = material.moisture.factor(box.moisture);
    Specimen piece;
    piece.outline = scaled(material.outline, strand.width);
    piece.one = section(piece.outline);
    piece.section = bundle(piece.outline, box.strands, box.bonded);
    piece.strands = box.strands;
    piece.length = material.length + strand.length;
    piece.strandMass = massOf(material, strand);
    piece.boxMass = boxMass(material, seed, number);
    piece.E = material.E.value * strand.stiffness * softened;
    piece.crushing = material.crushing.value * softened;

    const double m = material.weibullModulus.value;
    const Weibull law = Weibull::ofMean(material.strength.value * softened, m);
    std::vector<double> strengths;
    for (int i = 0; i < box.strands; ++i) strengths.push_back(drawStrength(law, seed, number, i));
    const double volumes = piece.one.area * span / material.referenceVolume();
    piece.tension = sharedStrength(strengths) * sizeEffect(m, volumes);
    // A glued bundle is one thick rod: its weakest strand starts the break. Loose strands share.
    const double weakest = *std::min_element(strengths.begin(), strengths.end());
    piece.bending = (box.bonded ? weakest : sharedStrength(strengths)) *
                    sizeEffect(m, volumes * bendingVolumeOf(piece.outline.shape, m));

    Rng random(seed, "bow." + name);
    piece.bow = span * (leastBow + (mostBow - leastBow) * random.uniform());
    return piece;
}

}  // namespace pt
