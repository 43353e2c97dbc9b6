#include "engine/units/unit.h"

#include <cmath>
#include <cstdlib>
#include <vector>

#include "engine/core/log.h"
#include "engine/units/symbols.h"
#include "engine/units/text.h"

namespace pt {
namespace {

constexpr size_t maxLength = 80;
constexpr int maxDepth = 4;
constexpr int maxExponent = 9;  // of one symbol
constexpr int maxTotal = 40;    // of a base unit in the whole

// A unit under construction: the fraction of its scale and of its spelling.
struct Product {
    Dimension dimension;
    double numerator = 1;
    double denominator = 1;
    std::string over, under;  // spelling above and below the line
    int factors = 0;
    double offset = 0;
    bool celsius = false;
};

void append(std::string& to, const std::string& part) {
    if (part.empty()) return;
    if (!to.empty()) to += "·";
    to += part;
}

// to *= by, or to /= by.
[[nodiscard]] bool multiply(Product& to, const Product& by, bool divide) {
    for (size_t i = 0; i < to.dimension.exponents.size(); ++i) {
        const int sum = to.dimension.exponents[i] +
                        (divide ? -by.dimension.exponents[i] : by.dimension.exponents[i]);
        if (sum < -maxTotal || sum > maxTotal) return false;
        to.dimension.exponents[i] = static_cast<int8_t>(sum);
    }
    to.numerator *= divide ? by.denominator : by.numerator;
    to.denominator *= divide ? by.numerator : by.denominator;
    append(to.over, divide ? by.under : by.over);
    append(to.under, divide ? by.over : by.under);
    to.factors += by.factors;
    to.offset = by.offset;
    to.celsius = to.celsius || by.celsius;
    return true;
}

// Single spaces, none at the ends.
std::string tidy(std::string_view text) {
    std::string out;
    for (char c : units::trim(text)) {
        if (c != ' ' || out.back() != ' ') out += c;
    }
    return out;
}

// Reads plainText() of a unit; `error` is set at the first problem.
class UnitParser {
public:
    UnitParser(std::string_view original, std::string_view text)
        : original_(original), text_(text) {}

