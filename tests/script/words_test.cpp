// What the words of a script do: Lua's own, less what is dangerous, with results that are the same
// on every device.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/script/fake_host.h"

namespace pt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// What an expression gives, as log() shows it; or the key of the error.
std::string worth(const std::string& expression) {
    FakeHost host;
    if (!host.start("on('hint', function() log(" + expression + ") end)")) return host.firstKey();
    host.script().happened("hint", "", {});
    return host.lines.empty() ? host.firstKey() : host.lines[0];
}

// The lines that a body logs.
std::vector<std::string> linesOf(const std::string& body) {
    FakeHost host;
    if (!host.start("on('hint', function()\n" + body + "\nend)")) return {host.firstKey()};
    host.script().happened("hint", "", {});
    if (!host.errors().empty()) host.lines.push_back(host.firstKey());
    return host.lines;
}

TEST(ScriptWords, Texts) {
    EXPECT_EQ(worth("('Brug'):upper(), ('Brug'):lower(), #'brug', ('brug'):len()"),
              "BRUG brug 4 4");
    EXPECT_EQ(worth("('abcdef'):sub(2, 4), ('abcdef'):sub(-2, -1), ('abc'):sub(3)"), "bcd ef c");
    EXPECT_EQ(worth("('abc'):sub(0, 2), ('abc'):sub(2, 99), ('abc'):sub(3, 2) == ''"),
              "ab bc true");
    EXPECT_EQ(worth("('ab'):rep(3, '-'), ('ab'):rep(0) == '', (''):rep(1000000000) == ''"),
              "ab-ab-ab true true");
    EXPECT_EQ(worth("('abc'):reverse(), ('  x y  '):trim(), ('   '):trim() == ''"), "cba x y true");
    EXPECT_EQ(worth("('abc'):byte(), string.char(72, 105), ('abc'):byte(2, 3)"), "97 Hi 98 99");
    EXPECT_EQ(worth("('a.b'):contains('.'), ('ab'):contains('c'), ('ab'):contains('')"),
              "true false true");
    EXPECT_EQ(worth("('aabaabaaa'):contains('aabaaa'), ('ababab'):contains('abb')"), "true false");
    EXPECT_EQ(worth("table.concat(('12, 13, 14'):split(', '), '|')"), "12|13|14");
    EXPECT_EQ(worth("#(''):split(','), #(','):split(','), #('aaa'):split('aa')"), "1 2 2");
    EXPECT_EQ(worth("utf8.len('één'), #'één', utf8.len('\\xff')"), "3 5 nil");
    EXPECT_EQ(worth("('x'):split('')"), "script.argument");
}

TEST(ScriptWords, FormatWritesAsCDoes) {
    EXPECT_EQ(worth("string.format('%d %5d|%-5d|%05d|%+d', 42, 42, 42, 42, 42)"),
              "42    42|42   |00042|+42");
    EXPECT_EQ(worth("string.format('%x %X %#x %o %c', 255, 255, 255, 8, 65)"), "ff FF 0xff 10 A");
    EXPECT_EQ(worth("string.format('%.2f %8.3f|%-8.1f|%08.2f', 3.14159, 2.5, 2.5, -2.5)"),
              "3.14    2.500|2.5     |-0002.50");
    EXPECT_EQ(worth("string.format('%e %.3g %g %G', 12345.678, 12345.678, 1e-5, 1e20)"),
              "1.234568e+04 1.23e+04 1e-05 1E+20");
    EXPECT_EQ(worth("string.format('%s %5s|%-5s|%.2s', 'ab', 'ab', 'ab', 'abc')"),
              "ab    ab|ab   |ab");
    EXPECT_EQ(worth("string.format('%s %s %s %s', nil, true, {}, 1.5)"), "nil true table 1.5");
    EXPECT_EQ(worth("string.format('%f %d%% %5.1f', 0/0, 5, -1/0)"), "nan 5%  -inf");
    EXPECT_EQ(worth("string.format('%d', 2^53)"), "9007199254740992");
    EXPECT_EQ(worth("string.format('%d', 1.5)"), "script.argument");
    EXPECT_EQ(worth("string.format('%d', '1')"), "script.argument");
    EXPECT_EQ(worth("string.format('%d')"), "script.argument");
    EXPECT_EQ(worth("string.format('%')"), "script.format");
    EXPECT_EQ(worth("string.format('%d', math.tointeger(-2^63))"), "-9223372036854775808");
}

