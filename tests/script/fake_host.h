// A lesson for scripts: a small lab that really runs, and everything the script does written down.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/core/math.h"
#include "engine/i18n/words.h"
#include "engine/script/script.h"

namespace pt {

// A cart that a force pulls along: params force (live, settable) and mass, choice road, output
// speed, command kick.
class FakeCart : public Model {
public:
    void describe(Schema& schema) override {
        static constexpr const char* roads[] = {"ice", "sand"};
        schema.param("force", force_, unit("N"), {-100, 100, 0}, Effect::live);
        schema.param("mass", mass_, unit("kg"), {0.1, 10, 0}, Effect::resets);
        schema.param("warmth", warmth_, unit("°C"), {250, 400, 0}, Effect::live);
        schema.choice("road", road_, roads, Effect::live);
        schema.state("v", v_, unit("m/s"));
        schema.output("speed", unit("m/s"), [this] { return v_; });
        schema.command(
            "kick", {{"strength", false, unit("m/s"), {}}},
            [this](const Json& args) -> Status {
                v_ += args["strength"].number();
                return Ok{};
            },
            Effect::live);
        schema.inputs({"force", "warmth", "road"});
    }
    Status reset(uint64_t) override {
        v_ = 0;
        return Ok{};
    }
    Status step(double dt) override {
        v_ += force_ / mass_ * dt;
        return Ok{};
    }
    Status restored(uint64_t) override { return Ok{}; }

    static std::span<const LabEntry> table() {
        static const LabEntry labs[] = {
            {"fake_cart", 0.25,
             []() -> std::unique_ptr<Model> { return std::make_unique<FakeCart>(); }},
        };
        return labs;
    }

private:
    double force_ = 2, mass_ = 1, warmth_ = 293.15, v_ = 0;
    int road_ = 0;
};

class FakeHost : public ScriptHost, private Values {
public:
    // In the cart, or in a lab of the program.
    explicit FakeHost(std::string_view lab = {}) {
        Setup setup;
        setup.lab = lab.empty() ? "fake_cart" : findLab(lab)->id;
        setup.seed = 7;
        session_ =
            std::move(Session::open(setup, lab.empty() ? FakeCart::table() : labs()).value());
        LessonStep step;
        step.id = "start";
        LessonItem number, table, task;
        number.id = "guess";
        number.body = NumberItem{};
        std::get<NumberItem>(number.body).unit = unit("m/s");
        table.id = "metingen";
        table.body = TableItem{{"mass", "speed"}, 0, TableItem::Fill::automatic};
        task.id = "doel";
        task.body = TaskItem{};
        step.items = {number, table, task};
        lesson_.steps = {step};
        rows_ = {{1, {{"mass", 1}, {"speed", 2.5}}, {}, false},
                 {2, {{"mass", 2}, {"speed", 1.25}}, {{"road", "ice"}}, false}};
        for (int i = 1; i <= 3; ++i) {
            Observation run;
            run.number = i;
            for (const Param& param : session_->schema().params())
                run.settings[param.key] = *param.value;
            if (lab.empty()) run.settings["mass"] = double(i);
            run.outputs = {{"speed", 10.0 / i}};
            run.texts = {{"road", "ice"}};
            observations_.push_back(run);
        }
    }

    // Starts a script that stands at line `line` of les.lab.yaml; what went wrong is in errors().
    bool start(std::string_view source, int line = 1) {
        const Script written{std::string(source), "les.lab.yaml", line};
        auto started = startScript(written, *this);
        if (!started.ok()) {
            errors_.push_back(started.error());
            return false;
        }
        script_ = std::move(started.value());
        script_->happened("start", "", {});
        return true;
    }
    LessonScript& script() { return *script_; }
    // Steps of the lab, each told to the script.
    void run(int steps) {
        for (int i = 0; i < steps; ++i) {
            if (!session_->stepOnce().ok()) return;
            script_->stepped();
        }
    }
    const std::vector<Error>& errors() {
        if (script_)
            for (Error& error : script_->takeErrors()) errors_.push_back(std::move(error));
        return errors_;
    }
    std::string firstKey() { return errors().empty() ? "" : errors_[0].key; }
    std::string firstWhere() { return errors().empty() ? "" : errors_[0].where; }
    std::string sentence(Language language) {
        return errors().empty() ? "" : Words::builtin(language).sentence(errors_[0]);
    }
    std::string argument(std::string_view name) {
        for (const Error& error : errors())
            for (const Arg& arg : error.args)
                if (arg.name == name) return arg.value;
        return "";
    }

