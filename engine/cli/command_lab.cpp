// export, table and job: what a lab hands out and works out besides its run.
#include <fmt/format.h>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"
#include "engine/run/csv.h"
#include "engine/store/store.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/workbench.h"

namespace pt {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// One of the things that a lab has of a kind.
struct Named {
    std::string key, label, about;
};

Json listJson(const std::vector<Named>& all) {
    Json list = Json::list();
    for (const Named& each : all)
        list.add(Json::object().set("key", each.key).set("label", each.label));
    return list;
}

Exit showList(Console& console, const std::vector<Named>& all, bool json) {
    Rows rows;
    for (const Named& each : all) rows.push_back({each.key, each.label, each.about});
    console.out << (json ? listJson(all).write() + '\n' : alignedTable(rows));
    return Exit::ok;
}

Error unknownKey(const std::string& key, const std::vector<Named>& all) {
    std::string known;
    for (const Named& each : all) known += (known.empty() ? "" : ", ") + each.key;
    if (known.empty()) return {"cli.nothing_here", "", {{"key", key}}};
    return {"cli.unknown_key", "", {{"key", key}, {"known", known}}};
}

// The scenario's lab, at the start of its run or where --until asks; or the exit code.
struct Opened {
    Exit exit = Exit::ok;
    Loaded loaded;
    std::unique_ptr<Session> session;  // nullptr when that failed
};

Opened openLab(Console& console, const Arguments& arguments) {
    Opened opened;
    const auto failed = [&](const Error& error) {
        const bool read = !opened.loaded.name.empty();
        opened.exit = read ? failIn(console, opened.loaded, error) : fail(console, error);
        opened.session.reset();
        return std::move(opened);
    };
    const Result<RunRequest> request = parseRequest(arguments);
    if (!request) return failed(request.error());
    Result<Loaded> loaded = loadScenario(request.value().file);
    if (!loaded) return failed(loaded.error());
    opened.loaded = std::move(loaded.value());
    opened.exit = reportRead(console, opened.loaded);
    if (opened.exit != Exit::ok) return opened;
    auto session = openRun(opened.loaded.read.scenario, request.value());
    if (!session) return failed(session.error());
    opened.session = std::move(session.value());
    if (!arguments.has("--until")) return opened;
    const Result<int64_t> last = lastStep(*opened.session, request.value());
    if (!last) return failed(last.error());
    if (Status ran = runTo(*opened.session, last.value()); !ran) return failed(ran.error());
    return opened;
}

// The second operand, or nothing.
const std::string* keyOf(const Arguments& arguments) {
    return arguments.operands.size() > 1 ? &arguments.operands[1] : nullptr;
}

std::vector<Named> exportsOf(const Workbench& bench, const Words& words) {
    std::vector<Named> all;
    if (!bench.exchange()) return all;
    const std::string_view lab = bench.session().lab().id;
    for (const Export& each : bench.exchange()->exports())
        all.push_back(
            {each.key, words(fmt::format("{}.export.{}", lab, each.key)), each.extension});
    return all;
}

template <class Items>
std::vector<Named> namesOf(const Session& session, const Items& items, const Words& words) {
    std::vector<Named> all;
    for (const auto& item : items)
        all.push_back({item.key, labelOf(session.lab().id, item.key, words), ""});
    return all;
}

Exit writeFile(Console& console, const std::string& path, const std::string& bytes) {
    if (Status written = writeFileAtomically(path, bytes); !written)
        return fail(console, written.error());
    return Exit::ok;
}

std::string tableText(const UiNode& table) {
    Rows rows{{}};
    for (const UiColumn& column : table.columns)
        rows[0].push_back(column.unit.empty() ? column.label
                                              : fmt::format("{} ({})", column.label, column.unit));
    for (const UiRow& row : table.rows) {
        rows.emplace_back();
        for (const UiCell& cell : row.cells) rows.back().push_back(cell.text);
    }
    return alignedTable(rows);
}

Json numbersJson(const std::vector<double>& values, const Unit& unit) {
    Json list = Json::list();
    for (const double value : values) list.add(displayValue(value, unit));
    return list;
}

Json chartJson(const Chart& chart) {
    constexpr std::string_view marks[] = {"line", "points", "bars"};
    const ChartData data = chart.data();
    Json series = Json::list(), lines = Json::list();
    for (const ChartSeries& each : data.series) {
        Json json = Json::object().set("key", each.key);
        json.set("mark", marks[static_cast<size_t>(each.mark)]);
        json.set("x", numbersJson(each.x, chart.x)).set("y", numbersJson(each.y, chart.y));
        series.add(std::move(json));
    }
    for (const ChartLine& line : data.lines)
        lines.add(Json::object().set("key", line.key).set("x", displayValue(line.x, chart.x)));
    Json json = Json::object().set("x", chart.x.symbol).set("y", chart.y.symbol);
    return json.set("series", std::move(series)).set("lines", std::move(lines));
}

Json chartsJson(const Schema& schema) {
    Json charts = Json::object();
    for (const Chart& chart : schema.charts()) charts.set(chart.key, chartJson(chart));
    return charts;
}

// Lines "argument=value", as the button of a job takes them.
Result<std::string> jobArguments(const Arguments& arguments) {
    std::string lines;
    for (const std::string& text : arguments.values("--arg")) {
        const size_t at = text.find('=');
        if (at == std::string::npos || at == 0) return Error{"cli.usage.set", "", {{"text", text}}};
        lines += text + '\n';
    }
    return lines;
}

double stoppedClock() { return 0; }

}  // namespace

