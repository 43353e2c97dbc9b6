#include <algorithm>

#include "engine/scenario/item_reader.h"
#include "engine/scenario/lesson_names.h"

namespace pt::scenario {
namespace {

constexpr std::string_view relations[] = {"increases", "decreases", "stays_equal"};

// What can be said about a prediction of this form.
void checkPrediction(Fields& fields, const PredictItem& item, Context& context) {
    using As = PredictItem::As;
    const auto missing = [&](std::string_view key) {
        context.report.error(fields.place(), "scenario.missing_here", {{"keys", std::string(key)}});
    };
    if (item.as == As::choice && item.options.size() < 2) {
        context.report.error(fields.placeOf("options"), "scenario.too_few",
                             {{"key", "options"}, {"min", "2"}});
    } else if (item.as != As::choice && fields.has("options")) {
        context.report.error(fields.placeOf("options"), "scenario.predict_options");
    } else if (item.as != As::choice && !fields.has("of")) {
        missing("of");
    } else if (item.as == As::sketch && !fields.has("x")) {
        missing("x");
    }
}

bool isColumn(const Context& context, const std::string& table, const std::string& name) {
    const LessonNames::Id* id = context.names ? context.names->findId(table) : nullptr;
    return !id || name.empty() || id->columns.empty() ||
           std::find(id->columns.begin(), id->columns.end(), name) != id->columns.end();
}

void checkAxis(Fields& fields, std::string_view key, const std::string& table,
               const std::string& name, Context& context) {
    if (isColumn(context, table, name)) return;
    reportUnknown(fields.placeOf(key), "scenario.no_column", name,
                  context.names->findId(table)->columns, {{"table", table}}, context);
}

}  // namespace

PredictItem readPredictItem(Fields& fields, Context& context) {
    using As = PredictItem::As;
    PredictItem item;
    item.of = fields.name("of", NameOf::either);
    item.options = readOptions(fields, context);
    const NameInfo about = context.names ? context.names->find(item.of) : NameInfo{};
    const bool words = !item.options.empty() || about.kind == NameInfo::Kind::option;
    item.as = fields.option("as", words ? As::choice : As::number);
    const auto unit = fields.unit("unit");
    item.unit = unit.value_or(about.unit);
    const bool numeric = about.kind == NameInfo::Kind::number;
    if (context.names) context.names->setSubject(item.of);
    item.compare = fields.number("compare", numeric ? &about.unit : nullptr);
    if (context.names) context.names->setSubject("");
    item.x = fields.name("x", NameOf::either);
    checkPrediction(fields, item, context);
    if (unit && !item.of.empty() && unit->dimension != about.unit.dimension)
        context.report.error(fields.placeOf("unit"), "scenario.insertion_unit",
                             {{"unit", unit->symbol}, {"text", item.of}});
    return item;
}

HypothesisItem readHypothesisItem(Fields& fields, Context&) {
    HypothesisItem item;
    item.changes = fields.names("if", NameOf::setting);
    item.effects = fields.names("then", NameOf::measured);
    item.how = fields.options("how");
    if (item.how.empty()) item.how.assign(std::begin(relations), std::end(relations));
    item.help = fields.option<Help>("help");
    return item;
}

PlanItem readPlanItem(Fields& fields, Context& context) {
    PlanItem item;
    item.tests = fields.ref("tests", {ItemKind::hypothesis});
    if (const Entry* entry = fields.entry("values")) {
        Fields values(entry->value, entry->place, fields.inner("values"), context);
        item.minValues = values.integer("min");
        item.spread = values.share("spread");
    }
    item.repeats = fields.integer("repeats", 1);
    item.help = fields.option<Help>("help");
    return item;
}

TableItem readTableItem(Fields& fields) {
    TableItem item;
    item.columns = fields.names("columns", NameOf::either);
    item.minRows = fields.integer("min_rows");
    item.fill = fields.option("fill", TableItem::Fill::automatic);
    return item;
}

PlotItem readPlotItem(Fields& fields, Context& context) {
    PlotItem item;
    item.from = fields.ref("from", {ItemKind::table});
    item.x = fields.name("x", NameOf::either);
    item.y = fields.name("y", NameOf::either);
    item.fit = fields.option("fit", PlotItem::Fit::none);
    item.choose = fields.boolean("choose");
    checkAxis(fields, "x", item.from, item.x, context);
    checkAxis(fields, "y", item.from, item.y, context);
    if (!item.choose && (!fields.has("x") || !fields.has("y")))
        context.report.error(fields.place(), "scenario.plot_axes");
    return item;
}

ConclusionItem readConclusionItem(Fields& fields, Context& context) {
    ConclusionItem item;
    item.tests = fields.ref("tests", {ItemKind::hypothesis});
    if (const Entry* entry = fields.entry("evidence")) {
        Fields evidence(entry->value, entry->place, fields.inner("evidence"), context);
        item.evidenceFrom = evidence.ref("from", {ItemKind::table});
        item.evidenceRows = evidence.integer("rows", 2);
    }
    item.help = fields.option<Help>("help");
    return item;
}

}  // namespace pt::scenario
