// list and schema: what there is.
#include <fmt/format.h>
#include <memory>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/run_request.h"
#include "engine/model/model.h"
#include "engine/scenario/event_names.h"
#include "engine/scenario/json_schema.h"
#include "engine/scenario/look_names.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// A lab with its schema, outside any session.
struct Described {
    std::unique_ptr<Model> model;  // the schema points into it
    Schema schema;
};

Described describe(const LabEntry& lab) {
    Described described{lab.make(), {}};
    described.model->describe(described.schema);
    return described;
}

Json textList(const std::vector<std::string>& texts) {
    Json list = Json::list();
    for (const std::string& text : texts) list.add(text);
    return list;
}

std::string effectName(Effect effect) { return effect == Effect::live ? "live" : "resets"; }

Json paramsJson(std::string_view lab, const Schema& schema, const Words& words) {
    Json list = Json::list();
    for (const Param& param : schema.params()) {
        Json json = Json::object();
        json.set("key", param.key).set("label", labelOf(lab, param.key, words));
        json.set("unit", param.unit.symbol);
        json.set("min", displayValue(param.range.min, param.unit));
        json.set("max", displayValue(param.range.max, param.unit));
        json.set("step", displayStep(param.range.step, param.unit));
        json.set("start", displayValue(param.start, param.unit));
        list.add(json.set("effect", effectName(param.effect)));
    }
    return list;
}

Json choicesJson(std::string_view lab, const Schema& schema, const Words& words) {
    Json list = Json::list();
    for (const Choice& choice : schema.choices()) {
        Json json = Json::object();
        json.set("key", choice.key).set("label", labelOf(lab, choice.key, words));
        json.set("options", textList(choice.options));
        json.set("start", choice.options[static_cast<size_t>(choice.start)]);
        list.add(json.set("effect", effectName(choice.effect)));
    }
    return list;
}

Json looksJson(std::string_view lab, const Words& words) {
    Json list = Json::list();
    for (const LookName& look : lookNames(lab)) {
        Json json = Json::object();
        json.set("key", look.key).set("label", labelOf(lab, "look." + look.key, words));
        list.add(json.set("options", textList(look.options)));
    }
    return list;
}

Json outputsJson(std::string_view lab, const Schema& schema, const Words& words) {
    Json list = Json::list();
    for (const Output& output : schema.outputs()) {
        Json json = Json::object();
        json.set("key", output.key).set("label", labelOf(lab, output.key, words));
        json.set("kind", output.number ? "number" : "text").set("unit", output.unit.symbol);
        if (!output.options.empty()) json.set("options", textList(output.options));
        list.add(std::move(json));
    }
    return list;
}

const char* kindName(bool isText) { return isText ? "text" : "number"; }

Json argumentsJson(const ArgSpec& arguments) {
    Json list = Json::list();
    for (const Argument& argument : arguments) {
        Json json = Json::object();
        json.set("key", argument.key).set("kind", kindName(argument.isText));
        json.set("unit", argument.unit.symbol);
        if (argument.optional) json.set("optional", true);
        list.add(std::move(json));
    }
    return list;
}

Json commandsJson(const Schema& schema) {
    Json list = Json::list();
    for (const LabCommand& command : schema.commands()) {
        Json json = Json::object();
        list.add(json.set("name", command.name).set("arguments", argumentsJson(command.arguments)));
    }
    return list;
}

// What can happen in this lab besides what can happen in every lesson.
std::vector<std::string> labEvents(const LabEntry& lab) {
    std::vector<std::string> names = eventNames(lab.id);
    names.erase(names.begin(),
                names.begin() + static_cast<std::ptrdiff_t>(lessonEventNames().size()));
    return names;
}

// The sentence of an event, with a dot for each value that it will have.
std::string eventForm(std::string_view lab, const std::string& event, const Words& words) {
    const auto& table = words.table(words.language());
    const auto found = table.find(fmt::format("{}.event.{}", lab, event));
    std::string form = found == table.end() ? "" : found->second;
    for (size_t open = form.find('{'); open != std::string::npos; open = form.find('{', open))
        form.replace(open, form.find('}', open) - open + 1, "…");
    if (form.ends_with("….")) form.pop_back();
    return form;
}

