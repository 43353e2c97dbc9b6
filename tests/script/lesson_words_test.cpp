// What a script can see of the lab and the lesson, what it can do to them, and when it is called.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/core/hash.h"
#include "tests/script/fake_host.h"

namespace pt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The lines that the handler of an answer logs.
std::vector<std::string> answered(FakeHost& host, const std::string& body) {
    if (!host.start("on('answer', function(e)\n" + body + "\nend)"))
        return {host.sentence(Language::en)};
    host.script().happened("answer", "guess", Json::object({{"tries", 2}}));
    if (!host.errors().empty()) host.lines.push_back(host.sentence(Language::en));
    return host.lines;
}

TEST(ScriptLesson, SeesTheLabInUnitsOfItsChoice) {
    FakeHost host;
    EXPECT_THAT(answered(host, "log(get('force'), get('force', 'kN'), get('mass', 'g'))\n"
                               "log(get('road'), get('warmth', '°C'), get('speed', 'km/h'))\n"
                               "log(get('guess', 'm/s'), get('doel'), time(), steps(), dt())\n"
                               "log(state(), lang(), level(), e.event, e.name, e.tries)\n"
                               "log(convert(36, 'km/h', 'm/s'))"),
                ElementsAre("2.0 0.002 1000.0", "ice 20.0 0.0", "2.5 true 0.0 0 0.25",
                            "stopped nl basis answer guess 2", "10.0"));
}

TEST(ScriptLesson, InfoTellsWhatAValueMayBe) {
    FakeHost host;
    EXPECT_THAT(
        answered(host, "local f, r, s = info('force'), info('road'), info('speed')\n"
                       "log(f.kind, f.unit, f.min, f.max, f.locked, f.settable)\n"
                       "log(r.kind, table.concat(r.options, '/'), s.kind, s.unit, s.locked)\n"
                       "f.max = 1e9 log(info('force').max)"),
        ElementsAre("number N -100 100 false true", "option ice/sand number m/s true", "100"));
}

TEST(ScriptLesson, ActsOnlyThroughTheLesson) {
    FakeHost host;
    EXPECT_THAT(answered(host, "set('force', 5, 'N') set('warmth', 30, '°C') set('road', 'sand')\n"
                               "call('kick', {strength = 3}) run() pause() reset()\n"
                               "hint('doel') mark('doel', 0.5) say('Goed', {n = 2})\n"
                               "log(get('force'), get('road'), get('speed'))"),
                ElementsAre("5.0 sand 3.0"));
    EXPECT_THAT(host.deeds, ElementsAre("set force 5", "set warmth 303.15", "set road \"sand\"",
                                        "call kick {\"strength\":3}", "run", "pause", "reset",
                                        "hint doel", "mark doel 0.5"));
    EXPECT_THAT(host.said, ElementsAre("Goed{\"n\":2}"));
}

TEST(ScriptLesson, DisturbancesAreAmountsToAdd) {
    FakeHost host;
    EXPECT_THAT(answered(host, "disturb('warmth', {shape = 'pulse', value = -10, unit = '°C', "
                               "after = 5, last = 60})\n"
                               "disturb('force', {shape = 'sine', value = 1, unit = 'kN', "
                               "period = 2})"),
                IsEmpty());
    ASSERT_EQ(host.disturbances.size(), 2u);
    EXPECT_EQ(host.disturbances[0].shape, Disturbance::Shape::pulse);
    EXPECT_DOUBLE_EQ(host.disturbances[0].value, -10);
    EXPECT_EQ(host.disturbances[0].after, 5);
    EXPECT_EQ(host.disturbances[0].last, 60);
    EXPECT_DOUBLE_EQ(host.disturbances[1].value, 1000);
    for (const char* wrong :
         {"disturb('force', {shape = 'wave', value = 1})", "disturb('force', {shape = 'step'})",
          "disturb('force', {shape = 'sine', value = 1})"}) {
        FakeHost other;
        answered(other, wrong);
        EXPECT_EQ(other.firstKey(), "script.argument") << wrong;
    }
    FakeHost locked;
    answered(locked, "disturb('mass', {shape = 'step', value = 1})");
    EXPECT_EQ(locked.firstKey(), "script.not_settable");
}

