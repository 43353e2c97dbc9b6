#include "sims/passive_house/view_house_now.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt::house_view {
namespace {

constexpr double hourSeconds = 3600, daySeconds = 86400;

Skin skinOf(const BuildingSim& sim, int index, const YearResult* year) {
    Skin skin;
    if (index < 0) return skin;
    skin.surface = index;
    BuildingSim::Profile profile = sim.profile(index);
    skin.depth = std::move(profile.depth);
    skin.temperature = std::move(profile.temperature);
    const SurfaceFlows& flows = sim.surface(index);
    skin.inward = flows.inward;
    skin.outside = flows.outsideTemperature;
    skin.inside = flows.insideTemperature;
    skin.sun = flows.sunOutside;
    const auto i = static_cast<size_t>(index);
    if (year && i < year->surfaceInward.size()) skin.yearInward = year->surfaceInward[i];
    return skin;
}

// Windows of the Building one after the other, surface by surface: where YearResult has this one.
size_t orderOf(const Building& building, PassiveHouse::WindowPlace place) {
    size_t before = 0;
    for (int i = 0; i < place.surface; ++i)
        before += building.surfaces[static_cast<size_t>(i)].windows.size();
    return before + static_cast<size_t>(place.window);
}

WindowNow windowOf(const BuildingSim& sim, PassiveHouse::WindowPlace place,
                   const YearResult* year) {
    WindowNow window;
    if (place.surface < 0 || place.window < 0) return window;
    const WindowFlows& flows = sim.window(place.surface, place.window);
    window.solar = flows.solar;
    window.conduction = flows.conduction;
    window.lit = flows.beamLit;
    window.screenDown = flows.screenDown;
    window.inside = flows.insideTemperature;
    const size_t order = orderOf(sim.building(), place);
    if (!year || order >= year->windowSolar.size() || order >= year->windowConduction.size())
        return window;
    window.yearSolar = year->windowSolar[order];
    window.yearConduction = year->windowConduction[order];
    return window;
}

// By day from how much of the sunlight comes straight; by night from how cold the sky is.
double cloudsOf(const Outdoors& out) {
    const double level = out.beam * std::max(math::sin(out.sunElevation), 0.0);
    if (level + out.diffuse > 20)
        return std::clamp(1.15 * out.diffuse / (level + out.diffuse) - 0.15, 0.0, 1.0);
    return std::clamp(1 - (out.temperature - out.skyTemperature - 2) / 16, 0.0, 1.0);
}

}  // namespace

HouseNow::HouseNow(const PassiveHouse& model) {
    const WeatherSite site = model.weather() ? model.weather()->site : WeatherSite{};
    moment = model.moment();
    const double inYear = std::fmod(moment, 365 * daySeconds);
    day = std::floor(inYear / daySeconds);
    hour = (inYear - day * daySeconds) / hourSeconds;
    seasonDay = site.latitude < 0 ? std::fmod(day + 182.5, 365) : day;
    today = sunPath(site, day);
    midwinter = sunPath(site, site.latitude < 0 ? 171 : 354);
    midsummer = sunPath(site, site.latitude < 0 ? 354 : 171);
    const SunAt sun = sunAt(site, day, hour);
    sunElevation = sun.elevation;
    sunAzimuth = sun.azimuth;
    daylight = std::clamp((sunElevation + 0.1) / 0.18, 0.0, 1.0);
    windows.resize(model.house().windows.size());
    const BuildingSim* sim = model.sim();
    if (!sim) return;

    computed = true;
    const Outdoors& out = sim->outdoors();
    outdoors = out.temperature;
    beam = out.beam;
    diffuse = out.diffuse;
    wind = out.wind;
    clouds = cloudsOf(out);
    air = sim->airTemperature(0);
    felt = sim->operativeTemperature(0);
    flows = sim->zone(0);
    if (model.sunspaceZone() >= 0) sunspaceAir = sim->airTemperature(model.sunspaceZone());
    const YearResult* year = model.year();
    const std::vector<int> wallSurfaces = model.surfacesOf(Part::wall);
    for (size_t i = 0; i < walls.size() && i < wallSurfaces.size(); ++i)
        walls[i] = skinOf(*sim, wallSurfaces[i], year);
    for (const int index : model.surfacesOf(Part::roof)) roofs.push_back(skinOf(*sim, index, year));
    for (const int index : model.surfacesOf(Part::floor)) floor = skinOf(*sim, index, year);
    for (const int index : model.surfacesOf(Part::common)) common = skinOf(*sim, index, year);
    sunWall = skinOf(*sim, model.plan().sunWall, year);
    sunRoof = skinOf(*sim, model.plan().sunRoof, year);
    sunFloor = skinOf(*sim, model.plan().sunFloor, year);
    for (size_t i = 0; i < windows.size(); ++i)
        windows[i] = windowOf(*sim, model.placeOf(model.house().windows[i].id), year);
    const Ventilation& unit = sim->building().zones.front().ventilation;
    airFlow = unit.flow;
    recovery = unit.recovery;
}

double HouseNow::roofInward() const {
    double sum = 0;
    for (const Skin& roof : roofs) sum += roof.inward;
    return roofs.empty() ? unknown : sum;
}

}  // namespace pt::house_view
