// Attacks on the sandbox. Each is stopped by what it may use of work and memory, the script says
// why, and the lesson goes on. Nothing here looks at a clock: work is counted in instructions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/script/fake_host.h"

namespace pt {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Attack {
    const char* name;
    const char* body;  // of the handler of "answer"
    const char* key;   // of the error
};

void PrintTo(const Attack& attack, std::ostream* out) { *out << attack.name; }

std::string nameOf(const testing::TestParamInfo<Attack>& attack) { return attack.param.name; }

class SandboxAttack : public testing::TestWithParam<Attack> {};

TEST_P(SandboxAttack, IsStoppedAndTheLessonGoesOn) {
    FakeHost host;
    const std::string source = std::string("on('answer', function()\n") + GetParam().body +
                               "\nend)\non('hint', function() log('alive') end)";
    ASSERT_TRUE(host.start(source)) << host.sentence(Language::en);
    host.script().happened("answer", "guess", {});
    EXPECT_EQ(host.firstKey(), GetParam().key) << host.sentence(Language::en);
    EXPECT_THAT(host.lines, testing::Each(Not(HasSubstr("escaped"))));
    host.lines.clear();
    host.script().happened("hint", "guess", {});
    EXPECT_THAT(host.lines, testing::ElementsAre("alive"));
}

INSTANTIATE_TEST_SUITE_P(
    Work, SandboxAttack,
    testing::Values(
        Attack{"loop", "while true do end", "script.work"},
        Attack{"repeat", "repeat until false", "script.work"},
        Attack{"goto", "::again:: goto again", "script.work"},
        Attack{"countless", "for i = 1, math.huge do end", "script.work"},
        Attack{"tail_call", "local function f() return f() end f()", "script.work"},
        Attack{"pcall_around_loop", "while true do pcall(function() while true do end end) end",
               "script.work"},
        Attack{"pcall_and_go_on", "pcall(function() while true do end end) log('escaped')",
               "script.work"},
        Attack{"nested_pcall",
               "pcall(pcall, pcall, function() while true do end end) log('escaped')",
               "script.work"},
        Attack{"pcall_error_pcall", "while true do pcall(error, 'x') end", "script.work"},
        Attack{"recursion_in_pcall", "local function f() pcall(f) f() end f()", "script.work"},
        Attack{"loop_in_sort",
               "table.sort({3, 2, 1}, function() while true do end end) log('escaped')",
               "script.work"},
        Attack{"endless_sorts",
               "local t = {} for i = 1, 500 do t[i] = 500 - i end while true do table.sort(t) end",
               "script.work"},
        Attack{"endless_inserts",
               "local t = {} for i = 1, 5000 do t[i] = i end "
               "while true do table.insert(t, 1, 0) table.remove(t, 1) end",
               "script.work"},
        Attack{"endless_reps", "while true do local s = ('x'):rep(60000) end", "script.work"},
        Attack{"endless_concatenation",
               "local s = ('x'):rep(30000) while true do local t = s .. 'y' end", "script.work"},
        Attack{"endless_splits", "local s = ('ab'):rep(900) while true do s:split('b') end",
               "script.work"},
        Attack{"hard_search",
               "local s, p = ('a'):rep(60000), ('a'):rep(30000) .. 'b' "
               "while true do s:contains(p) end",
               "script.work"},
        Attack{"endless_formats", "while true do string.format('%99.99f', 1e308) end",
               "script.work"},
        Attack{"endless_pairs",
               "local t = {} for i = 1, 900 do t['k' .. i] = i end "
               "while true do for k in pairs(t) do break end end",
               "script.work"},
        Attack{"endless_gets", "while true do get('speed') end", "script.work"},
        Attack{"endless_rows", "while true do rows('metingen') end", "script.work"},
        Attack{"endless_memory", "local i = 0 while true do i = i + 1 memory['a'] = i end",
               "script.work"},
        Attack{"endless_log", "while true do log(('x'):rep(1000)) end", "script.work"},
        Attack{"endless_convert", "while true do convert(1, 'kWh/m2/a', 'J/m2/s') end",
               "script.work"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Memory, SandboxAttack,
    testing::Values(
        Attack{"list", "local t = {} for i = 1, 1e9 do t[i] = i end", "script.memory"},
        Attack{"list_of_lists",
               "local t = {} for i = 1, 40 do t[i] = {} for j = 1, 9999 do "
               "t[i][j] = j end end",
               "script.work"},
        Attack{"chain", "local t for i = 1, 1e9 do t = {t, {}, {}, {}} end", "script.work"},
        Attack{"doubling", "local s = 'x' while true do s = s .. s end", "script.memory"},
        Attack{"long_rep", "return ('x'):rep(1e9 // 1 | 0)", "script.text_long"},
        Attack{"rep_of_rep", "return ('x'):rep(60000):rep(60000)", "script.text_long"},
        Attack{"rep_overflow", "return ('xx'):rep(math.tointeger(2^62), ('y'):rep(3))",
               "script.text_long"},
        Attack{"many_texts",
               "local t, s = {}, ('x'):rep(30000) for i = 1, 400 do t[i] = s .. i end",
               "script.memory"},
        Attack{"pcall_around_memory",
               "while true do pcall(function() local s = 'x' while true do s = s .. s end end) end",
               "script.memory"},
        Attack{"long_concat",
               "local t = {} for i = 1, 3000 do t[i] = ('x'):rep(100) end table.concat(t)",
               "script.text_long"},
        Attack{"wide_unpack", "local t = {} t[9999999] = 1 return table.unpack(t, 1, 9999999)",
               "script.argument"},
        Attack{"unpack_overflow",
               "return table.unpack({}, math.tointeger(-2^63), math.tointeger(2^63 - 1024))",
               "script.argument"},
        Attack{"recursion", "local function f(a) return 1 + f(a) end f(1)", "script.memory"},
        Attack{"recursion_in_sort", "local function f() table.sort({2, 1}, f) return true end f()",
               "script.lua_deep"},
        Attack{"memory_table_too_big", "memory.a = ('x'):rep(5000)", "script.memory_full"},
        Attack{"memory_key_by_key", "for i = 1, 1e6 do memory['k' .. i] = ('x'):rep(100) end",
               "script.memory_full"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Escape, SandboxAttack,
    testing::Values(
        Attack{"load", "load('return 1')()", "script.absent"},
        Attack{"loadstring", "loadstring('x')", "script.absent"},
        Attack{"dofile", "dofile('/etc/passwd')", "script.absent"},
        Attack{"require", "require('os')", "script.absent"},
        Attack{"io", "io.open('/etc/passwd')", "script.absent"},
        Attack{"os", "os.execute('ls')", "script.absent_instead"},
        Attack{"debug", "debug.getregistry()", "script.absent"},
        Attack{"package", "package.loadlib('x', 'y')", "script.absent"},
        Attack{"coroutine", "coroutine.wrap(log)", "script.absent_instead"},
        Attack{"collectgarbage", "collectgarbage('stop')", "script.absent"},
        Attack{"setmetatable", "setmetatable({}, {__gc = function() while true do end end})",
               "script.absent"},
        Attack{"getmetatable", "getmetatable('').__index = nil", "script.absent"},
        Attack{"rawset", "rawset(string, 'x', 1)", "script.absent"},
        Attack{"rawget", "rawget(string, 'x')", "script.absent"},
        Attack{"next", "next({})", "script.absent_instead"},
        Attack{"the_globals", "_G.log('x')", "script.absent"},
        Attack{"slow_pattern", "string.find(('a'):rep(5000), ('.-'):rep(4) .. 'b')",
               "script.absent_instead"},
        Attack{"method_pattern", "return ('x'):gsub('x', 'y')", "script.absent_instead"},
        Attack{"dump", "string.dump(log)", "script.absent"},
        Attack{"pack", "string.pack('i', 1)", "script.absent"},
        Attack{"math_random", "return math.random()", "script.absent_instead"},
        Attack{"change_a_library", "string.upper = nil", "script.read_only"},
        Attack{"add_to_a_library", "math.answer = 42", "script.read_only"},
        Attack{"change_a_word", "get = function() return 1 end", "script.read_only"},
        Attack{"change_memory", "memory = {}", "script.read_only"},
        Attack{"undeclared_global", "counter = 1", "script.global"},
        Attack{"read_undeclared", "log(counter)", "script.unknown_word"},
        Attack{"close_variable", "local x <close> = {}", "script.failed"},
        Attack{"address_of_pointer", "string.format('%p', {})", "script.format"},
        Attack{"hexadecimal_float", "string.format('%a', 1.5)", "script.format"},
        Attack{"wide_format", "string.format('%999d', 1)", "script.format"},
        Attack{"percent_n", "string.format('%n', 1)", "script.format"},
        Attack{"set_what_is_locked", "set('mass', 2, 'kg')", "script.not_settable"},
        Attack{"set_what_is_not", "set('speed', 2)", "script.not_settable"},
        Attack{"set_nan", "set('force', 0/0)", "script.finite"},
        Attack{"set_infinity", "set('force', 1e999)", "script.finite"},
        Attack{"set_out_of_range", "set('force', 1e6)", "session.range"},
        Attack{"call_undo", "call('undo', {})", "session.nothing_to_undo"},
        Attack{"call_with_function", "call('kick', {strength = {log}})", "script.data"},
        Attack{"call_with_itself", "local t = {} t.t = t call('kick', t)", "script.data"},
        Attack{"wait_in_a_handler", "wait(1)", "script.wait_outside"},
        Attack{"wait_through_pcall", "local ok, why = pcall(wait, 1) error(why, 0)",
               "script.wait_outside"}),
    nameOf);

// Words that take longer for longer texts, and failing deep inside, use up more than one
// instruction each: how often they are done is what counts.
TEST(Sandbox, WhatTakesLongCostsMuch) {
    const std::string texts = "local zeros, other = ('\\0'):rep(60000) .. 'a', "
                              "('\\0'):rep(60000) .. 'b'\n"
                              "local long, same = ('x'):rep(60000) .. 'a', "
                              "('x'):rep(59999) .. 'xa'\n"
                              "local spaces, ones = (' '):rep(60000), ('1'):rep(60000)\n"
                              "local words, named = ('$(speed) '):rep(6000), {[long] = 1}\n"
                              "local function deep(n) if n > 0 then deep(n - 1) return 1 end\n"
                              "  while true do memory.n = memory.n + 1 pcall(error, 'x') end end\n"
                              "memory.n = 0\n";
    for (const char* endless :
         {"zeros <= other", "long < same .. 'b'", "long == same", "named[same]", "spaces:trim()",
          "tonumber(spaces)", "tonumber(ones, 2)", "text(words)", "pcall(get, long)",
          "pcall(when, words, log)", "deep(3000)"}) {
        FakeHost host;
        ASSERT_TRUE(host.start("on('answer', function()\n" + texts +
                               "while true do memory.n = memory.n + 1 local _ = " + endless +
                               " end end)"))
            << endless << host.sentence(Language::en);
        host.script().happened("answer", "guess", {});
        EXPECT_EQ(host.firstKey(), "script.work") << endless;
        EXPECT_LT(host.script().save()["n"].number(), 400) << endless;
    }
}

TEST(Sandbox, LoadingAnEndlessFileIsAnErrorWithItsLine) {
    FakeHost host;
    EXPECT_FALSE(host.start("local x = 1\nwhile true do end", 75));
    EXPECT_EQ(host.firstKey(), "script.work");
    EXPECT_EQ(host.firstWhere(), "les.lab.yaml:76");
}

TEST(Sandbox, BytecodeIsRefused) {
    FakeHost host;
    EXPECT_FALSE(host.start("\x1bLua\x54\x00\x19\x93\r\n\x1a\n"));
    EXPECT_EQ(host.firstKey(), "script.lua_binary");
    FakeHost later;
    EXPECT_FALSE(later.start("\x1bLua\x54\x00\x19\x93\r\n\x1a\n", 12));
    EXPECT_THAT(later.firstKey(), HasSubstr("script."));
}

TEST(Sandbox, DeepSourceIsRefused) {
    for (const char* piece : {"(", "{", "do ", "a.b(", "function() ", "-", "not "}) {
        std::string source = "local x = ";
        for (int i = 0; i < 20'000 && source.size() < 60'000; ++i) source += piece;
        FakeHost host;
        EXPECT_FALSE(host.start(source)) << piece;
        EXPECT_EQ(host.errors().size(), 1u);
    }
}

TEST(Sandbox, SourceBeyondItsLimitIsRefused) {
    FakeHost host;
    EXPECT_FALSE(host.start(std::string(65 << 10, ' ')));
    EXPECT_EQ(host.firstKey(), "script.source_long");
}

TEST(Sandbox, ThirdOverrunTurnsAHandlerOffAndTellsTheAuthor) {
    FakeHost host;
    ASSERT_TRUE(host.start("local n = 0\n"
                           "on('answer', function()\n"
                           "  n = n + 1 log(n)\n"
                           "  while true do end\n"
                           "end)"));
    for (int i = 0; i < 6; ++i) host.script().happened("answer", "guess", {});
    EXPECT_THAT(host.lines, testing::ElementsAre("1", "2", "3"));
    ASSERT_EQ(host.errors().size(), 4u);
    for (size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(host.errors()[i].key, "script.work");
        EXPECT_EQ(host.errors()[i].where, "les.lab.yaml:4");
    }
    EXPECT_EQ(host.errors()[3].key, "script.off");
    EXPECT_THAT(Words::builtin(Language::nl).sentence(host.errors()[3]),
                HasSubstr("on \"answer\" is 3 keer gestopt"));
}

TEST(Sandbox, HandlersOfOneMomentShareItsBudget) {
    FakeHost host;
    // Each loop is some 60 000 instructions: within a call, but two do not fit in a moment.
    ASSERT_TRUE(host.start("local function work() for i = 1, 60000 do end end\n"
                           "on('answer', function() work() log('first') end)\n"
                           "on('answer', function() work() log('second') end)\n"
                           "on('answer', function() log('third') end)"));
    host.script().happened("answer", "guess", {});
    EXPECT_THAT(host.lines, testing::ElementsAre("first"));
    ASSERT_EQ(host.errors().size(), 2u);
    EXPECT_EQ(host.errors()[0].key, "script.work");
    EXPECT_EQ(host.errors()[1].key, "script.no_time");
}

TEST(Sandbox, StepsOfOneSecondShareItsBudget) {
    FakeHost host;
    host.start("n = 0\n"
               "every(0.01, function() n = n + 1 for i = 1, 90000 do end end)\n"
               "on('hint', function() log(n) end)");
    // Four steps of the cart are a second; a second has room for all of them, and each new second
    // for as many again.
    host.run(40);
    host.script().happened("hint", "", {});
    EXPECT_THAT(host.lines, testing::ElementsAre("40"));
    EXPECT_TRUE(host.errors().empty()) << host.sentence(Language::en);
}

TEST(Sandbox, AScriptThatSetsWhatItHearsOfDoesNotRunForEver) {
    FakeHost host;
    ASSERT_TRUE(host.start("on('change', function(e) set('force', get('force') + 0.5) end)\n"
                           "on('hint', function() set('force', 0) end)"));
    host.script().happened("hint", "guess", {});
    EXPECT_EQ(host.firstKey(), "script.too_many_acts");
    EXPECT_LE(host.deeds.size(), 40u);
}

TEST(Sandbox, NoMessageShowsAnAddress) {
    FakeHost host;
    ASSERT_TRUE(host.start(
        "on('answer', function()\n"
        "  log(tostring({}), tostring(log), tostring(function() end), {}, memory, math)\n"
        "  log(string.format('%s %s', {}, log))\n"
        "  error({})\n"
        "end)"));
    host.script().happened("answer", "guess", {});
    for (const std::string& line : host.lines) EXPECT_THAT(line, Not(HasSubstr("0x")));
    EXPECT_THAT(host.lines[0], testing::StrEq("table function function table table table"));
    EXPECT_THAT(host.sentence(Language::en), Not(HasSubstr("0x")));
}

TEST(Sandbox, LoopInASequenceStopsIt) {
    FakeHost host;
    ASSERT_TRUE(host.start("spawn(function() wait(1) while true do end end)\n"
                           "every(1, function() log(time()) end)"));
    host.run(12);
    EXPECT_EQ(host.firstKey(), "script.work");
    EXPECT_THAT(host.lines, testing::ElementsAre("1.0", "2.0", "3.0"));
}

TEST(Sandbox, AMeasureInALoopStopsAndHasNoValue) {
    FakeHost host;
    ASSERT_TRUE(
        host.start("measure('pull', {unit = 'N', value = function() while true do end end})"));
    EXPECT_TRUE(std::isnan(host.script().measure("pull")));
    EXPECT_EQ(host.firstKey(), "script.work");
    for (int i = 0; i < 5; ++i) {
        host.run(1);
        EXPECT_TRUE(std::isnan(host.script().measure("pull")));
    }
    EXPECT_EQ(host.errors().back().key, "script.off");
}

TEST(Sandbox, TooManyDeclarationsAreRefused) {
    const std::pair<const char*, const char*> floods[] = {
        {"for i = 1, 65 do on('start', function() end) end", "64"},
        {"for i = 1, 33 do every(1, function() end) end", "32"},
        {"for i = 1, 33 do when('speed > 1 m/s', function() end) end", "32"},
        {"for i = 1, 17 do spawn(function() end) end", "16"},
        {"for i = 1, 33 do measure('m' .. i, {unit = 'N', value = function() return 1 end}) end",
         "32"},
        {"for i = 1, 33 do goal('g' .. i, function() end) end", "32"},
        {"for i = 1, 33 do check('c' .. i, function() end) end", "32"},
    };
    for (const auto& [source, limit] : floods) {
        FakeHost host;
        EXPECT_FALSE(host.start(source)) << source;
        EXPECT_EQ(host.firstKey(), "script.too_many") << source;
        EXPECT_EQ(host.argument("limit"), limit) << source;
    }
}

TEST(Sandbox, ConsoleAndMessagesAreLimited) {
    FakeHost host;
    ASSERT_TRUE(host.start("on('answer', function() for i = 1, 300 do log(i) end end)\n"
                           "every(0.01, function() say('hallo') end)"));
    host.script().happened("answer", "guess", {});
    EXPECT_EQ(host.lines.size(), 200u);
    host.run(20);  // 5 s
    EXPECT_LE(host.said.size(), 6u);
    EXPECT_GE(host.said.size(), 4u);
}

}  // namespace
}  // namespace pt
