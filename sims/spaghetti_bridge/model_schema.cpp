// Everything of the lab that has a name.
#include <limits>

#include "sims/spaghetti_bridge/model.h"
#include "sims/spaghetti_bridge/roles.h"

namespace pt {
namespace {

constexpr const char* bonds[] = {"bonded", "loose"};
constexpr const char* planeCounts[] = {"one", "two"};
constexpr const char* bracings[] = {"none", "ladder", "cross"};
constexpr const char* jointKinds[] = {"pinned", "rigid", "glued"};
constexpr const char* loadings[] = {"bucket", "at_once", "cart"};
constexpr const char* ruleSets[] = {"free", "class", "reccs", "okanagan", "delft", "hopkins"};
constexpr auto resets = Effect::resets;

}  // namespace

void SpaghettiBridge::describe(Schema& schema) {
    describeSettings(schema);
    describeDesign(schema);
    describeOutputs(schema);
    describeTables(schema);
    describeJobs(schema);
}

void SpaghettiBridge::describeSettings(Schema& schema) {
    schema.section("shape");
    schema.choice("rules", rules_, ruleSets);
    schema.choice("type", type_, bridgeTypes);
    schema.param("span", span_, unit("cm"), {0.1, 1.5, 0.01}, resets);
    schema.param("height", height_, unit("cm"), {0.02, 0.6, 0.005}, resets);
    schema.param("panels", panels_, unit(""), {2, 16, 1}, resets);
    schema.param("strands", strands_, unit(""), {1, maxStrands, 1}, resets);
    schema.choice("bond", bond_, bonds);
    schema.choice("planes", planes_, planeCounts);
    schema.param("width", own_.width, unit("cm"), {0.02, 0.5, 0.005}, resets);
    schema.choice("bracing", bracing_, bracings);
    schema.when("type", {std::begin(bridgeTypes), std::end(bridgeTypes) - 1},
                {"span", "height", "panels"});
    schema.when("planes", {"two"}, {"width", "bracing"});

    schema.section("material");
    schema.choice("material", ownMaterial_, bridgeMaterials);
    schema.param("strand_diameter", own_.strandDiameter, unit("mm"), {0.5e-3, 10e-3, 0.05e-3},
                 resets);
    schema.param("E_modulus", own_.E, unit("GPa"), {0.5e9, 20e9, 0.1e9}, resets);
    schema.param("density", own_.density, unit("kg/m3"), {50, 3000, 10}, resets);
    schema.param("tensile_strength", own_.tensileStrength, unit("MPa"), {1e6, 200e6, 1e6}, resets);
    schema.param("weibull_modulus", own_.weibullModulus, unit(""), {3, 30, 1}, resets);
    schema.param("crushing_strength", own_.crushingStrength, unit("MPa"), {10e6, 100e6, 1e6},
                 resets);
    schema.param("diameter_scatter", own_.diameterScatter, unit("%"), {0, 0.2, 0.005}, resets);
    schema.when("material", {"own"},
                {"strand_diameter", "E_modulus", "density", "tensile_strength", "weibull_modulus",
                 "crushing_strength"});

    schema.section("joints");
    schema.choice("joints", joints_, jointKinds);
    schema.param("glue_mass", own_.glueMass, unit("g"), {0, 5e-3, 0.1e-3}, resets);
    schema.param("joint_stiffness", own_.jointStiffness, unit("N m/rad"), {0, 50, 0.05}, resets);
    schema.param("joint_strength", own_.jointStrength, unit("N"), {1, 2000, 1}, resets);
    schema.when("joints", {"glued"}, {"joint_stiffness", "joint_strength"});

    schema.section("loading");
    schema.choice("loading", loading_, loadings);
    schema.param("load_rate", loadRate_, unit("N/s"), {0.1, 50, 0.1});
    schema.param("weight", weight_, unit("N"), {0.5, 5000, 0.5}, resets);
    schema.param("cart_speed", cartSpeed_, unit("cm/s"), {0.01, 1, 0.01});
    schema.param("wheelbase", wheelbase_, unit("cm"), {0.02, 0.5, 0.005}, resets);
    schema.when("loading", {"bucket"}, {"load_rate"});
    schema.when("loading", {"at_once", "cart"}, {"weight"});
    schema.when("loading", {"cart"}, {"cart_speed", "wheelbase"});

    schema.section("cost");
    schema.param("strand_length", strandLength_, unit("cm"), {0.05, 1, 0.005}, resets);
    schema.param("packet_mass", packetMass_, unit("g"), {0.05, 5, 0.01}, resets);
    schema.param("packet_price", packetPrice_, unit("€"), {0, 50, 0.05}, resets);
    schema.param("glue_price", gluePrice_, unit("€/kg"), {0, 200, 1}, resets);
}

void SpaghettiBridge::describeDesign(Schema& schema) {
    const ArgSpec fields{{"id", true, {}, {}},
                         {"x", false, unit("m"), {}},
                         {"y", false, unit("m"), {}},
                         {"support", true, {}, {}},
                         {"from", true, {}, {}},
                         {"to", true, {}, {}},
                         {"strands", false, unit(""), {}},
                         {"bond", true, {}, {}},
                         {"load", true, {}, {}}};
    schema.document(
        "bridge", [this] { return writeBridge(bridge_); },
        [this](const Json& json) -> Status {
            Result<Bridge> read = readBridge(json);
            if (!read.ok()) return read.error();
            bridge_ = std::move(read.value());
            return Ok{};
        },
        fields);
    describeEdits(schema);
}

void SpaghettiBridge::describeOutputs(Schema& schema) {
    schema.state("bucket_load", load_, unit("N"));
    schema.state("failed_index", failedMember_, unit(""));
    schema.state("failed_mode", mode_, unit(""));
    schema.state("collapse_steps", collapseSteps_, unit(""));
    schema.state("poses", poses_, unit(""));
    schema.state("failures", failureList_, unit(""));
    schema.state("loading_progress", progress_, unit(""));
    schema.state("since_failure", sinceFailure_, unit(""));

    schema.output("load", unit("N"), [this] { return load_; });
    schema.figure(
        "mass", unit("g"), [this] { return mass(); }, Better::lower);
    schema.figure(
        "forecast_middle", unit("N"), [this] { return forecast().middle; }, Better::higher);
    schema.output("ratio", unit(""), [this] { return load_ / (mass() * gravity); });
    schema.output("sag", unit("mm"), [this] { return sag(); });
    schema.output("utilisation", unit("%"), [this] { return utilisation(); });
    schema.output("breaking_load", unit("N"), [this] { return breakingLoad(); });
    schema.figure("forecast_low", unit("N"), [this] { return forecast().low; });
    schema.figure("forecast_high", unit("N"), [this] { return forecast().high; });
    schema.output("stiffness", unit("N/mm"), [this] { return stiffness(); });
    schema.figure("strand_mass", unit("g"), [this] { return budget().strandMass; });
    schema.figure("joint_mass", unit("g"), [this] { return budget().glueMass; });
    schema.figure("bracing_mass", unit("g"), [this] { return budget().bracingMass; });
    schema.figure("strands_to_buy", unit(""), [this] { return 1.0 * budget().strands; });
    schema.figure("packets", unit(""), [this] { return 1.0 * budget().packets; });
    schema.figure(
        "cost", unit("€"), [this] { return budget().cost; }, Better::lower);
    schema.output("buckling_load", unit("N"), [this] { return bucklingMode().load; });
    schema.output("failed_length", unit("cm"), [this] {
        return broken() ? memberLength(failedMember()) : std::numeric_limits<double>::quiet_NaN();
    });
    schema.output("next_load", unit("N"), [this] {
        return falling() && why().remedy.nextMember >= 0 ? why().remedy.load
                                                         : std::numeric_limits<double>::quiet_NaN();
    });
    schema.text(
        "role", [this] { return std::string(failedRole()); }, roleNames);
    schema.text("weakest", [this]() -> std::string {
        const int member = weakest();
        return member < 0 ? "" : bridge_.members[static_cast<size_t>(member)].id;
    });
    schema.text("first_failed", [this]() -> std::string {
        return broken() ? bridge_.members[static_cast<size_t>(failedMember())].id : "";
    });
    schema.text(
        "failure_mode", [this] { return std::string(modeName()); },
        std::span(failureModes).subspan(1));
    schema.inputs({"load_rate", "cart_speed"});
    schema.measurable({"mass", "breaking_load", "first_failed", "failure_mode"});
}

}  // namespace pt
