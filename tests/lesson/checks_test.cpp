// Choices, orders, pairs, open answers, tasks, sequences and rubrics.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/lesson/check_fixture.h"

namespace pt::fake {
namespace {

// What a goal may name: everything the values hold.
struct OpenNames : NameTable {
    NameInfo find(std::string_view name) const override {
        NameInfo info;
        static const std::set<std::string_view> known{"requirements_met", "trips", "pace",
                                                      "arrival"};
        if (known.count(name) == 0) return info;
        info.kind = name == "requirements_met"
                        ? NameInfo::Kind::truth
                        : (name == "trips" ? NameInfo::Kind::table : NameInfo::Kind::number);
        info.unit = unit(name == "arrival" ? "s" : "m/s");
        info.measured = true;
        info.lowerIsBetter = name == "arrival";
        return info;
    }
    NameInfo column(std::string_view, std::string_view name) const override { return find(name); }
    std::vector<std::string> names() const override { return {}; }
};

Expression truth(const char* text) {
    auto read = Expression::readTruth(text, OpenNames());
    EXPECT_TRUE(read.ok()) << text << ": " << read.error().key;
    return read.ok() ? read.value() : Expression();
}
Expression number(const char* text) {
    auto read = Expression::readNumber(text, OpenNames());
    EXPECT_TRUE(read.ok()) << text;
    return read.ok() ? read.value() : Expression();
}

ChoiceItem colours(bool many) {
    ChoiceItem choice;
    choice.many = many;
    for (int i = 1; i <= 4; ++i) {
        AnswerOption option;
        option.id = std::to_string(i);
        option.right = many ? i <= 2 : i == 1;
        choice.options.push_back(option);
    }
    choice.options[3].say = {"Dat is wit.", "That is white."};
    return choice;
}

TEST(ChoiceAnswer, OneIsRight) {
    const Bench bench;
    LessonItem item = itemOf(colours(false));
    item.notYet = {"Kijk nog eens.", "Look again."};
    EXPECT_EQ(bench.verdict(item, "1"), "ok");
    const Verdict wrong = bench.judge(item, "2");
    EXPECT_EQ(wrong.reason, "choice");
    EXPECT_EQ(wrong.say.nl, "Kijk nog eens.");
    EXPECT_EQ(wrong.places, std::vector<std::string>{"2"});
    EXPECT_EQ(wrong.score, 0);
    EXPECT_EQ(bench.judge(item, "4").say.nl, "Dat is wit.");
    EXPECT_EQ(bench.verdict(item, {}), "none");
    EXPECT_EQ(bench.verdict(item, "9"), "none");
}

TEST(ChoiceAnswer, SeveralAreRight) {
    const Bench bench;
    const LessonItem item = itemOf(colours(true));
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["2","1"])")), "ok");
    const Verdict few = bench.judge(item, jsonOf(R"(["2"])"));
    EXPECT_EQ(few.reason, "choice_more");
    EXPECT_EQ(few.args, (Args{{"count", "1"}}));
    EXPECT_EQ(few.score, 0.5);
    const Verdict both = bench.judge(item, jsonOf(R"(["1","2","3"])"));
    EXPECT_EQ(both.reason, "choice_fewer");
    EXPECT_EQ(both.places, std::vector<std::string>{"3"});
    EXPECT_EQ(both.score, 0.5);
    EXPECT_EQ(bench.judge(item, jsonOf(R"(["1","3"])")).score, 0);
    EXPECT_EQ(bench.verdict(item, jsonOf("[]")), "none");
}

TEST(ChoiceAnswer, OptionsOfAnotherLevelDoNotCount) {
    const Bench bench;
    ChoiceItem choice = colours(true);
    choice.options[1].levels = {"plus"};
    EXPECT_EQ(bench.verdict(itemOf(choice), jsonOf(R"(["1"])")), "ok");
    for (AnswerOption& option : choice.options) option.right = false;
    EXPECT_EQ(bench.verdict(itemOf(choice), jsonOf(R"(["1"])")), "open");
}

LessonItem row(std::vector<std::string> words) {
    OrderItem order;
    for (const std::string& word : words) order.items.push_back({word, word});
    return itemOf(order);
}

TEST(OrderAnswer, SaysHowFarItIsRight) {
    const Bench bench;
    const LessonItem item = row({"a", "b", "c", "d"});
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["1","2","3","4"])")), "ok");
    const Verdict moved = bench.judge(item, jsonOf(R"(["1","3","4","2"])"));
    EXPECT_EQ(moved.reason, "order_from");
    EXPECT_EQ(moved.args, (Args{{"good", "1"}, {"place", "2"}}));
    EXPECT_EQ(moved.places, std::vector<std::string>{"2"});  // the one that is to be moved
    EXPECT_EQ(moved.score, 0.5);
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["4","3","2","1"])")), "order_first");
    EXPECT_EQ(bench.judge(item, jsonOf(R"(["4","3","2","1"])")).score, 0);
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["1","2"])")), "order_missing");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["1","9","x"])")), "order_missing");
    EXPECT_EQ(bench.verdict(item, jsonOf("[]")), "none");
}