Json tablesJson(std::string_view lab, const Schema& schema, const Words& words) {
    Json list = Json::list();
    for (const Table& table : schema.tables()) {
        Json columns = Json::list();
        for (const TableColumn& column : table.columns) {
            Json json = Json::object().set("key", column.key);
            json.set("label", partLabel(lab, table.key, column.key, words));
            json.set("kind", kindName(column.isText)).set("unit", column.unit.symbol);
            if (column.editable) json.set("editable", true);
            if (!column.options.empty()) json.set("options", textList(column.options));
            columns.add(std::move(json));
        }
        Json json = Json::object().set("key", table.key);
        json.set("label", labelOf(lab, table.key, words));
        list.add(json.set("columns", std::move(columns)));
    }
    return list;
}

Json chartsJson(std::string_view lab, const Schema& schema, const Words& words) {
    const auto axis = [&](const std::string& key, const Unit& unit) {
        Json json = Json::object().set("key", key).set("label", labelOf(lab, key, words));
        return json.set("unit", unit.symbol);
    };
    Json list = Json::list();
    for (const Chart& chart : schema.charts()) {
        Json json = Json::object().set("key", chart.key);
        json.set("label", labelOf(lab, chart.key, words));
        list.add(json.set("x", axis(chart.xKey, chart.x)).set("y", axis(chart.yKey, chart.y)));
    }
    return list;
}

Json jobsJson(std::string_view lab, const Schema& schema, const Words& words) {
    Json list = Json::list();
    for (const JobEntry& job : schema.jobs()) {
        Json json = Json::object().set("key", job.key).set("label", labelOf(lab, job.key, words));
        list.add(json.set("arguments", argumentsJson(job.arguments)));
    }
    return list;
}

Json schemaJson(const LabEntry& lab, const Words& words) {
    const Described described = describe(lab);
    const Schema& schema = described.schema;
    Json documents = Json::list();
    for (const Document& document : schema.documents()) documents.add(document.key);
    Json json = Json::object();
    json.set("lab", std::string(lab.id)).set("title", labelOf(lab.id, "title", words));
    json.set("dt", lab.dt).set("params", paramsJson(lab.id, schema, words));
    json.set("choices", choicesJson(lab.id, schema, words));
    json.set("looks", looksJson(lab.id, words));
    json.set("outputs", outputsJson(lab.id, schema, words));
    json.set("commands", commandsJson(schema)).set("documents", std::move(documents));
    json.set("tables", tablesJson(lab.id, schema, words));
    json.set("charts", chartsJson(lab.id, schema, words));
    json.set("jobs", jobsJson(lab.id, schema, words));
    json.set("inputs", textList(schema.inputs()));
    json.set("events", textList(labEvents(lab)));
    return json.set("measurable", textList(schema.measurable()));
}

