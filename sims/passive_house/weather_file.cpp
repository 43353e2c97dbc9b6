#include "sims/passive_house/weather_file.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace pt {
namespace {

// Each difference is written in digits of 5 bits, lowest first, with a sixth that says that more
// follow; signs go to the lowest bit.
constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

struct Column {
    const char* key;
    double WeatherHour::*value;
    double unit, origin, least, most;  // in that unit
};
constexpr Column columns[] = {{"temperature", &WeatherHour::temperature, 0.1, 273.15, -1000, 700},
                              {"dew_point", &WeatherHour::dewPoint, 0.1, 273.15, -1500, 700},
                              {"pressure", &WeatherHour::pressure, 10, 0, 3000, 12000},
                              {"wind", &WeatherHour::wind, 0.1, 0, 0, 1000},
                              {"infrared", &WeatherHour::infrared, 1, 0, 0, 1000},
                              {"beam", &WeatherHour::beam, 1, 0, 0, 1500},
                              {"diffuse", &WeatherHour::diffuse, 1, 0, 0, 1500}};

std::string pack(const Weather& weather, const Column& column) {
    std::string text;
    int64_t last = 0;
    for (const WeatherHour& hour : weather.hours) {
        const auto now = static_cast<int64_t>(
            std::floor((hour.*column.value - column.origin) / column.unit + 0.5));
        const int64_t change = now - last;
        auto rest = static_cast<uint64_t>(change < 0 ? -2 * change - 1 : 2 * change);
        do {
            const uint64_t digit = (rest & 31) | (rest > 31 ? 32 : 0);
            text += digits[static_cast<size_t>(digit)];
            rest >>= 5;
        } while (rest > 0);
        last = now;
    }
    return text;
}

std::optional<uint64_t> unpackOne(const std::string& text, size_t& at) {
    uint64_t value = 0;
    for (int shift = 0; shift < 25; shift += 5) {
        if (at >= text.size()) return std::nullopt;
        const size_t digit = digits.find(text[at++]);
        if (digit == std::string_view::npos) return std::nullopt;
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
    }
    return std::nullopt;
}

bool unpack(const std::string& text, const Column& column, Weather& weather) {
    size_t at = 0;
    int64_t last = 0;
    for (WeatherHour& hour : weather.hours) {
        const std::optional<uint64_t> code = unpackOne(text, at);
        if (!code) return false;
        const auto half = static_cast<int64_t>(*code >> 1);
        last += (*code & 1) ? -half - 1 : half;
        const auto value = static_cast<double>(last);
        if (!(value >= column.least && value <= column.most)) return false;
        hour.*column.value = column.origin + value * column.unit;
    }
    return at == text.size();
}

bool within(double value, double low, double high) { return value >= low && value <= high; }

}  // namespace

Json saveWeather(const Weather* weather) {
    Json json = Json::object();
    if (!weather) return json;
    const WeatherSite& site = weather->site;
    json.set("name", site.name).set("latitude", site.latitude).set("longitude", site.longitude);
    json.set("time_zone", site.timeZone).set("altitude", site.altitude);
    json.set("ground_mean", weather->groundMean);
    for (const Column& column : columns) json.set(column.key, pack(*weather, column));
    return json;
}

Result<std::shared_ptr<const Weather>> loadWeather(const Json& json) {
    if (!json.isObject() || json.entries().empty()) return std::shared_ptr<const Weather>();
    Weather weather;
    weather.site.name = json["name"].text().substr(0, 80);
    weather.site.latitude = json["latitude"].number(NAN);
    weather.site.longitude = json["longitude"].number(NAN);
    weather.site.timeZone = json["time_zone"].number(NAN);
    weather.site.altitude = json["altitude"].number(NAN);
    weather.groundMean = json["ground_mean"].number(NAN);
    if (!within(weather.site.latitude, -1.6, 1.6) || !within(weather.site.longitude, -3.2, 3.2) ||
        !within(weather.site.timeZone, -14 * 3600, 14 * 3600) ||
        !within(weather.site.altitude, -500, 9000) || !within(weather.groundMean, 173, 343))
        return Error{"house.weather_file", "", {}};
    weather.hours.resize(hoursAYear);
    for (const Column& column : columns)
        if (!unpack(json[column.key].text(), column, weather))
            return Error{"house.weather_file", column.key, {}};
    return std::make_shared<const Weather>(std::move(weather));
}

}  // namespace pt