TEST(OrderAnswer, EqualTextsMaySwapPlaces) {
    const Bench bench;
    const LessonItem item = row({"meet", "verander", "meet"});
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["3","2","1"])")), "ok");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"(["1","3","2"])")), "order_from");
}

TEST(MatchAnswer, SaysHowManyAreRight) {
    const Bench bench;
    MatchItem match;
    match.pairs = {
        {{"kracht", ""}, {"N", ""}}, {{"massa", ""}, {"kg", ""}}, {{"gewicht", ""}, {"N", ""}}};
    const LessonItem item = itemOf(match);
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"1":"1","2":"2","3":"3"})")), "ok");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"1":"3","2":"2","3":"1"})")), "ok");  // both N
    const Verdict some = bench.judge(item, jsonOf(R"({"1":"1","2":"3","3":"2"})"));
    EXPECT_EQ(some.reason, "match_some");
    EXPECT_EQ(some.places, (std::vector<std::string>{"2", "3"}));
    EXPECT_DOUBLE_EQ(some.score, 1.0 / 3);
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"1":"2","2":"1","3":"2"})")), "match_none");
    EXPECT_EQ(bench.verdict(item, jsonOf(R"({"1":"1"})")), "match_missing");
    EXPECT_EQ(bench.verdict(item, jsonOf("{}")), "none");
}

TEST(OpenAnswer, CountsWordsAndLooksForThem) {
    const Bench bench;
    OpenItem open;
    open.minWords = 4;
    open.mention = {{"isolatie", "insulation"}, {"U", "U"}};
    const LessonItem item = itemOf(open);
    EXPECT_EQ(bench.verdict(item, "Omdat het zo is."), "mention");
    EXPECT_EQ(bench.verdict(item, "Te kort."), "too_short");
    EXPECT_EQ(bench.verdict(item, "Dikke vloerisolatie geeft een lage U."), "open handed_in");
    EXPECT_EQ(bench.verdict(item, "Thick INSULATION makes u small."), "open handed_in");
    // A short word only counts alone: the u of "zuur" is none.
    const Verdict missing = bench.judge(item, "De isolatie is zuur geworden.");
    EXPECT_EQ(missing.reason, "mention");
    EXPECT_EQ(missing.args, (Args{{"words", textArg("U", "U")}}));
    EXPECT_EQ(bench.verdict(item, " … ! "), "none");
    open.mention = {{"geïsoleerd", ""}};
    open.model = {"Zo.", ""};
    EXPECT_EQ(bench.verdict(itemOf(open), "Het is goed GEISOLEERD nu"), "open compare_model");
    EXPECT_EQ(bench.judge(itemOf(open), "Het is goed geïsoleerd nu").score, 0);
}

TEST(Rubric, OnlyATeachersCounts) {
    const Bench bench;
    RubricItem rubric;
    rubric.rows = {{{"Netjes", ""}, {}}, {{"Sterk", ""}, {{"nee", ""}, {"ja", ""}}}};
    EXPECT_EQ(bench.verdict(itemOf(rubric), jsonOf(R"({"1":2})")), "rubric_missing");
    EXPECT_EQ(bench.judge(itemOf(rubric), jsonOf(R"({"1":2})")).places,
              std::vector<std::string>{"2"});
    EXPECT_EQ(bench.verdict(itemOf(rubric), jsonOf(R"({"1":4,"2":1})")), "rubric_missing");
    EXPECT_EQ(bench.verdict(itemOf(rubric), jsonOf(R"({"1":3,"2":2})")), "open rubric_done");
    EXPECT_EQ(bench.judge(itemOf(rubric), jsonOf(R"({"1":3,"2":2})")).score, 0);
    rubric.by = RubricItem::By::teacher;
    EXPECT_EQ(bench.verdict(itemOf(rubric), jsonOf(R"({"1":2,"2":2})")), "ok");
    EXPECT_EQ(bench.judge(itemOf(rubric), jsonOf(R"({"1":2,"2":2})")).score, 0.75);
}

