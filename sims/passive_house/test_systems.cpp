// Machines, bills and criteria against sums by hand.
#include <gtest/gtest.h>

#include "sims/passive_house/criteria.h"
#include "sims/passive_house/systems.h"

namespace pt {
namespace {

constexpr double kWh = 3.6e6;

HouseUse with(Heating heating) {
    HouseUse use;
    use.heating = static_cast<int>(heating);
    return use;
}

TEST(HeatPump, IsAShareOfCarnot) {
    // 35 °C of water from soil of 10 °C: 311.15 / (311.15 − 279.15) × 0,5
    EXPECT_NEAR(heatPumpCop(true, 283.15, 308.15), 0.5 * 311.15 / 32, 1e-9);
    EXPECT_NEAR(heatPumpCop(false, 275.15, 308.15), 0.45 * 311.15 / 43, 1e-9);
}

TEST(HeatPump, WantsWarmSourcesAndCoolWater) {
    EXPECT_GT(heatPumpCop(false, 283.15, 308.15), heatPumpCop(false, 268.15, 308.15));
    EXPECT_GT(heatPumpCop(false, 275.15, 308.15), heatPumpCop(false, 275.15, 328.15));
    EXPECT_GE(heatPumpCop(false, 233.15, 348.15), 1);  // −40 °C: never worse than a wire
    EXPECT_LE(heatPumpCop(false, 320, 300), 7);
}

TEST(Systems, AnHourByHand) {
    HouseUse use = with(Heating::gasBoiler);
    use.boilerEfficiency = 0.9;
    use.persons = 0;
    use.profile = 1;
    use.appliances = 100;
    use.ventilation = 0;
    Systems systems(use);
    systems.add({1800, 300, 40, 280, 283, 0, 12});
    EXPECT_NEAR(systems.used().heating, 2 * kWh, 1);
    EXPECT_NEAR(systems.used().cooling, 0.1 * kWh, 1);
    EXPECT_NEAR(systems.used().fans, 0.04 * kWh, 1);
    EXPECT_NEAR(systems.used().appliances, 0.1 * kWh, 1);
    EXPECT_EQ(systems.used().hotWater, 0);
}

TEST(Systems, HotWaterOfFourPeople) {
    HouseUse use = with(Heating::electric);
    // 4 × 25 kg a day, 50 K warmer: 5,81 kWh a day
    EXPECT_NEAR(hotWaterHeat(use) * 86400 / kWh, 5.814, 1e-3);
}

TEST(Systems, PanelsInTheSunOfACoolDay) {
    HouseUse use;
    use.pvArea = 10;
    use.pvEfficiency = 0.2;
    // 1000 W/m² at −6 °C: the modules are at 25 °C
    EXPECT_NEAR(pvPower(use, 1000, 298.15 - 31), 10 * 0.2 * 1000 * 0.9, 1e-9);
    EXPECT_LT(pvPower(use, 1000, 308.15), pvPower(use, 1000, 278.15));
    EXPECT_EQ(pvPower(use, 0, 283.15), 0);
}

TEST(Systems, WhatIsNotUsedWithinTheHourIsSold) {
    HouseUse use = with(Heating::gasBoiler);
    use.persons = 0;
    use.profile = 1;
    use.appliances = 500;
    use.ventilation = 0;
    use.pvArea = 10;
    Systems systems(use);
    systems.add({0, 0, 0, 298.15 - 31, 283, 1000, 12});
    EXPECT_NEAR(systems.used().solarPower, 1.8 * kWh, 1);
    EXPECT_NEAR(systems.used().sold, 1.3 * kWh, 1);
}

TEST(Systems, TheCollectorCoversNoMoreThanTheHotWater) {
    HouseUse use = with(Heating::electric);
    use.collectorArea = 10;
    Systems systems(use);
    for (int hour = 0; hour < 240; ++hour) systems.add({0, 0, 0, 303, 283, 900, hour % 24});
    EXPECT_NEAR(systems.used().collector, hotWaterHeat(use) * 240 * 3600, 1);
    EXPECT_NEAR(systems.used().hotWater, 0, 1);
}

TEST(Bills, OfABoilerWithPanels) {
    HouseUse use = with(Heating::gasBoiler);
    use.electricityPrice = 0.30 / kWh;
    use.feedInPrice = 0.05 / kWh;
    use.gasPrice = 0.10 / kWh;
    EnergyUse energy;
    energy.heating = 10000 * kWh;
    energy.hotWater = 2000 * kWh;
    energy.appliances = 2500 * kWh;
    energy.fans = 500 * kWh;
    energy.solarPower = 4000 * kWh;
    energy.sold = 2500 * kWh;
    EXPECT_NEAR(costOf(use, energy), 12000 * 0.10 + 1500 * 0.30 - 2500 * 0.05, 1e-6);
    use.gasCo2 = 0.2 / kWh;
    use.electricityCo2 = 0.2 / kWh;
    EXPECT_NEAR(co2Of(use, energy), 12000 * 0.2 + 1500 * 0.2, 1e-6);
    EXPECT_NEAR(primaryOf(use, energy) / kWh, 1.75 * 12000 + 1.3 * 3000, 1e-6);
}

// -- criteria, at their borders

YearResult yearWith(double demand, double load) {
    YearResult year;
    year.floorArea = 100;
    year.heatingDemand = demand * 100 * kWh;
    year.heatingLoad = load * 100;
    return year;
}

bool met(const std::vector<Criterion>& all, const char* key) {
    for (const Criterion& one : all)
        if (one.key == key) return one.met;
    ADD_FAILURE() << key;
    return false;
}

TEST(Criteria, HeatingByDemandOrByLoad) {
    const HouseUse use;
    const auto heating = [&use](double demand, double load) {
        const YearResult year = yearWith(demand, load);
        return met(criteriaOf(use, &year), "heating");
    };
    EXPECT_TRUE(heating(15, 20));
    EXPECT_TRUE(heating(30, 10));
    EXPECT_FALSE(heating(15.01, 10.01));
}

TEST(Criteria, LeaksHeatAndEnergyAtTheirBorders) {
    HouseUse use;
    YearResult year = yearWith(0, 0);
    use.n50 = 0.6 / 3600;
    EXPECT_TRUE(met(criteriaOf(use, &year), "airtightness"));
    use.n50 = 0.61 / 3600;
    EXPECT_FALSE(met(criteriaOf(use, &year), "airtightness"));
    year.hoursAbove25 = 876;
    EXPECT_TRUE(met(criteriaOf(use, &year), "overheating"));
    year.hoursAbove25 = 877;
    EXPECT_FALSE(met(criteriaOf(use, &year), "overheating"));
    year.use.appliances = 60.0 / 1.3 * 100 * kWh * 0.9999;
    EXPECT_TRUE(met(criteriaOf(use, &year), "primary"));
    year.use.appliances *= 1.001;
    EXPECT_FALSE(met(criteriaOf(use, &year), "primary"));
}

TEST(Criteria, AreUnknownWithoutAYear) {
    for (const Criterion& criterion : criteriaOf(HouseUse(), nullptr))
        if (criterion.key != "airtightness") {
            EXPECT_FALSE(criterion.value == criterion.value);
            EXPECT_FALSE(criterion.met);
        }
}

}  // namespace
}  // namespace pt
