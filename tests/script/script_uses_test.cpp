// Names in a script that do not exist are told when the lesson is read, before any pupil meets
// them.
#include <gtest/gtest.h>

#include "engine/script/script.h"

namespace pt {
namespace {

// "line key" of each warning about the script, which begins on line 9.
std::string told(const std::string& script) {
    std::string lesson = "lab: 1\nid: doos\ntitle: {nl: Doos, en: Box}\nsim: cardboard-house\n"
                         "steps:\n  - step: a\n    do: [{task: warm, goal: lamp_power > 3 W}]\n"
                         "script: |\n";
    for (size_t from = 0; from < script.size();) {
        const size_t end = std::min(script.find('\n', from), script.size());
        lesson += "  " + script.substr(from, end - from) + "\n";
        from = end + 1;
    }
    const ScenarioRead read = readLesson(lesson, "doos.lab.yaml");
    EXPECT_TRUE(read.ok()) << read.errors.front().where << " " << read.errors.front().key;
    std::string all;
    for (const Error& warning : read.warnings) {
        if (warning.where.rfind("doos.lab.yaml:", 0) != 0 ||
            (warning.key.rfind("script.", 0) != 0 && warning.key.rfind("expression.", 0) != 0 &&
             warning.key != "session.unknown_command"))
            continue;
        all += (all.empty() ? "" : "; ") + warning.where.substr(14) + " " + warning.key;
    }
    return all;
}

std::string later(const std::string& line) { return "after(1, function()\n" + line + "\nend)"; }

TEST(ScriptUses, AWordThatDoesNotExistIsToldWithItsLine) {
    EXPECT_EQ(told(later("get(\"lamp_power\")")), "");
    EXPECT_EQ(told(later("get(\"lamp_powr\")")), "10 script.unknown_name_near");
    EXPECT_EQ(told(later("set('qqq', 3)")), "10 script.unknown_name");
    EXPECT_EQ(told(later("disturb('room_temperatur', {value = 1})")),
              "10 script.unknown_name_near");
    EXPECT_EQ(told(later("hint('warn') mark('warm', 1)")), "10 script.unknown_name_near");
    EXPECT_EQ(told(later("call('explode')")), "10 session.unknown_command");
    EXPECT_EQ(told("on('run_strat', function() end)"), "9 script.unknown_event_near");
    EXPECT_EQ(told("on('run_start', function() end)"), "");
    EXPECT_EQ(told("when('lamp_powr > 3 W', function() end)"), "9 expression.unknown_name_near");
    EXPECT_EQ(told("when('lamp_power > 3 kg', function() end)"), "9 expression.dimension");
}

TEST(ScriptUses, WhatAScriptPutsTogetherIsLeftAlone) {
    EXPECT_EQ(told(later("get('lamp' .. '_powr')")), "");
    EXPECT_EQ(told("measure('u', {unit = '1', value = function() return get('u') end})"), "");
    EXPECT_EQ(told("local function f(n) return get(n) end\n" + later("f('lamp_powr')")),
              "9 script.unknown_name_near");
}

}  // namespace
}  // namespace pt
