// validate: a lab's results beside published ones.
#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/model/validation.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr size_t mostBytes = size_t{32} << 20;

// What there is to say of one number, counted.
struct Tally {
    int inside = 0, known = 0, broken = 0;
    void add(const ValidationNumber& number) {
        known += number.range.known();
        inside += number.range.known() && number.inside();
        broken += !number.kept() || (number.required && !number.acceptable());
    }
};

// How far beyond the nearer end, as a share of the range's middle or, for temperatures, in K.
std::string beside(const Console& console, const ValidationNumber& number) {
    const ValidationRange& range = number.range;
    if (!range.known()) return console.words("cli.validate.no_range");
    if (number.inside()) return console.words("cli.validate.inside");
    const bool above = number.value > range.high;
    const double over = std::fabs(number.value - (above ? range.high : range.low));
    const std::string by =
        number.unit == "°C"
            ? console.words.number(over) + " °C"
            : console.words.number(100 * over / std::fabs(above ? range.high : range.low)) + " %";
    return console.words(above ? "cli.validate.above" : "cli.validate.below", Args{{"by", by}});
}

std::string rangeText(const Console& console, const ValidationRange& range) {
    if (!range.known()) return "";
    return fmt::format("{} … {}", console.words.number(range.low, 4),
                       console.words.number(range.high, 4));
}

std::string limitsText(const Console& console, const ValidationNumber& number) {
    if (!number.accepted.known()) return "";
    return console.words(number.acceptable() ? "cli.validate.accepted"
                                             : "cli.validate.not_accepted",
                         Args{{"range", rangeText(console, number.accepted)}});
}

void printCase(Console& console, const ValidationEntry& entry, const ValidationCase& item) {
    std::vector<std::vector<std::string>> rows;
    for (const ValidationNumber& number : item.numbers) {
        const std::string key = fmt::format("{}.validation_what.{}", entry.lab, number.quantity);
        rows.push_back({"  " + console.words(key),
                        console.words.number(number.value, 4) + " " + number.unit,
                        rangeText(console, number.range), beside(console, number),
                        limitsText(console, number)});
    }
    console.out << item.id << '\n' << alignedTable(rows);
}

Json rangeJson(const ValidationRange& range) {
    if (!range.known()) return {};
    return Json::list().add(range.low).add(range.high);
}

Json numberJson(const ValidationNumber& number) {
    Json programs = Json::object();
    for (const auto& [program, value] : number.programs) programs.set(program, value);
    Json json = Json::object();
    json.set("quantity", number.quantity).set("unit", number.unit).set("value", number.value);
    json.set("range", rangeJson(number.range)).set("programs", std::move(programs));
    json.set("inside", number.range.known() ? Json(number.inside()) : Json());
    json.set("limits", rangeJson(number.accepted));
    json.set("accepted", number.accepted.known() ? Json(number.acceptable()) : Json());
    return json.set("required", number.required).set("ok", number.kept());
}

Json caseJson(const ValidationCase& item) {
    Json numbers = Json::list();
    for (const ValidationNumber& number : item.numbers) numbers.add(numberJson(number));
    Json json = Json::object();
    json.set("case", item.id);
    return json.set("numbers", std::move(numbers));
}

}  // namespace

Exit validateCommand(Console& console, const Arguments& arguments) {
    const std::string& name = arguments.operands[0];
    const ValidationEntry* entry = findValidation(name);
    if (!entry) return fail(console, {"cli.usage.validate", "", {{"name", name}}});
    const std::optional<std::string> file = arguments.value("--weather");
    if (!file) return fail(console, {"cli.usage.validate_weather", "", {}});
    const Result<std::string> bytes = readFile(*file, mostBytes);
    if (!bytes) return fail(console, bytes.error());

    std::vector<std::string> ids = arguments.values("--case");
    if (ids.empty()) ids.assign(entry->cases.begin(), entry->cases.end());
    const bool asJson = arguments.has("--json");
    Json list = Json::list();
    Tally tally;
    const auto done = [&](const ValidationCase& item) {
        for (const ValidationNumber& number : item.numbers) tally.add(number);
        if (asJson) {
            list.add(caseJson(item));
            return;
        }
        printCase(console, *entry, item);
        console.out.flush();
    };
    if (const Status ran = entry->run(bytes.value(), ids, done); !ran) {
        Error error = ran.error();
        if (error.key.rfind("epw.", 0) == 0)
            error.where = error.where.empty() ? *file : *file + ":" + error.where;
        return fail(console, error);
    }
    if (asJson) {
        Json all = Json::object();
        all.set("validation", name).set("cases", std::move(list));
        all.set("inside", tally.inside).set("compared", tally.known).set("broken", tally.broken);
        console.out << all.write(1) << '\n';
    } else {
        console.out << console.words("cli.validate.sum",
                                     Args{{"inside", std::to_string(tally.inside)},
                                          {"compared", std::to_string(tally.known)},
                                          {"broken", std::to_string(tally.broken)}})
                    << '\n';
    }
    return tally.broken == 0 ? Exit::ok : Exit::content;
}

}  // namespace pt
