// The year of Ukkel against the normals it is made of and what weather there is like, and the
// years for lessons.
#include "engine/numerics/climate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

struct Month {
    double temperature = 0, sunshine = 0, global = 0;  // °C, h, kWh/m²
};
struct Year {
    std::array<Month, 12> months{};
    std::vector<double> days;  // mean temperature, °C
    double global = 0, diffuse = 0, wind = 0, low = 1e9, high = -1e9, humidity = 0;
};

double saturation(double t) { return std::exp(17.625 * (t - 273.15) / (t - 30.11)); }

Year sumsOf(const Weather& weather) {
    Year year;
    size_t hour = 0;
    for (size_t m = 0; m < 12; ++m)
        for (int day = 0; day < lengths[m]; ++day) {
            double mean = 0;
            for (int h = 0; h < 24; ++h, ++hour) {
                const WeatherHour& at = weather.hours[hour];
                const Outdoors out = outdoors(weather, static_cast<double>(hour) * 3600, 3600);
                const double sun = (out.diffuse + out.beam * std::max(0.0, out.sun.up)) / 1000;
                year.months[m].temperature += (at.temperature - 273.15) / (24 * lengths[m]);
                year.months[m].global += sun;
                year.global += sun;
                year.diffuse += at.diffuse / 1000;
                year.wind += at.wind / hoursAYear;
                year.humidity += saturation(at.dewPoint) / saturation(at.temperature) / hoursAYear;
                year.low = std::min(year.low, at.temperature - 273.15);
                year.high = std::max(year.high, at.temperature - 273.15);
                mean += (at.temperature - 273.15) / 24;
            }
            year.days.push_back(mean);
        }
    return year;
}

class Ukkel : public testing::TestWithParam<uint64_t> {};

TEST_P(Ukkel, MeetsItsNormals) {
    const Result<Weather> made = builtInWeather("ukkel", GetParam());
    ASSERT_TRUE(made.ok());
    const Year year = sumsOf(made.value());
    const double celsius[] = {3.7, 4.2, 7.1, 10.4, 13.9, 16.7, 18.7, 18.4, 15.2, 11.3, 7.2, 4.3};
    // kWh/m², the shape of a measured-like year (2007-2021) brought to the normal sum.
    const double shape[] = {24.6,  42.2,  94.0, 139.7, 160.1, 159.2,
                            156.2, 137.6, 94.7, 55.8,  29.7,  19.7};
    for (size_t m = 0; m < 12; ++m) {
        EXPECT_NEAR(year.months[m].temperature, celsius[m], 0.05) << m + 1;
        const double expected = shape[m] * 1045 / 1113.5;
        EXPECT_NEAR(year.months[m].global, expected, 5 + 0.14 * expected) << m + 1;
    }
    EXPECT_GT(year.global, 1030);
    EXPECT_LT(year.global, 1060);
    EXPECT_NEAR(year.diffuse / year.global, 0.53, 0.06);
    EXPECT_NEAR(year.wind, 3.4, 0.25);
    EXPECT_NEAR(year.humidity, 0.80, 0.05);
}

TEST_P(Ukkel, HasTheColdAndTheHeatOfAYear) {
    const Year year = sumsOf(builtInWeather("ukkel", GetParam()).value());
    EXPECT_LT(year.low, -2);
    EXPECT_GT(year.low, -16);
    EXPECT_GT(year.high, 26);
    EXPECT_LT(year.high, 39);
}

// How much a day's deviation from the running month tells of the next day's.
TEST_P(Ukkel, WeatherPersistsFromDayToDay) {
    const Year year = sumsOf(builtInWeather("ukkel", GetParam()).value());
    std::vector<double> off(365);
    for (int day = 0; day < 365; ++day) {
        double mean = 0;
        for (int k = -15; k <= 15; ++k)
            mean += year.days[static_cast<size_t>((day + k + 365) % 365)] / 31;
        off[static_cast<size_t>(day)] = year.days[static_cast<size_t>(day)] - mean;
    }
    double own = 0, next = 0;
    for (size_t day = 0; day + 1 < off.size(); ++day) {
        own += off[day] * off[day];
        next += off[day] * off[day + 1];
    }
    EXPECT_GT(next / own, 0.6);
    EXPECT_LT(next / own, 0.9);
    EXPECT_NEAR(std::sqrt(own / 364), 3.2, 0.9);  // K
}

