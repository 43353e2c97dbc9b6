// A lab for tests of the interface: a load grows until a beam gives way, ten steps later the run
// is over. No physics, but every kind of setting and output.
#pragma once

#include <limits>
#include <memory>
#include <span>
#include <string>

#include "engine/i18n/words.h"
#include "engine/model/model.h"
#include "engine/run/session.h"

namespace pt {

class FakeLab : public Model {
public:
    void describe(Schema& schema) override {
        static constexpr const char* kinds[] = {"warren", "pratt", "howe"};
        static constexpr const char* modes[] = {"tension", "buckling"};
        schema.param("height", height_, unit("cm"), {0.03, 0.2, 0.005}, Effect::resets);
        schema.choice("kind", kind_, kinds);
        schema.param("strands", strands_, unit(""), {1, 13, 1}, Effect::resets);
        schema.param("load_rate", rate_, unit("N/s"), {0.1, 100, 0});
        schema.state("load", load_, unit("N"));
        schema.output("bucket", unit("N"), [this] { return load_; });
        schema.output("breaking_load", unit("N"), [this] { return breaking_; });
        schema.text(
            "mode", [this] { return std::string(failed() ? "buckling" : ""); }, modes);
        schema.text("member", [this] { return std::string(failed() ? "S7" : ""); });
        schema.state("left", left_, unit(""));
        schema.state("breaking", broken_, unit("N"));
    }
    Status reset(uint64_t) override {
        load_ = 0;
        left_ = 10;
        broken_ = 0;
        if (strands_ == 13) return Error{"fake.trouble", "K4", {{"node", "K4"}}};
        return restored(0);
    }
    Status step(double dt) override {
        if (failed()) {
            left_ -= 1;
            return Ok{};
        }
        load_ += rate_ * dt;
        if (load_ >= 2) {
            broken_ = load_;
            breaking_ = load_;
            Json args = Json::object();
            args.set("member", "S7").set("mode", "buckling").set("bucket", load_);
            emit({"failed", args});
        }
        return Ok{};
    }
    Status restored(uint64_t) override {
        breaking_ = failed() ? broken_ : std::numeric_limits<double>::quiet_NaN();
        return Ok{};
    }
    bool finished() const override { return left_ <= 0; }

private:
    bool failed() const { return broken_ > 0; }

    double height_ = 0.08, strands_ = 3, rate_ = 2, load_ = 0, left_ = 10, broken_ = 0;
    double breaking_ = std::numeric_limits<double>::quiet_NaN();
    int kind_ = 0;
};

inline std::span<const LabEntry> fakeLabs() {
    static const LabEntry table[] = {
        {"fake", 0.125, [] { return std::unique_ptr<Model>(std::make_unique<FakeLab>()); }}};
    return table;
}

inline std::unique_ptr<Session> openFake(std::vector<Setting> settings = {}) {
    Setup setup;
    setup.lab = "fake";
    setup.settings = std::move(settings);
    auto session = Session::open(std::move(setup), fakeLabs());
    return session ? std::move(session.value()) : nullptr;
}

inline Words fakeWords(Language language) {
    Words words = Words::builtin(language);
    const Status nl = words.add(Language::nl, R"(
fake.title = Valse brug
fake.height = Hoogte
fake.height.help = Zo hoog is de brug.
fake.kind = Soort
fake.kind.warren = Warren
fake.kind.pratt = Pratt
fake.kind.howe = Howe
fake.strands = Sprieten
fake.load_rate = Toename
fake.bucket = Kracht
fake.breaking_load = Breekkracht
fake.mode = Manier
fake.mode.tension = trek
fake.mode.buckling = knik
fake.member = Staaf
fake.play = Belast de brug
fake.event.failed = Staaf {member} bezweek door {mode} bij {bucket}.
fake.result = De brug droeg {breaking_load}.
fake.trouble = Knoop {node} is los.
)");
    const Status en = words.add(Language::en, R"(
fake.title = Fake bridge
fake.height = Height
fake.height.help = How tall the bridge is.
fake.kind = Kind
fake.kind.warren = Warren
fake.kind.pratt = Pratt
fake.kind.howe = Howe
fake.strands = Strands
fake.load_rate = Growth
fake.bucket = Force
fake.breaking_load = Breaking force
fake.mode = Way
fake.mode.tension = tension
fake.mode.buckling = buckling
fake.member = Member
fake.play = Load the bridge
fake.event.failed = Member {member} failed by {mode} at {bucket}.
fake.result = The bridge carried {breaking_load}.
fake.trouble = Joint {node} is loose.
)");
    return nl && en ? words : Words(language);
}

}  // namespace pt
