#include "sims/cardboard_house/logger.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "engine/units/unit.h"

namespace pt {
namespace {

constexpr size_t mostBytes = size_t{1} << 20, mostCells = 20, mostText = 40, mostHeadings = 100;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double coldest = 233.15, hottest = 423.15;  // K, what a thermometer in a box can say
constexpr double day = 86400;
constexpr double longest = 400 * day;

using Cells = std::vector<std::string>;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const size_t from = text.find_first_not_of(blank);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

std::string lower(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return all;
}

// For a message: a piece of the text, never half a character.
std::string quoted(std::string_view text) {
    size_t end = std::min(text.size(), mostText);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

Cells split(std::string_view line, char separator) {
    Cells cells(1);
    bool inQuotes = false;
    for (const char c : line) {
        if (c == '"')
            inQuotes = !inQuotes;
        else if (c == separator && !inQuotes && cells.size() < mostCells)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    for (std::string& cell : cells) cell = std::string(trimmed(cell));
    return cells;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// The separator of the whole file: a tab or semicolon anywhere, else commas.
char separatorOf(std::string_view text) {
    for (const char c : {'\t', ';'})
        if (text.find(c) != std::string_view::npos) return c;
    return ',';
}

// -- times

// Whole numbers parted by any of `marks`.
std::vector<int> numbersIn(std::string_view text, std::string_view marks) {
    std::vector<int> all(1, -1);
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (all.back() > 100'000) return {};
            all.back() = std::max(all.back(), 0) * 10 + (c - '0');
        } else if (marks.find(c) != std::string_view::npos && all.back() >= 0) {
            all.push_back(-1);
        } else {
            return {};
        }
    }
    return all.back() < 0 ? std::vector<int>{} : all;
}

// Seconds since midnight from 9:05 or 9:05:30.
std::optional<double> clockTime(std::string_view text) {
    // Thousandths of a second do not matter.
    const size_t point = text.find_last_of(".,");
    if (point != std::string_view::npos && text.find(':') < point) text = text.substr(0, point);
    const std::vector<int> parts = numbersIn(text, ":");
    if (parts.size() != 2 && parts.size() != 3) return {};
    const int second = parts.size() == 3 ? parts[2] : 0;
    if (parts[1] > 59 || second > 59 || parts[0] > 999) return {};
    return parts[0] * 3600.0 + parts[1] * 60.0 + second;
}

// Days since 1 January 1970 (proleptic Gregorian).
std::optional<double> dateOf(std::string_view text) {
    const std::vector<int> parts = numbersIn(text, "-/.");
    if (parts.size() != 3) return {};
    const bool yearFirst = parts[0] > 31;
    const int year = yearFirst ? parts[0] : parts[2] < 100 ? 2000 + parts[2] : parts[2];
    const int month = parts[1], dayOfMonth = yearFirst ? parts[2] : parts[0];
    if (year < 1970 || year > 2200 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31)
        return {};
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400, yearOfEra = y - era * 400;
    const int shifted = (month + 9) % 12;
    const int dayOfYear = (153 * shifted + 2) / 5 + dayOfMonth - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097.0 + dayOfEra - 719468.0;
}

struct Moment {
    double seconds = 0;
    bool clock = false;  // a time of the day without a date: midnight may pass
};

std::optional<Moment> momentOf(const std::string& text, double secondsEach) {
    if (const auto clock = clockTime(text)) return Moment{*clock, true};
    const size_t gap = text.find_first_of(" T");
    if (gap != std::string::npos) {
        const auto date = dateOf(text.substr(0, gap));
        std::string_view rest = trimmed(std::string_view(text).substr(gap + 1));
        if (!rest.empty() && rest.back() == 'Z') rest.remove_suffix(1);
        const auto clock = clockTime(rest);
        if (date && clock) return Moment{*date * day + *clock, false};
    }
    const Result<double> number = parseInput(text, unit("s"));
    if (!number.ok() || !std::isfinite(number.value())) return {};
    // A bare number is in the unit of the heading.
    const bool bare = text.find_first_not_of("0123456789.,-+eE ") == std::string::npos;
    return Moment{bare ? number.value() * secondsEach : number.value(), false};
}

// -- headings

bool contains(const std::string& text, std::initializer_list<const char*> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&text](const char* part) { return text.find(part) != std::string::npos; });
}

enum class What { nothing, a, b, room };

struct Columns {
    double secondsEach = 1;  // of a bare time
    std::vector<What> what;  // a cell after the time
    std::vector<Unit> units;
};

double secondsEach(const std::string& heading) {
    if (contains(heading, {"(h", "[h", "uur", "hour", "uren"})) return 3600;
    if (contains(heading, {"min"})) return 60;
    return 1;
}

bool isRoom(const std::string& heading) {
    return contains(heading, {"kamer", "room", "omgeving", "ambient", "buiten", "outside", "klas"});
}

// Box B by name; other temperatures fill A, then B.
bool isB(const std::string& heading) {
    const std::string name = heading.substr(0, heading.find_first_of("(["));
    const std::string_view last = trimmed(name);
    return last == "b" || last == "t2" || last == "2" ||
           contains(heading, {" b ", "_b", "doos b", "box b", "temp b"}) ||
           (last.size() > 2 && last.substr(last.size() - 2) == " b");
}

bool isOther(const std::string& heading) {
    return contains(heading, {"nr", "index", "vocht", "humid", "batter", "sample", "record", "druk",
                              "pressure", "licht", "light", "lux", "co2"});
}

std::string placeOf(size_t line, size_t cell) {
    return std::to_string(line + 1) + ":" + std::to_string(cell + 1);
}

// What stands between brackets, as a unit of temperature.
Result<Unit> unitOf(std::string_view heading) {
    const size_t open = heading.find_first_of("([");
    if (open == std::string_view::npos) return unit("°C");
    const std::string_view inside = heading.substr(open + 1);
    const std::string_view symbol = trimmed(inside.substr(0, inside.find_first_of(")]")));
    if (symbol == "C" || symbol == "ºC") return unit("°C");
    const Result<Unit> found = parseUnit(symbol);
    if (!found.ok() || found.value().dimension != unit("°C").dimension)
        return Error{"logger.unit", "", {{"unit", quoted(symbol)}}};
    return found;
}

Result<Columns> readColumns(const Cells& headings, size_t line, size_t first, size_t cells) {
    Columns columns;
    columns.secondsEach = headings.empty() ? 1 : secondsEach(lower(headings[0]));
    bool haveA = false, haveB = false, haveRoom = false;
    for (size_t i = first; i < cells; ++i) {
        const std::string heading = i < headings.size() ? lower(headings[i]) : "";
        What what = What::nothing;
        if (!isOther(heading))
            what = isRoom(heading) ? What::room : isB(heading) ? What::b : What::a;
        if (what == What::a && haveA) what = What::b;
        const bool twice = (what == What::b && haveB) || (what == What::room && haveRoom);
        if (twice) return Error{"logger.columns", placeOf(line, i), {{"most", "3"}}};
        haveA = haveA || what == What::a;
        haveB = haveB || what == What::b;
        haveRoom = haveRoom || what == What::room;
        Result<Unit> in = unit("°C");
        if (what != What::nothing && i < headings.size()) in = unitOf(headings[i]);
        if (!in.ok()) return Error{in.error().key, placeOf(line, i), in.error().args};
        columns.what.push_back(what);
        columns.units.push_back(in.value());
    }
    if (!haveA && !haveB) return Error{"logger.no_temperature", placeOf(line, 0), {}};
    return columns;
}

// -- lines

class Reader {
public:
    explicit Reader(std::string_view text) : lines_(linesOf(text)), separator_(separatorOf(text)) {}

