// The measurements as a file and from one, and the way on to the bridge.
#include "engine/view/exchange.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/units/csv_row.h"
#include "sims/material_test/model.h"

namespace pt {
namespace {

// Every number in the language's way, with all the digits that a reading has.
std::string numberCell(double si, const Unit& in, const Words& words) {
    if (!std::isfinite(si)) return "";
    std::string text = writeQuantity(si, in);
    text = text.substr(0, text.find(' '));
    if (words.language() == Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

class TableExchange : public Exchange {
public:
    explicit TableExchange(const MaterialTest& model) : model_(model) {}

    std::vector<Export> exports() const override { return {{"csv", "csv"}}; }

    // The headings are those that a paste knows, so that the file comes back as it went.
    Result<std::string> write(std::string_view key, const Words& words) const override {
        if (key != "csv") return Error{"exchange.unknown", "", {{"key", std::string(key)}}};
        const bool dutch = words.language() == Language::nl;
        const CsvStyle style = dutch ? CsvStyle::dutch : CsvStyle::standard;
        std::vector<std::string> row{dutch ? "proef" : "test", dutch ? "sprieten" : "strands",
                                     dutch ? "bundel" : "bundle", dutch ? "gebroken" : "broken"};
        for (const MeasuredNumber& number : measuredNumbers)
            row.push_back(fmt::format("{} ({})", heading(number, dutch), number.unit));
        std::string csv = csvStart(style) + csvRow(row, style);
        for (const Measurement& m : model_.rows()) csv += csvRow(cells(m, words), style);
        return csv;
    }

    std::vector<std::string> imports() const override { return {"csv", "tsv", "txt"}; }

    Result<std::vector<Command>> read(std::string_view bytes, std::string_view) const override {
        return std::vector<Command>{
            {"rows_paste", Json::object().set("text", std::string(bytes)), 0}};
    }

    std::vector<Handover> handovers() const override {
        const DesignValues values = model_.designValues();
        std::vector<Command> commands;
        const auto give = [&commands](const char* key, double si) {
            if (std::isfinite(si)) commands.push_back(setCommand(key, si));
        };
        give("E_modulus", values.E);
        give("density", values.density);
        give("strand_diameter", values.diameter);
        give("tensile_strength", values.strength);
        // A few strands can seem more alike or more different than any spaghetti is.
        give("weibull_modulus", std::floor(std::clamp(values.modulus, 3.0, 30.0) + 0.5));
        if (commands.empty()) return {};
        return {{"design", "spaghettibrug_eigen_materiaal", std::move(commands)}};
    }

private:
    static const char* heading(const MeasuredNumber& number, bool dutch) {
        constexpr const char* nl[] = {"breedte",     "wanddikte",    "testlengte", "kracht",
                                      "doorbuiging", "sprietlengte", "sprietmassa"};
        constexpr const char* en[] = {"width",      "wall",          "test length", "force",
                                      "deflection", "strand length", "strand mass"};
        const auto index = static_cast<size_t>(&number - std::begin(measuredNumbers));
        return dutch ? nl[index] : en[index];
    }

    static std::vector<std::string> cells(const Measurement& m, const Words& words) {
        const bool dutch = words.language() == Language::nl;
        const char* const tests[2][3] = {{"tension", "bending", "buckling"},
                                         {"trekproef", "buigproef", "knikproef"}};
        const char* const bonds[2][2] = {{"loose", "glued"}, {"los", "verlijmd"}};
        const char* const answers[2][2] = {{"no", "yes"}, {"nee", "ja"}};
        std::vector<std::string> row{tests[dutch][static_cast<size_t>(m.test)],
                                     std::to_string(m.strands), bonds[dutch][m.bonded],
                                     answers[dutch][m.broke]};
        for (const MeasuredNumber& number : measuredNumbers)
            row.push_back(numberCell(m.*number.value, unit(number.unit), words));
        return row;
    }

    const MaterialTest& model_;
};

}  // namespace

extern const ExchangeEntry material_test_exchange;
const ExchangeEntry material_test_exchange{
    "material_test", [](const Model& model) -> std::unique_ptr<Exchange> {
        return std::make_unique<TableExchange>(static_cast<const MaterialTest&>(model));
    }};

}  // namespace pt
