#include "sims/passive_house/year.h"

#include <algorithm>
#include <cmath>

#include "engine/numerics/building_sim.h"

namespace pt {
namespace {

constexpr double celsius = 273.15;
constexpr double tooWarm = 298.15;  // K
constexpr int warmUpDays = 30;
constexpr int daysAYear = hoursAYear / 24;

class YearJob : public Job {
public:
    YearJob(YearInput input, YearDone done)
        : in_(std::move(input)), done_(std::move(done)), systems_(in_.use) {
        stepsAnHour_ = static_cast<int>(3600 / in_.step + 0.5);
    }

    bool advance() override {
        if (!sim_) return begin();
        if (warmUp_ > 0) return warmUpDay();
        for (int hour = 0; hour < 24; ++hour)
            if (Status passed = passHour(); !passed.ok()) return finish(passed.error());
        result_.heatingLoad = std::max(result_.heatingLoad, dayHeating_ / 86400);
        dayHeating_ = 0;
        return hour_ < hoursAYear || finish(std::nullopt);
    }
    double progress() const override { return static_cast<double>(hour_) / hoursAYear; }

private:
    bool begin() {
        Result<BuildingSim> made = BuildingSim::make(in_.plan.building, in_.weather, in_.step);
        if (!made.ok()) return finish(made.error());
        sim_ = std::make_unique<BuildingSim>(std::move(made.value()));
        sim_->start((daysAYear - warmUpDays) * 86400.0);
        outside_ = in_.weather->year(in_.step);
        level_ = outside_->plane({});
        roof_ = outside_->plane({in_.pvAzimuth, in_.pvTilt, in_.plan.building.groundReflectance});
        const Building& building = sim_->building();
        size_t windows = 0;
        for (const BuildingSurface& surface : building.surfaces) windows += surface.windows.size();
        result_.surfaceInward.assign(building.surfaces.size(), 0);
        result_.windowSolar.assign(windows, 0);
        result_.windowConduction.assign(windows, 0);
        result_.settings = in_.use;
        result_.floorArea = in_.floorArea;
        result_.step = in_.step;
        result_.coldest = 1e9;
        result_.warmest = 0;
        for (std::vector<float>* series :
             {&result_.air, &result_.operative, &result_.outdoors, &result_.heating,
              &result_.cooling, &result_.solar, &result_.gains, &result_.sun})
            series->reserve(hoursAYear);
        return true;
    }

    // The last days of the year before, so that walls are not all at one temperature.
    bool warmUpDay() {
        for (int i = 0; i < 24 * stepsAnHour_; ++i)
            if (Status stepped = sim_->step(); !stepped.ok()) return finish(stepped.error());
        --warmUp_;
        return true;
    }

    bool finish(const std::optional<Error>& error) {
        for (const HeatBalance& month : result_.months) result_.year.add(month);
        result_.heatingDemand = result_.year.heating;
        result_.coolingDemand = 0 - result_.year.cooling;
        result_.use = systems_.used();
        if (error)
            done_(*error);
        else
            done_(std::move(result_));
        return false;
    }

    struct Hour {  // means over an hour
        double air = 0, operative = 0, sunspace = 0, outdoors = 0, heating = 0, cooling = 0;
        double solar = 0, gains = 0, sun = 0, plane = 0, fans = 0;
    };

    Status passHour() {
        Hour mean;
        for (int i = 0; i < stepsAnHour_; ++i) {
            if (Status stepped = sim_->step(); !stepped.ok()) return stepped;
            addStep(mean, i);
        }
        keep(mean);
        ++hour_;
        return Ok{};
    }

    void addStep(Hour& mean, int i) {
        const double share = 1.0 / stepsAnHour_;
        const ZoneFlows& zone = sim_->zone(0);
        const size_t step = static_cast<size_t>(hour_) * stepsAnHour_ + i;
        mean.air += share * sim_->airTemperature(0);
        mean.operative += share * sim_->operativeTemperature(0);
        if (in_.plan.sunspaceZone >= 0)
            mean.sunspace += share * sim_->airTemperature(in_.plan.sunspaceZone);
        mean.outdoors += share * sim_->outdoors().temperature;
        mean.heating += share * zone.heating;
        mean.cooling -= share * zone.cooling;
        mean.solar += share * zone.solar;
        mean.gains += share * zone.gains;
        mean.sun += share * level_->at(step, *outside_).total();
        if (in_.use.pvArea > 0 || in_.use.collectorArea > 0)
            mean.plane += share * roof_->at(step, *outside_).total();
        mean.fans += share * sim_->fanPower(0);
        addBalance(zone);
    }