TEST(ScriptWords, NumbersAreShownTheSameEverywhere) {
    EXPECT_EQ(worth("0/0, -(0/0), 1/0, -1/0"), "nan nan inf -inf");
    EXPECT_EQ(worth("'' .. 0/0, '' .. -(0/0)"), "nan nan");
    EXPECT_EQ(worth("1e15, 2^53, 100000, 0.1, 1e100, -0.0, 3.0"),
              "1e+15 9.007199254741e+15 100000 0.1 1e+100 -0.0 3.0");
    EXPECT_EQ(worth("7 // 2, 7 % 3, -7 // 2, 7 / 2, 2^10, 7.5 // 2"), "3 1 -4 3.5 1024.0 3.0");
    EXPECT_EQ(worth("tonumber('12'), tonumber(' 1.5 '), tonumber('0x1F'), tonumber('1e2')"),
              "12 1.5 31 100.0");
    EXPECT_EQ(worth("tonumber('1,5'), tonumber('x'), tonumber(''), tonumber('nan'), tonumber({})"),
              "nil nil nil nil nil");
    EXPECT_EQ(worth("tonumber('+-1'), tonumber('1 2'), tonumber('0x1p4'), tonumber('inf')"),
              "nil nil nil nil");
    EXPECT_EQ(worth("tonumber('ff', 16), tonumber('-101', 2), tonumber('9', 8)"), "255 -5 nil");
    EXPECT_EQ(worth("0x10, 1e-3, .5, 3."), "16 0.001 0.5 3.0");
}

TEST(ScriptWords, MathIsOurOwn) {
    EXPECT_EQ(worth("math.floor(2.7), math.ceil(2.1), math.floor(-2.5), math.abs(-3)"), "2 3 -3 3");
    EXPECT_EQ(worth("math.max(1, 3, 2), math.min(1.5, 0.5), math.fmod(7, 3), math.sqrt(2) ^ 2"),
              "3 0.5 1.0 2.0");
    EXPECT_EQ(worth("math.type(1), math.type(1.0), math.type('1'), math.tointeger(3.0)"),
              "integer float nil 3");
    EXPECT_EQ(worth("math.floor(1e300), math.tointeger(1.5), math.floor(0/0)"), "1e+300 nil nan");
    const auto bits = [](double value) {
        char text[40];
        std::snprintf(text, sizeof text, "%.17g", value);
        return std::string(text);
    };
    EXPECT_EQ(worth("string.format('%.17g', math.sin(1.1))"), bits(math::sin(1.1)));
    EXPECT_EQ(worth("string.format('%.17g', math.exp(1.1))"), bits(math::exp(1.1)));
    EXPECT_EQ(worth("string.format('%.17g', math.log(1.1))"), bits(math::log(1.1)));
    EXPECT_EQ(worth("string.format('%.17g', 1.1 ^ 2.3)"), bits(math::pow(1.1, 2.3)));
    EXPECT_EQ(worth("string.format('%.17g', math.atan(1, -2))"), bits(math::atan2(1, -2)));
    EXPECT_EQ(worth("math.pi"), "3.1415926535898");
    EXPECT_EQ(worth("math.sin('1')"), "script.argument");
    EXPECT_EQ(worth("math.fmod(1, 0)"), "script.argument");
}

TEST(ScriptWords, ListsAndTables) {
    EXPECT_THAT(linesOf("local t = {3, 1, 2} table.sort(t) log(table.concat(t, ' '))\n"
                        "table.sort(t, function(a, b) return a > b end) log(table.concat(t, ' '))\n"
                        "table.insert(t, 9) table.insert(t, 1, 0) log(table.concat(t, ' '))\n"
                        "log(table.remove(t), table.remove(t, 1), table.concat(t, ' '))\n"
                        "log(table.unpack(t, 2)) log(select('#', 1, nil), select(-1, 7, 8))"),
                ElementsAre("1 2 3", "3 2 1", "0 3 2 1 9", "9 0 3 2 1", "2 1", "2 8"));
    EXPECT_EQ(worth("table.concat({1, 2.5, 'x'}, ','), table.concat({}, ','), "
                    "table.concat({1, 2, 3}, '', 2, 3)"),
              "1,2.5,x  23");
    EXPECT_EQ(worth("table.concat({1, {}})"), "script.argument");
    EXPECT_EQ(worth("table.remove({})"), "");
    EXPECT_EQ(worth("table.insert({1}, 5, 2)"), "script.argument");
    EXPECT_THAT(linesOf("table.sort({1, 'x'})"), ElementsAre("script.lua_compare"));
    EXPECT_THAT(linesOf("table.insert(math, 1)"), ElementsAre("script.argument"));
}

TEST(ScriptWords, SortKeepsTheOrderOfEquals) {
    EXPECT_THAT(linesOf("local t = {} for i = 1, 40 do t[i] = {i % 3, i} end\n"
                        "table.sort(t, function(a, b) return a[1] < b[1] end)\n"
                        "for i = 2, 40 do\n"
                        "  if t[i-1][1] == t[i][1] and t[i-1][2] > t[i][2] then log('lost') end\n"
                        "  if t[i-1][1] > t[i][1] then log('wrong') end\n"
                        "end log('done')"),
                ElementsAre("done"));
    // A comparison that contradicts itself gives some order, and ends.
    EXPECT_THAT(linesOf("local t = {} for i = 1, 99 do t[i] = i end\n"
                        "table.sort(t, function() return true end) log(#t)"),
                ElementsAre("99"));
}