TEST(ScriptLesson, ReadsRunsRowsAndAnswersAsCopies) {
    FakeHost host;
    EXPECT_THAT(answered(host, "local r = rows('metingen') log(#r, r[1].speed, r[2].road)\n"
                               "r[1].speed = 99 log(rows('metingen')[1].speed)\n"
                               "local all = runs() log(#all, all[3].mass, all[1].number)\n"
                               "log(answer('guess'), answer('doel'))"),
                ElementsAre("2 2.5 ice", "2.5", "3 3 1", "2,5 m/s nil"));
    FakeHost wrong;
    answered(wrong, "rows('guess')");
    EXPECT_EQ(wrong.firstKey(), "script.unknown_name_near");
}

TEST(ScriptLesson, HandlersHearTheirEventAndFilter) {
    FakeHost host;
    ASSERT_TRUE(host.start("on('answer', function() log('any') end)\n"
                           "on('answer', 'guess', function() log('guess') end)\n"
                           "local h = on('hint', function() log('hint') end)\n"
                           "on('answer', 'doel', function() cancel(h) log('doel') end)"));
    host.script().happened("answer", "guess", {});
    host.script().happened("hint", "", {});
    host.script().happened("answer", "doel", {});
    host.script().happened("hint", "", {});
    EXPECT_THAT(host.lines, ElementsAre("any", "guess", "hint", "any", "doel"));
}

TEST(ScriptLesson, UnknownEventNamesTheNearest) {
    FakeHost host;
    EXPECT_FALSE(host.start("on('anwser', function() end)"));
    EXPECT_EQ(host.firstKey(), "script.unknown_event_near");
    EXPECT_EQ(host.argument("suggestion"), "answer");
}

TEST(ScriptLesson, TimersKeepModelTimeAndBeginAgainWithARun) {
    FakeHost host;
    ASSERT_TRUE(
        host.start("every(0.5, function() log('every', time()) end)\n"
                   "after(1, function() log('after', time()) end)\n"
                   "on('run_start', function() after(0.25, function() log('own') end) end)"));
    host.run(4);
    EXPECT_THAT(host.lines, ElementsAre("every 0.5", "every 1.0", "after 1.0"));
    host.lines.clear();
    // A timer made during a run ends with it; those of the file begin again.
    host.script().happened("run_start", "", {});
    ASSERT_TRUE(host.lab().post({"reset", Json::object()}).ok());
    host.script().happened("reset", "", {});
    host.run(4);
    EXPECT_THAT(host.lines, ElementsAre("every 0.5", "every 1.0", "after 1.0"));
}

TEST(ScriptLesson, TimersFollowRewinding) {
    FakeHost host;
    ASSERT_TRUE(host.start("every(0.5, function() log(time()) end)"));
    host.run(8);
    ASSERT_TRUE(host.lab().rewindTo(1).ok());
    host.script().rewound();
    host.lines.clear();
    host.run(3);
    EXPECT_THAT(host.lines, ElementsAre("0.5", "1.0"));
}

TEST(ScriptLesson, SequencesWaitInModelTime) {
    FakeHost host;
    ASSERT_TRUE(host.start("spawn(function()\n"
                           "  log('begin')\n"
                           "  for i = 1, 2 do wait(0.5) log(i, time()) end\n"
                           "  log(pcall(function() wait(0.25) return 'through' end))\n"
                           "end)"));
    host.run(10);
    EXPECT_THAT(host.lines, ElementsAre("begin", "1 0.5", "2 1.0", "true through"));
    host.lines.clear();
    ASSERT_TRUE(host.lab().post({"reset", Json::object()}).ok());
    host.script().happened("reset", "", {});
    host.run(2);
    EXPECT_THAT(host.lines, ElementsAre("begin", "1 0.5"));
}

TEST(ScriptLesson, ConditionsFireWhenTheyBecomeTrue) {
    FakeHost host;
    ASSERT_TRUE(host.start("when('speed > 1 m/s', function() log('fast', time()) end)\n"
                           "when('speed > 1 m/s', function() log('once') end, {once = true})"));
    host.run(4);  // 0.5 m/s a step
    ASSERT_TRUE(host.lab().post({"reset", Json::object()}).ok());
    host.script().happened("reset", "", {});
    host.run(4);
    EXPECT_THAT(host.lines, ElementsAre("fast 0.75", "once", "fast 0.75"));
    FakeHost wrong;
    EXPECT_FALSE(wrong.start("when('speed > 1 kg', function() end)"));
    EXPECT_THAT(wrong.firstKey(), HasSubstr("expression."));
    EXPECT_EQ(wrong.firstWhere(), "les.lab.yaml:1");
}