TEST(Task, HasAGoal) {
    Bench bench;
    TaskItem task;
    task.goal = truth("pace >= 2 m/s");
    task.notYet = {{truth("pace < 1 m/s"), {"Veel te traag.", "Far too slow."}},
                   {std::nullopt, {"Nog niet.", "Not yet."}}};
    const LessonItem item = itemOf(task);
    EXPECT_EQ(bench.verdict(item), "measure_first");
    EXPECT_TRUE(bench.judge(item).say.empty());
    bench.values.numbers["pace"] = 1.5;
    EXPECT_EQ(bench.verdict(item), "goal");
    EXPECT_EQ(bench.judge(item).say.nl, "Nog niet.");
    bench.values.numbers["pace"] = 0.5;
    EXPECT_EQ(bench.judge(item).say.nl, "Veel te traag.");
    bench.values.numbers["pace"] = 2;
    EXPECT_EQ(bench.verdict(item), "ok");
}

TEST(Task, WhatIsKeptAndTheTime) {
    Bench bench;
    TaskItem task;
    task.goal = truth("pace >= 2 m/s");
    task.keep = truth("arrival < 9 s");
    task.within = 60;
    bench.values.numbers = {{"pace", 2}, {"arrival", 5}};
    const LessonItem item = itemOf(task);
    CheckContext context = bench.context();
    EXPECT_EQ(judge(item, {}, context).state, Verdict::State::ok);
    context.taskTime = 60;
    EXPECT_EQ(judge(item, {}, context).state, Verdict::State::ok);
    context.taskTime = 61;
    EXPECT_EQ(judge(item, {}, context).reason, "late");
    EXPECT_EQ(judge(item, {}, context).args, (Args{{"limit", "#60 s"}}));
    context.keepBroken = true;  // though it holds again by now
    EXPECT_EQ(judge(item, {}, context).reason, "kept");
    bench.values.numbers["arrival"] = 9;
    EXPECT_EQ(bench.verdict(item), "kept");
}

TEST(Task, BeatsAnEarlierDesignTheGoodWay) {
    Bench bench;
    TaskItem task;
    task.betterThan = number("first(trips, pace)");
    const LessonItem item = itemOf(task);
    EXPECT_EQ(bench.verdict(item), "measure_first");
    bench.values.columns["pace"] = {2, 3};
    bench.values.numbers["pace"] = 2;
    EXPECT_EQ(bench.verdict(item), "not_higher");
    EXPECT_EQ(bench.judge(item).args[1], (Arg{"now", "#2 m/s"}));
    bench.values.numbers["pace"] = 2.1;
    EXPECT_EQ(bench.verdict(item), "ok");
}

TEST(Task, RequirementsSayWhichAreNotMet) {
    Bench bench;
    const auto requires_ = [&](const char* id, const char* holds, bool must, double weight) {
        Requirement requirement;
        requirement.id = id;
        requirement.must = must;
        requirement.weight = weight;
        requirement.holds = truth(holds);
        requirement.text = {std::string("eis ") + id, std::string("must ") + id};
        bench.lesson.requirements.push_back(requirement);
    };
    requires_("snel", "pace >= 2 m/s", true, 1);
    requires_("tijdig", "arrival <= 5 s", true, 1);
    requires_("heel_snel", "pace >= 4 m/s", false, 2);
    TaskItem task;
    task.goal = truth("requirements_met");
    const LessonItem item = itemOf(task);
    const auto met = [&] { return requirementsMet(bench.lesson, bench.values); };
    const auto told = [&](double pace, double arrival) {
        bench.values.numbers = {{"pace", pace}, {"arrival", arrival}};
        bench.values.numbers["requirements_met"] = met() == Truth::yes ? 1 : 0;
        return bench.judge(item);
    };
    EXPECT_EQ(met(), Truth::unknown);
    EXPECT_EQ(bench.verdict(item), "measure_first");
    const Verdict slow = told(1, 4);
    EXPECT_EQ(slow.reason, "requirements");
    EXPECT_EQ(slow.places, std::vector<std::string>{"snel"});
    EXPECT_EQ(slow.args[0].value, textArg("eis snel", "must snel"));
    EXPECT_EQ(told(2, 5).state, Verdict::State::ok);
    EXPECT_DOUBLE_EQ(told(2, 5).score, 0.5);  // the wish counts as much as the two musts
    EXPECT_DOUBLE_EQ(told(4, 5).score, 1);
    EXPECT_EQ(wishScore(bench.lesson, bench.values), 1);
    bench.lesson.requirements.clear();
    EXPECT_EQ(met(), Truth::yes);
    EXPECT_EQ(wishScore(bench.lesson, bench.values), 1);
}

