#include "engine/cli/solve_heat.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "engine/cli/report.h"
#include "engine/numerics/heat_case.h"

namespace pt {
namespace {

std::string quantityText(const std::string& quantity, const std::string& at) {
    return at.empty() ? quantity : quantity + ' ' + at;
}

// The number is there and near enough.
bool good(const HeatExpectation& asked, const HeatAnswer* answer) {
    return answer && std::fabs(answer->value - asked.value) <= asked.tolerance;
}

bool passes(const HeatCase& item, const HeatSolution& solution) {
    bool all = !item.expected.empty();
    for (const HeatExpectation& asked : item.expected)
        all = good(asked, solution.find(asked)) && all;
    return all;
}

void printValues(Console& console, const HeatCase& item, const HeatSolution& solution) {
    if (!item.title.empty()) console.out << item.title << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const HeatAnswer& answer : solution.answers)
        rows.push_back({"  " + quantityText(answer.quantity, answer.at),
                        fmt::format("{:.6g}", answer.value), answer.unit});
    console.out << alignedTable(rows);
}

void printCheck(Console& console, const HeatCase& item, const HeatSolution& solution) {
    if (item.expected.empty()) console.out << console.words("cli.solve.nothing") << '\n';
    for (const HeatExpectation& asked : item.expected) {
        const HeatAnswer* answer = solution.find(asked);
        const std::string quantity = quantityText(asked.quantity, asked.at);
        if (good(asked, answer)) {
            console.out << fmt::format("{} ok {:.6g} ({:g} ± {:g})\n", quantity, answer->value,
                                       asked.value, asked.tolerance);
            continue;
        }
        const Args args{{"quantity", quantity},
                        {"found", answer ? fmt::format("{:.6g}", answer->value) : "?"},
                        {"expected", fmt::format("{:g}", asked.value)},
                        {"tolerance", fmt::format("{:g}", asked.tolerance)}};
        console.out << quantity << " FAILED "
                    << console.words(answer ? "cli.solve.heat_off" : "cli.solve.heat_unknown", args)
                    << '\n';
    }
}

Json toJson(const HeatCase& item, const HeatSolution& solution, bool check) {
    Json json = Json::object();
    json.set("title", item.title).set("columns", solution.columns).set("rows", solution.rows);
    Json results = Json::list();
    for (const HeatAnswer& answer : solution.answers) {
        Json one = Json::object();
        one.set("quantity", answer.quantity).set("at", answer.at);
        one.set("value", answer.value).set("unit", answer.unit);
        results.add(std::move(one));
    }
    json.set("results", std::move(results));
    if (!check) return json;
    Json checks = Json::list();
    for (const HeatExpectation& asked : item.expected) {
        const HeatAnswer* answer = solution.find(asked);
        Json one = Json::object();
        one.set("quantity", asked.quantity).set("at", asked.at).set("expected", asked.value);
        one.set("tolerance", asked.tolerance).set("value", answer ? Json(answer->value) : Json());
        checks.add(one.set("ok", good(asked, answer)));
    }
    return json.set("checks", std::move(checks)).set("ok", passes(item, solution));
}

Error placed(const std::string& name, Error error) {
    error.where = error.where.empty() ? name : name + ":" + error.where;
    return error;
}

}  // namespace

Exit solveHeat(Console& console, const Arguments& arguments, const std::string& name,
               const Json& json) {
    const Result<HeatCase> item = readHeatCase(json);
    if (!item) return fail(console, placed(name, item.error()));
    const Result<HeatSolution> solution = solveHeatCase(item.value());
    if (!solution) return fail(console, placed(name, solution.error()));
    const bool check = arguments.has("--check");
    if (arguments.has("--json"))
        console.out << toJson(item.value(), solution.value(), check).write() << '\n';
    else if (check)
        printCheck(console, item.value(), solution.value());
    else
        printValues(console, item.value(), solution.value());
    return check && !passes(item.value(), solution.value()) ? Exit::content : Exit::ok;
}

}  // namespace pt