TEST(ScriptLesson, MeasuresAreNumbersOfTheLesson) {
    FakeHost host;
    ASSERT_TRUE(host.start(
        "measure('pull', {unit = 'kN', label = {nl = 'Trek', en = 'Pull'}, "
        "value = function() return get('force', 'kN') end})\n"
        "measure('twice', {unit = 'N', value = function() return 2 * get('pull', 'N') end})\n"
        "measure('loop_a', {unit = 'N', value = function() return get('loop_b') end})\n"
        "measure('loop_b', {unit = 'N', value = function() return get('loop_a') end})\n"
        "measure('words', {unit = 'N', value = function() return 'many' end})\n"
        "measure('slow', {unit = 's', every = 1, value = function() return time() end})"));
    EXPECT_DOUBLE_EQ(host.script().measure("pull"), 2);
    EXPECT_DOUBLE_EQ(host.script().measure("twice"), 4);
    EXPECT_TRUE(std::isnan(host.script().measure("unknown")));
    EXPECT_TRUE(host.errors().empty());
    EXPECT_TRUE(std::isnan(host.script().measure("loop_a")));
    EXPECT_EQ(host.firstKey(), "script.measure_loop");
    EXPECT_TRUE(std::isnan(host.script().measure("words")));
    EXPECT_EQ(host.errors().back().key, "script.measure_value");
    EXPECT_DOUBLE_EQ(host.script().measure("slow"), 0);
    host.run(6);
    EXPECT_DOUBLE_EQ(host.script().measure("slow"), 1);
    const ScriptNames& names = host.script().names();
    ASSERT_EQ(names.measures.size(), 6u);
    EXPECT_EQ(names.measures[0].unit.symbol, "kN");
    EXPECT_EQ(names.measures[0].label.en, "Pull");
}

TEST(ScriptLesson, MeasuresOnlyLook) {
    for (const char* act : {"set('force', 1)", "say('x')", "random()", "memory.a = 1",
                            "on('hint', function() end)", "log('x')", "reset()"}) {
        FakeHost host;
        ASSERT_TRUE(host.start("measure('pull', {unit = 'N', value = function() " +
                               std::string(act) + " return 1 end})"));
        EXPECT_TRUE(std::isnan(host.script().measure("pull")));
        EXPECT_EQ(host.firstKey(), "script.only_looks") << act;
        EXPECT_THAT(host.deeds, IsEmpty());
    }
}

TEST(ScriptLesson, GoalsAndChecksJudge) {
    FakeHost host;
    ASSERT_TRUE(host.start(
        "goal('half', function() return get('force') / 4 end)\n"
        "goal('done', function() return get('force') == 2 end)\n"
        "goal('wild', function() return 7 end)\n"
        "goal('nothing', function() return 0/0 end)\n"
        "check('rows', function(ctx)\n"
        "  if #ctx.rows.metingen >= 3 and #ctx.runs == 3 then return true end\n"
        "  return false, 'Nog een rij', {n = 3 - #ctx.rows.metingen}\n"
        "end)\n"
        "check('typed', function(ctx) return ctx.answers.guess == '2,5 m/s', 'mooi' end)\n"
        "check('share', function() return 0.25 end)\n"
        "check('silent', function() end)"));
    EXPECT_DOUBLE_EQ(host.script().goal("half"), 0.5);
    EXPECT_DOUBLE_EQ(host.script().goal("done"), 1);
    EXPECT_DOUBLE_EQ(host.script().goal("wild"), 1);
    EXPECT_DOUBLE_EQ(host.script().goal("nothing"), 0);
    EXPECT_DOUBLE_EQ(host.script().goal("unknown"), 0);
    const Verdict rows = host.script().check("rows");
    EXPECT_EQ(rows.state, Verdict::State::notYet);
    EXPECT_EQ(rows.say.nl, "Nog een rij{\"n\":1}");
    const Verdict typed = host.script().check("typed");
    EXPECT_EQ(typed.state, Verdict::State::ok);
    EXPECT_EQ(typed.say.nl, "mooi");
    EXPECT_EQ(host.script().check("share").score, 0.25);
    EXPECT_EQ(host.script().check("silent").state, Verdict::State::none);
    EXPECT_TRUE(host.errors().empty()) << host.sentence(Language::en);
}

