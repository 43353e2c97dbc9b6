// One item of a step. Internal to the scenario module.
#pragma once

#include "engine/scenario/fields.h"
#include "engine/scenario/lesson.h"

namespace pt::scenario {

// Nothing for what is no item; an item of a newer version becomes a placeholder.
std::optional<LessonItem> readItem(const Node& node, Context& context);

// What each kind has of its own; `item` has its common parts already.
NumberItem readNumberItem(Fields& fields, Context& context);
ShowItem readShowItem(Fields& fields, Context& context);
ChoiceItem readChoiceItem(Fields& fields, Context& context);
OrderItem readOrderItem(Fields& fields, Context& context);
MatchItem readMatchItem(Fields& fields, Context& context);
OpenItem readOpenItem(Fields& fields);
RubricItem readRubricItem(Fields& fields, Context& context);

PredictItem readPredictItem(Fields& fields, Context& context);
HypothesisItem readHypothesisItem(Fields& fields, Context& context);
PlanItem readPlanItem(Fields& fields, Context& context);
TableItem readTableItem(Fields& fields);
PlotItem readPlotItem(Fields& fields, Context& context);
ConclusionItem readConclusionItem(Fields& fields, Context& context);

TaskItem readTaskItem(Fields& fields, LessonItem& item, Context& context);
CheckItem readCheckItem(Fields& fields, LessonItem& item, Context& context);

// Of choices and predictions.
std::vector<AnswerOption> readOptions(Fields& fields, Context& context);

}  // namespace pt::scenario
