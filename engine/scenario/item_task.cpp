#include <algorithm>

#include "engine/scenario/item_reader.h"
#include "engine/scenario/lesson_names.h"

namespace pt::scenario {
namespace {

// A text for whenever the item is not right, or a list with a condition each.
std::vector<TaskItem::NotYet> readNotYet(Fields& fields, LessonItem& item, Context& context) {
    std::vector<TaskItem::NotYet> cases;
    const Entry* entry = fields.entry("not_yet");
    if (!entry) return cases;
    if (!entry->value.isList()) {
        item.notYet = fields.text("not_yet");
        return cases;
    }
    for (const Node* node : fields.list("not_yet")) {
        Fields given(*node, node->place, fields.inner("not_yet"), context);
        auto when = given.truth("when");
        cases.push_back({std::move(when), given.text("text")});
    }
    return cases;
}

CvsCheck readCvs(const Entry& entry, const Table& table, Context& context) {
    Fields fields(entry.value, entry.place, table, context);
    CvsCheck check;
    check.tests = fields.ref("tests", {ItemKind::hypothesis});
    check.vary = fields.name("vary", NameOf::setting);
    check.measure = fields.name("measure", NameOf::measured);
    check.pairs = fields.integer("pairs", 1);
    check.minValues = fields.integer("values");
    check.spread = fields.share("spread");
    check.repeats = fields.integer("repeats");
    check.from = fields.ref("from", {ItemKind::table});
    const bool named = fields.has("vary") && fields.has("measure");
    const bool either = fields.has("vary") || fields.has("measure");
    if (fields.has("tests") ? either : !named) context.report.error(entry.place, "scenario.cvs");
    return check;
}

TableCheck readTableCheck(const Entry& entry, const Table& table, Context& context) {
    Fields fields(entry.value, entry.place, table, context);
    TableCheck check;
    check.table = fields.ref("from", {ItemKind::table});
    check.minRows = fields.integer("min_rows");
    check.distinct = fields.integer("distinct");
    check.resimulate = fields.boolean("resimulate", true);
    return check;
}

std::string readDeclared(const Entry& entry, const std::vector<std::string>& known,
                         Context& context) {
    const auto line = readLine(entry.key, entry.value, context);
    if (!line || !context.names) return "";
    if (std::find(known.begin(), known.end(), *line) != known.end()) return *line;
    reportUnknown(entry.value.place, "scenario.not_declared", *line, known, {}, context);
    return "";
}

// It must tell what is to be better, in a number of the same kind.
void checkBetterThan(Fields& fields, const Expression& before, Context& context) {
    if (!context.names) return;
    const std::string subject = before.subject();
    const bool same = context.names->find(subject).unit.dimension == before.unit().dimension;
    if (subject.empty() || !same)
        context.report.error(fields.placeOf("better_than"), "scenario.better_than");
}

}  // namespace

TaskItem readTaskItem(Fields& fields, LessonItem& item, Context& context) {
    TaskItem task;
    const Entry* goal = fields.entry("goal");
    const auto goals = context.names ? context.names->script().goals : std::vector<std::string>();
    if (goal && std::find(goals.begin(), goals.end(), goal->value.text) != goals.end())
        task.goalScript = goal->value.text;
    else if (auto expression = fields.truth("goal"))
        task.goal = std::move(*expression);
    task.keep = fields.truth("keep");
    task.within = fields.quantity("within");
    task.betterThan = fields.number("better_than");
    if (task.betterThan) checkBetterThan(fields, *task.betterThan, context);
    task.notYet = readNotYet(fields, item, context);
    return task;
}

CheckItem readCheckItem(Fields& fields, LessonItem& item, Context& context) {
    CheckItem check;
    int given = 0;
    if (const Entry* entry = fields.entry("cvs")) {
        check.what = readCvs(*entry, fields.inner("cvs"), context);
        ++given;
    }
    if (const Entry* entry = fields.entry("table")) {
        check.what = readTableCheck(*entry, fields.inner("table"), context);
        ++given;
    }
    if (fields.has("plan")) {
        check.what = PlanCheck{fields.ref("plan", {ItemKind::plan})};
        ++given;
    }
    if (fields.has("sequence")) {
        check.what = SequenceCheck{fields.names("sequence", NameOf::event)};
        ++given;
    }
    if (const Entry* entry = fields.entry("script")) {
        const auto known = context.names ? context.names->script().checks : Levels();
        check.what = ScriptCheck{readDeclared(*entry, known, context)};
        ++given;
    }
    if (given != 1) context.report.error(fields.place(), "scenario.one_check");
    check.notYet = readNotYet(fields, item, context);
    return check;
}

}  // namespace pt::scenario
