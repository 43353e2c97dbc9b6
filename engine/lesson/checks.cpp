#include "engine/lesson/checks.h"

#include "engine/lesson/check_kinds.h"

namespace pt {

Verdict judge(const LessonItem& item, const Json& answer, const CheckContext& context) {
    using Kind = Json::Kind;
    switch (item.kind()) {
    case ItemKind::task: return checks::judgeTask(item, context);
    default: break;
    }
    if (answer.kind() == Kind::null) return {};
    switch (item.kind()) {
    case ItemKind::number: return checks::judgeNumber(item, answer, context);
    case ItemKind::choice: return checks::judgeChoice(item, answer, context);
    case ItemKind::order: return checks::judgeOrder(item, answer);
    case ItemKind::match: return checks::judgeMatch(item, answer);
    case ItemKind::open: return checks::judgeOpen(item, answer);
    default: return {};
    }
}

}  // namespace pt
