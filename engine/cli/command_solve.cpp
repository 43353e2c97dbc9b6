// solve: structures or a cross-section from a file, and the results they should give.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/solve_heat.h"
#include "engine/numerics/frame_case.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr size_t mostBytes = size_t{16} << 20;

using Solved = Result<std::vector<CaseAnswer>>;

Solved solve(const CaseRead& item) {
    if (!item.read) return item.read.error();
    return solveFrameCase(item.read.value());
}

// Every asked number has its expected one, and they agree.
bool passes(const CaseRead& item, const Solved& solved) {
    return solved && !solved.value().empty() &&
           std::all_of(solved.value().begin(), solved.value().end(),
                       [](const CaseAnswer& answer) { return answer.good; }) &&
           item.read.ok();
}

std::string quantityText(const CaseAsk& ask) {
    std::string text = ask.quantity;
    for (const std::string& part : {ask.at, ask.component})
        if (!part.empty()) text += ' ' + part;
    return text;
}

// The sentence with its place inside the case.
std::string problem(const Console& console, const CaseRead& item, const Error& error) {
    Error inside = error;
    if (inside.where.rfind(item.id, 0) == 0)
        inside.where.erase(0, std::min(inside.where.size(), item.id.size() + 2));
    return console.words.sentence(inside);
}

// The worst answer, or that there is nothing to compare.
std::string difference(const Console& console, const FrameCase& item,
                       const std::vector<CaseAnswer>& answers) {
    size_t worst = answers.size();
    for (size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].good || !item.asks[i].value) continue;
        if (worst == answers.size() || answers[i].error > answers[worst].error) worst = i;
    }
    if (worst == answers.size()) return console.words("cli.solve.nothing");
    const CaseAsk& ask = item.asks[worst];
    return console.words("cli.solve.off",
                         Args{{"quantity", quantityText(ask)},
                              {"found", fmt::format("{:.12g}", answers[worst].value)},
                              {"expected", fmt::format("{:.12g}", *ask.value)},
                              {"error", fmt::format("{:.1e}", answers[worst].error)},
                              {"tolerance", fmt::format("{:g}", ask.tolerance)}});
}

void printCheck(Console& console, const CaseRead& item, const Solved& solved) {
    if (passes(item, solved)) {
        double worst = 0;
        for (const CaseAnswer& answer : solved.value()) worst = std::max(worst, answer.error);
        console.out << fmt::format("{} ok {:.1e}\n", item.id, worst);
        return;
    }
    const std::string why = solved ? difference(console, item.read.value(), solved.value())
                                   : problem(console, item, solved.error());
    console.out << fmt::format("{} FAILED {}\n", item.id, why);
}

void printValues(Console& console, const CaseRead& item, const Solved& solved) {
    const FrameCase& read = item.read.value();
    console.out << read.id << (read.title.empty() ? "" : "  ") << read.title << '\n';
    std::vector<std::vector<std::string>> rows;
    for (size_t i = 0; i < read.asks.size(); ++i)
        rows.push_back(
            {"  " + quantityText(read.asks[i]), fmt::format("{:.12g}", solved.value()[i].value)});
    console.out << alignedTable(rows);
}

Json resultJson(const CaseAsk& ask, const CaseAnswer& answer, bool check) {
    Json json = Json::object();
    json.set("quantity", ask.quantity).set("at", ask.at).set("component", ask.component);
    json.set("value", answer.value);
    if (!check) return json;
    json.set("expected", ask.value ? Json(*ask.value) : Json());
    json.set("error", ask.value ? Json(answer.error) : Json());
    return json.set("tolerance", ask.tolerance).set("ok", answer.good);
}

Json caseJson(const Console& console, const CaseRead& item, const Solved& solved, bool check) {
    Json json = Json::object();
    json.set("id", item.id);
    if (check) json.set("ok", passes(item, solved));
    if (!solved) return json.set("error", errorJson(solved.error(), console.words));
    Json results = Json::list();
    for (size_t i = 0; i < solved.value().size(); ++i)
        results.add(resultJson(item.read.value().asks[i], solved.value()[i], check));
    return json.set("results", std::move(results));
}

Exit solveAll(Console& console, const std::vector<CaseRead>& cases, bool check, bool json) {
    size_t passed = 0, failed = 0;
    Json list = Json::list();
    for (const CaseRead& item : cases) {
        const Solved solved = solve(item);
        const bool good = check ? passes(item, solved) : solved.ok();
        ++(good ? passed : failed);
        if (json)
            list.add(caseJson(console, item, solved, check));
        else if (check)
            printCheck(console, item, solved);
        else if (solved)
            printValues(console, item, solved);
        else
            fail(console, solved.error());
        console.out.flush();
    }
    if (json) {
        Json all = Json::object();
        all.set("cases", std::move(list));
        if (check)
            all.set("passed", static_cast<double>(passed))
                .set("failed", static_cast<double>(failed));
        console.out << all.write() << '\n';
    } else if (check) {
        console.out << fmt::format("{} passed, {} failed\n", passed, failed);
    }
    return failed == 0 ? Exit::ok : Exit::content;
}

Error placed(const std::string& name, Error error) {
    error.where = error.where.empty() ? name : name + ":" + error.where;
    return error;
}

}  // namespace

Exit solveCommand(Console& console, const Arguments& arguments) {
    const std::string &what = arguments.operands[0], &name = arguments.operands[1];
    if (what != "frame" && what != "heat2d")
        return fail(console, {"cli.usage.solve", "", {{"name", what}}});
    const Result<std::string> bytes = readFile(name, mostBytes);
    if (!bytes) return fail(console, bytes.error());
    const Result<Json> json = Json::parse(bytes.value());
    if (!json) return fail(console, placed(name, json.error()), bytes.value());
    if (what == "heat2d") return solveHeat(console, arguments, name, json.value());
    const Result<std::vector<CaseRead>> cases = readFrameCases(json.value());
    if (!cases) return fail(console, placed(name, cases.error()));
    return solveAll(console, cases.value(), arguments.has("--check"), arguments.has("--json"));
}

}  // namespace pt
