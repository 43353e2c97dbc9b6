#include "engine/numerics/climate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "engine/numerics/sky.h"
#include "engine/numerics/sun.h"

namespace pt {
namespace {

constexpr int days = hoursAYear / 24;
constexpr double kelvin = 273.15, hourSeconds = 3600, turn = 2 * math::pi;
constexpr double degree = math::pi / 180;
constexpr std::array<int, 12> monthLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

using Days = std::vector<double>;

int monthOfDay(int day) {
    int month = 0;
    while (month < 11 && day >= monthLengths[static_cast<size_t>(month)])
        day -= monthLengths[static_cast<size_t>(month++)];
    return month;
}

// A monthly value as a smooth curve: straight lines between the middles of the months.
double curveAt(const std::array<double, 12>& monthly, double day) {
    double middle = -monthLengths[11] / 2.0;
    for (size_t month = 0; month <= 12; ++month) {
        const double next =
            middle + (monthLengths[(month + 11) % 12] + monthLengths[month % 12]) / 2.0;
        if (day <= next) {
            const double share = (day - middle) / (next - middle);
            return monthly[(month + 11) % 12] * (1 - share) + monthly[month % 12] * share;
        }
        middle = next;
    }
    return monthly[0];
}

// Mean 0, deviation 1; each value keeps `persistence` of the one before.
std::vector<double> persistent(Rng& rng, size_t count, double persistence) {
    std::vector<double> values(count);
    const double fresh = std::sqrt(1 - persistence * persistence);
    double now = rng.normal();
    for (double& value : values) {
        now = persistence * now + fresh * rng.normal();
        value = now;
    }
    return values;
}

double logistic(double x) { return 1 / (1 + math::exp(-x)); }

// The sun through the year, apart from clouds.
struct SunHour {
    double sine = 0;    // of its height, mean over the hour
    double beam = 0;    // W/m² under a clear sky, normal
    double global = 0;  // W/m² under a clear sky, horizontal
};

// Kasten 1996, thickness of clean dry air per air mass.
double rayleighThickness(double mass) {
    return 1 / (6.62960 + mass * (1.75130 + mass * (-0.12020 + mass * (0.00650 - mass * 0.00013))));
}

SunHour sunHour(const WeatherSite& site, int hour, double turbidity) {
    constexpr int parts = 4;
    SunHour sun;
    double beams = 0, lit = 0;
    for (int i = 0; i < parts; ++i) {
        const double utc = (hour + (i + 0.5) / parts) * hourSeconds - site.timeZone;
        const SunDate date = sunDateInYear(utc);
        const double angle = turn * (utc / 86400 - 0.5) + site.longitude + date.equationOfTime;
        const SunPosition at = sunPosition(date.declination, angle, site.latitude);
        if (at.elevation <= 0) continue;
        const double sine = at.up, elevation = at.elevation;
        const double mass = std::min(relativeAirMass(elevation), 30.0);
        const double beam = extraterrestrialAt(date.distance) *
                            math::exp(-0.8662 * turbidity * mass * rayleighThickness(mass));
        sun.sine += sine / parts;
        beams += beam * sine;
        lit += sine;
        // Kasten and Czeplak 1980: the clear sky of Hamburg, not less than its beam.
        sun.global += std::max(910 * sine - 30, beam * sine * 1.08) / parts;
    }
    if (lit > 0) sun.beam = beams / lit;
    return sun;
}

// Shifts a logit so that the weighted mean of its logistic is as asked.
template <class Mean>
double shiftFor(double asked, Mean mean) {
    double low = -12, high = 12;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (mean(middle) < asked ? low : high) = middle;
    }
    return (low + high) / 2;
}

class YearMaker {
public:
    YearMaker(const Normals& normals, const WeatherSite& site, uint64_t seed)
        : normals_(normals), site_(site), seed_(seed), hours_(hoursAYear), suns_(hoursAYear),
          clear_(hoursAYear), cover_(hoursAYear) {}

    Weather make() {
        for (int hour = 0; hour < hoursAYear; ++hour)
            suns_[index(hour)] = sunHour(site_, hour, curveAt(normals_.turbidity, hour / 24.0));
        makeSky();
        makeSun();
        makeTemperature();
        makeMoisture();
        makeWind();
        makePressure();
        for (int hour = 0; hour < hoursAYear; ++hour) {
            WeatherHour& at = hours_[index(hour)];
            at.infrared = skyInfrared(at.temperature, at.dewPoint, 1 - clear_[index(hour)]);
        }
        Weather weather{site_, std::move(hours_), 0};
        for (const double monthly : normals_.temperature) weather.groundMean += monthly / 12;
        return weather;
    }

private:
    static size_t index(int i) { return static_cast<size_t>(i); }
    static size_t dayIndex(int day) { return static_cast<size_t>((day + days) % days); }

