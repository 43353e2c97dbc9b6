#include "engine/scenario/item_reader.h"

#include "engine/scenario/lesson_names.h"

namespace pt::scenario {
namespace {

void readCommon(Fields& fields, ItemKind kind, LessonItem& item) {
    item.id = fields.id(itemKindName(kind));
    item.ask = fields.text("ask");
    item.levels = fields.levels("for");
    item.hints = fields.texts("hints");
    item.ok = fields.text("ok");
    if (kind != ItemKind::task && kind != ItemKind::check) item.notYet = fields.text("not_yet");
    item.points = fields.integer("points");
    item.tries = fields.integer("tries");
    Gate gate = fields.gate("needs");
    item.needs = std::move(gate.needs);
    item.needsExpression = std::move(gate.expression);
}

void readBody(Fields& fields, ItemKind kind, LessonItem& item, Context& context) {
    switch (kind) {
    case ItemKind::show: item.body = readShowItem(fields, context); break;
    case ItemKind::number: item.body = readNumberItem(fields, context); break;
    case ItemKind::choice: item.body = readChoiceItem(fields, context); break;
    case ItemKind::order: item.body = readOrderItem(fields, context); break;
    case ItemKind::match: item.body = readMatchItem(fields, context); break;
    case ItemKind::open: item.body = readOpenItem(fields); break;
    case ItemKind::predict: item.body = readPredictItem(fields, context); break;
    case ItemKind::hypothesis: item.body = readHypothesisItem(fields, context); break;
    case ItemKind::plan: item.body = readPlanItem(fields, context); break;
    case ItemKind::table: item.body = readTableItem(fields); break;
    case ItemKind::plot: item.body = readPlotItem(fields, context); break;
    case ItemKind::conclusion: item.body = readConclusionItem(fields, context); break;
    case ItemKind::task: item.body = readTaskItem(fields, item, context); break;
    case ItemKind::check: item.body = readCheckItem(fields, item, context); break;
    case ItemKind::rubric: item.body = readRubricItem(fields, context); break;
    }
}

// The first key says what kind of item this is; another key that would stands too late.
void reportKind(const Node& node, Context& context) {
    const Entry& first = node.entries[0];
    const auto names = itemKindNames();
    for (const Entry& entry : node.entries) {
        for (std::string_view name : names) {
            if (entry.key != name) continue;
            context.report.error(entry.place, "scenario.kind_first", {{"kind", entry.key}});
            return;
        }
    }
    reportUnknown(first.place, "scenario.unknown_kind", first.key,
                  std::vector<std::string>(names.begin(), names.end()), {}, context);
}

}  // namespace

std::optional<LessonItem> readItem(const Node& node, Context& context) {
    LessonItem item;
    item.where = context.report.where(node.place);
    const auto kind = kindOf(node);
    if (!node.isMap() || node.entries.empty()) {
        expected("scenario.expect_item", "do", node, context);
        return std::nullopt;
    }
    if (!kind && context.newer) {
        const Node& id = node.entries[0].value;
        item.id = id.isText() ? id.text : "";
        item.newer = true;
        ++context.placeholders;
        return item;
    }
    if (!kind) {
        reportKind(node, context);
        return std::nullopt;
    }
    Fields fields(node, node.place, wholeItemTable(*kind), context);
    readCommon(fields, *kind, item);
    readBody(fields, *kind, item, context);
    return item;
}

}  // namespace pt::scenario