TEST(ScriptWords, PairsGoesThroughKeysInOrder) {
    EXPECT_THAT(linesOf("local t = {b = 1, a = 2, [10] = 3, [2] = 4, [1.5] = 5, [true] = 6}\n"
                        "for k, v in pairs(t) do log(k, v) end"),
                ElementsAre("1.5 5", "2 4", "10 3", "a 2", "b 1", "true 6"));
    EXPECT_THAT(linesOf("local t = {a = 1, b = 2, c = 3}\n"
                        "for k in pairs(t) do log(k) t.b = nil t.d = 4 end"),
                ElementsAre("a", "c"));
    EXPECT_THAT(linesOf("for k in pairs({[{}] = 1}) do end"), ElementsAre("script.pairs_key"));
    EXPECT_THAT(linesOf("for i, v in ipairs({7, 8, nil, 9}) do log(i, v) end"),
                ElementsAre("1 7", "2 8"));
    EXPECT_THAT(linesOf("memory.b = 1 memory.a = 'x' for k, v in pairs(memory) do log(k, v) end"),
                ElementsAre("a x", "b 1"));
}

TEST(ScriptWords, ErrorsOfTheScriptItself) {
    EXPECT_THAT(linesOf("log(pcall(error, 'weg', 0)) log(pcall(function() return 1, 2 end))"),
                ElementsAre("false weg", "true 1 2"));
    EXPECT_THAT(linesOf("local ok, why = pcall(function() error('mis') end) log(ok, why)"),
                ElementsAre("false les.lab.yaml:2: mis"));
    EXPECT_THAT(linesOf("assert(1 == 2, 'telt niet')"), ElementsAre("script.failed"));
    EXPECT_THAT(linesOf("assert(false)"), ElementsAre("script.assert"));
    EXPECT_THAT(linesOf("log(assert(7, 'x'))"), ElementsAre("7 x"));
}

struct Mistake {
    const char* body;
    const char* nl;
    const char* en;
};

TEST(ScriptWords, MistakesAreToldInBothLanguagesWithTheLineOfTheFile) {
    const Mistake mistakes[] = {
        {"local x local y = x.z", "'x' is hier geen tabel maar nil",
         "'x' is no table here but nil"},
        {"local x x()", "'x' is hier geen functie maar nil", "'x' is no function here but nil"},
        {"local x = {} x = x + 1", "met 'x' kun je hier niet rekenen: het is table",
         "'x' is table here, so it cannot be calculated with"},
        {"local x log('a' .. x)", "plakt teksten en getallen aan elkaar; 'x' is nil",
         "joins texts and numbers; 'x' is nil"},
        {"log(1 < 'a')", "number en string kun je niet vergelijken",
         "number and string cannot be compared"},
        {"log({} < {})", "table en table kun je niet vergelijken",
         "table and table cannot be compared"},
        {"local x = #5", "'#' telt een lijst of een tekst; hier staat number",
         "'#' counts a list or a text; here it gets number"},
        {"get('sped')", "'sped' bestaat niet; bedoelde je 'speed'?",
         "there is no 'sped'; did you mean 'speed'?"},
        {"gett('speed')", "'gett' bestaat niet; bedoelde je 'get'?",
         "there is no 'gett'; did you mean 'get'?"},
        {"get('speed', 'kg')", "'speed' is een snelheid; 'kg' meet een massa",
         "'speed' is a speed; 'kg' measures a mass"},
        {"set('force', 'veel')", "set() krijgt als waarde 2 iets wat niet past. Verwacht: number",
         "value 2 of set() does not fit. Expected: number"},
        {"set('mass', 1)", "'mass' kan een les niet veranderen. Wel: force, warmth, road",
         "a lesson cannot change 'mass'. It can change: force, warmth, road"},
    };
    for (const Mistake& mistake : mistakes) {
        FakeHost host;
        const std::string source = std::string("on('hint', function()\n") + mistake.body + "\nend)";
        // Undeclared words are found before the lesson starts.
        if (host.start(source, 40)) host.script().happened("hint", "", {});
        EXPECT_THAT(host.sentence(Language::nl), HasSubstr(mistake.nl));
        EXPECT_THAT(host.sentence(Language::nl), HasSubstr("les.lab.yaml:41: script: "));
        EXPECT_THAT(host.sentence(Language::nl), HasSubstr("(in: on \"hint\")"));
        EXPECT_THAT(host.sentence(Language::en), HasSubstr(mistake.en));
    }
}

TEST(ScriptWords, MistakesOfGrammarAreToldWhereTheyStand) {
    const std::pair<const char*, const char*> mistakes[] = {
        {"on('start', function()\n  log(1)\n", "'function' van regel 30 is niet afgesloten"},
        {"if 1 = 2 then end", "hier hoort 'then' te staan, maar er staat '='"},
        {"local = 5", "hier hoort <name> te staan"},
        {"x = = 5", "'=' kan hier niet staan"},
        {"x = 'open", "een tekst is niet afgesloten"},
        {"x = 3x", "'3x' is geen getal"},
    };
    for (const auto& [source, sentence] : mistakes) {
        FakeHost host;
        EXPECT_FALSE(host.start(source, 30)) << source;
        EXPECT_THAT(host.sentence(Language::nl), HasSubstr(sentence));
        EXPECT_THAT(host.firstWhere(), HasSubstr("les.lab.yaml:3")) << source;
    }
}

}  // namespace
}  // namespace pt