    void addBalance(const ZoneFlows& zone) {
        HeatBalance& month = result_.months[static_cast<size_t>(monthOf(hour_))];
        const double dt = in_.step;
        month.solar += dt * zone.solar;
        month.gains += dt * zone.gains;
        month.heating += dt * zone.heating;
        month.cooling += dt * zone.cooling;
        month.windows += dt * zone.windows;
        month.bridges += dt * zone.bridges;
        month.infiltration += dt * zone.infiltration;
        month.ventilation += dt * zone.ventilation;
        month.airing += dt * zone.airing;
        month.sunspace += dt * zone.otherZones;
        month.stored += dt * zone.stored;
        addSurfaces(month);
    }

    void addSurfaces(HeatBalance& month) {
        const Building& building = sim_->building();
        size_t window = 0;
        for (size_t s = 0; s < building.surfaces.size(); ++s) {
            const BuildingSurface& surface = building.surfaces[s];
            const double heat = in_.step * sim_->surface(static_cast<int>(s)).inward;
            result_.surfaceInward[s] += heat;
            if (surface.zone == 0) partOf(month, static_cast<int>(s), surface) += heat;
            for (size_t w = 0; w < surface.windows.size(); ++w, ++window) {
                const WindowFlows& flows = sim_->window(static_cast<int>(s), static_cast<int>(w));
                result_.windowSolar[window] += in_.step * flows.solar;
                result_.windowConduction[window] += in_.step * flows.conduction;
            }
        }
        if (in_.plan.inner >= 0) {  // what comes out of inner walls was not stored
            month.stored -= inner_;
            inner_ = 0;
        }
    }

    double& partOf(HeatBalance& month, int index, const BuildingSurface& surface) {
        if (index == in_.plan.inner) return inner_;
        if (index == in_.plan.floor) return month.floor;
        if (surface.beyond == Beyond::zone) return month.sunspace;
        for (const int roof : in_.plan.roofs)
            if (roof == index) return month.roof;
        return month.walls;
    }

    void keep(const Hour& mean) {
        const auto put = [](std::vector<float>& series, double value) {
            series.push_back(static_cast<float>(value));
        };
        put(result_.air, mean.air - celsius);
        put(result_.operative, mean.operative - celsius);
        put(result_.outdoors, mean.outdoors - celsius);
        if (in_.plan.sunspaceZone >= 0) put(result_.sunspaceAir, mean.sunspace - celsius);
        put(result_.heating, mean.heating);
        put(result_.cooling, mean.cooling);
        put(result_.solar, mean.solar);
        put(result_.gains, mean.gains);
        put(result_.sun, mean.sun);
        result_.peakHeating = std::max(result_.peakHeating, mean.heating);
        result_.peakCooling = std::max(result_.peakCooling, mean.cooling);
        result_.coldest = std::min(result_.coldest, mean.operative);
        result_.warmest = std::max(result_.warmest, mean.operative);
        if (mean.operative > tooWarm) result_.hoursAbove25 += 1;
        dayHeating_ += mean.heating * 3600;
        systems_.add({mean.heating, mean.cooling, mean.fans, mean.outdoors,
                      in_.weather->weather()->groundMean, mean.plane, hour_ % 24});
    }

    YearInput in_;
    YearDone done_;
    Systems systems_;
    std::unique_ptr<BuildingSim> sim_;
    std::shared_ptr<OutsideYear> outside_;
    std::shared_ptr<SunOnPlane> level_, roof_;  // a horizontal plane; the modules
    YearResult result_;
    int stepsAnHour_ = 1;
    int warmUp_ = warmUpDays;  // days still to come
    int hour_ = 0;
    double dayHeating_ = 0;  // J of the day so far
    double inner_ = 0;       // J out of the inner walls in this step
};

}  // namespace

double HeatBalance::residual() const {
    return solar + gains + heating + cooling + walls + roof + floor + windows + bridges +
           infiltration + ventilation + airing + sunspace - stored;
}

double HeatBalance::throughput() const {
    double in = 0;
    for (const double flow : {solar, gains, heating, cooling, walls, roof, floor, windows, bridges,
                              infiltration, ventilation, airing, sunspace, -stored})
        in += std::max(flow, 0.0);
    return in;
}

void HeatBalance::add(const HeatBalance& other) {
    constexpr double HeatBalance::*terms[] = {
        &HeatBalance::solar,        &HeatBalance::gains,       &HeatBalance::heating,
        &HeatBalance::cooling,      &HeatBalance::walls,       &HeatBalance::roof,
        &HeatBalance::floor,        &HeatBalance::windows,     &HeatBalance::bridges,
        &HeatBalance::infiltration, &HeatBalance::ventilation, &HeatBalance::airing,
        &HeatBalance::sunspace,     &HeatBalance::stored};
    for (double HeatBalance::*term : terms) this->*term += other.*term;
}

int monthOf(int hour) {
    constexpr std::array<int, 12> ends{31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    const int day = (hour / 24) % daysAYear;
    return static_cast<int>(std::upper_bound(ends.begin(), ends.end(), day) - ends.begin());
}

std::unique_ptr<Job> yearJob(YearInput input, YearDone done) {
    return std::make_unique<YearJob>(std::move(input), std::move(done));
}

}  // namespace pt
