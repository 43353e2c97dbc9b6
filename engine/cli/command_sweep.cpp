#include <istream>
#include <ostream>

#include "engine/cli/answerer.h"
#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/sweep_grid.h"
#include "engine/cli/sweep_table.h"
#include "engine/cli/workers.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr int64_t mostJobs = 256;

struct Grid {
    RunRequest base;
    std::vector<SweepAxis> axes;
    uint64_t firstSeed;
    int64_t repeat;
    int64_t size() const { return gridSize(axes, repeat); }
    Json request(int64_t n) const { return gridRequest(base, firstSeed, axes, repeat, n); }
};

LineWork workOf(Answerer& answerer) {
    LineWork work;
    work.answer = [&](const std::string& line) { return answerer.answer(line); };
    work.lost = [&](const std::string& line) {
        return answerer.failure(line, {"cli.worker_lost", "", {}});
    };
    return work;
}

// Settings are part of each request line, not of the command line.
Status onlyForFiles(const Arguments& arguments) {
    for (const char* option :
         {"--vary", "--repeat", "--set", "--seed", "--until", "--csv", "--csv-style"}) {
        if (arguments.has(option)) return Error{"cli.usage.stdin", "", {{"option", option}}};
    }
    return Ok{};
}

std::optional<std::string> nextRequest(std::istream& in) {
    std::string line;
    while (std::getline(in, line)) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) return line;
    }
    return std::nullopt;
}

Exit sweepInput(Console& console, const Arguments& arguments, int jobs) {
    if (Status fits = onlyForFiles(arguments); !fits) return fail(console, fits.error());
    Answerer answerer(console.words);
    bool failed = false;
    LineWork work = workOf(answerer);
    work.next = [&] { return nextRequest(console.in); };
    work.emit = [&](const std::string& answer) {
        console.out << answer << std::endl;  // whoever asked may be waiting for it
        failed = failed || Json::parse(answer).value().has("error");
    };
    spreadLines(jobs, work);
    return failed ? Exit::content : Exit::ok;
}

Result<Grid> parseGrid(const Arguments& arguments, RunRequest base, const Setup& setup) {
    Result<std::vector<SweepAxis>> axes =
        parseAxes(arguments.values("--vary"), *findLab(setup.lab));
    if (!axes) return axes.error();
    const Result<int64_t> repeat =
        parseInteger("--repeat", arguments.value("--repeat").value_or("1"), 1, mostRuns);
    if (!repeat) return repeat.error();
    Grid grid{std::move(base), std::move(axes.value()), setup.seed, repeat.value()};
    grid.firstSeed = grid.base.seed.value_or(setup.seed);
    if (grid.size() > mostRuns) {
        return Error{"cli.usage.sweep_size", "", {{"most", std::to_string(mostRuns)}}};
    }
    return grid;
}

Exit runGrid(Console& console, Answerer& answerer, const Grid& grid, const SweepTable& table,
             const Arguments& arguments, CsvStyle style, int jobs) {
    const bool json = arguments.has("--json");
    bool failed = false;
    int64_t asked = 0;
    int64_t answered = 0;
    std::string csv = table.csvHeader(style);
    LineWork work = workOf(answerer);
    work.next = [&]() -> std::optional<std::string> {
        if (asked == grid.size()) return std::nullopt;
        return grid.request(asked++).write();
    };
    work.emit = [&](const std::string& line) {
        const Json answer = Json::parse(line).value();
        const double seed = grid.request(answered++)["seed"].number();
        const std::vector<Json> row = table.row(answer, seed);
        csv += SweepTable::csvLine(row, style);
        console.out << (json ? line + '\n' : table.textRow(row, console.words)) << std::flush;
        failed = failed || answer.has("error");
    };
    if (!json) console.out << table.textHeader();
    spreadLines(jobs, work);
    if (const auto path = arguments.value("--csv")) {
        if (Status written = writeFileAtomically(*path, csv); !written) {
            return fail(console, written.error());
        }
    }
    return failed ? Exit::content : Exit::ok;
}

Exit sweepFile(Console& console, const Arguments& arguments, int jobs) {
    const Result<CsvStyle> style = parseCsvStyle(arguments);
    if (!style) return fail(console, style.error());
    Result<RunRequest> base = parseRequest(arguments);
    if (!base) return fail(console, base.error());
    Answerer answerer(console.words);
    const Result<Loaded>& loaded = answerer.load(base.value().file);
    if (!loaded) return fail(console, loaded.error());
    if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
    const Setup& setup = loaded.value().read.scenario.setup;
    const Result<Grid> grid = parseGrid(arguments, std::move(base.value()), setup);
    if (!grid) return fail(console, grid.error());
    const std::unique_ptr<Model> model = findLab(setup.lab)->make();
    Schema schema;
    model->describe(schema);
    const SweepTable table(grid.value().axes, schema);
    return runGrid(console, answerer, grid.value(), table, arguments, style.value(), jobs);
}

}  // namespace

Exit sweepCommand(Console& console, const Arguments& arguments) {
    const std::string text = arguments.value("--jobs").value_or("1");
    const Result<int64_t> jobs = parseInteger("--jobs", text, 1, mostJobs);
    if (!jobs) return fail(console, jobs.error());
    const auto count = static_cast<int>(jobs.value());
    const bool input = arguments.operands.front() == "-";
    return input ? sweepInput(console, arguments, count) : sweepFile(console, arguments, count);
}

}  // namespace pt