TEST(ScriptLesson, MemoryIsSavedAndTakenUp) {
    FakeHost host;
    ASSERT_TRUE(host.start("memory.n = memory.n or 0\n"
                           "on('answer', function() memory.n = memory.n + 1 memory.name = 'x' "
                           "memory.ok = true memory.gone = 1 memory.gone = nil end)"));
    host.script().happened("answer", "guess", {});
    host.script().happened("answer", "guess", {});
    const Json saved = host.script().save();
    EXPECT_EQ(saved.write(), R"({"n":2,"name":"x","ok":true})");
    FakeHost later;
    ASSERT_TRUE(later.start("memory.n = memory.n or 0\n"
                            "on('answer', function() log(memory.n, memory.name, memory.ok) end)"));
    later.script().restore(saved);
    later.script().happened("answer", "guess", {});
    EXPECT_THAT(later.lines, ElementsAre("2 x true"));
    // A damaged save file.
    later.script().restore(Json::parse(R"({"n":{"a":1},"list":[1],"fine":3,"none":null})").value());
    EXPECT_EQ(later.script().save().write(), R"({"fine":3})");
    later.script().restore(Json::object({{"big", std::string(9000, 'x')}}));
    EXPECT_EQ(later.script().save().write(), R"({"fine":3})");
    for (const char* wrong :
         {"memory.a = {}", "memory[1] = 2", "memory.a = 0/0", "memory.a = function() end"}) {
        FakeHost other;
        answered(other, wrong);
        EXPECT_EQ(other.firstKey(), "script.memory_value") << wrong;
    }
}

TEST(ScriptLesson, ChanceFollowsTheSeed) {
    const std::string draws = "log(random() == random(), random(1, 6) <= 6)\n"
                              "log(string.format('%.17g %d %.17g', random(), random(1, 100), "
                              "normal(0, 1)))\n"
                              "log(stream('wind'):random(1, 100), stream('wind').normal(5, 0))";
    FakeHost first, second;
    const auto lines = answered(first, draws);
    EXPECT_EQ(lines, answered(second, draws));
    EXPECT_EQ(lines[0], "false true");
    EXPECT_THAT(lines[2], HasSubstr(" 5.0"));
    for (const char* wrong : {"random(6, 1)", "random(1.5, 2)", "random(3)", "normal(0, -1)"}) {
        FakeHost host;
        answered(host, wrong);
        EXPECT_EQ(host.firstKey(), "script.argument") << wrong;
    }
}

TEST(ScriptLesson, WhatLuaSaysIsToldInTheProgramsWords) {
    std::string manyLocals;
    for (int i = 0; i < 201; ++i) manyLocals += "local a" + std::to_string(i) + " = 1\n";
    const std::pair<std::string, const char*> sources[] = {
        {"\x1bLua", "script.lua_binary"},
        {"local a = " + std::string(500, '(') + "1", "script.lua_deep"},
        {manyLocals, "script.lua_many"},
        {"local a = 'x", "script.lua_string"},
        {"local a = [[x", "script.lua_string"},
        {"local a = 3x", "script.lua_number"},
    };
    for (const auto& [source, key] : sources) {
        FakeHost host;
        EXPECT_FALSE(host.start(source)) << key;
        EXPECT_EQ(host.firstKey(), key) << host.sentence(Language::en);
    }
    const std::pair<const char*, const char*> lines[] = {
        {"log(1 // 0)", "script.lua_zero"},
        {"log(1 % 0)", "script.lua_zero"},
        {"for i = 1, 3, 0 do end", "script.lua_for"},
        {"for i = 1, get do end", "script.lua_for"},
    };
    for (const auto& [line, key] : lines) {
        FakeHost host;
        answered(host, line);
        EXPECT_EQ(host.firstKey(), key) << host.sentence(Language::en);
    }
}

