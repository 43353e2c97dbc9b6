// A year of a house: the balance closes, more insulation never asks more heat, and what cannot be
// imagined is still finite.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "sims/passive_house/presets.h"
#include "sims/passive_house/year.h"

namespace pt {
namespace {

std::shared_ptr<const Weather> ukkel() {
    static const auto weather =
        std::make_shared<const Weather>(std::move(builtInWeather("ukkel", 1).value()));
    return weather;
}

Result<YearResult> yearOf(const House& house, const HouseUse& use,
                          std::shared_ptr<const Weather> weather = ukkel(), double step = 3600) {
    const HouseBuilding plan = makeBuilding(house, use, *weather);
    Result<YearResult> result = Error{"none", "", {}};
    const auto sun = std::make_shared<WeatherCache>(std::move(weather));
    const auto job = yearJob({plan, use, sun, house.floorArea(), 0, 0, step},
                             [&result](Result<YearResult> done) { result = std::move(done); });
    while (job->advance()) {
    }
    return result;
}

void expectSound(const Result<YearResult>& result) {
    ASSERT_TRUE(result.ok()) << result.error().key << ' ' << result.error().where;
    const YearResult& year = result.value();
    ASSERT_EQ(year.air.size(), size_t{hoursAYear});
    for (const std::vector<float>* series :
         {&year.air, &year.operative, &year.heating, &year.cooling, &year.solar, &year.outdoors})
        for (const float value : *series) ASSERT_TRUE(std::isfinite(value));
    for (const HeatBalance& month : year.months)
        EXPECT_LE(std::fabs(month.residual()), 1e-3 * month.throughput());
    EXPECT_LE(std::fabs(year.year.residual()), 1e-6 * year.year.throughput());
    EXPECT_GE(year.heatingDemand, 0);
}

double heatOf(const House& house, const HouseUse& use) {
    const Result<YearResult> result = yearOf(house, use);
    expectSound(result);
    return result.ok() ? result.value().heatingDemand / house.floorArea() / 3.6e6 : NAN;
}

// Any house that the document can hold, with any use.
House randomHouse(Rng& random) {
    House house = defaultHouse();
    const auto between = [&random](double low, double high) {
        return low + random.uniform() * (high - low);
    };
    house.width = between(leastSize, mostSize);
    house.depth = between(leastSize, 20);
    house.storeys = static_cast<int>(random.integer(1, 3));
    house.roofPitch = random.integer(0, 1) ? between(0.1, 1) : 0;
    house.orientation = between(-math::pi, math::pi);
    house.under = static_cast<Under>(random.integer(0, 2));
    usePreset(house, static_cast<Preset>(random.integer(0, 3)));
    house.windows.clear();
    for (const Facade facade : {Facade::south, Facade::east, Facade::north, Facade::west}) {
        if (random.integer(0, 3) == 0) continue;
        HouseWindow window;
        window.id = facadeKeys[static_cast<size_t>(facade)];
        window.facade = facade;
        window.width = house.facadeWidth(facade) * between(0.1, 1);
        window.height = house.facadeHeight() * between(0.1, 1);
        window.glazing = random.integer(0, 1) ? "triple" : "single";
        window.frame = random.integer(0, 1) ? "wood" : "none";
        window.overhang = between(0, 2);
        window.screen = random.integer(0, 1) == 1;
        house.windows.push_back(std::move(window));
    }
    return house;
}

HouseUse randomUse(Rng& random) {
    HouseUse use;
    use.n50 = random.uniform() * 20 / 3600;
    use.ventilation = static_cast<int>(random.integer(0, 2));
    use.heatRecovery = random.integer(0, 1) ? 1 : random.uniform();
    use.airing = static_cast<int>(random.integer(0, 2));
    use.heating = static_cast<int>(random.integer(0, 5));
    use.cooling = static_cast<int>(random.integer(0, 1));
    use.persons = static_cast<double>(random.integer(0, 20));
    use.innerWalls = static_cast<int>(random.integer(0, 2));
    return use;
}

TEST(Year, OfAnyHouseIsFiniteAndClosesItsBalance) {
    Rng random(11, "houses");
    for (int i = 0; i < 16; ++i) {
        SCOPED_TRACE(i);
        const House house = randomHouse(random);
        ASSERT_TRUE(checkHouse(house).ok());
        expectSound(yearOf(house, randomUse(random)));
    }
}

// All else equal: with enough heat, the same sun and the same air. Windows stay shut, since people
// would open them on another day.
TEST(Year, MoreInsulationNeverAsksMoreHeat) {
    Rng random(12, "houses");
    for (int i = 0; i < 8; ++i) {
        SCOPED_TRACE(i);
        House house = randomHouse(random);
        HouseUse use = randomUse(random);
        use.heating = static_cast<int>(Heating::ideal);
        use.airing = use.cooling = use.bypass = 0;
        use.setback = use.setpoint;
        for (HouseWindow& window : house.windows) window.screen = false;
        const auto part = static_cast<Part>(random.integer(0, 1));
        double last = 1e9;
        for (const double thickness : {0.0, 0.05, 0.2, 0.6}) {
            House insulated = house;
            insulated.part(part).layers.insert(insulated.part(part).layers.begin(),
                                               {"eps", thickness});
            const double heat = heatOf(insulated, use);
            EXPECT_LE(heat, last * (1 + 1e-6) + 1e-6) << partKeys[static_cast<size_t>(part)];
            last = heat;
        }
    }
}

TEST(Year, PresetsStandInTheirOrder) {
    HouseUse use;
    use.heating = static_cast<int>(Heating::ideal);
    double last = 1e9;
    for (const Preset preset :
         {Preset::old_house, Preset::nineties, Preset::epb, Preset::passive}) {
        House house = defaultHouse();
        usePreset(house, preset);
        const double heat = heatOf(house, use);
        EXPECT_LT(heat, 0.8 * last);
        last = heat;
    }
}

// A passive house with a passive house's air: the institute's limit is within reach.
TEST(Year, APassiveHouseNeedsHardlyAnyHeat) {
    House house = defaultHouse();
    usePreset(house, Preset::passive);
    HouseUse use;
    use.heating = static_cast<int>(Heating::ideal);
    use.n50 = 0.6 / 3600;
    use.ventilation = static_cast<int>(VentilationKind::balanced);
    EXPECT_LT(heatOf(house, use), 15);
}

TEST(Year, HourlyStaysNearTenMinutes) {
    const House house = defaultHouse();
    const Result<YearResult> coarse = yearOf(house, HouseUse());
    const Result<YearResult> fine = yearOf(house, HouseUse(), ukkel(), 600);
    ASSERT_TRUE(coarse.ok() && fine.ok());
    EXPECT_NEAR(coarse.value().heatingDemand, fine.value().heatingDemand,
                0.01 * fine.value().heatingDemand);
}

TEST(Year, EdgesThatNobodyBuilds) {
    const HouseUse use;
    House none = defaultHouse();
    none.windows.clear();
    expectSound(yearOf(none, use));

    House glass = none;
    for (const Facade facade : {Facade::south, Facade::east, Facade::north, Facade::west}) {
        HouseWindow window;
        window.id = facadeKeys[static_cast<size_t>(facade)];
        window.facade = facade;
        window.width = glass.facadeWidth(facade);
        window.height = glass.facadeHeight();
        window.glazing = "single";
        window.frame = "none";
        glass.windows.push_back(std::move(window));
    }
    ASSERT_TRUE(checkHouse(glass).ok());
    expectSound(yearOf(glass, use));

    House bare = defaultHouse();
    for (HouseConstruction& part : bare.parts) part.layers = {{"steel", 0}};
    ASSERT_TRUE(checkHouse(bare).ok());
    expectSound(yearOf(bare, use));

    House thick = defaultHouse();
    for (HouseConstruction& part : thick.parts) part.layers = {{"eps", thickestLayer}};
    expectSound(yearOf(thick, use));

    HouseUse sealed;
    sealed.n50 = 0;
    sealed.ventilation = static_cast<int>(VentilationKind::balanced);
    sealed.heatRecovery = 1;
    expectSound(yearOf(defaultHouse(), sealed));
}

TEST(Year, OfFortyBelowZero) {
    auto weather = std::make_shared<Weather>(*ukkel());
    for (WeatherHour& hour : weather->hours) {
        hour.temperature = 233.15;
        hour.dewPoint = 230;
        hour.infrared = 120;
        hour.beam = hour.diffuse = 0;
    }
    weather->groundMean = 263.15;
    HouseUse use;
    use.heating = static_cast<int>(Heating::none);
    const Result<YearResult> result = yearOf(defaultHouse(), use, weather);
    expectSound(result);
    EXPECT_LT(result.value().warmest, 273.15);
    EXPECT_GT(result.value().coldest, 220);
}

// Steady by hand: outdoors constant, no sun, one U·A and the air.
TEST(Year, ConstantColdByHand) {
    auto weather = std::make_shared<Weather>(*ukkel());
    for (WeatherHour& hour : weather->hours) {
        hour.temperature = 273.15;
        hour.dewPoint = 270;
        hour.pressure = 101325;
        hour.infrared = 5.670374419e-8 * math::pow(273.15, 4);
        hour.beam = hour.diffuse = 0;
    }
    House house = defaultHouse();
    house.windows.clear();
    house.roofPitch = 0;
    house.under = Under::fixed;
    house.underTemperature = 273.15;
    for (HouseJunction& junction : house.junctions) junction = {};
    for (HouseConstruction& part : house.parts) {
        part.layers = {{"own", 0.1}};
        part.layers[0].resistance = 2;
        part.insideFilm = 8;
        part.outsideFilm = 25;
    }
    HouseUse use;
    use.heating = static_cast<int>(Heating::ideal);
    use.setback = use.setpoint;
    use.persons = use.appliances = use.n50 = 0;
    use.ventilation = use.airing = use.innerWalls = 0;
    const Result<YearResult> result = yearOf(house, use, weather);
    expectSound(result);
    const double walls = 2 * (10 + 8) * 5.2 + 80;  // and the roof
    const double power = 20 * (walls / (2 + 1 / 8.0 + 1 / 25.0) + 80 / (2 + 1 / 8.0));
    EXPECT_NEAR(result.value().peakHeating, power, 0.002 * power);
    EXPECT_NEAR(result.value().heatingDemand, power * 365 * 86400, 0.002 * power * 365 * 86400);
    EXPECT_NEAR(result.value().heatingLoad, power, 0.002 * power);
}

TEST(Year, MonthsOfTheCalendar) {
    EXPECT_EQ(monthOf(0), 0);
    EXPECT_EQ(monthOf(31 * 24 - 1), 0);
    EXPECT_EQ(monthOf(31 * 24), 1);
    EXPECT_EQ(monthOf(59 * 24), 2);
    EXPECT_EQ(monthOf(hoursAYear - 1), 11);
}

}  // namespace
}  // namespace pt