    // How clear each hour is, 0 overcast .. 1 sun: slow changes from day to day, quick ones within
    // it, stretched so that much is nearly clear or nearly covered, and shifted month by month onto
    // the normal sunshine.
    void makeSky() {
        Rng slowRng(seed_, "climate.days"), quickRng(seed_, "climate.clouds");
        slow_ = persistent(slowRng, days + 1, 0.45);
        const std::vector<double> quick = persistent(quickRng, hoursAYear, 0.75);
        constexpr double slowWeight = 2.2, quickWeight = 2.6;
        std::vector<double> logits(hoursAYear);
        for (int hour = 0; hour < hoursAYear; ++hour) {
            const double at = hour / 24.0;
            const size_t day = static_cast<size_t>(at);
            const double share = at - static_cast<double>(day);
            const double slow = slow_[day] * (1 - share) + slow_[day + 1] * share;
            logits[index(hour)] = slowWeight * slow + quickWeight * quick[index(hour)];
        }
        int first = 0;
        for (size_t month = 0; month < 12; ++month) {
            const int last = first + 24 * monthLengths[month];
            const auto sunshine = [&](double shift) {
                double sum = 0;
                for (int hour = first; hour < last; ++hour)
                    if (suns_[index(hour)].beam > beamOfSunshine)
                        sum += logistic(logits[index(hour)] + shift) * hourSeconds;
                return sum;
            };
            const double shift = shiftFor(normals_.sunshine[month], sunshine);
            for (int hour = first; hour < last; ++hour)
                clear_[index(hour)] = logistic(logits[index(hour)] + shift);
            first = last;
        }
        dayClear_.assign(days, 0);
        for (int hour = 0; hour < hoursAYear; ++hour)
            dayClear_[index(hour / 24)] += clear_[index(hour)] / 24;
    }

    // Sun through the clouds: the beam by the clear share of the hour; the global after Kasten and
    // Czeplak, with their 0.75 for a covered sky replaced by what brings the year onto its normal.
    void makeSun() {
        for (int hour = 0; hour < hoursAYear; ++hour)
            cover_[index(hour)] = math::pow(1 - clear_[index(hour)], 3.4);
        const auto yearly = [this](double dark) {
            double sum = 0;
            for (int hour = 0; hour < hoursAYear; ++hour) sum += global(hour, dark) * hourSeconds;
            return -sum;
        };
        const double dark =
            logistic(shiftFor(-normals_.radiation, [&](double x) { return yearly(logistic(x)); }));
        for (int hour = 0; hour < hoursAYear; ++hour) {
            const SunHour& sun = suns_[index(hour)];
            WeatherHour& at = hours_[index(hour)];
            at.beam = sun.beam * clear_[index(hour)];
            at.diffuse = std::max(0.0, global(hour, dark) - at.beam * sun.sine);
        }
    }

    double global(int hour, double dark) const {
        const SunHour& sun = suns_[index(hour)];
        const double covered = sun.global * (1 - dark * cover_[index(hour)]);
        return std::max(covered, 1.05 * sun.beam * clear_[index(hour)] * sun.sine);
    }

    void makeTemperature() {
        Rng rng(seed_, "climate.temperature"), noiseRng(seed_, "climate.unrest");
        const std::vector<double> own = persistent(rng, days, 0.8);
        const std::vector<double> unrest = persistent(noiseRng, hoursAYear, 0.8);
        Days means(days);
        for (int day = 0; day < days; ++day) {
            // Clear days are cold in winter and warm in summer.
            const double summer = -math::cos(turn * (day - 15) / days);
            const double tie = 0.45 * summer;
            const double anomaly =
                tie * slow_[index(day)] + std::sqrt(1 - tie * tie) * own[index(day)];
            means[index(day)] = curveAt(normals_.spread, day + 0.5) * anomaly;
        }
        for (int hour = 0; hour < hoursAYear; ++hour)
            hours_[index(hour)].temperature = dailyCourse(hour, means) + 0.4 * unrest[index(hour)];
        meetTemperature();
    }

    // The day's mean from noon to noon, and round it a swing that grows with sun and clear sky.
    double dailyCourse(int hour, const Days& means) const {
        const double end = hour + 1, at = end / 24 - 0.5;
        const int day = static_cast<int>(std::floor(at));
        const double share = at - day;
        const auto along = [&](const Days& values) {
            return values[dayIndex(day)] * (1 - share) + values[dayIndex(day + 1)] * share;
        };
        const double season = -math::cos(turn * (at - 15) / days);
        const double swing = (3.6 + 0.6 * season) + (5.5 + 3 * season) * along(dayClear_);
        const double clock = turn * (end - 15.5) / 24;
        return along(means) + swing / 2 * (math::cos(clock) + 0.15 * math::cos(2 * clock + 0.9));
    }

