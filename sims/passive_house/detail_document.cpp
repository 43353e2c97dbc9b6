// The document "detail": read with the place and the remedy of what is wrong, and written.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

#include "sims/passive_house/detail.h"
#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/materials.h"

namespace pt {
namespace {

constexpr const char* climateKeys[] = {"inside", "outside"};

std::string at(const char* list, size_t index, const char* key = nullptr) {
    return std::string(list) + "[" + std::to_string(index) + "]" + (key ? "." : "") +
           (key ? key : "");
}

Status onlyKeys(const Json& json, std::initializer_list<std::string_view> known,
                const std::string& where) {
    if (!json.isObject()) return Error{"detail.not_object", where, {}};
    for (const auto& [key, value] : json.entries())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return Error{"detail.unknown_key", where, {{"key", key}}};
    return Ok{};
}

// A number within ±`most`, into `value`.
Status readNumber(const Json& json, const char* key, const std::string& where, double most,
                  double& value) {
    const Json& number = json[key];
    if (!number.isNumber() || !(std::fabs(number.number()) <= most))
        return Error{"detail.bad_number", where.empty() ? key : where + "." + key, {{"key", key}}};
    value = number.number();
    return Ok{};
}

Status readBox(const Json& json, const std::string& where, DetailBox& box) {
    const std::pair<const char*, double*> sides[] = {
        {"x0", &box.x0}, {"y0", &box.y0}, {"x1", &box.x1}, {"y1", &box.y1}};
    for (const auto& [key, value] : sides)
        if (Status read = readNumber(json, key, where, farthestDetail, *value); !read.ok())
            return read.error();
    if (box.x1 - box.x0 < thinnestRectangle || box.y1 - box.y0 < thinnestRectangle)
        return Error{"detail.bad_size", where, {{"rectangle", json["id"].text()}}};
    return Ok{};
}

Result<DetailRectangle> readRectangle(const Json& json, size_t index,
                                      std::set<std::string>& taken) {
    const std::string where = at("rectangles", index);
    if (Status keys =
            onlyKeys(json, {"id", "material", "x0", "y0", "x1", "y1", "conductivity"}, where);
        !keys.ok())
        return keys.error();
    DetailRectangle rectangle;
    rectangle.id = json["id"].text();
    if (!isDetailName(rectangle.id)) return Error{"detail.bad_id", where + ".id", {}};
    if (!taken.insert(rectangle.id).second)
        return Error{"detail.duplicate_id", where + ".id", {{"id", rectangle.id}}};
    rectangle.material = json["material"].text();
    DetailBox box;
    if (Status read = readBox(json, where, box); !read.ok()) return read.error();
    setBox(rectangle, box);
    const bool own = rectangle.material == "own" || isWindowPart(rectangle.material);
    if (!own && !findBuildingMaterial(rectangle.material))
        return Error{
            "detail.unknown_material", where + ".material", {{"material", rectangle.material}}};
    if (!own && !json.has("conductivity")) return rectangle;
    if (Status read = readNumber(json, "conductivity", where, 1e4, rectangle.conductivity);
        !read.ok())
        return read.error();
    if (!own || !(rectangle.conductivity >= 1e-4))
        return Error{"detail.bad_number", where + ".conductivity", {{"key", "conductivity"}}};
    return rectangle;
}

Result<DetailAir> readAir(const Json& json, size_t index) {
    const std::string where = at("airs", index);
    if (Status keys = onlyKeys(json, {"climate", "x", "y"}, where); !keys.ok()) return keys.error();
    DetailAir air;
    const std::string& climate = json["climate"].text();
    if (climate != climateKeys[0] && climate != climateKeys[1])
        return Error{"detail.bad_climate", where + ".climate", {{"value", climate}}};
    air.climate = climate == climateKeys[0] ? Climate::inside : Climate::outside;
    if (Status x = readNumber(json, "x", where, farthestDetail, air.x); !x.ok()) return x.error();
    if (Status y = readNumber(json, "y", where, farthestDetail, air.y); !y.ok()) return y.error();
    return air;
}

Status readLists(const Json& json, Detail& detail) {
    for (const auto& [key, most] :
         {std::pair("rectangles", mostDetailRectangles), std::pair("airs", mostDetailRectangles)}) {
        if (!json[key].isList()) return Error{"detail.missing", key, {{"key", key}}};
        if (json[key].items().size() > most)
            return Error{"detail.too_many", key, {{"max", std::to_string(most)}}};
    }
    std::set<std::string> taken;
    for (const Json& item : json["rectangles"].items()) {
        Result<DetailRectangle> rectangle = readRectangle(item, detail.rectangles.size(), taken);
        if (!rectangle.ok()) return rectangle.error();
        detail.rectangles.push_back(std::move(rectangle.value()));
    }
    for (const Json& item : json["airs"].items()) {
        const Result<DetailAir> air = readAir(item, detail.airs.size());
        if (!air.ok()) return air.error();
        detail.airs.push_back(air.value());
    }
    return Ok{};
}

Json writeBox(const DetailBox& box, Json json = Json::object()) {
    return json.set("x0", box.x0).set("y0", box.y0).set("x1", box.x1).set("y1", box.y1);
}

}  // namespace

Result<Detail> loadDetail(const Json& value) {
    if (Status keys = onlyKeys(
            value, {"junction", "variant", "rectangles", "airs", "sheet", "look", "ground"}, "");
        !keys.ok())
        return keys.error();
    Detail detail;
    const auto junction =
        std::find(junctionKeys.begin(), junctionKeys.end(), value["junction"].text());
    if (junction == junctionKeys.end())
        return Error{"detail.unknown_junction", "junction", {{"value", value["junction"].text()}}};
    detail.junction = static_cast<Junction>(junction - junctionKeys.begin());
    detail.variant = value["variant"].text();
    if (!isDetailName(detail.variant)) return Error{"detail.bad_id", "variant", {}};
    for (const auto& [key, box] :
         {std::pair("sheet", &detail.sheet), std::pair("look", &detail.look)}) {
        if (Status keys = onlyKeys(value[key], {"x0", "y0", "x1", "y1"}, key); !keys.ok())
            return keys.error();
        if (Status read = readBox(value[key], key, *box); !read.ok()) return read.error();
    }
    if (value.has("ground"))
        if (Status ground = readNumber(value, "ground", "", farthestDetail, detail.ground);
            !ground.ok())
            return ground.error();
    if (detail.ground < 0) return Error{"detail.bad_number", "ground", {{"key", "ground"}}};
    if (Status lists = readLists(value, detail); !lists.ok()) return lists.error();
    return detail;
}

Json saveDetail(const Detail& detail) {
    Json rectangles = Json::list(), airs = Json::list();
    for (const DetailRectangle& each : detail.rectangles) {
        Json json =
            writeBox(boxOf(each), Json::object().set("id", each.id).set("material", each.material));
        if (each.conductivity > 0) json.set("conductivity", each.conductivity);
        rectangles.add(std::move(json));
    }
    for (const DetailAir& air : detail.airs)
        airs.add(Json::object()
                     .set("climate", climateKeys[static_cast<size_t>(air.climate)])
                     .set("x", air.x)
                     .set("y", air.y));
    Json json = Json::object();
    json.set("junction", junctionKeys[static_cast<size_t>(detail.junction)])
        .set("variant", detail.variant)
        .set("rectangles", std::move(rectangles))
        .set("airs", std::move(airs))
        .set("sheet", writeBox(detail.sheet))
        .set("look", writeBox(detail.look));
    if (detail.ground > 0) json.set("ground", detail.ground);
    return json;
}

}  // namespace pt
