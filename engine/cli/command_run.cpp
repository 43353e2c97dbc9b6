#include <fmt/format.h>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"
#include "engine/core/hash.h"
#include "engine/run/csv.h"
#include "engine/run/save.h"
#include "engine/store/store.h"
#include "engine/ui/lab_words.h"
#include "engine/view/svg.h"
#include "engine/view/view.h"

namespace pt {
namespace {

constexpr Vec stageSize{1200, 675};  // points
constexpr double stageMargin = 48;

std::string stageSvg(const Session& session, const std::string& title, const Words& words) {
    const std::unique_ptr<View> view = makeView(session.lab().id, session.model());
    Scene scene(words, theme(ThemeId::light));
    view->draw(scene, ViewState{});
    Camera camera;
    camera.size = stageSize;
    camera.fit(scene.low(), scene.high(), stageMargin);
    return svg(scene, camera, title);
}

std::string table(const Session& session, const std::string& title, const Words& words) {
    std::string text = title + "\n\n" + alignedTable(outputRows(session, words)) + '\n';
    for (const TimedEvent& timed : session.recording().events()) {
        const std::string sentence =
            eventSentence(session.lab().id, session.schema(), timed.event, words);
        text += fmt::format("{}  {}\n", words.quantity(timed.time, unit("s")), sentence);
    }
    return text +
           words("cli.run.end", Args{{"time", words.quantity(session.time(), unit("s"))},
                                     {"steps", fmt::format("{}", session.step())},
                                     {"seed", fmt::format("{}", session.setup().seed)},
                                     {"hash", hex(session.hash())}}) +
           '\n';
}

struct File {
    std::string path;
    std::string bytes;
};

Exit writeFiles(Console& console, const std::vector<File>& files, bool quiet) {
    for (const File& file : files) {
        if (Status written = writeFileAtomically(file.path, file.bytes); !written) {
            return fail(console, written.error());
        }
        if (quiet) continue;
        console.out << console.words("cli.run.written", Args{{"name", file.path}}) << '\n';
    }
    return Exit::ok;
}

}  // namespace

Exit runCommand(Console& console, const Arguments& arguments) {
    const Result<CsvStyle> style = parseCsvStyle(arguments);
    if (!style) return fail(console, style.error());
    const Result<RunRequest> request = parseRequest(arguments);
    if (!request) return fail(console, request.error());
    const Result<Loaded> loaded = loadScenario(request.value().file);
    if (!loaded) return fail(console, loaded.error());
    if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;

    const Scenario& scenario = loaded.value().read.scenario;
    const std::string title = scenario.title.in(console.words.language());
    auto opened = openRun(scenario, request.value());
    if (!opened) return failIn(console, loaded.value(), opened.error());
    Session& session = *opened.value();
    const Result<int64_t> last = lastStep(session, request.value());
    if (!last) return fail(console, last.error());

    std::vector<File> files;
    if (const auto path = arguments.value("--svg")) {
        if (Status ran = runToFirstEvent(session, last.value()); !ran) {
            return failIn(console, loaded.value(), ran.error());
        }
        files.push_back({*path, stageSvg(session, title, console.words)});
    }
    if (Status ran = runTo(session, last.value()); !ran) {
        return failIn(console, loaded.value(), ran.error());
    }
    if (const auto path = arguments.value("--csv")) {
        files.push_back({*path, recordingCsv(session, style.value())});
    }
    if (const auto path = arguments.value("--save")) {
        files.push_back({*path, SaveFile::write(session)});
    }
    const bool json = arguments.has("--json");
    console.out << (json ? answerJson(session).write() + '\n'
                         : table(session, title, console.words));
    warnIfUnfinished(console, session, request.value());
    return writeFiles(console, files, json);
}

Exit hashCommand(Console& console, const Arguments& arguments) {
    const Result<RunRequest> request = parseRequest(arguments);
    if (!request) return fail(console, request.error());
    const Result<Loaded> loaded = loadScenario(request.value().file);
    if (!loaded) return fail(console, loaded.error());
    if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
    auto opened = openRun(loaded.value().read.scenario, request.value());
    if (!opened) return failIn(console, loaded.value(), opened.error());
    Session& session = *opened.value();
    if (Status ran = runTo(session, request.value().steps.value_or(mostSteps)); !ran) {
        return failIn(console, loaded.value(), ran.error());
    }
    console.out << hex(session.hash()) << '\n';
    return Exit::ok;
}

}  // namespace pt