TEST_P(Ukkel, EveryHourIsPossible) {
    const Weather weather = builtInWeather("ukkel", GetParam()).value();
    ASSERT_EQ(weather.hours.size(), size_t{hoursAYear});
    for (const WeatherHour& hour : weather.hours) {
        EXPECT_LT(hour.dewPoint, hour.temperature);
        EXPECT_TRUE(hour.beam >= 0 && hour.beam < 1000);
        EXPECT_TRUE(hour.diffuse >= 0 && hour.diffuse < 500);
        EXPECT_TRUE(hour.wind >= 0 && hour.wind < 20);
        EXPECT_TRUE(hour.pressure > 95000 && hour.pressure < 106000);
        EXPECT_TRUE(hour.infrared > 140 && hour.infrared < 490);
    }
    for (const int day : {0, 100, 200, 300})
        EXPECT_EQ(weather.hours[static_cast<size_t>(24 * day + 1)].beam, 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Ukkel, testing::Values(0, 1, 2, 7, 2026));

TEST(Climate, TheSameSeedIsTheSameYear) {
    const Weather one = builtInWeather("ukkel", 5).value(),
                  two = builtInWeather("ukkel", 5).value();
    const Weather other = builtInWeather("ukkel", 6).value();
    bool differs = false;
    for (size_t hour = 0; hour < one.hours.size(); ++hour) {
        EXPECT_EQ(one.hours[hour].temperature, two.hours[hour].temperature);
        EXPECT_EQ(one.hours[hour].beam, two.hours[hour].beam);
        differs = differs || one.hours[hour].temperature != other.hours[hour].temperature;
    }
    EXPECT_TRUE(differs);
}

TEST(Climate, ClearDaysAreWarmInSummerAndSwingMore) {
    const Weather weather = yearFrom(ukkelNormals(), ukkelSite(), 4);
    double clearSwing = 0, dullSwing = 0;
    int clear = 0, dull = 0;
    for (size_t day = 150; day < 240; ++day) {
        double beam = 0, low = 400, high = 0;
        for (size_t h = day * 24; h < day * 24 + 24; ++h) {
            beam += weather.hours[h].beam;
            low = std::min(low, weather.hours[h].temperature);
            high = std::max(high, weather.hours[h].temperature);
        }
        if (beam > 6000) clearSwing += high - low, ++clear;
        if (beam < 1500) dullSwing += high - low, ++dull;
    }
    ASSERT_GT(clear, 5);
    ASSERT_GT(dull, 5);
    EXPECT_GT(clearSwing / clear, dullSwing / dull + 3);
}

TEST(Climate, TheColdWeekIsColdAndClear) {
    const Weather weather = builtInWeather("cold_week", 1).value();
    for (int day = coldWeekDay + 1; day < coldWeekDay + coldWeekDays - 1; ++day) {
        double mean = 0, beam = 0;
        for (int h = 24 * day; h < 24 * day + 24; ++h) {
            mean += weather.hours[static_cast<size_t>(h)].temperature / 24;
            beam += weather.hours[static_cast<size_t>(h)].beam;
        }
        EXPECT_NEAR(mean - 273.15, -6, 0.3) << day;
        EXPECT_GT(beam, 3000) << day;
    }
    // Elsewhere it is the year of Ukkel.
    EXPECT_EQ(weather.hours[5000].temperature,
              builtInWeather("ukkel", 1).value().hours[5000].temperature);
}

TEST(Climate, TheHeatWaveIsOne) {
    const Weather weather = builtInWeather("heat_wave", 1).value();
    int hot = 0;
    for (int day = heatWaveDay; day < heatWaveDay + heatWaveDays; ++day) {
        double high = 0;
        for (int h = 24 * day; h < 24 * day + 24; ++h)
            high = std::max(high, weather.hours[static_cast<size_t>(h)].temperature - 273.15);
        hot += high > 30;
        EXPECT_GT(high, 25) << day;  // five days above 25, three of them above 30
    }
    EXPECT_GE(hot, 5);
}

TEST(Climate, TheLessonDaysRepeatWithoutSun) {
    const Weather constant = builtInWeather("constant_day", 9).value();
    const Weather sinus = builtInWeather("sinus_day", 9).value();
    double low = 400, high = 0;
    for (size_t hour = 0; hour < size_t{hoursAYear}; ++hour) {
        EXPECT_EQ(constant.hours[hour].temperature, 273.15);
        EXPECT_EQ(sinus.hours[hour].temperature, sinus.hours[hour % 24].temperature);
        EXPECT_EQ(sinus.hours[hour].beam + sinus.hours[hour].diffuse, 0);
        low = std::min(low, sinus.hours[hour].temperature);
        high = std::max(high, sinus.hours[hour].temperature);
    }
    EXPECT_NEAR(low, 280.15, 1e-9);
    EXPECT_NEAR(high, 296.15, 1e-9);
    const Outdoors out = outdoors(sinus, 3 * 86400.0 + 5 * 3600, 3600);
    EXPECT_NEAR(out.skyTemperature, out.temperature, 0.05);  // the sky takes nothing
}

TEST(Climate, UnknownWeatherIsNamed) {
    const Result<Weather> none = builtInWeather("venus", 1);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().key, "weather.unknown");
    EXPECT_EQ(none.error().args.at(0).value, "venus");
}

}  // namespace
}  // namespace pt
