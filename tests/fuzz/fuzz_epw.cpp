// Weather files as they come from anywhere: refused with an error that has a sentence, or a year of
// finite hours. The bytes are read as they are, and as hours laid into a year that is whole.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/i18n/words.h"
#include "engine/numerics/epw_fill.h"

namespace {

void require(bool good) {
    if (!good) std::abort();
}

void readOne(std::string_view text) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    const auto read = pt::readEpw(text);
    if (!read.ok()) {
        require(words.has(read.error().key));
        require(!words.sentence(read.error()).empty());
        return;
    }
    require(read.value().hours.size() == size_t{pt::hoursAYear});
    for (const pt::WeatherHour& hour : read.value().hours)
        require(std::isfinite(hour.temperature + hour.dewPoint + hour.pressure + hour.wind +
                              hour.infrared + hour.beam + hour.diffuse));
    for (int step = 0; step < 24; ++step)
        require(std::isfinite(pt::outdoors(read.value(), step * 3600.0, 3600).skyTemperature));
}

// A year of plain hours from the second day on.
const std::string& plainYear() {
    static const std::string year = [] {
        std::string text;
        for (int hour = 24; hour < pt::hoursAYear; ++hour) {
            const pt::MonthDay date = pt::monthDayOf(hour);
            text += "2000," + std::to_string(date.month) + "," + std::to_string(date.day) + "," +
                    std::to_string(hour % 24 + 1) +
                    ",0,x,10,5,70,100000,0,0,300,0,0,0,0,0,0,0,180,3,5,5\n";
        }
        return text;
    }();
    return year;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readOne(bytes);
    readOne(std::string("LOCATION,a,b,c,d,e,50,4,1,100\n") + std::string(bytes) + "\n" +
            plainYear());
    return 0;
}
