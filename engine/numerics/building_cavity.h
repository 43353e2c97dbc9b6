// A room as a cavity: how long waves and the sun that came in are divided over its faces. Faces
// are known by area and by where they look; faces that look the same way do not see each other.
#pragma once

#include <array>
#include <vector>

namespace pt {

struct CavityFace {
    double area = 0;                 // m²
    std::array<double, 3> normal{};  // into the room; z up
    double emissivity = 0.9;
    double solarAbsorptance = 0.6;  // takes; what it does not take it reflects, all ways alike
    bool floor() const { return normal[2] > 0.7; }  // where the sun's beam lands
};

// By face: 1 over the resistance per m² of long waves between the face and the mean radiant node,
// over that of a black pair (Carroll 1980): 1 / ((1 − ε)/ε + 1/F).
std::vector<double> radiantFactors(const std::vector<CavityFace>& faces);

// By face: the share that it takes of sun that came in spread by area from `from` (weights ≥ 0,
// over faces): what each of them throws on the others, and so on until all is taken. Sums to 1.
std::vector<double> sharesFrom(const std::vector<CavityFace>& faces,
                               const std::vector<double>& from);
// The same for a beam that first lands on the floor, on all faces alike where there is none.
std::vector<double> sharesOfBeam(const std::vector<CavityFace>& faces);

}  // namespace pt
