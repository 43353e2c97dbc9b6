#include "sims/passive_house/variants.h"

#include <cmath>
#include <utility>

#include "sims/passive_house/use_fields.h"

namespace pt {
namespace {

constexpr std::pair<const char*, double Figures::*> figureKeys[] = {
    {"heating_demand", &Figures::heatingDemand},
    {"heating_load", &Figures::heatingLoad},
    {"cooling_demand", &Figures::coolingDemand},
    {"overheating", &Figures::overheating},
    {"primary_energy", &Figures::primaryEnergy},
    {"energy_cost", &Figures::cost},
    {"co2", &Figures::co2},
    {"pv_yield", &Figures::pvYield}};

Json saveFigures(const Figures& figures) {
    Json json = Json::object();
    for (const auto& [key, value] : figureKeys)
        if (std::isfinite(figures.*value)) json.set(key, figures.*value);
    return json;
}

Figures loadFigures(const Json& json) {
    Figures figures;
    for (const auto& [key, value] : figureKeys) figures.*value = json[key].number(NAN);
    return figures;
}

Result<HouseVariant> loadVariant(const Json& json, const std::string& where) {
    if (!json.isObject()) return Error{"house.not_object", where, {}};
    HouseVariant variant;
    variant.id = json["id"].text();
    variant.name = json["name"].text();
    if (variant.id.empty() || variant.id.size() > 8)
        return Error{"house.text", where + ".id", {{"key", "id"}}};
    if (variant.name.size() > 80) return Error{"house.text", where + ".name", {{"key", "name"}}};
    Result<House> house = loadHouse(json["house"]);
    if (!house.ok()) return Error{house.error().key, where + ".house", house.error().args};
    Result<HouseUse> use = loadUse(json["use"]);
    if (!use.ok()) return Error{use.error().key, where + ".use", use.error().args};
    variant.house = std::move(house.value());
    variant.use = use.value();
    variant.figures = loadFigures(json["figures"]);
    return variant;
}

}  // namespace

std::string freeVariantId(const std::vector<HouseVariant>& variants) {
    std::string id = "A";
    while (findVariant(variants, id)) ++id.front();
    return id;
}

const HouseVariant* findVariant(const std::vector<HouseVariant>& variants, std::string_view id) {
    for (const HouseVariant& variant : variants)
        if (variant.id == id) return &variant;
    return nullptr;
}

Json saveVariants(const std::vector<HouseVariant>& variants) {
    Json list = Json::list();
    for (const HouseVariant& variant : variants)
        list.add(Json::object()
                     .set("id", variant.id)
                     .set("name", variant.name)
                     .set("house", saveHouse(variant.house))
                     .set("use", saveUse(variant.use))
                     .set("figures", saveFigures(variant.figures)));
    return Json::object().set("variants", std::move(list));
}

Result<std::vector<HouseVariant>> loadVariants(const Json& json) {
    if (!json.isObject()) return Error{"house.not_object", "", {}};
    const Json::List& list = json["variants"].items();
    if (list.size() > mostVariants)
        return Error{
            "house.list", "variants", {{"key", "variants"}, {"max", std::to_string(mostVariants)}}};
    std::vector<HouseVariant> variants;
    for (size_t i = 0; i < list.size(); ++i) {
        const std::string where = "variants[" + std::to_string(i) + "]";
        Result<HouseVariant> variant = loadVariant(list[i], where);
        if (!variant.ok()) return variant.error();
        if (findVariant(variants, variant.value().id))
            return Error{"house.duplicate_variant", where, {{"id", variant.value().id}}};
        variants.push_back(std::move(variant.value()));
    }
    return variants;
}

}  // namespace pt
