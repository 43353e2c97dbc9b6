// What can be done to the chosen window, wall, roof or floor, and to the house.
#include "sims/passive_house/editor_house.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/presets.h"
#include "sims/passive_house/view_house_layers.h"
#include "sims/passive_house/view_house_look.h"

namespace pt {

using namespace house_view;

namespace {

constexpr double newOverhang = 0.8, newLayer = 0.1, newSunspace = 2, gable = 0.6108652381980153;

std::vector<std::string> glazings() {
    std::vector<std::string> keys;
    for (const GlazingType& type : glazingTypes())
        if (type.key.rfind("bestest", 0) != 0) keys.push_back(type.key);
    return keys;
}

std::vector<std::string> frames() {
    std::vector<std::string> keys;
    for (const FrameType& type : frameTypes())
        if (type.width > 0) keys.push_back(type.key);
    return keys;
}

std::vector<std::string> insulations() {
    std::vector<std::string> keys;
    for (const BuildingMaterial& material : buildingMaterials())
        if (matterOf(material.key) == Matter::insulation) keys.push_back(material.key);
    return keys;
}

Command houseSet(const char* key, double value) {
    return {"house_set", Json::object().set(key, value), 0};
}

}  // namespace

std::vector<StageAction> HouseEditor::actions(const ViewState& looking) const {
    const House& house = model_.house();
    if (windowOfItem(house, looking.selected))
        return {{"glazing", true, "", glazings()},
                {"frame", true, "", frames()},
                {"overhang", true, "", {}},
                {"blind", true, "", {}},
                {"window_remove", true, "Delete", {}}};
    Part part = Part::wall;
    if (partOfItem(looking.selected, part)) {
        const bool insulated = mainLayer(house.part(part)) >= 0;
        return {{"construction", true, "", {presetKeys.begin(), presetKeys.end()}},
                {"insulation", insulated, "", insulations()},
                {"layer_add", house.part(part).layers.size() < mostLayers, "", insulations()},
                {"layer_remove", house.part(part).layers.size() > 1 && insulated, "Delete", {}}};
    }
    return {{"window_add",
             house.windows.size() < mostWindows,
             "",
             {facadeKeys.begin(), facadeKeys.end()}},
            {"all_construction", true, "", {presetKeys.begin(), presetKeys.end()}},
            {"roof_shape", true, "", {"flat", "gable"}},
            {"storeys", true, "", {"1", "2", "3"}},
            {"sunspace", true, "", {}}};
}

std::vector<Command> HouseEditor::act(std::string_view action, std::string_view option,
                                      ViewState& looking) {
    const House& house = model_.house();
    if (const HouseWindow* window = windowOfItem(house, looking.selected)) {
        Json args = Json::object().set("window", window->id);
        if (action == "window_remove") {
            looking.selected.clear();
            looking.selection.clear();
            return {{"window_remove", args, 0}};
        }
        if (action == "glazing" || action == "frame")
            args.set(std::string(action), std::string(option));
        if (action == "overhang") args.set("overhang", window->overhang > 0 ? 0.0 : newOverhang);
        if (action == "blind") args.set("screen", window->screen ? "no" : "yes");
        return {{"window_set", args, 0}};
    }
    Part part = Part::wall;
    return partOfItem(looking.selected, part) ? partAction(action, option, part)
                                              : houseAction(action, option);
}

std::vector<Command> HouseEditor::partAction(std::string_view action, std::string_view option,
                                             Part part) const {
    const House& house = model_.house();
    const std::string name = partKeys[static_cast<size_t>(part)];
    const int layer = mainLayer(house.part(part));
    const std::string material(option);
    if (action == "construction")
        return {{"construction", Json::object().set("part", name).set("preset", material), 0}};
    if (layer < 0) return {};
    const Json where = Json::object().set("layer", layerName(part, layer));
    Json with = where;
    with.set("material", material);
    if (action == "insulation") return {{"layer_set", with, 0}};
    if (action == "layer_add") return {{"layer_add", with.set("thickness", newLayer), 0}};
    if (action == "layer_remove") return {{"layer_remove", where, 0}};
    return {};
}

std::vector<Command> HouseEditor::houseAction(std::string_view action,
                                              std::string_view option) const {
    const House& house = model_.house();
    if (action == "window_add")
        return {{"window_add", Json::object().set("facade", std::string(option)), 0}};
    if (action == "all_construction")
        return {{"construction",
                 Json::object().set("part", "all").set("preset", std::string(option)), 0}};
    if (action == "roof_shape") return {houseSet("roof_pitch", option == "gable" ? gable : 0)};
    if (action == "storeys" && option.size() == 1) return {houseSet("storeys", option[0] - '0')};
    if (action == "sunspace") return {houseSet("sunspace", house.hasSunspace() ? 0 : newSunspace)};
    return {};
}

}  // namespace pt