TEST(ScriptLesson, AStreamHasNumbersOfItsOwn) {
    FakeHost host;
    const auto lines = answered(host, "local wind, rain = stream('wind'), stream('rain')\n"
                                      "local first = wind:random(1, 1000000)\n"
                                      "log(first == rain:random(1, 1000000), wind.random() < 1)\n"
                                      "log(first == stream('wind'):random(1, 1000000))\n"
                                      "log(pcall(function() wind.random = 1 end))\n"
                                      "log(pcall(function() return wind.shuffle end))");
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0], "false true");
    EXPECT_EQ(lines[1], "false") << "it goes on where it was";
    EXPECT_TRUE(lines[2].starts_with("false")) << lines[2];
    EXPECT_THAT(lines[3], HasSubstr("rng.shuffle"));
    for (const char* wrong : {"stream()", "stream(3)", "stream('a'):random('x')",
                              "stream('a'):normal(0, -1)", "stream('a'):random(3, 1)"}) {
        FakeHost other;
        answered(other, wrong);
        EXPECT_EQ(other.firstKey(), "script.argument") << wrong;
    }
}

TEST(ScriptLesson, NothingOfTheLabIsThereWhileTheFileLoads) {
    for (const char* early : {"local x = get('force')", "set('force', 1)", "log('x')", "random()",
                              "say('x')", "local t = time()"}) {
        FakeHost host;
        EXPECT_FALSE(host.start(early)) << early;
        EXPECT_EQ(host.firstKey(), "script.while_loading") << early;
    }
}

TEST(ScriptLesson, AFailingHandlerIsToldOnceAndStaysOn) {
    FakeHost host;
    ASSERT_TRUE(host.start("every(0.25, function() log('x') local y = nil + 1 end)"));
    host.run(10);
    EXPECT_EQ(host.lines.size(), 10u);
    EXPECT_EQ(host.errors().size(), 1u);
}

TEST(DeclaredBy, FindsWhatIsDeclaredInsideHandlersToo) {
    const ScriptRead read = declaredBy({"on('task_start', 'koudegolf', function()\n"
                                        "  disturb('T_outside', {shape = 'pulse', value = -10})\n"
                                        "  local t0 = get('T_inside', '°C')\n"
                                        "  measure('cooled', {unit = 'K', value = function() "
                                        "return t0 - get('T_inside', '°C') end})\n"
                                        "end)\n"
                                        "spawn(function() wait(5) goal('later', function() end) "
                                        "end)\n"
                                        "check('eerlijk', function(ctx) return #ctx.runs > 2 end)",
                                        "les.lab.yaml", 76});
    EXPECT_TRUE(read.errors.empty()) << read.errors[0].key;
    ASSERT_EQ(read.names.measures.size(), 1u);
    EXPECT_EQ(read.names.measures[0].id, "cooled");
    EXPECT_EQ(read.names.measures[0].unit.symbol, "K");
    EXPECT_THAT(read.names.goals, ElementsAre("later"));
    EXPECT_THAT(read.names.checks, ElementsAre("eerlijk"));
}

TEST(DeclaredBy, TellsOfWordsThatDoNotExistBeforeTheLessonRuns) {
    const ScriptRead read =
        declaredBy({"on('start', function()\n  sett('force', 1)\nend)\n", "les.lab.yaml", 70});
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].key, "script.unknown_word_near");
    EXPECT_EQ(read.errors[0].where, "les.lab.yaml:71");
    // What only lacks a lab is no mistake.
    EXPECT_TRUE(declaredBy({"on('start', function() log(get('road'):upper()) end)", "x", 1})
                    .errors.empty());
}

// The same script with the same lab gives the same numbers, whatever was done before it.
TEST(ScriptLesson, IsDeterministic) {
    const std::string source =
        "local sum = 0\n"
        "every(0.25, function()\n"
        "  local t = {}\n"
        "  for i = 1, 20 do t['k' .. random(1, 50)] = math.sin(i) * normal(0, 1) ^ 2 end\n"
        "  for k, v in pairs(t) do sum = sum + v * #k end\n"
        "  set('force', math.max(-100, math.min(100, sum % 10)))\n"
        "end)";
    const auto hashAfter = [&] {
        FakeHost host;
        EXPECT_TRUE(host.start(source));
        host.run(200);
        EXPECT_TRUE(host.errors().empty());
        return host.lab().hash();
    };
    const uint64_t first = hashAfter();
    EXPECT_EQ(first, hashAfter());
}

}  // namespace
}  // namespace pt
