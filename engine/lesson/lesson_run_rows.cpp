// Observations, and the rows of tables.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/lesson/design_history.h"
#include "engine/lesson/lesson_run.h"
#include "engine/lesson/lesson_values.h"
#include "engine/run/edits.h"

namespace pt {
namespace {

constexpr size_t longestCell = 200;
constexpr int64_t mostSimulated = 20'000;  // steps of a run that is held against a row
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Error rowLimit() { return {"lesson.rows", "", {{"limit", std::to_string(LessonState::mostRows)}}}; }

bool sameMoment(const Observation& a, const Observation& b) {
    return a.step == b.step && a.settings == b.settings && a.outputs == b.outputs &&
           a.texts == b.texts;
}

// "" for a run of before the lesson's log began.
std::string designOfRun(const std::vector<Observation>& observations, int run) {
    const auto found = std::find_if(observations.begin(), observations.end(),
                                    [run](const Observation& o) { return o.run == run; });
    return found == observations.end() ? "" : found->design;
}

}  // namespace

Result<const LessonItem*> LessonRun::tableIn(const Json& args) const {
    const LessonItem* item = lesson().findItem(args["table"].text());
    if (!item || item->kind() != ItemKind::table)
        return Error{"lesson.unknown_item", "", {{"name", args["table"].text()}}};
    return item;
}

// The present moment; what was seen already is not seen twice.
const Observation& LessonRun::observe(bool finished, int run) {
    Observation seen;
    seen.run = run;
    seen.step = session_.step();
    seen.finished = finished;
    seen.automatic = finished && course_.byScript;
    seen.hypothesis = state_.hypothesis;
    seen.design = handMadeDesign(session_.journal(), session_.schema(), [this](int number) {
        return designOfRun(state_.observations, number);
    });
    values_->observe(seen);
    if (!state_.observations.empty()) {
        Observation& last = state_.observations.back();
        if ((run == 0 || last.run == 0) && sameMoment(seen, last)) {
            last.run = std::max(last.run, run);
            last.finished = last.finished || finished;
            return last;
        }
    }
    const auto free = [this](const std::string& key) {
        const Setting* setting = session_.setting(key);
        return !(setting && (setting->locked || setting->hidden)) && !locks(key) &&
               session_.schema().matters(key);
    };
    for (const Param& param : session_.schema().params())
        if (free(param.key)) seen.changeable.push_back(param.key);
    for (const Choice& choice : session_.schema().choices())
        if (free(choice.key)) seen.changeable.push_back(choice.key);
    seen.recorded.assign(state_.read.begin(), state_.read.end());
    state_.read.clear();
    seen.number = ++state_.observed;
    const double wall = wall_ ? wall_() : unknown;
    seen.gap = wall - lastWall_;
    lastWall_ = wall;
    if (state_.observations.size() >= LessonState::mostObservations)
        state_.observations.erase(state_.observations.begin());
    state_.observations.push_back(std::move(seen));
    return state_.observations.back();
}

LessonRow LessonRun::rowOf(const Observation& observation, const TableItem& table) const {
    LessonRow row;
    row.observation = observation.number;
    const bool byHand = table.fill == TableItem::Fill::byHand;
    for (const std::string& column : table.columns) {
        const auto setting = observation.settings.find(column);
        const auto output = observation.outputs.find(column);
        const auto text = observation.texts.find(column);
        const bool isSetting = setting != observation.settings.end();
        if (byHand && !isSetting) continue;
        if (text != observation.texts.end()) row.texts[column] = text->second;
        if (isSetting && text == observation.texts.end()) row.cells[column] = setting->second;
        if (output != observation.outputs.end()) row.cells[column] = output->second;
    }
    return row;
}

Status LessonRun::addRow(const LessonItem& item, LessonRow row) {
    std::vector<LessonRow>& rows = state_.tables[item.id];
    if (rows.size() >= LessonState::mostRows) return rowLimit();
    const auto& columns = std::get<TableItem>(item.body).columns;
    for (Observation& each : state_.observations) {
        if (each.number != row.observation) continue;
        for (const std::string& column : columns)
            if (std::find(each.recorded.begin(), each.recorded.end(), column) ==
                each.recorded.end())
                each.recorded.push_back(column);
    }
    rows.push_back(std::move(row));
    judgeTable(item);
    return Ok{};
}

void LessonRun::judgeTable(const LessonItem& item) {
    values_->forget();
    if (canBeDone(item)) judgeNow(item);
}

// A run that is over goes into each table that the pupil came by.
void LessonRun::fillTables(const Observation& observation) {
    const int number = observation.number;
    for (const LessonStep* step : steps()) {
        if (state_.visited.count(step->id) == 0) continue;
        for (const LessonItem& item : step->items) {
            const auto* table = std::get_if<TableItem>(&item.body);
            if (!table || table->fill != TableItem::Fill::automatic || !isHere(item.levels))
                continue;
            const auto& rows = this->rows(item.id);
            const bool there = std::any_of(rows.begin(), rows.end(), [number](const auto& row) {
                return row.observation == number;
            });
            // Full: the run stands in the list of runs all the same.
            if (!there && rows.size() < LessonState::mostRows) {
                const Status added = addRow(item, rowOf(observation, *table));
                if (!added.ok()) return;
            }
        }
    }
}

Status LessonRun::noteRow(const Json& args) {
    const Result<const LessonItem*> found = tableIn(args);
    if (!found.ok()) return found.error();
    const LessonItem& item = *found.value();
    const TableItem& table = std::get<TableItem>(item.body);
    if (rows(item.id).size() >= LessonState::mostRows) return rowLimit();
    LessonRow row;
    if (args.has("cells")) {
        for (const auto& [column, typed] : args["cells"].entries())
            if (Status good = fillCell(row, table, column, typed.text()); !good.ok()) return good;
    } else {
        finishFigures();
        const Observation& seen = observe(false, 0);
        row = rowOf(seen, table);
        const auto& there = rows(item.id);
        const bool twice = std::find(there.begin(), there.end(), row) != there.end();
        if (twice && table.fill == TableItem::Fill::automatic) return Ok{};
        commitPredictions();
    }
    if (Status added = addRow(item, std::move(row)); !added.ok()) return added;
    record("row", item.id, static_cast<int>(rows(item.id).size()));
    happen("measure", item.id);
    judgePredictions();
    return Ok{};
}

Status LessonRun::fillCell(LessonRow& row, const TableItem& table, std::string_view column,
                           std::string_view typed) const {
    const std::string key(column);
    if (std::find(table.columns.begin(), table.columns.end(), key) == table.columns.end())
        return Error{"lesson.unknown_column", "", {{"name", key}}};
    row.typed = true;
    row.cells.erase(key);
    row.texts.erase(key);
    if (typed.empty()) return Ok{};
    if (typed.size() > longestCell) return Error{"lesson.answer_shape", key, {{"item", key}}};
    if (values_->isText(key)) {
        const Choice* choice = session_.schema().findChoice(key);
        if (choice)
            if (Status known = checkOption(*choice, nullptr, typed); !known.ok()) return known;
        row.texts[key] = typed;
        return Ok{};
    }
    const Result<double> number = parseInput(typed, values_->unitOf(key));
    if (!number.ok()) return number.error();
    row.cells[key] = number.value();
    return Ok{};
}

Status LessonRun::typeCell(const Json& args) {
    const Result<const LessonItem*> found = tableIn(args);
    if (!found.ok()) return found.error();
    const LessonItem& item = *found.value();
    const double place = args["row"].number();
    if (!(place >= 1 && place <= static_cast<double>(rows(item.id).size())))
        return Error{"lesson.unknown_row", item.id, {{"row", args["row"].write()}}};
    LessonRow& row = state_.tables[item.id][static_cast<size_t>(place) - 1];
    LessonRow changed = row;
    if (Status good = fillCell(changed, std::get<TableItem>(item.body), args["column"].text(),
                               args["value"].text());
        !good.ok())
        return good;
    row = std::move(changed);
    record("cell", item.id);
    judgeTable(item);
    return Ok{};
}

Status LessonRun::removeRow(const Json& args) {
    const Result<const LessonItem*> found = tableIn(args);
    if (!found.ok()) return found.error();
    const LessonItem& item = *found.value();
    const double place = args["row"].number();
    if (!(place >= 1 && place <= static_cast<double>(rows(item.id).size())))
        return Error{"lesson.unknown_row", item.id, {{"row", args["row"].write()}}};
    std::vector<LessonRow>& rows = state_.tables[item.id];
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(place) - 1);
    shiftEvidence(item, static_cast<size_t>(place));
    record("unrow", item.id);
    judgeTable(item);
    return Ok{};
}

