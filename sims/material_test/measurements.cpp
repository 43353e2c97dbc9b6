#include "sims/material_test/measurements.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "engine/units/likely.h"

namespace pt {
namespace {

constexpr std::string_view words[] = {"test", "source", "bond", "broke"};

template <size_t count>
int optionOf(const char* const (&names)[count], std::string_view option) {
    for (size_t i = 0; i < count; ++i)
        if (option == names[i]) return static_cast<int>(i);
    return -1;
}

std::string place(size_t row, std::string_view key) {
    return "rows[" + std::to_string(row) + "]" + (key.empty() ? "" : ".") + std::string(key);
}

bool isKey(std::string_view key) {
    if (key == "id" || key == "material" || key == "strands") return true;
    if (std::find(std::begin(words), std::end(words), key) != std::end(words)) return true;
    return std::any_of(std::begin(measuredNumbers), std::end(measuredNumbers),
                       [key](const MeasuredNumber& number) { return key == number.key; });
}

// What kinds of thing stand in the entry; its numbers come after.
Status readKinds(const Json& json, Measurement& row, size_t index) {
    for (const auto& [key, value] : json.entries())
        if (!isKey(key)) return Error{"measurement.unknown_key", place(index, ""), {{"key", key}}};
    const double id = json["id"].number();
    if (!(id >= 1 && id <= 1e6) || id != std::floor(id))
        return Error{"measurement.bad_id", place(index, "id"), {}};
    row.id = static_cast<int>(id);
    row.material = json["material"].text();
    if (row.material != "own" && !findStrandMaterial(row.material))
        return Error{"measurement.bad_option",
                     place(index, "material"),
                     {{"key", "material"}, {"value", row.material}}};
    const double strands = json["strands"].number(1);
    if (!(strands >= 1 && strands <= maxStrands) || strands != std::floor(strands))
        return Error{"measurement.bad_strands",
                     place(index, "strands"),
                     {{"max", std::to_string(maxStrands)}}};
    row.strands = static_cast<int>(strands);
    for (const std::string_view word : words)
        if (json.has(word) && !setWord(row, word, json[word].text()))
            return Error{"measurement.bad_option",
                         place(index, word),
                         {{"key", std::string(word)}, {"value", json[word].text()}}};
    return Ok{};
}

Result<Measurement> readRow(const Json& json, size_t index) {
    if (!json.isObject()) return Error{"measurement.not_object", place(index, ""), {}};
    Measurement row;
    if (Status kinds = readKinds(json, row, index); !kinds.ok()) return kinds.error();
    for (const MeasuredNumber& number : measuredNumbers) {
        if (!json.has(number.key)) continue;
        const Json& value = json[number.key];
        const double si =
            value.isNumber() ? value.number() : std::numeric_limits<double>::quiet_NaN();
        const Unit shown = unit(number.unit);
        if (Status checked = checkMeasured(number, shown.fromSi(si), shown); !checked.ok()) {
            Error error = checked.error();
            error.where = place(index, number.key);
            return error;
        }
        row.*number.value = si;
    }
    return row;
}

}  // namespace

Status checkMeasured(const MeasuredNumber& number, double typed, const Unit& taken) {
    const double si = taken.toSi(typed);
    if (si >= number.low && si <= number.high) return Ok{};
    const std::string column = std::string("@material_test.") + number.key;
    const auto quantity = [](double value, const Unit& in) {
        return fmt::format("#{:.6g} {}", value, in.symbol);
    };
    if (!std::isfinite(si)) return Error{"measurement.no_number", number.key, {{"column", column}}};
    const auto meant = likelyUnit(typed, number.typical, everydayUnits(taken.dimension), 30);
    if (meant && meant->symbol != taken.symbol)
        return Error{"measurement.likely_unit",
                     number.key,
                     {{"column", column},
                      {"value", quantity(typed, taken)},
                      {"suggestion", quantity(typed, *meant)}}};
    const Unit shown = unit(number.unit);
    return Error{"measurement.range",
                 number.key,
                 {{"column", column},
                  {"value", quantity(typed, taken)},
                  {"low", quantity(shown.fromSi(number.low), shown)},
                  {"high", quantity(shown.fromSi(number.high), shown)}}};
}

bool setWord(Measurement& row, std::string_view column, std::string_view option) {
    const int index = column == "test"     ? optionOf(testNames, option)
                      : column == "source" ? optionOf(sourceNames, option)
                      : column == "bond"   ? optionOf(bondNames, option)
                      : column == "broke"  ? optionOf(brokeNames, option)
                                           : -1;
    if (index < 0) return false;
    if (column == "test") row.test = static_cast<TestKind>(index);
    if (column == "source") row.real = index == 1;
    if (column == "bond") row.bonded = index == 0;
    if (column == "broke") row.broke = index == 1;
    return true;
}

std::string wordOf(const Measurement& row, std::string_view column) {
    if (column == "test") return testNames[static_cast<size_t>(row.test)];
    if (column == "source") return sourceNames[row.real ? 1 : 0];
    if (column == "bond") return bondNames[row.bonded ? 0 : 1];
    return brokeNames[row.broke ? 1 : 0];
}

Json writeMeasurements(const std::vector<Measurement>& rows) {
    Json list = Json::list();
    for (const Measurement& row : rows) {
        Json json = Json::object();
        json.set("id", row.id).set("material", row.material);
        for (const std::string_view word : words) json.set(word, wordOf(row, word));
        json.set("strands", row.strands);
        for (const MeasuredNumber& number : measuredNumbers)
            if (std::isfinite(row.*number.value)) json.set(number.key, row.*number.value);
        list.add(std::move(json));
    }
    return Json::object().set("rows", std::move(list));
}

Result<std::vector<Measurement>> readMeasurements(const Json& json) {
    if (!json.isObject() || !json["rows"].isList())
        return Error{"measurement.not_object", "rows", {}};
    for (const auto& [key, value] : json.entries())
        if (key != "rows") return Error{"measurement.unknown_key", "", {{"key", key}}};
    if (json["rows"].items().size() > static_cast<size_t>(maxMeasurements))
        return Error{"measurement.too_many", "rows", {{"max", std::to_string(maxMeasurements)}}};
    std::vector<Measurement> rows;
    std::set<int> ids;
    for (const Json& item : json["rows"].items()) {
        Result<Measurement> row = readRow(item, rows.size());
        if (!row.ok()) return row.error();
        if (!ids.insert(row.value().id).second)
            return Error{"measurement.bad_id", place(rows.size(), "id"), {}};
        rows.push_back(std::move(row.value()));
    }
    return rows;
}

int nextId(const std::vector<Measurement>& rows) {
    int largest = 0;
    for (const Measurement& row : rows) largest = std::max(largest, row.id);
    return largest + 1;
}

}  // namespace pt