std::string schemaTable(const LabEntry& lab, const Words& words) {
    const Described described = describe(lab);
    Rows rows{{words("cli.schema.key"), words("cli.schema.meaning"), words("cli.schema.values"),
               words("cli.schema.start")}};
    // What events and scripts of a lesson may set.
    const auto input = [&](const std::string& key) {
        return described.schema.isInput(key) ? ", " + words("cli.schema.input") : "";
    };
    for (const Choice& choice : described.schema.choices()) {
        rows.push_back({choice.key, labelOf(lab.id, choice.key, words),
                        fmt::format("{}", fmt::join(choice.options, " | ")) + input(choice.key),
                        choice.options[static_cast<size_t>(choice.start)]});
    }
    for (const Param& param : described.schema.params()) {
        const auto text = [&](double si) {
            return settingText(si, param.unit, param.range.step, words);
        };
        rows.push_back({param.key, labelOf(lab.id, param.key, words),
                        fmt::format("{} … {}", text(param.range.min), text(param.range.max)) +
                            input(param.key),
                        text(param.start)});
    }
    for (const Output& output : described.schema.outputs()) {
        const std::string& symbol = output.unit.symbol;
        rows.push_back({output.key, labelOf(lab.id, output.key, words),
                        words("cli.schema.output") + (symbol.empty() ? "" : ", " + symbol), ""});
    }
    for (const LookName& look : lookNames(lab.id))
        rows.push_back({"look: " + look.key, labelOf(lab.id, "look." + look.key, words),
                        fmt::format("{}", fmt::join(look.options, " | ")), ""});
    const auto add = [&](const auto& items, std::string_view kind) {
        for (const auto& item : items)
            rows.push_back({item.key, labelOf(lab.id, item.key, words), words(kind), ""});
    };
    add(described.schema.tables(), "cli.schema.table");
    add(described.schema.charts(), "cli.schema.chart");
    add(described.schema.jobs(), "cli.schema.job");
    for (const std::string& event : labEvents(lab))
        rows.push_back({event, eventForm(lab.id, event, words), words("cli.schema.event"), ""});
    return fmt::format("{} ({})\n\n{}", labelOf(lab.id, "title", words), lab.id,
                       alignedTable(rows));
}

Json listJson(const Words& words) {
    Json labList = Json::list();
    for (const LabEntry& lab : labs()) {
        Json json = Json::object();
        labList.add(
            json.set("id", std::string(lab.id)).set("title", labelOf(lab.id, "title", words)));
    }
    Json scenarios = Json::list();
    for (const BuiltinScenario& builtin : builtinScenarios()) {
        const Scenario scenario = readScenario(builtin.bytes, builtin.path).scenario;
        Json json = Json::object();
        json.set("id", builtin.id).set("title", scenario.title.in(words.language()));
        scenarios.add(json.set("lab", scenario.setup.lab));
    }
    Json json = Json::object();
    return json.set("labs", std::move(labList)).set("scenarios", std::move(scenarios));
}

Exit printLessonSchema(Console& console, const Arguments& arguments) {
    std::span<const LabEntry> wanted = labs();
    if (!arguments.operands.empty()) {
        const Result<const LabEntry*> lab = findLabOrFail(arguments.operands.front());
        if (!lab) return fail(console, lab.error());
        wanted = {lab.value(), 1};
    }
    console.out << lessonSchema(wanted, console.words).write(2) << '\n';
    return Exit::ok;
}

}  // namespace

Exit listCommand(Console& console, const Arguments& arguments) {
    const Json list = listJson(console.words);
    if (arguments.has("--json")) {
        console.out << list.write() << '\n';
        return Exit::ok;
    }
    Rows rows{{"LAB"}};
    for (const Json& lab : list["labs"].items()) {
        rows.push_back({lab["id"].text(), lab["title"].text()});
    }
    rows.push_back({});
    rows.push_back({"SCENARIO"});
    for (const Json& scenario : list["scenarios"].items()) {
        rows.push_back({scenario["id"].text(), scenario["title"].text()});
    }
    console.out << alignedTable(rows);
    return Exit::ok;
}

Exit schemaCommand(Console& console, const Arguments& arguments) {
    if (arguments.has("--lesson")) return printLessonSchema(console, arguments);
    std::vector<const LabEntry*> wanted;
    if (arguments.operands.empty()) {
        for (const LabEntry& lab : labs()) wanted.push_back(&lab);
    } else {
        const Result<const LabEntry*> lab = findLabOrFail(arguments.operands.front());
        if (!lab) return fail(console, lab.error());
        wanted.push_back(lab.value());
    }
    const bool json = arguments.has("--json");
    for (const LabEntry* lab : wanted) {
        console.out << (json ? schemaJson(*lab, console.words).write()
                             : schemaTable(*lab, console.words))
                    << '\n';
    }
    return Exit::ok;
}

}  // namespace pt