    Result<Product> read() {
        Product all = level(0);
        if (!error_ && at_ < text_.size()) fail("units.syntax");
        if (!error_ && all.celsius && (all.factors != 1 || all.dimension.exponents[3] != 1))
            fail("units.celsius");
        if (error_) return *error_;
        return all;
    }

private:
    void fail(std::string key, Args more = {}) {
        if (error_) return;
        Args args{{"unit", std::string(original_)}};
        args.insert(args.end(), more.begin(), more.end());
        error_ = Error{std::move(key), "", std::move(args)};
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skipSpaces() {
        while (peek() == ' ') ++at_;
    }
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool endsSymbol(char c) {
        return isDigit(c) || std::string_view(" */()^+-.,\0", 11).find(c) != std::string_view::npos;
    }

    Product level(int depth) {
        Product all = part(depth);
        size_t slash = std::string_view::npos;  // the first one of this level
        skipSpaces();
        while (!error_ && (peek() == '/' || peek() == '*')) {
            const bool divide = peek() == '/';
            if (divide && slash == std::string_view::npos) slash = at_;
            if (!divide && slash != std::string_view::npos) {
                ambiguous(slash);
                break;
            }
            ++at_;
            if (!multiply(all, part(depth), divide)) fail("units.syntax");
            skipSpaces();
        }
        return all;
    }

    // Everything below the line goes between brackets: "W/m2*K" -> "W/(m2 K)".
    void ambiguous(size_t slash) {
        std::string under;
        for (char c : text_.substr(slash + 1)) under += c == '/' || c == '*' ? ' ' : c;
        if (under.find_first_of("()") != std::string::npos) return fail("units.syntax");
        fail("units.ambiguous", {{"suggestion", std::string(units::trim(text_.substr(0, slash))) +
                                                    "/(" + tidy(under) + ")"}});
    }

    Product part(int depth) {
        Product all;
        bool any = false;
        for (skipSpaces(); !error_; skipSpaces()) {
            const char c = peek();
            if (c == '\0' || c == '/' || c == '*' || c == ')') break;
            if (!multiply(all, factor(depth), false)) fail("units.syntax");
            any = true;
        }
        if (!any) fail("units.syntax");
        return all;
    }

    Product factor(int depth) {
        if (peek() == '(') return group(depth);
        if (peek() == '1') {
            ++at_;
            if (isDigit(peek())) fail("units.syntax");
            return {};
        }
        return symbol();
    }

    Product group(int depth) {
        if (depth == maxDepth) fail("units.syntax");
        if (error_) return {};
        ++at_;
        Product inside = level(depth + 1);
        if (peek() != ')') fail("units.syntax");
        ++at_;
        return inside;
    }

    Product symbol() {
        const size_t begin = at_;
        while (at_ < text_.size() && !endsSymbol(text_[at_])) ++at_;
        const std::string_view name = text_.substr(begin, at_ - begin);
        if (name.empty()) fail("units.syntax");
        const int power = exponent();
        if (error_) return {};
        const auto known = units::findSymbol(name);
        if (!known) {
            unknown(name, begin);
            return {};
        }
        Product one;
        one.celsius = known->offset != 0;
        one.offset = known->offset;
        one.factors = 1;
        one.over = known->name + units::superscript(power);
        for (size_t i = 0; i < one.dimension.exponents.size(); ++i)
            one.dimension.exponents[i] = static_cast<int8_t>(known->dimension.exponents[i] * power);
        for (int i = 0; i < std::abs(power); ++i) {
            one.numerator *= power > 0 ? known->numerator : known->denominator;
            one.denominator *= power > 0 ? known->denominator : known->numerator;
        }
        return one;
    }

    int exponent() {
        const bool caret = peek() == '^';
        if (caret) ++at_;
        const bool negative = peek() == '-';
        if (negative || (caret && peek() == '+')) ++at_;
        if (!isDigit(peek())) {
            if (caret || negative) fail("units.syntax");
            return 1;
        }
        int value = 0;
        while (isDigit(peek()) && value <= maxExponent) value = value * 10 + (text_[at_++] - '0');
        if (value == 0 || value > maxExponent) fail("units.syntax");
        return negative ? -value : value;
    }

    // The suggestion is the whole unit with the one symbol replaced.
    void unknown(std::string_view name, size_t begin) {
        const std::string meant = units::suggestSymbol(name);
        if (meant.empty()) return fail("units.unknown");
        std::string whole(text_);
        whole.replace(begin, name.size(), meant);
        fail("units.unknown_near", {{"suggestion", whole}});
    }

    std::string_view original_;
    std::string_view text_;
    size_t at_ = 0;
    std::optional<Error> error_;
};

std::string spelling(const Product& product) {
    if (product.under.empty()) return product.over;
    const std::string over = product.over.empty() ? "1" : product.over;
    const bool several = product.under.find("·") != std::string::npos;
    return over + (several ? "/(" + product.under + ")" : "/" + product.under);
}

}  // namespace

Result<Unit> parseUnit(std::string_view text) {
    const std::string_view trimmed = units::trim(text);
    if (trimmed.empty() || trimmed == "1") return Unit{};
    if (trimmed.size() > maxLength)
        return Error{"units.syntax", "", {{"unit", std::string(trimmed.substr(0, 20)) + "…"}}};
    const std::string plain = units::plainText(trimmed);
    auto product = UnitParser(trimmed, plain).read();
    if (!product) return product.error();
    const Product& p = product.value();
    Unit result;
    result.dimension = p.dimension;
    result.factor = p.numerator / p.denominator;
    result.inverse = p.denominator / p.numerator;
    result.offset = p.offset;
    result.symbol = spelling(p);
    if (!std::isnormal(result.factor) || !std::isnormal(result.inverse))
        return Error{"units.syntax", "", {{"unit", std::string(trimmed)}}};
    return result;
}

Unit unit(std::string_view text) {
    auto result = parseUnit(text);
    if (!result) {
        log(LogLevel::error, "unknown unit in the program: " + std::string(text));
        std::abort();
    }
    return result.value();
}

bool isUnitSymbol(std::string_view name) { return units::findSymbol(name).has_value(); }

std::string quantityKey(const Dimension& dimension) {
    struct Name {
        std::string_view unit, key;
    };
    static constexpr Name names[] = {
        {"", "number"},
        {"m", "length"},
        {"kg", "mass"},
        {"s", "time"},
        {"K", "temperature"},
        {"A", "current"},
        {"mol", "amount"},
        {"cd", "luminous_intensity"},
        {"rad", "angle"},
        {"€", "money"},
        {"N", "force"},
        {"Pa", "pressure"},
        {"J", "energy"},
        {"W", "power"},
        {"m/s", "speed"},
        {"m/s2", "acceleration"},
        {"m2", "area"},
        {"m3", "volume"},
        {"kg/m3", "density"},
        {"1/s", "frequency"},
        {"V", "voltage"},
        {"Ω", "resistance"},
        {"C", "charge"},
        {"rad/s", "angular_speed"},
        {"N/m", "stiffness"},
        {"N/s", "force_rate"},
        {"W/(m K)", "conductivity"},
        {"W/(m2 K)", "transmittance"},
        {"m2 K/W", "thermal_resistance"},
        {"m3/s", "flow"},
        {"J/(kg K)", "specific_heat"},
        {"J/K", "heat_capacity"},
        {"W/m2", "power_density"},
        {"lx", "illuminance"},
    };
    static const std::vector<Dimension> dimensions = [] {
        std::vector<Dimension> all;
        for (const Name& name : names) all.push_back(unit(name.unit).dimension);
        return all;
    }();
    for (size_t i = 0; i < dimensions.size(); ++i) {
        if (dimensions[i] == dimension) return "quantity." + std::string(names[i].key);
    }
    return "quantity.other";
}

}  // namespace pt
