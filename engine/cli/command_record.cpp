// record and answers: what a pupil did in a lesson, and each pupil's own numbers for the teacher.
#include <fmt/format.h>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"
#include "engine/cli/saved_work.h"
#include "engine/lesson/record.h"
#include "engine/lesson/vary.h"
#include "engine/script/script.h"
#include "engine/store/store.h"
#include "engine/units/csv_row.h"

namespace pt {
namespace {

constexpr int64_t usualPupils = 30;

Exit write(Console& console, const Arguments& arguments, const std::string& text) {
    const auto path = arguments.value("--out");
    if (!path) {
        console.out << text;
        return Exit::ok;
    }
    if (Status written = writeFileAtomically(*path, text); !written)
        return fail(console, written.error());
    console.out << console.words("cli.run.written", Args{{"name", *path}}) << '\n';
    return Exit::ok;
}

Result<std::string> recordAs(const LessonRun& run, const Arguments& arguments, const Words& words) {
    const std::string as = arguments.value("--as").value_or("lines");
    if (as == "lines") return recordLines(run);
    if (as == "xapi") return xapi(run, arguments.value("--actor").value_or(""), words);
    if (as != "summary") return Error{"cli.usage.as", "", {{"text", as}}};
    std::string text;
    for (const std::string& sentence : summary(run, words)) text += sentence + '\n';
    return text;
}

// ---------------------------------------------------------------------------- answers

std::vector<std::vector<std::string>> cells(const AnswerList& list, const Words& words) {
    std::vector<std::vector<std::string>> rows{{words("cli.answers.pupil")}};
    rows[0].insert(rows[0].end(), list.values.begin(), list.values.end());
    rows[0].insert(rows[0].end(), list.questions.begin(), list.questions.end());
    for (const AnswerList::Row& row : list.rows) {
        std::vector<std::string> line{std::to_string(row.pupil)};
        line.insert(line.end(), row.values.begin(), row.values.end());
        line.insert(line.end(), row.answers.begin(), row.answers.end());
        rows.push_back(std::move(line));
    }
    return rows;
}

Json listOf(const std::vector<std::string>& texts) {
    Json list = Json::list();
    for (const std::string& text : texts) list.add(text);
    return list;
}

Json json(const AnswerList& list) {
    Json rows = Json::list();
    for (const AnswerList::Row& row : list.rows)
        rows.add(Json::object()
                     .set("pupil", row.pupil)
                     .set("values", listOf(row.values))
                     .set("answers", listOf(row.answers)));
    Json out = Json::object();
    out.set("values", listOf(list.values)).set("questions", listOf(list.questions));
    return out.set("rows", rows);
}

}  // namespace

Exit recordCommand(Console& console, const Arguments& arguments) {
    const std::string& name = arguments.operands.front();
    const Result<SavedWork> work = readWork(name);
    if (!work) return fail(console, work.error());
    Session& session = *work.value().session;
    if (session.savedLesson() == Json()) return fail(console, {"cli.record.no_lesson", name, {}});
    Result<Loaded> loaded = lessonOf(session, arguments);
    if (!loaded) return fail(console, loaded.error());
    if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
    const auto scenario = std::make_shared<Scenario>(std::move(loaded.value().read.scenario));
    const LessonRun run(scenario, session, startScript);
    const Result<std::string> text = recordAs(run, arguments, console.words);
    return text ? write(console, arguments, text.value()) : fail(console, text.error());
}

Exit answersCommand(Console& console, const Arguments& arguments) {
    const Result<int64_t> pupils =
        arguments.has("--pupils")
            ? parseInteger("--pupils", *arguments.value("--pupils"), 1, mostPupils)
            : Result<int64_t>(usualPupils);
    if (!pupils) return fail(console, pupils.error());
    const Result<CsvStyle> style = parseCsvStyle(arguments);
    if (!style) return fail(console, style.error());
    Result<Loaded> loaded = loadScenario(arguments.operands.front());
    if (!loaded) return fail(console, loaded.error());
    if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
    const auto scenario = std::make_shared<Scenario>(loaded.value().read.scenario);
    const auto session = openRun(*scenario, RunRequest{});
    if (!session) return failIn(console, loaded.value(), session.error());
    const Result<AnswerList> list = answerList(
        scenario, *session.value(), static_cast<int>(pupils.value()), console.words, startScript);
    if (!list) return fail(console, {list.error().key, loaded.value().name, list.error().args});
    if (const auto path = arguments.value("--csv")) {
        std::string text = csvStart(style.value());
        for (const auto& row : cells(list.value(), console.words))
            text += csvRow(row, style.value());
        if (Status written = writeFileAtomically(*path, text); !written)
            return fail(console, written.error());
    }
    console.out << (arguments.has("--json") ? json(list.value()).write() + '\n'
                                            : alignedTable(cells(list.value(), console.words)));
    return Exit::ok;
}

}  // namespace pt
