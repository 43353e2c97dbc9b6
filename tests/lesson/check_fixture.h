// What a check looks at, put together by hand on the sledge of tests/run.
#pragma once

#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/i18n/words.h"
#include "engine/lesson/checks.h"
#include "tests/run/fake_lab.h"

namespace pt::fake {

struct GivenValues : Values {
    std::map<std::string, double, std::less<>> numbers;
    double number(std::string_view name) const override {
        const auto found = numbers.find(name);
        return found == numbers.end() ? std::nan("") : found->second;
    }
    std::string option(std::string_view) const override { return ""; }
    Truth truth(std::string_view name) const override {
        const double value = number(name);
        return std::isnan(value) ? Truth::unknown : truthOf(value > 0);
    }
    int64_t count(std::string_view) const override { return 0; }
    std::vector<double> column(std::string_view, std::string_view name) const override {
        const auto found = columns.find(std::string(name));
        return found == columns.end() ? std::vector<double>{} : found->second;
    }
    std::vector<double> runs(std::string_view) const override { return {}; }
    double time() const override { return 0; }
    bool ended() const override { return false; }

    std::map<std::string, std::vector<double>> columns;
};

struct Bench {
    Lesson lesson;
    std::unique_ptr<Session> session = open(setup());
    GivenValues values;
    std::vector<Observation> observations;
    std::map<std::string, Json, std::less<>> answers;
    std::vector<LessonRow> rows;
    std::vector<std::string> events;

    // The push is the pupil's from 1 N to 9 N in steps of 1 N; the mass is held fixed.
    static Setup setup() {
        Setup setup;
        setup.lab = "sledge";
        Setting push, mass;
        push.key = "push";
        push.number = 1;
        push.range = Range{1, 9, 1};
        mass.key = "mass";
        mass.number = 1;
        mass.locked = true;
        setup.settings = {push, mass};
        return setup;
    }
    static std::unique_ptr<Session> open(Setup setup) {
        auto opened = Session::open(std::move(setup), table);
        EXPECT_TRUE(opened.ok());
        return std::move(opened.value());
    }

    CheckContext context() const {
        CheckContext context{lesson, *session, values, observations};
        context.answer = [this](std::string_view item) -> const Json& {
            static const Json none;
            const auto found = answers.find(item);
            return found == answers.end() ? none : found->second;
        };
        context.rows = [this](std::string_view) { return std::span(rows); };
        context.events = events;
        return context;
    }
    Verdict judge(const LessonItem& item, const Json& answer = {}) const {
        return pt::judge(item, answer, context());
    }
    // "ok", "open", "none", or why not: "too_high".
    std::string verdict(const LessonItem& item, const Json& answer = {}) const {
        const Verdict verdict = judge(item, answer);
        switch (verdict.state) {
        case Verdict::State::none: return "none";
        case Verdict::State::ok: return verdict.reason.empty() ? "ok" : "ok " + verdict.reason;
        case Verdict::State::open:
            return verdict.reason.empty() ? "open" : "open " + verdict.reason;
        case Verdict::State::notYet: break;
        }
        return verdict.reason;
    }

    // A run that finished with this push on this ground took so many seconds to arrive.
    void measure(double push, double arrival, double ground = 0) {
        Observation o;
        o.number = o.run = static_cast<int>(observations.size()) + 1;
        o.finished = true;
        o.settings = {{"push", push}, {"ground", ground}, {"parts", 3}};
        o.outputs = {{"arrival", arrival}, {"pace", 1}};
        o.changeable = {"push", "ground", "parts"};
        o.recorded = {"arrival"};
        observations.push_back(o);
        LessonRow row;
        row.observation = o.number;
        row.cells = {{"push", push}, {"arrival", arrival}};
        rows.push_back(row);
    }
};

template <class Body>
LessonItem itemOf(Body body) {
    LessonItem item;
    item.id = "it";
    item.body = std::move(body);
    return item;
}

inline Json jsonOf(std::string_view text) {
    auto parsed = Json::parse(text);
    EXPECT_TRUE(parsed.ok()) << text;
    return parsed.ok() ? parsed.value() : Json();
}

}  // namespace pt::fake
