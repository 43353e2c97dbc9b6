#include "engine/units/unit.h"

#include <cmath>

#include <fmt/format.h>

#include "engine/units/number.h"
#include "engine/units/text.h"

namespace pt {
namespace {

constexpr size_t maxLength = 200;
constexpr size_t temperatureExponent = 3;

Error notANumber(std::string_view text) {
    const bool long_ = text.size() > 40;
    return {"units.number", "", {{"text", std::string(text.substr(0, 40)) + (long_ ? "…" : "")}}};
}

std::string withUnit(std::string_view number, const Unit& unit) {
    return unit.symbol.empty() ? std::string(number) : std::string(number) + " " + unit.symbol;
}

// Splits at "+-", "+/-" or "±"; nothing when there is no tolerance.
struct Split {
    std::string_view value, tolerance;
};
std::optional<Split> splitTolerance(std::string_view text) {
    for (std::string_view sign : {"+-", "+/-", "±"}) {
        const size_t at = text.find(sign);
        if (at != std::string_view::npos)
            return Split{text.substr(0, at), text.substr(at + sign.size())};
    }
    return std::nullopt;
}

struct Measure {
    double number = 0;
    std::string written;  // the number as the author wrote it
    Unit unit;
    bool bare = true;  // no unit in the text
};

Result<Measure> readMeasure(std::string_view text, units::Reader reader) {
    const std::string_view trimmed = units::trim(text);
    if (trimmed.size() > maxLength) return notANumber(trimmed);
    const std::string plain = units::plainText(trimmed);
    auto number = units::readNumber(plain, reader);
    if (!number) {
        // A word instead of a quantity is quoted as it was written.
        if (number.error().key == "units.number") return notANumber(trimmed);
        return number.error();
    }
    const size_t length = number.value().length;
    auto unit = parseUnit(std::string_view(plain).substr(length));
    if (!unit) return unit.error();
    const bool bare = units::trim(std::string_view(plain).substr(length)).empty();
    return Measure{number.value().value, plain.substr(0, length), unit.value(), bare};
}

// `number` is as a person wrote it, in ASCII.
void countDigits(std::string_view number, Typed& typed) {
    number = number.substr(0, number.find_first_of("eE*"));
    const bool fraction = number.find_first_of(".,") != std::string_view::npos;
    int digits = 0, zeros = 0;  // from the first digit that is not 0; zeros at the end of those
    for (char c : number) {
        if (c < '0' || c > '9' || (digits == 0 && c == '0')) continue;
        ++digits;
        zeros = c == '0' ? zeros + 1 : 0;
    }
    typed.mostDigits = digits;
    typed.fewestDigits = fraction ? digits : digits - zeros;
}

Status fits(std::string_view text, const Measure& measure, const Unit& wanted) {
    if (measure.unit.dimension != wanted.dimension)
        return Error{"units.dimension",
                     "",
                     {{"text", std::string(units::trim(text))},
                      {"quantity", "@" + quantityKey(measure.unit.dimension)},
                      {"expected", "@" + quantityKey(wanted.dimension)},
                      {"example", withUnit(measure.written, wanted)}}};
    const bool difference = wanted.offset == 0 && wanted.dimension.exponents[temperatureExponent];
    if (difference && measure.unit.offset != 0)
        return Error{"units.difference", "", {{"suggestion", measure.written + " K"}}};
    return Ok{};
}

Result<double> finite(std::string_view text, double si) {
    if (!std::isfinite(si)) return notANumber(units::trim(text));
    return si;
}

Result<double> readTolerance(std::string_view text, const Measure& of) {
    auto measure = readMeasure(text, units::Reader::file);
    if (!measure) return measure.error();
    const Measure& m = measure.value();
    Unit scale = of.unit;  // a difference: without the offset of °C
    scale.offset = 0;
    if (m.number < 0) return notANumber(units::trim(text));
    if (m.bare) return finite(text, scale.toSi(m.number));
    if (m.unit.symbol == "%" && of.unit.symbol != "%")
        return finite(text, scale.toSi(std::fabs(of.number) * m.number / 100));
    if (auto status = fits(text, m, of.unit); !status) return status.error();
    Unit own = m.unit;
    own.offset = 0;
    return finite(text, own.toSi(m.number));
}

Result<double> read(std::string_view text, const Unit& wanted, units::Reader reader) {
    auto measure = readMeasure(text, reader);
    if (!measure) return measure.error();
    Measure& m = measure.value();
    if (reader == units::Reader::person && m.bare) m.unit = wanted;
    if (auto status = fits(text, m, wanted); !status) return status.error();
    return finite(text, m.unit.toSi(m.number));
}

}  // namespace

Result<Quantity> parseQuantity(std::string_view text) {
    const auto split = splitTolerance(text);
    auto measure = readMeasure(split ? split->value : text, units::Reader::file);
    if (!measure) return measure.error();
    const Measure& m = measure.value();
    auto si = finite(text, m.unit.toSi(m.number));
    if (!si) return si.error();
    Quantity quantity{si.value(), m.unit, std::nullopt};
    if (split) {
        auto tolerance = readTolerance(split->tolerance, m);
        if (!tolerance) return tolerance.error();
        quantity.tolerance = tolerance.value();
    }
    return quantity;
}

Result<double> parseInput(std::string_view text, const Unit& assumed) {
    return read(text, assumed, units::Reader::person);
}

Result<Typed> parseTyped(std::string_view text) {
    auto measure = readMeasure(text, units::Reader::person);
    if (!measure) return measure.error();
    const Measure& m = measure.value();
    Typed typed;
    typed.number = m.number;
    if (!m.bare) typed.unit = m.unit;
    countDigits(m.written, typed);
    return typed;
}

Result<double> parseAs(std::string_view text, const Unit& wanted) {
    return read(text, wanted, units::Reader::file);
}

}  // namespace pt
