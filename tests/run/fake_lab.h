// A lab for the tests: a sledge pushed along a track with walls. Small, but with everything a
// Schema can hold, with noise from the seed, and with every way to fail.
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/rng.h"
#include "engine/model/model.h"
#include "engine/run/session.h"

namespace pt::fake {

inline constexpr double trackLength = 20;  // m; beyond it the run is over
inline constexpr double sledgeDt = 0.01;   // s
inline constexpr const char* grounds[] = {"ice", "sand", "glue"};
inline constexpr const char* speeds[] = {"calm", "brisk"};
inline constexpr const char* layouts[] = {"made", "free"};
inline constexpr const char* places[] = {"start", "middle", "end"};

// Counts slices, into a number of the model that no snapshot holds.
struct Counting : Job {
    Counting(double* count, double all) : count_(count), all_(all) {}
    bool advance() override { return ++*count_ < all_; }
    double progress() const override { return *count_ / all_; }

private:
    double *count_, all_;
};

class Sledge : public Model {
public:
    void describe(Schema& schema) override {
        schema.param("push", push_, unit("N"), {-10, 10, 0}, Effect::live);
        schema.param("mass", mass_, unit("g"), {0.1, 10, 0.1}, Effect::resets);
        schema.param("parts", parts_, unit(""), {1, 8, 1}, Effect::resets);
        schema.choice("ground", ground_, grounds, Effect::resets);
        schema.choice("gait", gait_, speeds, Effect::live);
        schema.choice("layout", layout_, layouts, Effect::resets);
        schema.state("x", x_, unit("m"));
        schema.state("v", v_, unit("m/s"));
        schema.state("trail", trail_, unit("m"));
        schema.state("ticks", ticks_, unit(""));
        schema.output("place", unit("cm"), [this] { return x_; });
        schema.output("pace", unit("m/s"), [this] { return v_; });
        schema.output("arrival", unit("s"),
                      [this] { return finished() ? ticks_ * sledgeDt : std::nan(""); });
        schema.text(
            "where",
            [this] {
                return std::string(places[x_ < 1 ? 0 : x_ < 10 ? 1 : 2]);
            },
            places);
        schema.text("note", [] { return std::string("=1+1"); });
        schema.document(
            "track", [this] { return save(); }, [this](const Json& json) { return load(json); });
        schema.command(
            "shove", {{"impulse", false, unit("N*s"), {-5, 5, 0}}},
            [this](const Json& args) { return shove(args); }, Effect::live);
        schema.job("simulate", {{"count", false, unit(""), {1, 100, 1}, true}},
                   [this](const Json& args) { return simulate(args["count"].number(10)); });
        schema.inputs({"push", "gait", "mass"});
        schema.measurable({"place", "where"});
        schema.command("wall", {{"name", true, {}, {}}, {"at", false, unit("cm"), {}}},
                       [this](const Json& args) { return addWall(args); });
    }

    // "glue" cannot be moved over: no run. In a "made" layout the walls follow from the parts.
    Status reset(uint64_t seed) override {
        seed_ = seed;
        x_ = v_ = ticks_ = 0;
        trail_.clear();
        if (layout_ == 0) {
            walls_.resize(static_cast<size_t>(parts_));
            for (size_t i = 0; i < walls_.size(); ++i)
                walls_[i] = 2.0 * (static_cast<double>(i) + 1);
        }
        if (ground_ == 2) return Error{"fake.glued", "ground", {}};
        return Ok{};
    }

    // A push of more than 9.9 N breaks the sledge; more than 9.8 N gives a number that is none.
    Status step(double dt) override {
        if (push_ > 9.9) return Error{"fake.broken", "push", {}};
        Rng noise(seed_ + static_cast<uint64_t>(ticks_), "noise");
        const double friction = ground_ == 0 ? 0.1 : 1.5;
        const double before = x_;
        v_ += dt * (push_ / mass_ - friction * v_ + 0.2 * noise.normal());
        x_ += dt * v_ * (gait_ == 1 ? 2 : 1);
        if (push_ > 9.8) x_ = std::nan("");
        ticks_ += 1;
        if (std::fmod(ticks_, 10) == 0) trail_.push_back(x_);
        for (const double wall : walls_)
            if (before < wall && x_ >= wall) emit({"passed", Json::object().set("wall", wall)});
        return Ok{};
    }

    Status restored(uint64_t seed) override {
        seed_ = seed;
        if (ticks_ < 0 || static_cast<double>(trail_.size()) != std::floor(ticks_ / 10))
            return Error{"fake.trail", "", {}};
        return Ok{};
    }
    bool finished() const override { return x_ >= trackLength; }
    double counted() const { return counted_; }

private:
    Json save() const {
        Json walls = Json::list();
        for (const double wall : walls_) walls.add(wall);
        return Json::object().set("walls", std::move(walls));
    }

    Status load(const Json& json) {
        std::vector<double> walls;
        for (const Json& wall : json["walls"].items()) {
            if (!wall.isNumber() || wall.number() < 0)
                return Error{"fake.wall", "walls[" + std::to_string(walls.size()) + "]", {}};
            walls.push_back(wall.number());
        }
        if (!json["walls"].isList() || walls.size() > 100) return Error{"fake.track", "walls", {}};
        walls_ = std::move(walls);
        return Ok{};
    }

    Status shove(const Json& args) {
        v_ += args["impulse"].number() / mass_;
        if (args["impulse"].number() == 4.5) return Error{"fake.tired", "impulse", {}};
        return Ok{};
    }

    // Changes something before it refuses: the session has to put that right.
    Status addWall(const Json& args) {
        walls_.push_back(args["at"].number());
        if (args["name"].text() == "bad") return Error{"fake.wall", "name", {}};
        return Ok{};
    }

    Result<std::unique_ptr<Job>> simulate(double count) {
        if (ground_ == 1 && gait_ == 1) return Error{"fake.glued", "ground", {}};
        counted_ = 0;
        return std::unique_ptr<Job>(std::make_unique<Counting>(&counted_, count));
    }

    double counted_ = 0;
    double push_ = 5, mass_ = 1, parts_ = 3;
    int ground_ = 0, gait_ = 0, layout_ = 0;
    std::vector<double> walls_;
    double x_ = 0, v_ = 0, ticks_ = 0;
    std::vector<double> trail_;
    uint64_t seed_ = 0;
};

inline std::unique_ptr<Model> makeSledge() { return std::make_unique<Sledge>(); }
inline const LabEntry table[] = {{"sledge", sledgeDt, makeSledge}};

inline Setup setup(uint64_t seed = 7) {
    Setup setup;
    setup.lab = "sledge";
    setup.scenario = "ride";
    setup.seed = seed;
    return setup;
}

inline std::unique_ptr<Session> open(Setup wanted = setup()) {
    Result<std::unique_ptr<Session>> session = Session::open(std::move(wanted), table);
    return session.ok() ? std::move(session.value()) : nullptr;
}

inline Command command(std::string_view name, Json args = Json::object(), int gesture = 0) {
    return {std::string(name), std::move(args), gesture};
}
inline Command undo() { return command("undo"); }
inline Command redo() { return command("redo"); }

// "" when all is well.
inline std::string keyOf(const Status& status) { return status.ok() ? "" : status.error().key; }

inline double value(const Session& session, std::string_view param) {
    return *session.schema().findParam(param)->value;
}

}  // namespace pt::fake
