#include <functional>
#include <gtest/gtest.h>

#include "engine/model/command.h"
#include "engine/model/model.h"

namespace pt {
namespace {

struct Numbers {
    double mass = 2, level = 0;
    int kind = 1;
    std::vector<double> list;
};

constexpr const char* kinds[] = {"small", "large"};

Schema described(Numbers& numbers) {
    Schema schema;
    schema.param("mass", numbers.mass, unit("g"), {1, 3, 0.5}, Effect::live);
    schema.choice("kind", numbers.kind, kinds);
    schema.state("level", numbers.level, unit("m"));
    schema.state("list", numbers.list, unit("m"));
    schema.output("height", unit("cm"), [&numbers] { return numbers.level; });
    schema.text("verdict", [] { return std::string("fine"); });
    schema.field("heat", unit("W"), [] { return FieldView{}; });
    schema.command("drop", {}, [](const Json&) -> Status { return Ok{}; });
    schema.document(
        "plan", [] { return Json(); }, [](const Json&) -> Status { return Ok{}; });
    return schema;
}

TEST(SchemaTest, FindsWhatWasNamed) {
    Numbers numbers;
    const Schema schema = described(numbers);
    ASSERT_TRUE(schema.findParam("mass"));
    EXPECT_EQ(schema.findParam("mass")->value, &numbers.mass);
    EXPECT_EQ(schema.findParam("mass")->start, 2);
    EXPECT_EQ(schema.findParam("mass")->effect, Effect::live);
    ASSERT_TRUE(schema.findChoice("kind"));
    EXPECT_EQ(schema.findChoice("kind")->options, (std::vector<std::string>{"small", "large"}));
    EXPECT_EQ(schema.findChoice("kind")->start, 1);
    EXPECT_EQ(schema.findChoice("kind")->effect, Effect::resets);
    EXPECT_TRUE(schema.findOutput("height")->number);
    EXPECT_FALSE(schema.findOutput("height")->text);
    EXPECT_TRUE(schema.findOutput("verdict")->text);
    EXPECT_FALSE(schema.findOutput("verdict")->number);
    EXPECT_TRUE(schema.findCommand("drop"));
    EXPECT_TRUE(schema.findDocument("plan"));
    EXPECT_EQ(schema.states()[0].number, &numbers.level);
    EXPECT_EQ(schema.states()[1].list, &numbers.list);
    EXPECT_EQ(schema.fields()[0].key, "heat");
    EXPECT_EQ(schema.findParam("kind"), nullptr);
    EXPECT_EQ(schema.findChoice("mass"), nullptr);
    EXPECT_EQ(schema.findOutput(""), nullptr);
    EXPECT_EQ(schema.findCommand("dro"), nullptr);
    EXPECT_EQ(schema.findDocument("plans"), nullptr);
    EXPECT_EQ(schema.keys(), (std::vector<std::string>{"mass", "kind", "level", "list", "height",
                                                       "verdict", "heat", "drop", "plan"}));
}

// What a lab has besides settings and readings.
Table boxes() {
    Table table;
    table.key = "boxes";
    table.columns = {{"weight", false, unit("g")}};
    table.rows = [] { return std::vector<TableRow>{{"B1", "box.B1", {0.2}}}; };
    return table;
}

Chart spread() {
    return {"spread", "weight", "number", unit("g"), unit(""), [] { return ChartData{}; }};
}

Result<std::unique_ptr<Job>> noJob(const Json&) { return Error{"test.no_job", "", {}}; }

TEST(SchemaTest, FindsTablesChartsAndJobs) {
    Schema schema;
    schema.table(boxes());
    schema.chart(spread());
    schema.job("repeats", {{"count", false, unit(""), {1, 10, 1}, true}}, noJob);
    ASSERT_TRUE(schema.findTable("boxes"));
    EXPECT_EQ(schema.findTable("boxes")->rows().size(), 1u);
    ASSERT_TRUE(schema.findChart("spread"));
    EXPECT_EQ(schema.findChart("spread")->x.symbol, "g");
    ASSERT_TRUE(schema.findJob("repeats"));
    EXPECT_EQ(schema.findJob("repeats")->arguments[0].key, "count");
    EXPECT_EQ(schema.findTable("spread"), nullptr);
    EXPECT_EQ(schema.findChart("boxes"), nullptr);
    EXPECT_EQ(schema.findJob("repeat"), nullptr);
    EXPECT_EQ(schema.keys(), (std::vector<std::string>{"boxes", "spread", "repeats"}));
    EXPECT_EQ(nearest("reapeats", schema.keys()), "repeats") << "for \"did you mean\"";
}

TEST(SchemaTest, ANotebookIsNoPartOfADesign) {
    Numbers numbers;
    Schema schema = described(numbers);
    EXPECT_TRUE(schema.findDocument("plan")->design);
    schema.notebook("plan");
    EXPECT_FALSE(schema.findDocument("plan")->design);
}

TEST(SchemaTest, RequirementsAreAskedForEachTime) {
    Schema schema;
    EXPECT_TRUE(schema.checkRows().empty());
    bool met = false;
    schema.checks([&met] {
        CheckRow row;
        row.key = "light";
        row.met = met;
        return std::vector<CheckRow>{row};
    });
    EXPECT_FALSE(schema.checkRows()[0].met);
    met = true;
    EXPECT_TRUE(schema.checkRows()[0].met);
    EXPECT_TRUE(schema.checkRows()[0].known);
}

TEST(SchemaTest, ASectionHoldsUntilTheNext) {
    Schema schema;
    double a = 1, b = 1, c = 1;
    int kind = 0;
    schema.param("first", a, unit("m"), {0, 2, 0});
    schema.section("shape");
    schema.param("second", b, unit("m"), {0, 2, 0});
    schema.choice("kind", kind, kinds);
    schema.section("cost");
    schema.param("third", c, unit("m"), {0, 2, 0});
    EXPECT_EQ(schema.sectionOf("first"), "");
    EXPECT_EQ(schema.sectionOf("second"), "shape");
    EXPECT_EQ(schema.sectionOf("kind"), "shape");
    EXPECT_EQ(schema.sectionOf("third"), "cost");
    EXPECT_EQ(schema.sectionOf("none"), "");
}

TEST(SchemaTest, MattersFollowsTheChoices) {
    Numbers numbers;
    int colour = 0;
    constexpr const char* colours[] = {"red", "green", "blue"};
    Schema schema = described(numbers);
    schema.choice("colour", colour, colours);
    schema.when("kind", {"large"}, {"mass"});
    schema.when("colour", {"red", "blue"}, {"mass"});
    EXPECT_TRUE(schema.matters("kind"));
    EXPECT_TRUE(schema.matters("mass"));
    colour = 1;
    EXPECT_FALSE(schema.matters("mass")) << "every condition counts";
    colour = 2;
    EXPECT_TRUE(schema.matters("mass"));
    numbers.kind = 0;
    EXPECT_FALSE(schema.matters("mass"));
}

#ifdef PT_ASSERTS
TEST(SchemaDeathTest, DeclarationsFitTogether) {
    const auto with = [](const std::function<void(Schema&)>& declare) {
        Numbers numbers;
        Schema schema = described(numbers);
        declare(schema);
    };
    with([](Schema& schema) { schema.inputs({"mass", "kind"}); });
    EXPECT_DEATH(with([](Schema& schema) { schema.inputs({"height"}); }), "");
    with([](Schema& schema) { schema.measurable({"height", "verdict"}); });
    EXPECT_DEATH(with([](Schema& schema) { schema.measurable({"mass"}); }), "");
    EXPECT_DEATH(with([](Schema& schema) { schema.when("mass", {"1"}, {"kind"}); }), "");
    EXPECT_DEATH(with([](Schema& schema) { schema.job("mass", {}, noJob); }), "");
    EXPECT_DEATH(with([](Schema& schema) {
                     Table table = boxes();
                     table.columns.clear();
                     schema.table(table);
                 }),
                 "");
    EXPECT_DEATH(with([](Schema& schema) {
                     schema.checks([] { return std::vector<CheckRow>{}; });
                     schema.checks([] { return std::vector<CheckRow>{}; });
                 }),
                 "");
}
#endif

#ifdef PT_ASSERTS
TEST(SchemaDeathTest, AKeyIsClaimedOnceAndWellFormed) {
    const auto claim = [](const char* key) {
        Numbers numbers;
        Schema schema = described(numbers);
        double value = 1;
        schema.state(key, value, unit("m"));
    };
    claim("other");
    for (const char* key : {"mass", "kind", "drop", "", "1st", "a b", "a-b", "é", "kg", "min",
                            "a1234567890123456789012345678901234567890"})
        EXPECT_DEATH(claim(key), "") << key;
}

TEST(SchemaDeathTest, AParamStartsWithinItsRange) {
    Numbers numbers;
    Schema schema;
    EXPECT_DEATH(schema.param("mass", numbers.mass, unit("g"), {3, 4}), "");
    EXPECT_DEATH(schema.param("mass", numbers.mass, unit("g"), {3, 1}), "");
    numbers.kind = 2;
    EXPECT_DEATH(schema.choice("kind", numbers.kind, kinds), "");
}
#endif

TEST(Nearest, FindsSmallSlips) {
    const std::vector<std::string> words{"height", "span", "strands", "strand_diameter", "type"};
    EXPECT_EQ(nearest("heigth", words), "height") << "swapped neighbours are one slip";
    EXPECT_EQ(nearest("hieght", words), "height");
    EXPECT_EQ(nearest("spann", words), "span");
    EXPECT_EQ(nearest("strand", words), "strands");
    EXPECT_EQ(nearest("strand_diametr", words), "strand_diameter");
    EXPECT_EQ(nearest("typ", words), "type");
    EXPECT_EQ(nearest("span", words), "span");
    EXPECT_EQ(nearest("volcano", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(nearest("xyz", words), "");
    EXPECT_EQ(nearest(std::string(1'000'000, 'a'), words), "") << "cheap however long the word is";
    EXPECT_EQ(nearest("a", {}), "");
}

TEST(Commands, AreWellFormed) {
    const Command set = setCommand("mass", 1.5, 3);
    EXPECT_EQ(set.name, "set");
    EXPECT_EQ(set.args.write(), R"({"key":"mass","value":1.5})");
    EXPECT_EQ(set.gesture, 3);
    EXPECT_EQ(chooseCommand("kind", "large").args.write(), R"({"key":"kind","value":"large"})");
    const Command document = documentCommand("plan", Json::list().add(1));
    EXPECT_EQ(document.name, "document");
    EXPECT_EQ(document.args.write(), R"({"key":"plan","value":[1]})");
    EXPECT_EQ(document.gesture, 0);
}

struct Nothing : Model {
    void describe(Schema&) override {}
    Status reset(uint64_t) override { return Ok{}; }
    Status step(double) override {
        emit({"happened", {}});
        return Ok{};
    }
    Status restored(uint64_t) override { return Ok{}; }
};

TEST(ModelTest, HandsItsEventsOverOnce) {
    Nothing model;
    ASSERT_TRUE(model.step(1).ok());
    ASSERT_TRUE(model.step(1).ok());
    EXPECT_EQ(model.takeEvents().size(), 2u);
    EXPECT_TRUE(model.takeEvents().empty());
}

TEST(Labs, AreFoundByBothSpellings) {
    const auto make = []() -> std::unique_ptr<Model> { return std::make_unique<Nothing>(); };
    const LabEntry table[] = {{"one", 1, make}, {"solar_house", 1, make}};
    EXPECT_EQ(findLab("solar_house", table), &table[1]);
    EXPECT_EQ(findLab("solar-house", table), &table[1]);
    EXPECT_EQ(findLab("solar house", table), nullptr);
    EXPECT_EQ(findLab("", table), nullptr);
    for (const LabEntry& lab : labs()) EXPECT_EQ(findLab(lab.id), &lab);
}

// Every lab that is built in keeps to the rules that the engine relies on.
TEST(Labs, DescribeThemselvesAndStart) {
    for (const LabEntry& lab : labs()) {
        SCOPED_TRACE(lab.id);
        EXPECT_GT(lab.dt, 0);
        Schema schema;
        const std::unique_ptr<Model> model = lab.make();
        model->describe(schema);
        EXPECT_FALSE(schema.params().empty());
        EXPECT_FALSE(schema.states().empty());
        EXPECT_TRUE(model->reset(1).ok());
    }
}

}  // namespace
}  // namespace pt