    // A curve through the months, corrected until the mean of each is the normal.
    void meetTemperature() {
        std::array<double, 12> knots = normals_.temperature;
        std::vector<double> anomaly(hoursAYear);
        for (int hour = 0; hour < hoursAYear; ++hour)
            anomaly[index(hour)] = hours_[index(hour)].temperature;
        for (int round = 0; round < 40; ++round) {
            std::array<double, 12> sums{};
            for (int hour = 0; hour < hoursAYear; ++hour) {
                double& t = hours_[index(hour)].temperature;
                t = anomaly[index(hour)] + curveAt(knots, (hour + 1) / 24.0);
                sums[index(monthOfDay(hour / 24))] += t;
            }
            for (size_t month = 0; month < 12; ++month)
                knots[month] +=
                    normals_.temperature[month] - sums[month] / (24 * monthLengths[month]);
        }
    }

    // Air holds what it could at about the night's coldest hour, less in dry spells.
    void makeMoisture() {
        Rng rng(seed_, "climate.moisture");
        const std::vector<double> dry = persistent(rng, days + 1, 0.6);
        Days lowest(days, 1e9);
        for (int hour = 0; hour < hoursAYear; ++hour)
            lowest[index(hour / 24)] =
                std::min(lowest[index(hour / 24)], hours_[index(hour)].temperature);
        for (int hour = 0; hour < hoursAYear; ++hour) {
            const double at = (hour + 1) / 24.0 - 0.5;
            const int day = static_cast<int>(std::floor(at));
            const double share = at - day;
            const auto along = [&](const Days& values) {
                return values[dayIndex(day)] * (1 - share) + values[dayIndex(day + 1)] * share;
            };
            WeatherHour& now = hours_[index(hour)];
            const double dew = along(lowest) - 0.4 - 1.3 * along(dry) * along(dayClear_) * 2;
            now.dewPoint = std::min(dew, now.temperature - 0.2);
        }
    }

    // The length of a vector of two persistent components: Weibull with shape 2.
    void makeWind() {
        Rng eastRng(seed_, "climate.wind.east"), northRng(seed_, "climate.wind.north");
        const std::vector<double> east = persistent(eastRng, hoursAYear, 0.93);
        const std::vector<double> north = persistent(northRng, hoursAYear, 0.93);
        for (int hour = 0; hour < hoursAYear; ++hour) {
            const double mean = curveAt(normals_.wind, hour / 24.0);
            hours_[index(hour)].wind =
                mean * std::sqrt(2 / math::pi) * math::hypot(east[index(hour)], north[index(hour)]);
        }
    }

    void makePressure() {
        Rng rng(seed_, "climate.pressure");
        const std::vector<double> unrest = persistent(rng, hoursAYear, 0.99);
        const double mean = 101600 * math::pow(1 - 2.25577e-5 * site_.altitude, 5.25588);
        for (int hour = 0; hour < hoursAYear; ++hour)
            hours_[index(hour)].pressure =
                mean + 900 * unrest[index(hour)] + 250 * slow_[index(hour / 24)];
    }

    static constexpr double beamOfSunshine = 120;  // W/m², WMO
    const Normals& normals_;
    const WeatherSite& site_;
    uint64_t seed_;
    std::vector<WeatherHour> hours_;
    std::vector<SunHour> suns_;
    std::vector<double> clear_, cover_;  // by hour; how much the clouds dim
    Days slow_, dayClear_;
};

}  // namespace

const Normals& ukkelNormals() {
    static const Normals normals = [] {
        Normals n;
        const std::array<double, 12> celsius{3.7,  4.2,  7.1,  10.4, 13.9, 16.7,
                                             18.7, 18.4, 15.2, 11.3, 7.2,  4.3};
        const std::array<double, 12> sunHours{59.1,  72.9,  125.8, 171.3, 198.3, 199.3,
                                              203.2, 192.4, 154.4, 112.6, 65.8,  48.6};
        for (size_t month = 0; month < 12; ++month) {
            n.temperature[month] = kelvin + celsius[month];
            n.sunshine[month] = sunHours[month] * hourSeconds;
        }
        n.wind = {4.1, 4.0, 3.8, 3.4, 3.2, 3.0, 3.0, 2.9, 3.0, 3.4, 3.7, 4.0};
        n.spread = {5.2, 5.0, 4.2, 4.0, 4.0, 4.0, 4.1, 3.9, 3.5, 3.9, 4.3, 5.0};
        n.turbidity = {2.8, 3.0, 3.4, 3.7, 3.9, 4.1, 4.2, 4.1, 3.7, 3.3, 2.9, 2.7};
        n.radiation = 1045 * 3.6e6;
        return n;
    }();
    return normals;
}

const WeatherSite& ukkelSite() {
    static const WeatherSite site{"Ukkel", 50.7969 * degree, 4.3581 * degree, 3600, 100};
    return site;
}

Weather yearFrom(const Normals& normals, const WeatherSite& site, uint64_t seed) {
    return YearMaker(normals, site, seed).make();
}

}  // namespace pt
