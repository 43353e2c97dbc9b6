// A lab without physics, with every kind of setting, for tests of the scenario reader.
#pragma once

#include <memory>
#include <span>

#include "engine/model/model.h"

namespace pt {

class FakeTruss : public Model {
public:
    void describe(Schema& schema) override {
        static constexpr const char* types[] = {"warren", "pratt", "howe", "free"};
        static constexpr const char* failures[] = {"buckling", "crushing"};
        schema.param("span", span_, unit("cm"), {0.2, 1, 0.01}, Effect::resets);
        schema.param("strand_diameter", diameter_, unit("mm"), {0.001, 0.003, 0});
        schema.param("E_modulus", modulus_, unit("GPa"), {1e9, 1e10, 0});
        schema.param("height", height_, unit("cm"), {0.03, 0.2, 0.005});
        schema.param("strands", strands_, unit(""), {1, 13, 1});
        schema.param("warmth", warmth_, unit("°C"), {273.15, 373.15, 0});
        schema.param("rise", rise_, unit("K"), {0, 50, 0});
        schema.choice("type", type_, types);
        schema.inputs({"warmth", "rise", "type"});
        schema.output("max_load", unit("N"), [] { return 40.0; });
        schema.output("mass", unit("g"), [] { return 0.1; });
        schema.output("sag", unit("mm"), [] { return 0.005; });
        schema.text(
            "failure", [] { return std::string("buckling"); }, failures);
        const ArgSpec fields{
            {"id", true, {}, {}}, {"x", false, unit("cm"), {}}, {"load", true, {}, {}}};
        schema.document(
            "bridge", [this] { return bridge_; }, [this](const Json& json) { return load(json); },
            fields);
    }
    Status reset(uint64_t) override { return Ok{}; }
    Status step(double) override { return Ok{}; }
    Status restored(uint64_t) override { return Ok{}; }

    static std::span<const LabEntry> table() {
        static const LabEntry labs[] = {
            {"truss_bridge", 0.01,
             []() -> std::unique_ptr<Model> { return std::make_unique<FakeTruss>(); }},
        };
        return labs;
    }

private:
    // Wants {nodes: [{id, x}], load: id of a node}.
    Status load(const Json& json) {
        for (const auto& [key, value] : json.entries()) {
            if (key != "nodes" && key != "load" && key != "extra")
                return Error{"fake.unknown", "", {}};
        }
        const auto& nodes = json["nodes"].items();
        bool found = false;
        for (size_t i = 0; i < nodes.size(); ++i) {
            if (!nodes[i]["x"].isNumber())
                return Error{"fake.no_x", "nodes[" + std::to_string(i) + "].x", {}};
            found = found || nodes[i]["id"] == json["load"];
        }
        if (!found) return Error{"fake.load", "load", {}};
        bridge_ = json;
        return Ok{};
    }

    double span_ = 0.6, diameter_ = 0.0018, modulus_ = 3.8e9, height_ = 0.1, strands_ = 3;
    double warmth_ = 293.15, rise_ = 5;
    int type_ = 0;
    Json bridge_ = Json::object();
};

}  // namespace pt