// Conclusions name rows by their place: they go on naming the same ones.
void LessonRun::shiftEvidence(const LessonItem& table, size_t removed) {
    for (const LessonStep& step : lesson().steps)
        for (const LessonItem& item : step.items) {
            const auto* conclusion = std::get_if<ConclusionItem>(&item.body);
            const Json before = answer(item.id);
            if (!conclusion || conclusion->evidenceFrom != table.id || !before.has("rows"))
                continue;
            Json rows = Json::list();
            for (const Json& row : before["rows"].items()) {
                const double place = row.number();
                if (place == static_cast<double>(removed)) continue;
                rows.add(place > static_cast<double>(removed) ? place - 1 : place);
            }
            state_.items[item.id].answer.set("rows", std::move(rows));
        }
}

// With the design as it is now; a lab whose runs take longer has no value here.
double LessonRun::resimulate(const std::map<std::string, double>& settings,
                             std::string_view output) const {
    const Output* wanted = session_.schema().findOutput(output);
    if (!wanted || !wanted->number) return unknown;
    std::string key(output);
    const Schema& schema = session_.schema();
    Json given = Json::object();
    for (const auto& [name, value] : settings) given.set(name, value);
    for (const Document& document : schema.documents())
        if (document.design) given.set(document.key, document.save());
    key += settingsJson(schema).write() + given.write();
    if (const auto known = simulated_.find(key); known != simulated_.end()) return known->second;
    double& found = simulated_[key] = unknown;
    Result<std::unique_ptr<Session>> opened =
        Session::open(session_.setup(), std::span(&session_.lab(), 1));
    if (!opened.ok()) return found;
    Session& again = *opened.value();
    bool good = true;
    const auto post = [&](const Command& command) {
        good = again.postAutomatic(command).ok() && good;
    };
    for (const Document& document : schema.documents())
        if (document.design) post(documentCommand(document.key, document.save()));
    for (const Param& param : schema.params()) {
        const auto set = settings.find(param.key);
        post(setCommand(param.key, set == settings.end() ? *param.value : set->second));
    }
    for (const Choice& choice : schema.choices()) {
        const auto set = settings.find(choice.key);
        const double index = set == settings.end() ? *choice.value : set->second;
        if (!(index >= 0 && index < static_cast<double>(choice.options.size()))) return found;
        post(chooseCommand(choice.key, choice.options[static_cast<size_t>(index)]));
    }
    if (!good) return found;
    const Output* result = again.schema().findOutput(output);
    if (result->figure)
        again.finishBackground();
    else if (!again.runToEnd(mostSimulated).ok() || !again.finished())
        return found;
    return found = result->number();
}

}  // namespace pt