    Result<std::vector<Reading>> read() {
        size_t line = 0;
        Cells headings;
        while (line < lines_.size() && (lines_[line].empty() || !startsWithTime(line))) {
            if (!lines_[line].empty()) headings = split(lines_[line], separator_), named_ = line;
            if (line > mostHeadings) break;
            ++line;
        }
        if (line >= lines_.size() || !startsWithTime(line))
            return Error{"logger.empty", headings.empty() ? "" : placeOf(named_, 0), {}};
        const Cells first = split(lines_[line], separator_);
        // The date in a cell of its own, the time in the next.
        apart_ = first.size() > 1 && dateOf(first[0]) && clockTime(first[1]);
        Result<Columns> columns =
            readColumns(headings, headings.empty() ? line : named_, apart_ ? 2 : 1, first.size());
        if (!columns.ok()) return columns.error();
        columns_ = std::move(columns.value());
        for (; line < lines_.size(); ++line)
            if (!lines_[line].empty())
                if (const Status good = readLine(line); !good) return good.error();
        return std::move(readings_);
    }

private:
    bool startsWithTime(size_t line) const {
        const Cells cells = split(lines_[line], separator_);
        if (cells.size() < 2) return false;
        return momentOf(cells[0], 1) || (dateOf(cells[0]) && clockTime(cells[1]));
    }

