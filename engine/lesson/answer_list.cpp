// The teacher's list of a lesson in which each pupil has numbers of their own.
#include <cmath>

#include "engine/lesson/check_kinds.h"
#include "engine/lesson/record.h"
#include "engine/lesson/vary.h"

namespace pt {
namespace {

std::string labelOf(const LessonRun& run, const std::string& key, const Words& words) {
    const std::string label = std::string(run.lab()) + "." + key;
    return words.has(label) ? words(label) : key;
}

// As it now stands in the lab.
std::string valueOf(const Session& session, const std::string& key, const Words& words) {
    if (const Param* param = session.schema().findParam(key))
        return words.argument(checks::amount(*param->value, param->unit));
    const Choice* choice = session.schema().findChoice(key);
    if (!choice) return "–";
    const std::string& option = choice->options[static_cast<size_t>(*choice->value)];
    const std::string label = std::string(session.lab().id) + "." + key + "." + option;
    return words.has(label) ? words(label) : option;
}

std::vector<const LessonItem*> numberItems(const Lesson& lesson) {
    std::vector<const LessonItem*> items;
    for (const LessonStep& step : lesson.steps)
        for (const LessonItem& item : step.items)
            if (item.kind() == ItemKind::number && !item.newer) items.push_back(&item);
    return items;
}

}  // namespace

Result<AnswerList> answerList(std::shared_ptr<const Scenario> scenario, Session& session,
                              int pupils, const Words& words,
                              const LessonRun::MakeScript& makeScript) {
    if (scenario->lesson.varied.empty()) return Error{"record.no_vary", "", {}};
    if (pupils < 1 || pupils > mostPupils)
        return Error{"record.pupils", "", {{"max", std::to_string(mostPupils)}}};
    LessonRun run(scenario, session, makeScript);
    AnswerList list;
    for (const Varied& varied : scenario->lesson.varied)
        list.values.push_back(labelOf(run, varied.key, words));
    const std::vector<const LessonItem*> items = numberItems(scenario->lesson);
    for (const LessonItem* item : items) list.questions.push_back(item->id);
    for (int pupil = 1; pupil <= pupils; ++pupil) {
        const Json deed = Json::object().set("do", "pupil").set("number", pupil);
        if (Status given = run.act(deed); !given) return given.error();
        session.finishBackground();
        AnswerList::Row row;
        row.pupil = pupil;
        for (const Varied& varied : scenario->lesson.varied)
            row.values.push_back(valueOf(session, varied.key, words));
        for (const LessonItem* item : items) {
            const std::string answer = run.answerText(*item, words);
            row.answers.push_back(answer.empty() ? "–" : answer);
        }
        list.rows.push_back(std::move(row));
    }
    return list;
}

}  // namespace pt
