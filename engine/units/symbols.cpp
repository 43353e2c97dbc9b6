#include "engine/units/symbols.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt::units {
namespace {

struct Base {
    std::string_view name;
    Dimension dimension;
    double numerator;
    double denominator;
    bool prefixed;
    double offset = 0;
};

//                                   m  kg   s   K   A mol cd rad €
constexpr Dimension number{};
constexpr Dimension length{{1, 0, 0, 0, 0, 0, 0, 0, 0}};
constexpr Dimension mass{{0, 1, 0, 0, 0, 0, 0, 0, 0}};
constexpr Dimension time{{0, 0, 1, 0, 0, 0, 0, 0, 0}};
constexpr Dimension temperature{{0, 0, 0, 1, 0, 0, 0, 0, 0}};
constexpr Dimension current{{0, 0, 0, 0, 1, 0, 0, 0, 0}};
constexpr Dimension amount{{0, 0, 0, 0, 0, 1, 0, 0, 0}};
constexpr Dimension light{{0, 0, 0, 0, 0, 0, 1, 0, 0}};
constexpr Dimension angle{{0, 0, 0, 0, 0, 0, 0, 1, 0}};
constexpr Dimension money{{0, 0, 0, 0, 0, 0, 0, 0, 1}};
constexpr Dimension area{{2, 0, 0, 0, 0, 0, 0, 0, 0}};
constexpr Dimension volume{{3, 0, 0, 0, 0, 0, 0, 0, 0}};
constexpr Dimension frequency{{0, 0, -1, 0, 0, 0, 0, 0, 0}};
constexpr Dimension force{{1, 1, -2, 0, 0, 0, 0, 0, 0}};
constexpr Dimension pressure{{-1, 1, -2, 0, 0, 0, 0, 0, 0}};
constexpr Dimension energy{{2, 1, -2, 0, 0, 0, 0, 0, 0}};
constexpr Dimension power{{2, 1, -3, 0, 0, 0, 0, 0, 0}};
constexpr Dimension charge{{0, 0, 1, 0, 1, 0, 0, 0, 0}};
constexpr Dimension voltage{{2, 1, -3, 0, -1, 0, 0, 0, 0}};
constexpr Dimension resistance{{2, 1, -3, 0, -2, 0, 0, 0, 0}};
constexpr Dimension conductance{{-2, -1, 3, 0, 2, 0, 0, 0, 0}};
constexpr Dimension capacitance{{-2, -1, 4, 0, 2, 0, 0, 0, 0}};
constexpr Dimension inductance{{2, 1, -2, 0, -2, 0, 0, 0, 0}};
constexpr Dimension flux{{2, 1, -2, 0, -1, 0, 0, 0, 0}};
constexpr Dimension induction{{0, 1, -2, 0, -1, 0, 0, 0, 0}};
constexpr Dimension illuminance{{-2, 0, 0, 0, 0, 0, 1, 0, 0}};
constexpr Dimension dose{{2, 0, -2, 0, 0, 0, 0, 0, 0}};

constexpr Base bases[] = {
    {"m", length, 1, 1, true},
    {"g", mass, 1, 1000, true},
    {"s", time, 1, 1, true},
    {"K", temperature, 1, 1, true},
    {"A", current, 1, 1, true},
    {"mol", amount, 1, 1, true},
    {"cd", light, 1, 1, true},
    {"rad", angle, 1, 1, true},
    {"€", money, 1, 1, true},
    {"min", time, 60, 1, false},
    {"h", time, 3600, 1, false},
    {"d", time, 86400, 1, false},
    {"a", time, 365.0 * 86400, 1, false},
    {"°C", temperature, 1, 1, false, 273.15},
    {"%", number, 1, 100, false},
    {"‰", number, 1, 1000, false},
    {"ppm", number, 1, 1e6, false},
    {"°", angle, math::pi, 180, false},
    {"L", volume, 1, 1000, true},
    {"ha", area, 1e4, 1, false},
    {"t", mass, 1000, 1, true},
    {"bar", pressure, 1e5, 1, true},
    {"N", force, 1, 1, true},
    {"Nm", energy, 1, 1, true},
    {"Pa", pressure, 1, 1, true},
    {"J", energy, 1, 1, true},
    {"Wh", energy, 3600, 1, true},
    {"eV", energy, 1.602176634e-19, 1, true},  // SI brochure, 9th edition: exact
    {"W", power, 1, 1, true},
    {"Hz", frequency, 1, 1, true},
    {"C", charge, 1, 1, true},
    {"Ah", charge, 3600, 1, true},
    {"V", voltage, 1, 1, true},
    {"Ω", resistance, 1, 1, true},
    {"S", conductance, 1, 1, true},
    {"F", capacitance, 1, 1, true},
    {"H", inductance, 1, 1, true},
    {"Wb", flux, 1, 1, true},
    {"T", induction, 1, 1, true},
    {"lm", light, 1, 1, true},
    {"lx", illuminance, 1, 1, true},
    {"Bq", frequency, 1, 1, true},
    {"Gy", dose, 1, 1, true},
    {"Sv", dose, 1, 1, true},
};

struct Prefix {
    std::string_view name;
    double numerator;
    double denominator;
};
constexpr Prefix prefixes[] = {
    {"da", 10, 1}, {"E", 1e18, 1}, {"P", 1e15, 1}, {"T", 1e12, 1}, {"G", 1e9, 1},
    {"M", 1e6, 1}, {"k", 1e3, 1},  {"h", 100, 1},  {"d", 1, 10},   {"c", 1, 100},
    {"m", 1, 1e3}, {"µ", 1, 1e6},  {"n", 1, 1e9},  {"p", 1, 1e12}, {"f", 1, 1e15},
};

struct Alias {
    std::string_view from, to;
};
// Other spellings that are accepted; the micro and ohm signs have two code points each.
constexpr Alias aliases[] = {
    {"uur", "h"}, {"dag", "d"}, {"dagen", "d"}, {"jaar", "a"},   {"l", "L"},
    {"ohm", "Ω"}, {"EUR", "€"}, {"euro", "€"},  {"\u2126", "Ω"}, {"\u00BAC", "°C"},
};
constexpr Alias prefixAliases[] = {{"u", "µ"}, {"\u03BC", "µ"}};

// Words for which we name the symbol instead of accepting them.
constexpr Alias words[] = {
    {"meter", "m"},      {"metre", "m"},       {"centimeter", "cm"}, {"millimeter", "mm"},
    {"kilometer", "km"}, {"gram", "g"},        {"kilo", "kg"},       {"kilogram", "kg"},
    {"newton", "N"},     {"kilonewton", "kN"}, {"sec", "s"},         {"seconde", "s"},
    {"seconden", "s"},   {"second", "s"},      {"seconds", "s"},     {"minuut", "min"},
    {"minuten", "min"},  {"minute", "min"},    {"minutes", "min"},   {"hour", "h"},
    {"hours", "h"},      {"uren", "h"},        {"u", "uur"},         {"day", "d"},
    {"days", "d"},       {"year", "a"},        {"years", "a"},       {"jaren", "a"},
    {"j", "jaar"},       {"liter", "L"},       {"litre", "L"},       {"watt", "W"},
    {"kilowatt", "kW"},  {"joule", "J"},       {"volt", "V"},        {"ampere", "A"},
    {"pascal", "Pa"},    {"hertz", "Hz"},      {"kelvin", "K"},      {"celsius", "°C"},
    {"graden", "°"},     {"graad", "°"},       {"degrees", "°"},     {"deg", "°"},
    {"procent", "%"},    {"percent", "%"},     {"ton", "t"},         {"cc", "mL"},
};

const Base* findBase(std::string_view name) {
    for (const Alias& alias : aliases) {
        if (alias.from == name) name = alias.to;
    }
    for (const Base& base : bases) {
        if (base.name == name) return &base;
    }
    return nullptr;
}

Symbol symbolOf(const Base& base, std::string_view prefix, double numerator, double denominator) {
    // kg is 1000/1000: lowest terms keep the SI units themselves at exactly 1.
    double over = base.numerator * numerator, under = base.denominator * denominator;
    const double common = std::min(over, under);
    if (common > 1 && std::floor(over / common) * common == over &&
        std::floor(under / common) * common == under) {
        over /= common;
        under /= common;
    }
    return {std::string(prefix) + std::string(base.name), base.dimension, over, under, base.offset};
}

std::optional<Symbol> withPrefix(std::string_view name, std::string_view spelling,
                                 const Prefix& prefix) {
    if (name.substr(0, spelling.size()) != spelling) return std::nullopt;
    const Base* base = findBase(name.substr(spelling.size()));
    if (!base || !base->prefixed) return std::nullopt;
    return symbolOf(*base, prefix.name, prefix.numerator, prefix.denominator);
}

std::string lowerAscii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace

std::optional<Symbol> findSymbol(std::string_view name) {
    if (const Base* base = findBase(name)) return symbolOf(*base, "", 1, 1);
    for (const Prefix& prefix : prefixes) {
        if (auto symbol = withPrefix(name, prefix.name, prefix)) return symbol;
        for (const Alias& alias : prefixAliases) {
            if (alias.to != prefix.name) continue;
            if (auto symbol = withPrefix(name, alias.from, prefix)) return symbol;
        }
    }
    return std::nullopt;
}

std::string suggestSymbol(std::string_view unknown) {
    const std::string wanted = lowerAscii(unknown);
    for (const Alias& word : words) {
        if (word.from == wanted) return std::string(word.to);
    }
    // The usual prefixes alone: "KW" is kW, but "cn" is no centinewton.
    for (std::string_view prefix : {"", "k", "m", "M", "G", "µ"}) {
        for (const Base& base : bases) {
            const std::string name = std::string(prefix) + std::string(base.name);
            if (lowerAscii(name) == wanted && findSymbol(name)) return name;
        }
    }
    return "";
}

std::string superscript(int exponent) {
    static constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    if (exponent == 1) return "";
    std::string out = exponent < 0 ? "⁻" : "";
    for (char digit : std::to_string(exponent < 0 ? -exponent : exponent)) {
        out += digits[digit - '0'];
    }
    return out;
}

std::string siSymbol(const Dimension& dimension) {
    static constexpr std::string_view names[] = {"m", "kg", "s", "K", "A", "mol", "cd", "rad", "€"};
    std::string out;
    for (size_t i = 0; i < dimension.exponents.size(); ++i) {
        const int exponent = dimension.exponents[i];
        if (exponent == 0) continue;
        if (!out.empty()) out += "·";
        out += std::string(names[i]) + superscript(exponent);
    }
    return out;
}

}  // namespace pt::units
