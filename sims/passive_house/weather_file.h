// An imported year of weather as a document: small enough to go along with each undo. Hours are
// kept to 0,1 K, 10 Pa, 0,1 m/s and 1 W/m², as differences in about 90 kB of text.
#pragma once

#include <memory>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/numerics/weather.h"

namespace pt {

// nullptr, no weather: an empty object.
Json saveWeather(const Weather* weather);
// nullptr for an empty object or null. Error house.weather_file, with the column as `where`.
Result<std::shared_ptr<const Weather>> loadWeather(const Json& json);

}  // namespace pt
