// EnergyPlus weather files: eight lines of heading, then a line an hour with 35 fields. Format:
// EnergyPlus, Auxiliary Programs, "EnergyPlus weather file (EPW) data dictionary".
#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "engine/core/json.h"
#include "engine/core/math.h"
#include "engine/numerics/epw_fill.h"
#include "engine/numerics/weather.h"

namespace pt {
namespace {

constexpr size_t mostBytes = size_t{32} << 20, mostFields = 400, longestName = 200;
constexpr double degree = math::pi / 180, kelvin = 273.15;

// A column of the hours: where it stands, what its readings may be, from where they mean
// "missing", and how they become SI.
struct Column {
    const char* name;  // "epw.column.<name>" in words
    size_t field;
    double low, high, missing;
    double scale, offset;
    double EpwHour::*value;
    bool mean;  // over the hour, not at its end
};
constexpr std::array<Column, 10> columns{{
    {"temperature", 6, -90, 70, 99.9, 1, kelvin, &EpwHour::temperature, false},
    {"dew_point", 7, -100, 70, 99.9, 1, kelvin, &EpwHour::dewPoint, false},
    {"humidity", 8, 0, 110, 999, 0.01, 0, &EpwHour::humidity, false},
    {"pressure", 9, 31000, 120000, 999999, 1, 0, &EpwHour::pressure, false},
    {"infrared", 12, 0, 1000, 9999, 1, 0, &EpwHour::infrared, false},
    {"global", 13, 0, 2000, 9999, 1, 0, &EpwHour::global, true},
    {"beam", 14, 0, 2000, 9999, 1, 0, &EpwHour::beam, true},
    {"diffuse", 15, 0, 2000, 9999, 1, 0, &EpwHour::diffuse, true},
    {"wind", 21, 0, 120, 999, 1, 0, &EpwHour::wind, false},
    {"cloud", 23, 0, 10, 99, 0.1, 0, &EpwHour::cloud, false},
}};
constexpr size_t fieldsNeeded = 22;  // up to the wind; the clouds may be left out

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<double> numberOf(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto read = fast_float::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

bool startsWith(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    return std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
        return a == (b >= 'a' && b <= 'z' ? static_cast<char>(b - 'a' + 'A') : b);
    });
}

// Readings of one hour as they come in; a file may have several lines an hour.
struct Slot {
    EpwHour hour;
    int lines = 0;
};

class EpwReader {
public:
    explicit EpwReader(std::string_view text) : text_(text) { slots_.resize(hoursAYear); }

    Result<Weather> read() {
        if (text_.size() > mostBytes)
            return Error{"epw.too_big", "", {{"most", std::to_string(mostBytes >> 20)}}};
        if (startsWith(text_, "\xEF\xBB\xBF")) text_.remove_prefix(3);
        while (!error_ && nextLine()) {
            if (trimmed(line_).empty()) continue;
            split();
            if (!error_) take();
        }
        if (!error_ && !located_) fail("epw.start");
        if (error_) return *error_;
        return finished();
    }

private:
    bool nextLine() {
        if (at_ >= text_.size()) return false;
        const size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
        line_ = text_.substr(at_, end - at_);
        at_ = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
        ++number_;
        return true;
    }

    void split() {
        fields_.clear();
        size_t from = 0;
        while (from <= line_.size()) {
            const size_t end = std::min(line_.find(',', from), line_.size());
            fields_.push_back(trimmed(line_.substr(from, end - from)));
            from = end + 1;
            if (fields_.size() > mostFields) return;  // beyond what any line of the format has
        }
    }

    void fail(const char* key, Args args = {}) {
        if (!error_) error_ = Error{key, std::to_string(std::max(number_, 1)), std::move(args)};
    }
    static std::string shortened(std::string_view text) {
        return std::string(text.substr(0, longestName));
    }

    // NaN, with an error, when the field holds no number.
    double field(size_t index, const char* column) {
        const std::string_view text = index < fields_.size() ? fields_[index] : std::string_view();
        if (const auto value = numberOf(text)) return *value;
        fail("epw.number",
             {{"column", std::string("@epw.column.") + column}, {"text", shortened(text)}});
        return EpwHour::missing;
    }

    double within(double value, double low, double high, const char* column) {
        if (value >= low && value <= high) return value;
        if (!std::isnan(value))
            fail("epw.range", {{"column", std::string("@epw.column.") + column},
                               {"value", written(value)},
                               {"low", written(low)},
                               {"high", written(high)}});
        return low;
    }
    static std::string written(double value) { return Json(value).write(); }

    void take() {
        const std::string_view head = fields_[0];
        if (!head.empty() && head.front() >= '0' && head.front() <= '9') return takeHour();
        if (startsWith(head, "LOCATION")) return takeLocation();
        if (!located_) return fail("epw.start");
        if (startsWith(head, "GROUND TEMPERATURES")) return takeGround();
        if (startsWith(head, "DATA PERIODS")) return takePeriods();
        static constexpr std::string_view others[] = {"DESIGN CONDITIONS", "TYPICAL/EXTREME",
                                                      "HOLIDAYS", "COMMENTS"};
        if (std::none_of(std::begin(others), std::end(others),
                         [head](std::string_view word) { return startsWith(head, word); }))
            fail("epw.line", {{"text", shortened(head)}});
    }

