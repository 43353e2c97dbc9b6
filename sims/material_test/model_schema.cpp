// What the lab names: settings, readings and the table. Fits and charts: model_fits.cpp.
#include "sims/material_test/model.h"
#include "sims/material_test/options.h"

namespace pt {
namespace {

std::vector<std::string> listOf(std::span<const char* const> names) {
    return {names.begin(), names.end()};
}

Json cellOf(double si) { return si == si ? Json(si) : Json(); }

TableColumn wordColumn(const char* key, std::span<const char* const> options, bool editable) {
    TableColumn column;
    column.key = key;
    column.isText = true;
    column.options = listOf(options);
    column.editable = editable;
    return column;
}

TableColumn numberColumn(const char* key, const char* symbol, bool editable) {
    TableColumn column;
    column.key = key;
    column.unit = unit(symbol);
    column.editable = editable;
    return column;
}

// One row a material: what people found, and where.
std::vector<TableRow> library() {
    std::vector<TableRow> rows;
    for (const StrandMaterial& m : strandMaterials()) {
        const bool estimate = m.E.estimate || m.strength.estimate;
        rows.push_back({m.key,
                        "",
                        {m.key, m.density.low, m.density.high, m.E.low, m.E.high, m.strength.low,
                         m.strength.high, brokeNames[estimate ? 1 : 0],
                         m.E.source + " | " + m.strength.source + " | " + m.density.source}});
    }
    return rows;
}

Argument textArgument(const char* key) { return {key, true, {}, {}, false}; }

}  // namespace

void MaterialTest::describe(Schema& schema) {
    describeStand(schema);
    describeBox(schema);
    schema.state("drive", drive_, unit(""));
    schema.state("mounted", mounted_, unit(""));
    schema.state("outcome_index", outcome_, unit(""));
    schema.state("steps_after", after_, unit(""));
    describeReadings(schema);
    describeTable(schema);
    describeFits(schema);
    describeCharts(schema);
}

void MaterialTest::describeStand(Schema& schema) {
    schema.section("stand");
    schema.choice("test", test_, testNames);
    schema.param("length", span_, unit("cm"), {0.02, 0.6, 0.005}, Effect::resets);
    schema.choice("gauge", gauge_, gaugeNames, Effect::live);
    schema.param("tension_rate", tensionRate_, unit("N/s"), {0.5, 50, 0.5});
    schema.param("bending_rate", bendingRate_, unit("N/s"), {0.02, 10, 0.02});
    schema.param("press_rate", pressRate_, unit("mm/s"), {0.5e-3, 20e-3, 0.5e-3});
    schema.when("test", {"tension"}, {"tension_rate"});
    schema.when("test", {"bending"}, {"bending_rate"});
    schema.when("test", {"buckling"}, {"press_rate"});
    schema.inputs({"tension_rate", "bending_rate", "press_rate"});
}

void MaterialTest::describeBox(Schema& schema) {
    const auto resets = Effect::resets;
    schema.section("specimen");
    schema.choice("material", material_, materialKeys);
    schema.param("specimen", specimen_, unit(""), {1, 100, 1}, resets);
    schema.param("strands", strands_, unit(""), {1, maxStrands, 1}, resets);
    schema.choice("bond", bond_, bondNames);
    schema.param("moisture", moisture_, unit("%"), {0.05, 0.2, 0.01}, resets);
    schema.section("own");
    schema.param("strand_diameter", own_.outline.width, unit("mm"), {0.8e-3, 10e-3, 0.05e-3},
                 resets);
    schema.param("E_modulus", own_.E.value, unit("GPa"), {0.5e9, 20e9, 0.1e9}, resets);
    schema.param("density", own_.density.value, unit("kg/m3"), {50, 3000, 10}, resets);
    schema.param("tensile_strength", own_.strength.value, unit("MPa"), {5e6, 200e6, 1e6}, resets);
    schema.param("weibull_modulus", own_.weibullModulus.value, unit(""), {3, 30, 1}, resets);
    schema.when("material", {"own"},
                {"strand_diameter", "E_modulus", "density", "tensile_strength", "weibull_modulus"});
}

void MaterialTest::describeReadings(Schema& schema) {
    schema.text("piece", [this] { return std::to_string(number()); });
    schema.output("reading_force", unit("N"), [this] { return readForce(); });
    schema.output("reading_buckling", unit("N"), [this] { return readBuckling(); });
    schema.output("reading_deflection", unit("mm"), [this] { return readDeflection(); });
    schema.output("reading_width", unit("mm"), [this] { return readWidth(); });
    schema.output("reading_thickness", unit("mm"), [this] { return readThickness(); });
    schema.output("reading_length", unit("cm"), [this] { return readLength(); });
    schema.output("reading_mass", unit("g"), [this] { return readMass(); });
    schema.text(
        "outcome", [this] { return std::string(outcomes[static_cast<size_t>(outcome())]); },
        std::span(outcomes).subspan(1));
}

void MaterialTest::describeTable(Schema& schema) {
    ArgSpec fields{{"rows", false, {}, {}, false},    {"id", false, unit(""), {}, false},
                   {"material", true, {}, {}, false}, {"test", true, {}, {}, false},
                   {"source", true, {}, {}, false},   {"bond", true, {}, {}, false},
                   {"broke", true, {}, {}, false},    {"strands", false, unit(""), {}, false}};
    ArgSpec cells{textArgument("row")};
    for (const char* key : {"test", "source", "bond", "broke"})
        cells.push_back({key, true, {}, {}, true});
    cells.push_back({"strands", false, unit(""), {1, maxStrands, 1}, true});
    for (const MeasuredNumber& number : measuredNumbers) {
        fields.push_back({number.key, false, unit(number.unit), {}, false});
        cells.push_back({number.key, false, unit(number.unit), {}, true});
    }
    fields.erase(fields.begin());
    schema.document(
        "measured", [this] { return writeMeasurements(rows_); },
        [this](const Json& json) -> Status {
            Result<std::vector<Measurement>> rows = readMeasurements(json);
            if (!rows.ok()) return rows.error();
            rows_ = std::move(rows.value());
            changed();
            return Ok{};
        },
        fields);
    schema.notebook("measured");
    schema.command("next_specimen", {}, [this](const Json&) {
        skip();
        return Status(Ok{});
    });
    schema.command(
        "record", {}, [this](const Json&) { return record(); }, Effect::live);
    schema.command(
        "row_add", {},
        [this](const Json&) {
            Measurement row = emptyRow();
            row.real = true;
            return addRows({row});
        },
        Effect::live);
    schema.command(
        "row_edit", cells, [this](const Json& a) { return editRow(a); }, Effect::live);
    schema.command(
        "row_remove", {textArgument("row")}, [this](const Json& args) { return removeRow(args); },
        Effect::live);
    schema.command(
        "rows_paste", {textArgument("text")},
        [this](const Json& args) { return paste(args["text"].text()); }, Effect::live);

    Table table;
    table.key = "measurements";
    table.columns = {wordColumn("test", testNames, true), wordColumn("source", sourceNames, true),
                     wordColumn("material", materialKeys, false)};
    table.columns.push_back(numberColumn("strands", "", true));
    table.columns.push_back(wordColumn("bond", bondNames, true));
    for (const MeasuredNumber& number : measuredNumbers)
        table.columns.push_back(numberColumn(number.key, number.unit, true));
    table.columns.push_back(wordColumn("broke", brokeNames, true));
    table.rows = [this] {
        std::vector<TableRow> rows;
        for (const Measurement& m : rows_) {
            TableRow row{std::to_string(m.id), "", {wordOf(m, "test"), wordOf(m, "source")}};
            row.cells.insert(row.cells.end(), {m.material, m.strands, wordOf(m, "bond")});
            for (const MeasuredNumber& number : measuredNumbers)
                row.cells.push_back(cellOf(m.*number.value));
            row.cells.push_back(wordOf(m, "broke"));
            rows.push_back(std::move(row));
        }
        return rows;
    };
    table.rowKey = "row";
    table.edit = "row_edit";
    table.add = "row_add";
    table.remove = "row_remove";
    table.paste = "rows_paste";
    schema.table(std::move(table));

    Table known;
    known.key = "library";
    known.columns = {wordColumn("material", materialKeys, false)};
    for (const char* key : {"density_low", "density_high"})
        known.columns.push_back(numberColumn(key, "kg/m3", false));
    for (const char* key : {"E_low", "E_high"})
        known.columns.push_back(numberColumn(key, "GPa", false));
    for (const char* key : {"strength_low", "strength_high"})
        known.columns.push_back(numberColumn(key, "MPa", false));
    known.columns.push_back(wordColumn("estimate", brokeNames, false));
    known.columns.push_back(wordColumn("origin", {}, false));
    known.rows = library;
    schema.table(std::move(known));
}

}  // namespace pt
