#include "engine/lesson/checks.h"

#include "engine/lesson/check_kinds.h"

namespace pt {
namespace {

// Those that look at the lab and at rows, not at an answer.
bool looksAtLab(ItemKind kind) {
    return kind == ItemKind::task || kind == ItemKind::check || kind == ItemKind::table ||
           kind == ItemKind::plot;
}

TableCheck ownCheck(const LessonItem& item) {
    return {item.id, std::get<TableItem>(item.body).minRows, 0, true};
}

}  // namespace

Verdict judge(const LessonItem& item, const Json& answer, const CheckContext& context) {
    using namespace checks;
    if (answer.kind() == Json::Kind::null && !looksAtLab(item.kind())) return {};
    switch (item.kind()) {
    case ItemKind::show: return {};
    case ItemKind::number: return judgeNumber(item, answer, context);
    case ItemKind::choice: return judgeChoice(item, answer, context);
    case ItemKind::order: return judgeOrder(item, answer);
    case ItemKind::match: return judgeMatch(item, answer);
    case ItemKind::open: return judgeOpen(item, answer);
    case ItemKind::predict: return judgePredict(item, answer, context);
    case ItemKind::hypothesis: return judgeHypothesis(item, answer, context);
    case ItemKind::plan: return judgePlan(item, std::get<PlanItem>(item.body), answer, context);
    case ItemKind::table: return judgeTable(item, item.id, ownCheck(item), context);
    case ItemKind::plot: return judgePlot(item, answer, context);
    case ItemKind::conclusion: return judgeConclusion(item, answer, context);
    case ItemKind::task: return judgeTask(item, context);
    case ItemKind::check: return judgeCheck(item, context);
    case ItemKind::rubric: return judgeRubric(item, answer);
    }
    return {};
}

}  // namespace pt