Exit exportCommand(Console& console, const Arguments& arguments) {
    Opened opened = openLab(console, arguments);
    if (!opened.session) return opened.exit;
    const Workbench bench(std::move(opened.session));
    const std::vector<Named> all = exportsOf(bench, console.words);
    const std::string* key = keyOf(arguments);
    if (!key) return showList(console, all, arguments.has("--json"));
    const Result<std::string> bytes = bench.exported(*key, console.words);
    if (!bytes) {
        const bool unknown = bytes.error().key == "exchange.unknown";
        return failIn(console, opened.loaded, unknown ? unknownKey(*key, all) : bytes.error());
    }
    if (const auto path = arguments.value("--out")) return writeFile(console, *path, bytes.value());
    console.out << bytes.value();
    return Exit::ok;
}

Exit tableCommand(Console& console, const Arguments& arguments) {
    const Result<CsvStyle> style = parseCsvStyle(arguments);
    if (!style) return fail(console, style.error());
    const Opened opened = openLab(console, arguments);
    if (!opened.session) return opened.exit;
    const Session& session = *opened.session;
    const std::vector<Named> all = namesOf(session, session.schema().tables(), console.words);
    const std::string* key = keyOf(arguments);
    const bool json = arguments.has("--json");
    if (!key) return showList(console, all, json);
    const Table* table = session.schema().findTable(*key);
    if (!table) return failIn(console, opened.loaded, unknownKey(*key, all));
    const std::vector<std::string> open{"table." + *key};
    const UiNode tree = buildUi(session, console.words, open);
    const UiNode& node = *findNode(tree, open.front());
    console.out << (json ? toJson(node).write() + '\n' : tableText(node));
    const auto path = arguments.value("--csv");
    return path ? writeFile(console, *path, tableCsv(*table, style.value())) : Exit::ok;
}

Exit jobCommand(Console& console, const Arguments& arguments) {
    const Result<std::string> lines = jobArguments(arguments);
    if (!lines) return fail(console, lines.error());
    const Opened opened = openLab(console, arguments);
    if (!opened.session) return opened.exit;
    Session& session = *opened.session;
    const std::vector<Named> all = namesOf(session, session.schema().jobs(), console.words);
    const std::string* key = keyOf(arguments);
    const bool json = arguments.has("--json");
    if (!key) return showList(console, all, json);
    if (!session.schema().findJob(*key))
        return failIn(console, opened.loaded, unknownKey(*key, all));
    if (Status started = act(session, fmt::format("job.{}.start", *key), lines.value()); !started)
        return failIn(console, opened.loaded, started.error());
    while (session.advanceJobs(stoppedClock)) {
    }
    if (json)
        console.out << answerJson(session)
                           .set("job", *key)
                           .set("charts", chartsJson(session.schema()))
                           .write()
                    << '\n';
    else
        console.out << labelOf(session.lab().id, *key, console.words) << "\n\n"
                    << alignedTable(outputRows(session, console.words));
    return Exit::ok;
}

}  // namespace pt
