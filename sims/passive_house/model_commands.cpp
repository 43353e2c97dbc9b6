// The edits of edit.h and detail_edit.h as commands of the lab.
#include <string>
#include <utility>

#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/edit.h"
#include "sims/passive_house/model.h"

namespace pt {
namespace {

Argument text(const char* key, bool optional = true) { return {key, true, {}, {}, optional}; }
Argument metres(const char* key, double most, bool optional = true) {
    return {key, false, unit("m"), {0, most, 0}, optional};
}
Argument place(const char* key) { return {key, false, unit("m"), {}, false}; }

ArgSpec windowArguments(bool named) {
    ArgSpec all{text("facade"),
                metres("x", mostSize),
                metres("z", mostSize),
                metres("width", mostSize),
                metres("height", mostSize),
                text("glazing"),
                text("frame"),
                metres("overhang", 5),
                metres("overhang_gap", 5),
                metres("overhang_side", 5),
                metres("fins", 5),
                metres("fins_gap", 5),
                text("screen")};
    if (named) all.insert(all.begin(), text("window", false));
    return all;
}

ArgSpec layerArguments() {
    return {text("part"),
            text("layer"),
            text("material"),
            {"thickness", false, unit("cm"), {0, thickestLayer, 0}, true},
            {"conductivity", false, unit("W/(m K)"), {}, true},
            {"density", false, unit("kg/m3"), {}, true},
            {"heat_capacity", false, unit("J/(kg K)"), {}, true}};
}

DetailBox boxFrom(const Json& args) {
    return {args["x0"].number(), args["y0"].number(), args["x1"].number(), args["y1"].number()};
}

}  // namespace

Status PassiveHouse::take(Result<House> edited) {
    if (!edited.ok()) return edited.error();
    house_ = std::move(edited.value());
    return Ok{};
}

// A drawn junction is built into the house at once.
Status PassiveHouse::take(Result<Detail> edited) {
    if (!edited.ok()) return edited.error();
    detail_ = std::move(edited.value());
    const std::optional<DetailResult>& solved = detailResult();
    if (solved && weather_)
        house_.junctions[static_cast<size_t>(detail_.junction)] = {
            insidePsi(house_, detail_.junction, solved->psi, *weather_), detail_.variant};
    return Ok{};
}

void PassiveHouse::describeEdits(Schema& schema) {
    constexpr double turn = 6.2831853071795862;
    schema.command("house_set",
                   {{"width", false, unit("m"), {leastSize, mostSize, 0}, true},
                    {"depth", false, unit("m"), {leastSize, mostSize, 0}, true},
                    {"height", false, unit("m"), {2, 6, 0}, true},
                    {"storeys", false, unit(""), {1, 3, 1}, true},
                    {"roof_pitch", false, unit("°"), {0, steepestRoof, 0}, true},
                    {"orientation", false, unit("°"), {-turn, turn, 0}, true},
                    metres("sunspace", 10),
                    metres("balcony", 100),
                    text("under")},
                   [this](const Json& args) { return take(setHouse(house_, args)); });
    schema.command("window_set", windowArguments(true),
                   [this](const Json& args) { return take(setWindow(house_, args)); });
    schema.command("window_add", windowArguments(false),
                   [this](const Json& args) { return take(addWindow(house_, args)); });
    schema.command("window_remove", {text("window", false)}, [this](const Json& args) {
        return take(removeWindow(house_, args["window"].text()));
    });
    schema.command("layer_set", layerArguments(),
                   [this](const Json& args) { return take(setLayer(house_, args)); });
    schema.command("layer_add", layerArguments(),
                   [this](const Json& args) { return take(addLayer(house_, args)); });
    schema.command("layer_remove", {text("part"), text("layer")},
                   [this](const Json& args) { return take(removeLayer(house_, args)); });
    schema.command(
        "construction", {text("part", false), text("preset", false)}, [this](const Json& args) {
            return take(useConstruction(house_, args["part"].text(), args["preset"].text()));
        });
    schema.command(
        "jump",
        {{"day", false, unit(""), {1, 365, 0}, false}, {"hour", false, unit(""), {0, 23, 0}, true}},
        [this](const Json& args) -> Status {
            startDay_ = args["day"].number();
            startHour_ = args["hour"].number(startHour_);
            return Ok{};
        });
}

void PassiveHouse::describeDetailEdits(Schema& schema) {
    const ArgSpec box{place("x0"), place("y0"), place("x1"), place("y1")};
    const auto with = [&box](std::initializer_list<Argument> more) {
        ArgSpec all(more);
        all.insert(all.end(), box.begin(), box.end());
        return all;
    };
    schema.command(
        "detail_use", {text("junction", false), text("variant", false)}, [this](const Json& args) {
            return take(withTemplate(args["junction"].text(), args["variant"].text(), house_));
        });
    schema.command("detail_move", with({text("rectangle", false)}), [this](const Json& args) {
        return take(withMoved(detail_, args["rectangle"].text(), boxFrom(args)));
    });
    schema.command("detail_add", with({text("material", false)}), [this](const Json& args) {
        return take(withAdded(detail_, args["material"].text(), boxFrom(args)));
    });
    schema.command("detail_remove", {text("rectangle", false)}, [this](const Json& args) {
        return take(withoutRectangles(detail_, args["rectangle"].text()));
    });
    schema.command(
        "detail_material", {text("rectangle", false), text("material", false)},
        [this](const Json& args) {
            return take(withMaterial(detail_, args["rectangle"].text(), args["material"].text()));
        });
    schema.command("detail_order", {text("rectangle", false), text("to", false)},
                   [this](const Json& args) {
                       return take(withOrder(detail_, args["rectangle"].text(), args["to"].text()));
                   });
}

void PassiveHouse::describeVariants(Schema& schema) {
    schema.command(
        "variant_keep", {text("name")},
        [this](const Json& args) -> Status {
            if (variants_.size() >= mostVariants)
                return Error{
                    "house.many_variants", "variants", {{"max", std::to_string(mostVariants)}}};
            HouseVariant kept = present();
            kept.id = freeVariantId(variants_);
            kept.name = args["name"].text().substr(0, 80);
            variants_.push_back(std::move(kept));
            return Ok{};
        },
        Effect::live);
    schema.command("variant_use", {text("variant", false)}, [this](const Json& args) -> Status {
        const HouseVariant* kept = findVariant(variants_, args["variant"].text());
        if (!kept)
            return Error{"house.unknown_variant", "variant", {{"variant", args["variant"].text()}}};
        house_ = kept->house;
        use_ = kept->use;
        return Ok{};
    });
    schema.command(
        "variant_remove", {text("variant", false)},
        [this](const Json& args) -> Status {
            const HouseVariant* kept = findVariant(variants_, args["variant"].text());
            if (!kept)
                return Error{
                    "house.unknown_variant", "variant", {{"variant", args["variant"].text()}}};
            variants_.erase(variants_.begin() + (kept - variants_.data()));
            return Ok{};
        },
        Effect::live);
    schema.command(
        "variant_name", {text("variant", false), text("name", false)},
        [this](const Json& args) -> Status {
            for (HouseVariant& variant : variants_)
                if (variant.id == args["variant"].text()) {
                    variant.name = args["name"].text().substr(0, 80);
                    return Ok{};
                }
            return Error{"house.unknown_variant", "variant", {{"variant", args["variant"].text()}}};
        },
        Effect::live);
}

}  // namespace pt
