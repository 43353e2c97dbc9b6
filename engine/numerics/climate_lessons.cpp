// The built-in years by name. Those for lessons leave out what would distract: a spell laid into
// the year of Ukkel, or the same day again and again.
#include <algorithm>
#include <cstddef>

#include "engine/core/math.h"
#include "engine/numerics/climate.h"
#include "engine/numerics/sky.h"
#include "engine/numerics/sun.h"

namespace pt {
namespace {

constexpr double kelvin = 273.15, stefanBoltzmann = 5.670374419e-8;

struct Spell {
    int day, days;
    double mean, swing;      // K: the day's mean, from coldest to warmest
    double drier;            // K that the dew point lies below the coldest hour
    double turbidity, wind;  // m/s
};
constexpr Spell coldWeek{coldWeekDay, coldWeekDays, kelvin - 6, 7, 1.5, 2.5, 2.5};
constexpr Spell heatWave{heatWaveDay, heatWaveDays, kelvin + 26.5, 14, 1, 4, 1.8};

// 0 outside, 1 inside, rising and falling over a day.
double weightOf(const Spell& spell, double day) {
    return std::clamp(std::min(day - spell.day, spell.day + spell.days - day), 0.0, 1.0);
}

void blend(double& value, double towards, double weight) { value += weight * (towards - value); }

// Clear days of one mean and one swing; the sun is that of a cloudless hour of its date.
void layIn(Weather& weather, const Spell& spell) {
    Normals clear = ukkelNormals();
    clear.turbidity.fill(spell.turbidity);
    clear.sunshine.fill(31 * 86400.0);
    clear.radiation = 1e12;  // no cloud dims anything
    const Weather cloudless = yearFrom(clear, weather.site, 1);
    for (int hour = 24 * spell.day; hour < 24 * (spell.day + spell.days); ++hour) {
        const size_t at = static_cast<size_t>(hour);
        WeatherHour& now = weather.hours[at];
        const double weight = weightOf(spell, (hour + 1) / 24.0);
        const double clock = 2 * math::pi * (hour + 1 - 15.5) / 24;
        const double course = math::cos(clock) + 0.15 * math::cos(2 * clock + 0.9);
        blend(now.temperature, spell.mean + spell.swing / 2 * course, weight);
        blend(now.dewPoint, spell.mean - spell.swing / 2 - spell.drier, weight);
        now.dewPoint = std::min(now.dewPoint, now.temperature - 0.2);
        blend(now.wind, spell.wind, weight);
        blend(now.beam, cloudless.hours[at].beam, weight);
        blend(now.diffuse, cloudless.hours[at].diffuse, weight);
        blend(now.infrared, skyInfrared(now.temperature, now.dewPoint, 0), weight);
    }
}

// Days without sun under a sky as warm as the air: all that works on the house is T.
Weather sameDays(double mean, double swing) {
    Weather weather{ukkelSite(), std::vector<WeatherHour>(hoursAYear), mean};
    for (size_t hour = 0; hour < weather.hours.size(); ++hour) {
        WeatherHour& now = weather.hours[hour];
        const double clock = 2 * math::pi * (static_cast<double>((hour + 1) % 24) - 15) / 24;
        now.temperature = mean + swing / 2 * math::cos(clock);
        now.dewPoint = mean - swing / 2 - 2;
        now.wind = 3;
        const double square = now.temperature * now.temperature;
        now.infrared = stefanBoltzmann * square * square;
        now.beam = now.diffuse = 0;
    }
    return weather;
}

}  // namespace

Result<Weather> builtInWeather(std::string_view name, uint64_t seed) {
    if (name == "constant_day") return sameDays(kelvin, 0);
    if (name == "sinus_day") return sameDays(kelvin + 15, 16);
    const bool cold = name == "cold_week", hot = name == "heat_wave";
    if (!cold && !hot && name != "ukkel")
        return Error{"weather.unknown", "", {{"name", std::string(name.substr(0, 100))}}};
    Weather weather = yearFrom(ukkelNormals(), ukkelSite(), seed);
    if (cold) layIn(weather, coldWeek);
    if (hot) layIn(weather, heatWave);
    return weather;
}

}  // namespace pt