    void takeLocation() {
        located_ = true;
        if (fields_.size() > 1) site_.name = shortened(fields_[1]);
        site_.latitude = within(field(6, "latitude"), -90, 90, "latitude") * degree;
        site_.longitude = within(field(7, "longitude"), -180, 180, "longitude") * degree;
        site_.timeZone = within(field(8, "time_zone"), -12, 14, "time_zone") * 3600;
        site_.altitude = within(field(9, "altitude"), -1000, 9999, "altitude");
    }

    // Depth after depth: the depth, three properties, twelve months. The shallowest counts.
    void takeGround() {
        constexpr size_t first = 2, months = 4, block = 16;
        double shallowest = 1e9;
        for (size_t at = first; at + block <= fields_.size(); at += block) {
            const auto depth = numberOf(fields_[at]);
            double sum = 0;
            bool whole = depth.has_value() && *depth < shallowest;
            for (size_t month = 0; whole && month < 12; ++month) {
                const auto value = numberOf(fields_[at + months + month]);
                whole = value && std::fabs(*value) < 90;
                sum += value.value_or(0);
            }
            if (!whole) continue;
            shallowest = *depth;
            ground_ = kelvin + sum / 12;
        }
    }

    void takePeriods() {
        const double lines = within(field(2, "lines"), 1, 60, "lines");
        if (60 % static_cast<int>(lines) != 0 || lines != std::floor(lines))
            return fail("epw.range", {{"column", "@epw.column.lines"},
                                      {"value", written(lines)},
                                      {"low", "1"},
                                      {"high", "60"}});
        linesAnHour_ = static_cast<int>(lines);
    }

    void takeHour() {
        if (!located_) return fail("epw.start");
        if (fields_.size() < fieldsNeeded)
            return fail("epw.fields", {{"found", std::to_string(fields_.size())},
                                       {"needed", std::to_string(fieldsNeeded)}});
        const double month = field(1, "month"), day = field(2, "day"), hour = field(3, "hour");
        if (error_) return;
        const bool dated = month == std::floor(month) && day == std::floor(day) &&
                           std::fabs(month) < 100 && std::fabs(day) < 100;
        const int ofYear = dated ? dayOfYear(static_cast<int>(month), static_cast<int>(day)) : -1;
        if (ofYear == -1)
            return fail("epw.date",
                        {{"day", shortened(fields_[2])}, {"month", shortened(fields_[1])}});
        if (hour != std::floor(hour) || hour < 1 || hour > 24)
            return fail("epw.hour", {{"hour", shortened(fields_[3])}});
        if (ofYear == leapDay) return;
        Slot& slot = slots_[static_cast<size_t>(ofYear * 24 + static_cast<int>(hour) - 1)];
        if (slot.lines++ >= linesAnHour_)
            return fail("epw.twice", {{"day", std::to_string(static_cast<int>(day))},
                                      {"month", std::to_string(static_cast<int>(month))},
                                      {"hour", std::to_string(static_cast<int>(hour))}});
        for (const Column& column : columns) takeValue(column, slot);
    }

    // An empty field is a missing reading, too.
    void takeValue(const Column& column, Slot& slot) {
        if (column.field >= fields_.size() || fields_[column.field].empty()) return;
        const double reading = field(column.field, column.name);
        if (!(reading < column.missing)) return;
        const double value =
            within(reading, column.low, column.high, column.name) * column.scale + column.offset;
        double& kept = slot.hour.*column.value;
        const int before = slot.lines - 1;
        kept = column.mean && before > 0 ? (kept * before + value) / slot.lines : value;
    }

    Result<Weather> finished() {
        std::vector<EpwHour> hours;
        hours.reserve(slots_.size());
        for (const Slot& slot : slots_) hours.push_back(slot.hour);
        if (std::all_of(slots_.begin(), slots_.end(),
                        [](const Slot& slot) { return slot.lines == 0; }))
            return Error{"epw.empty", "", {}};
        Result<std::vector<WeatherHour>> filled = fillEpw(site_, std::move(hours));
        if (!filled) return filled.error();
        Weather weather{site_, std::move(filled.value()), 0};
        double sum = 0;
        for (const WeatherHour& hour : weather.hours) sum += hour.temperature;
        weather.groundMean = ground_.value_or(sum / hoursAYear);
        return weather;
    }

    std::string_view text_, line_;
    size_t at_ = 0;
    int number_ = 0;  // of the line, from 1
    std::vector<std::string_view> fields_;
    std::vector<Slot> slots_;
    WeatherSite site_;
    bool located_ = false;
    int linesAnHour_ = 1;
    std::optional<double> ground_;
    std::optional<Error> error_;
};

}  // namespace

Result<Weather> readEpw(std::string_view text) { return EpwReader(text).read(); }

}  // namespace pt
