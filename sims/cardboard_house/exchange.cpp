// The curves as a file, and the class's logger data from one.
#include "engine/view/exchange.h"

#include <cmath>
#include <fmt/format.h>

#include "engine/units/csv_row.h"
#include "sims/cardboard_house/model.h"

namespace pt {
namespace {

class HouseExchange : public Exchange {
public:
    explicit HouseExchange(const CardboardHouse& model) : model_(model) {}

    std::vector<Export> exports() const override { return {{"curves", "csv"}}; }

    // In the form that readLogger takes, so that a simulated run can stand in for a measured one.
    Result<std::string> write(std::string_view key, const Words& words) const override {
        if (key != "curves") return Error{"exchange.unknown", "", {{"key", std::string(key)}}};
        const bool dutch = words.language() == Language::nl;
        const CsvStyle style = dutch ? CsvStyle::dutch : CsvStyle::standard;
        const auto number = [dutch](double value) {
            std::string text = fmt::format("{:.2f}", value);
            if (const size_t point = text.find('.'); dutch && point != std::string::npos)
                text[point] = ',';
            return text;
        };
        std::string csv =
            csvStart(style) +
            csvRow({dutch ? "tijd (min)" : "time (min)", dutch ? "doos A (°C)" : "box A (°C)",
                    dutch ? "doos B (°C)" : "box B (°C)", dutch ? "kamer (°C)" : "room (°C)"},
                   style);
        const std::vector<ReadPoint> a = model_.modelCurve(0), b = model_.modelCurve(1);
        for (size_t i = 0; i < a.size(); ++i)
            csv += csvRow({number(a[i].time / 60), number(a[i].temperature - zero),
                           number(b[i].temperature - zero), number(a[i].room - zero)},
                          style);
        return csv;
    }

    std::vector<std::string> imports() const override { return {"csv", "tsv", "txt"}; }

    Result<std::vector<Command>> read(std::string_view bytes, std::string_view) const override {
        // Refused here already, so that the place in the file is told.
        if (const Result<std::vector<Reading>> good = readLogger(bytes); !good.ok())
            return good.error();
        return std::vector<Command>{
            {"logger_import", Json::object().set("text", std::string(bytes)), 0}};
    }

private:
    static constexpr double zero = 273.15;
    const CardboardHouse& model_;
};

}  // namespace

extern const ExchangeEntry cardboard_house_exchange;
const ExchangeEntry cardboard_house_exchange{
    "cardboard_house", [](const Model& model) -> std::unique_ptr<Exchange> {
        return std::make_unique<HouseExchange>(static_cast<const CardboardHouse&>(model));
    }};

}  // namespace pt