    Result<double> timeOf(const Cells& cells, size_t line) {
        const std::string text = apart_ && cells.size() > 1 ? cells[0] + " " + cells[1] : cells[0];
        const auto moment = momentOf(text, columns_.secondsEach);
        if (!moment) return Error{"logger.time", placeOf(line, 0), {{"text", quoted(text)}}};
        double seconds = moment->seconds + midnights_ * day;
        if (readings_.empty()) start_ = seconds;
        if (moment->clock && !readings_.empty() &&
            seconds - start_ < readings_.back().time - day / 2) {
            midnights_ += 1;
            seconds += day;
        }
        seconds -= start_;
        if (!readings_.empty() && !(seconds > readings_.back().time))
            return Error{"logger.order", placeOf(line, 0), {}};
        if (!(seconds <= longest))
            return Error{"logger.time", placeOf(line, 0), {{"text", quoted(text)}}};
        return seconds;
    }

    Status readLine(size_t line) {
        if (readings_.size() >= mostReadings)
            return Error{
                "logger.too_many", placeOf(line, 0), {{"most", std::to_string(mostReadings)}}};
        const Cells cells = split(lines_[line], separator_);
        const Result<double> time = timeOf(cells, line);
        if (!time.ok()) return time.error();
        Reading reading{time.value(), none, none, none};
        const size_t first = apart_ ? 2 : 1;
        for (size_t i = first; i < cells.size(); ++i) {
            const size_t column = i - first;
            if (cells[i].empty()) continue;
            if (column >= columns_.what.size())
                return Error{"logger.number", placeOf(line, i), {{"text", quoted(cells[i])}}};
            if (columns_.what[column] == What::nothing) continue;
            const Result<double> kelvin = parseInput(cells[i], columns_.units[column]);
            if (!kelvin.ok())
                return Error{"logger.number", placeOf(line, i), {{"text", quoted(cells[i])}}};
            if (!(kelvin.value() >= coldest && kelvin.value() <= hottest))
                return Error{"logger.range", placeOf(line, i), {{"text", quoted(cells[i])}}};
            (columns_.what[column] == What::a   ? reading.a
             : columns_.what[column] == What::b ? reading.b
                                                : reading.room) = kelvin.value();
        }
        readings_.push_back(reading);
        return Ok{};
    }

    std::vector<std::string_view> lines_;
    char separator_;
    size_t named_ = 0;
    bool apart_ = false;
    Columns columns_;
    double start_ = 0, midnights_ = 0;
    std::vector<Reading> readings_;
};

Json cellOf(double value) { return std::isfinite(value) ? Json(value) : Json(); }

}  // namespace

Result<std::vector<Reading>> readLogger(std::string_view text) {
    if (text.size() > mostBytes) return Error{"logger.too_long", "", {}};
    if (text.substr(0, byteOrderMark.size()) == byteOrderMark)
        text.remove_prefix(byteOrderMark.size());
    return Reader(text).read();
}

Json writeReadings(const std::vector<Reading>& readings) {
    Json list = Json::list();
    for (const Reading& reading : readings) {
        Json row = Json::list();
        row.add(reading.time).add(cellOf(reading.a)).add(cellOf(reading.b));
        list.add(std::move(row.add(cellOf(reading.room))));
    }
    return Json::object().set("readings", std::move(list));
}

Result<std::vector<Reading>> loadReadings(const Json& json) {
    const Error wrong{"logger.document", "readings", {}};
    if (!json.isObject() || !json["readings"].isList()) return wrong;
    for (const auto& [key, value] : json.entries())
        if (key != "readings") return wrong;
    const Json::List& rows = json["readings"].items();
    if (rows.size() > mostReadings)
        return Error{"logger.too_many", "readings", {{"most", std::to_string(mostReadings)}}};
    std::vector<Reading> readings;
    for (const Json& row : rows) {
        const double time = row[size_t{0}].number(none);
        if (row.items().size() != 4 || !(time >= 0 && time <= longest) ||
            (!readings.empty() && !(time > readings.back().time)))
            return wrong;
        Reading reading{time, none, none, none};
        double* const cells[] = {&reading.a, &reading.b, &reading.room};
        for (size_t i = 0; i < 3; ++i) {
            const Json& cell = row[i + 1];
            if (cell.kind() == Json::Kind::null) continue;
            const double kelvin = cell.number(none);
            if (!(kelvin >= coldest && kelvin <= hottest)) return wrong;
            *cells[i] = kelvin;
        }
        readings.push_back(reading);
    }
    return readings;
}

}  // namespace pt
