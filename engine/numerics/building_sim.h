// BuildingSim: advances a Building through its weather. Walls are 1D finite volumes, implicit in
// time; each zone has one air node; surfaces exchange long waves through a mean radiant node;
// films, gaps and sun as in sims/passive_house/model.md. The same inputs give the same bits.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/core/result.h"
#include "engine/numerics/building.h"
#include "engine/numerics/weather.h"

namespace pt {

class WeatherCache;

// W over the last step, positive into the zone's air or surfaces. Its sum is what the zone stored:
// the balance closes within 1e-9 of the throughput.
struct ZoneFlows {
    double heating = 0, cooling = 0;  // cooling ≤ 0
    double gains = 0;
    double solar = 0;    // let in by windows, less what leaves through them again
    double windows = 0;  // conduction through glass and frames
    double opaque = 0;   // from the inner surfaces' layers: walls, roof, floor
    double bridges = 0;
    double infiltration = 0, ventilation = 0, airing = 0;
    double otherZones = 0;  // air from other zones
    double stored = 0;      // in the zone's air (and furniture)
};
struct SurfaceFlows {
    double inward = 0;       // W from the layers into the zone, at the inner face
    double outward = 0;      // W from the layers to beyond, at the outer face
    double sunOutside = 0;   // W/m² of sun on its outer face, shade included
    double sunAbsorbed = 0;  // W taken by the outer face
    double beamLit = 1;      // sunlit share of the opaque part
    double insideTemperature = 0, outsideTemperature = 0;  // K of its faces
};
struct WindowFlows {
    double sunOutside = 0;  // W on it
    double solar = 0;       // W let through
    double conduction = 0;  // W inward, what the panes absorbed included
    double beamLit = 1;
    double insideTemperature = 0;  // K of the inner pane
    bool screenDown = false;
};

class BuildingSim {
public:
    // dt divides an hour. Errors: those of checkBuilding(), building.step {dt},
    // building.weather (not a whole year).
    static Result<BuildingSim> make(Building building, std::shared_ptr<const Weather> weather,
                                    double dt);
    // The same, sharing what was worked out of the sun with other buildings in this weather
    // (building_sun.h): after an edit, make the new one with the cache of the old.
    static Result<BuildingSim> make(Building building, std::shared_ptr<WeatherCache> weather,
                                    double dt);
    BuildingSim(BuildingSim&&) noexcept;
    BuildingSim& operator=(BuildingSim&&) noexcept;
    ~BuildingSim();

    // All masses at one temperature, at a moment of the year (s since 1 January).
    void start(double time, double temperature = 293.15);
    // The state of `days` days before the moment, at hourly steps, as a start.
    void warmUp(double time, int days);
    // One dt, with air, dew and sky outdoors `warmer` K above those of the weather: a cold snap is
    // below 0. Soil and sun stay as they are. Error building.diverged {zone}: numbers that are not
    // finite.
    Status step(double warmer = 0);
    double time() const;  // s since 1 January of the first year, goes on past its end

    // Everything that a snapshot must hold; put back, the next step gives the same bits.
    std::vector<double> state() const;
    Status restore(std::span<const double> state);  // error building.state

    const Building& building() const;
    const Outdoors& outdoors() const;             // during the last step
    double airTemperature(int zone) const;        // K
    double operativeTemperature(int zone) const;  // K, mean of air and mean radiant
    const ZoneFlows& zone(int zone) const;
    const SurfaceFlows& surface(int surface) const;
    const WindowFlows& window(int surface, int window) const;
    // K at the borders of the layers of a surface, outer face first: layers + 1 of them.
    std::vector<double> layerTemperatures(int surface) const;
    // K at each node and its distance from the outer face, m; massless layers have no thickness.
    struct Profile {
        std::vector<double> depth, temperature;
    };
    Profile profile(int surface) const;
    // W of electricity that ventilation of a zone took, defrosting included.
    double fanPower(int zone) const;

private:
    struct Parts;
    explicit BuildingSim(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace pt
