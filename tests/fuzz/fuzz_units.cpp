// Any bytes as a unit, a quantity of a file and a number that a person types.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/i18n/words.h"
#include "engine/units/unit.h"

namespace {

// A broken promise of the interface is a crash for the fuzzer.
void require(bool holds) {
    if (!holds) std::abort();
}

void requireSentence(const pt::Error& error) {
    static const pt::Words words = pt::Words::builtin(pt::Language::en);
    require(words.has(error.key));
    (void)words.sentence(error);
}

// The canonical spelling is the same unit, and stays as it is.
void readAsUnit(std::string_view text) {
    const auto read = pt::parseUnit(text);
    if (!read) return requireSentence(read.error());
    const pt::Unit& unit = read.value();
    require(std::isnormal(unit.factor) && std::isnormal(unit.inverse));
    const auto again = pt::parseUnit(unit.symbol);
    require(again.ok() && again.value().dimension == unit.dimension);
    require(again.value().symbol == unit.symbol);
    (void)pt::quantityKey(unit.dimension);
}

void readAsQuantity(std::string_view text) {
    const auto read = pt::parseQuantity(text);
    if (!read) return requireSentence(read.error());
    const pt::Quantity& quantity = read.value();
    require(std::isfinite(quantity.si));
    require(!quantity.tolerance ||
            (std::isfinite(*quantity.tolerance) && *quantity.tolerance >= 0));
    const auto again = pt::parseQuantity(pt::writeQuantity(quantity.si, quantity.unit));
    require(again.ok() && again.value().si == quantity.si);
    for (int digits : {1, 3, 17})
        (void)pt::formatQuantity(quantity.si, quantity.unit, {true, digits});
}

// What is shown to a person can be typed by one.
void readAsInput(std::string_view text, const pt::Unit& unit) {
    const auto read = pt::parseInput(text, unit);
    if (!read) return requireSentence(read.error());
    require(std::isfinite(read.value()));
    for (bool comma : {true, false}) {
        const std::string shown = pt::formatQuantity(read.value(), unit, {comma, 17});
        require(pt::parseInput(shown, unit).ok() || !std::isfinite(unit.fromSi(read.value())));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    readAsUnit(text);
    readAsQuantity(text);
    for (const char* symbol : {"cm", "°C", "K", "%", ""}) readAsInput(text, pt::unit(symbol));
    return 0;
}