    Session& lab() { return *session_; }
    std::vector<std::string> lines, said, deeds;
    std::vector<Disturbance> disturbances;
    Json answerOfGuess = Json("2,5 m/s");

    // ScriptHost
    const Session& session() const override { return *session_; }
    const Lesson& lesson() const override { return lesson_; }
    const Values& values() const override { return *this; }
    Language language() const override { return Language::nl; }
    std::string_view level() const override { return "basis"; }
    Status set(std::string_view key, const Json& value) override {
        if (!session_->schema().isInput(key))
            return Error{"session.locked", std::string(key), {{"key", std::string(key)}}};
        Command command{"set", Json::object({{"key", std::string(key)}, {"value", value}})};
        const Status done = session_->post(command);
        deeds.push_back("set " + std::string(key) + " " + value.write());
        if (done.ok() && script_) script_->happened("change", key, {});
        return done;
    }
    Status call(std::string_view command, const Json& args) override {
        deeds.push_back("call " + std::string(command) + " " + args.write());
        return session_->post({std::string(command), args});
    }
    Status disturb(const Disturbance& disturbance) override {
        disturbances.push_back(disturbance);
        return Ok{};
    }
    void run() override { deeds.push_back("run"); }
    void pause() override { deeds.push_back("pause"); }
    void reset() override { deeds.push_back("reset"); }
    void say(std::string_view text) override { said.emplace_back(text); }
    void hint(std::string_view item) override { deeds.push_back("hint " + std::string(item)); }
    void mark(std::string_view item, double score) override {
        deeds.push_back("mark " + std::string(item) + " " + Json(score).write());
    }
    const std::vector<Observation>& observations() const override { return observations_; }
    const std::vector<LessonRow>& rows(std::string_view) const override { return rows_; }
    const Json& answer(std::string_view item) const override {
        static const Json none;
        return item == "guess" ? answerOfGuess : none;
    }
    void log(std::string_view line) override { lines.emplace_back(line); }
    std::string text(std::string_view idOrText, const Json& vars) const override {
        return std::string(idOrText) + (vars.isObject() ? vars.write() : "");
    }

private:
    // Values
    double number(std::string_view name) const override {
        if (const Param* param = session_->schema().findParam(name)) return *param->value;
        if (const Output* output = session_->schema().findOutput(name)) return output->number();
        if (name == "guess") return 2.5;
        return script_ ? script_->measure(name) : 0.0;
    }
    std::string option(std::string_view name) const override {
        const Choice* choice = session_->schema().findChoice(name);
        if (choice == nullptr) return session_->schema().findOutput(name)->text();
        return choice->options[static_cast<size_t>(*choice->value)];
    }
    Truth truth(std::string_view name) const override { return truthOf(name == "doel"); }
    int64_t count(std::string_view) const override { return 0; }
    std::vector<double> column(std::string_view, std::string_view) const override { return {}; }
    std::vector<double> runs(std::string_view) const override { return {}; }
    double time() const override { return session_->time(); }
    bool ended() const override { return session_->finished(); }

    std::unique_ptr<Session> session_;
    Lesson lesson_;
    std::vector<LessonRow> rows_;
    std::vector<Observation> observations_;
    std::unique_ptr<LessonScript> script_;
    std::vector<Error> errors_;
};

}  // namespace pt
