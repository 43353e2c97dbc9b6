// Heat2d: conduction in a cross-section, steady or in time, on rectilinear finite volumes. SI
// units per metre of length out of the plane, temperatures in kelvin.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/core/result.h"

namespace pt {

struct HeatMaterial {
    std::string name;
    double conductivity = 1;     // W/(m K) > 0
    double density = 1000;       // kg/m³ > 0 when time matters
    double heatCapacity = 1000;  // J/(kg K)
    double emissivity = 0.9;     // what an infrared camera sees
};
// Later ones lie on top of earlier ones. What no rectangle covers is empty: no heat there.
struct HeatRectangle {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // m, x0 < x1, y0 < y1
    int material = 0;
};
// Where material meets the outside along this straight, axis-parallel stretch (also around
// hollows). Everywhere else the border is adiabatic.
struct HeatBoundary {
    std::string name;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // m
    double temperature = 293.15;            // K of the air
    double resistance = 0.13;               // m² K/W; 0: the face has that temperature
    double flux = 0;                        // W/m² into the material besides
};
struct HeatProbe {
    std::string name;
    double x = 0, y = 0;
};
struct HeatSection {
    std::vector<HeatMaterial> materials;
    std::vector<HeatRectangle> rectangles;
    std::vector<HeatBoundary> boundaries;
    std::vector<HeatProbe> probes;
};

inline constexpr int mostHeatCells = 400'000;

class Heat2d {
public:
    // Cell borders lie on every edge; between them cells grow from the edges on and are about
    // `cells` in all. Errors: heat2d.* with the part as `where` ("rectangles[3]").
    static Result<Heat2d> make(HeatSection section, int cells);
    Heat2d(Heat2d&&) noexcept;
    Heat2d& operator=(Heat2d&&) noexcept;
    ~Heat2d();

    // Error heat2d.loose: a part that touches no boundary has no steady state.
    Status solveSteady();
    void start(double temperature);  // K everywhere
    // Implicit, unconditionally stable. The factor is kept while dt stays.
    Status step(double dt);
    // Other air temperatures without a new factor; as many as boundaries.
    void airTemperatures(std::span<const double> temperatures);

    const HeatSection& section() const;
    int columns() const;
    int rows() const;
    std::span<const double> xs() const;  // columns + 1 borders, m
    std::span<const double> ys() const;
    std::span<const double>
    temperatures() const;  // columns × rows from the lower left, K; NaN empty
    Status restore(std::span<const double> temperatures);

    double at(double x, double y) const;  // K, interpolated within the material; NaN outside
    double flow(int boundary) const;      // W/m into the section
    double lowest(int boundary) const;    // K of the coldest face along it
    double highest(int boundary) const;
    struct Flux {
        double x = 0, y = 0;  // W/m²
    };
    Flux flux(double x, double y) const;
    double heldHeat() const;  // J/m above 0 K, for the balance

private:
    struct Parts;
    explicit Heat2d(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// ψ = L2D − Σ U l: what the junction loses more than its parts alone, W/(m K).
double psiValue(double flow, double difference, std::span<const double> uTimesLength);
// (θ_face − θ_out) / (θ_in − θ_out) of the coldest inner face.
double surfaceFactor(double face, double inside, double outside);
// K: the dew point of air at this temperature and relative humidity (Magnus), and the face
// temperature below which mould may grow (80 % at the surface).
double dewPointOf(double temperature, double humidity);
double mouldPointOf(double temperature, double humidity);

}  // namespace pt