TEST(Task, AGoalOfTheScript) {
    const Bench bench;
    TaskItem task;
    task.goalScript = "mijn_doel";
    CheckContext context = bench.context();
    EXPECT_EQ(judge(itemOf(task), {}, context).reason, "measure_first");
    double reached = 0.4;
    context.scriptGoal = [&](std::string_view) { return reached; };
    EXPECT_EQ(judge(itemOf(task), {}, context).reason, "goal_part");
    EXPECT_EQ(judge(itemOf(task), {}, context).score, 0.4);
    EXPECT_EQ(judge(itemOf(task), {}, context).args, (Args{{"part", "#40 %"}}));
    reached = 1;
    EXPECT_EQ(judge(itemOf(task), {}, context).state, Verdict::State::ok);
}

TEST(Sequence, OthersMayComeBetween) {
    Bench bench;
    CheckItem check;
    check.what = SequenceCheck{{"change", "run_end", "measure"}};
    const LessonItem item = itemOf(check);
    EXPECT_EQ(bench.verdict(item), "sequence");
    bench.events = {"measure", "change", "hint", "run_end"};
    const Verdict early = bench.judge(item);
    EXPECT_EQ(early.reason, "sequence_order");
    EXPECT_EQ(early.places, std::vector<std::string>{"measure"});
    EXPECT_DOUBLE_EQ(early.score, 2.0 / 3);
    bench.events.push_back("measure");
    EXPECT_EQ(bench.verdict(item), "ok");
}

TEST(ScriptCheck, GivesTheScriptsVerdict) {
    const Bench bench;
    CheckItem check;
    check.what = ScriptCheck{"mijn"};
    CheckContext context = bench.context();
    EXPECT_EQ(judge(itemOf(check), {}, context).state, Verdict::State::none);
    context.scriptCheck = [](std::string_view id) {
        return verdictNotYet("", {}, {std::string(id), ""});
    };
    EXPECT_EQ(judge(itemOf(check), {}, context).say.nl, "mijn");
}

// Every reason that the checks give has its sentence, and every sentence its reason.
TEST(Verdicts, EachReasonHasItsSentence) {
    namespace fs = std::filesystem;
    static const std::regex word("\"([a-z]+(?:_[a-z]+)*)\"");
    std::set<std::string> words;
    for (const auto& file : fs::directory_iterator(fs::path(PROEFTUIN_ROOT) / "engine/lesson")) {
        std::ifstream in(file.path());
        std::ostringstream out;
        out << in.rdbuf();
        const std::string text = out.str();
        for (std::sregex_iterator it(text.begin(), text.end(), word), end; it != end; ++it)
            words.insert((*it)[1]);
        // Each reason that is given by its name.
        static const std::regex given(
            "(?:verdictNotYet|verdictOpen|Slip|notYet|explained|formative|found)[({]"
            "(?:item, )?\"([a-z_]+)\"");
        for (std::sregex_iterator it(text.begin(), text.end(), given), end; it != end; ++it)
            for (Language language : {Language::nl, Language::en})
                EXPECT_TRUE(Words::builtin(language).has("lesson.verdict." + (*it)[1].str()))
                    << file.path() << ": " << (*it)[1];
    }
    const std::string prefix = "lesson.verdict.";
    const Words nl = Words::builtin(Language::nl);
    for (const auto& [key, text] : nl.table(Language::nl)) {
        if (key.compare(0, prefix.size(), prefix) != 0) continue;
        const std::string reason = key.substr(prefix.size());
        EXPECT_TRUE(words.count(reason) || reason == "the_design") << "nobody gives " << key;
    }
}

}  // namespace
}  // namespace pt::fake
