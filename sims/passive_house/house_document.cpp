// The document "house": reading it from people's files, and writing it.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>

#include "sims/passive_house/detail.h"
#include "sims/passive_house/house.h"

namespace pt {
namespace {

// -- reading: each reader adds the first error it meets and goes on with the start values

class Reader {
public:
    void fail(const char* key, const std::string& where, Args args = {}) {
        if (!error_) error_ = Error{key, where, std::move(args)};
    }
    const std::optional<Error>& error() const { return error_; }

    bool object(const Json& json, const std::string& where,
                std::initializer_list<std::string_view> known) {
        if (!json.isObject()) {
            fail("house.not_object", where);
            return false;
        }
        for (const auto& [key, value] : json.entries())
            if (std::find(known.begin(), known.end(), key) == known.end())
                fail("house.unknown_key", where, {{"key", key}});
        return true;
    }
    void number(const Json& json, const char* key, const std::string& where, double& value) {
        if (!json.has(key)) return;
        if (!json[key].isNumber() || !std::isfinite(json[key].number()))
            return fail("house.number", where.empty() ? key : where + "." + key, {{"key", key}});
        value = json[key].number();
    }
    void text(const Json& json, const char* key, const std::string& where, std::string& value) {
        if (!json.has(key)) return;
        if (!json[key].isText() || json[key].text().empty() || json[key].text().size() > 40)
            return fail("house.text", where.empty() ? key : where + "." + key, {{"key", key}});
        value = json[key].text();
    }
    void flag(const Json& json, const char* key, const std::string& where, bool& value) {
        std::string word = value ? "yes" : "no";
        text(json, key, where, word);
        if (word != "yes" && word != "no") fail("house.flag", where + "." + key, {{"key", key}});
        value = word == "yes";
    }
    template <class Enum, size_t N>
    void choice(const Json& json, const char* key, const std::string& where,
                const std::array<const char*, N>& options, Enum& value) {
        std::string word = options[static_cast<size_t>(value)];
        text(json, key, where, word);
        for (size_t i = 0; i < N; ++i) {
            if (word != options[i]) continue;
            value = static_cast<Enum>(i);
            return;
        }
        fail("house.option", where.empty() ? key : where + "." + key,
             {{"key", key}, {"value", word}});
    }
    // The items of a list of at most `most`.
    const Json::List& list(const Json& json, const char* key, const std::string& where,
                           size_t most) {
        static const Json::List none;
        if (!json.has(key)) return none;
        if (json[key].isList() && json[key].items().size() <= most) return json[key].items();
        fail("house.list", where.empty() ? key : where + "." + key,
             {{"key", key}, {"max", std::to_string(most)}});
        return none;
    }

private:
    std::optional<Error> error_;
};

std::string at(const std::string& where, const char* list, size_t index) {
    return where + (where.empty() ? "" : ".") + list + "[" + std::to_string(index) + "]";
}

HouseLayer readLayer(Reader& reader, const Json& json, const std::string& where) {
    HouseLayer layer;
    if (!reader.object(
            json, where,
            {"material", "thickness", "conductivity", "density", "heat_capacity", "resistance"}))
        return layer;
    reader.text(json, "material", where, layer.material);
    reader.number(json, "thickness", where, layer.thickness);
    reader.number(json, "conductivity", where, layer.conductivity);
    reader.number(json, "density", where, layer.density);
    reader.number(json, "heat_capacity", where, layer.heatCapacity);
    reader.number(json, "resistance", where, layer.resistance);
    return layer;
}

HouseConstruction readConstruction(Reader& reader, const Json& json, const std::string& where) {
    HouseConstruction part;
    if (!reader.object(json, where,
                       {"layers", "emissivity_out", "emissivity_in", "absorptance_out",
                        "absorptance_in", "inside_film", "outside_film"}))
        return part;
    const Json::List& layers = reader.list(json, "layers", where, mostLayers);
    for (size_t i = 0; i < layers.size(); ++i)
        part.layers.push_back(readLayer(reader, layers[i], at(where, "layers", i)));
    reader.number(json, "emissivity_out", where, part.emissivityOut);
    reader.number(json, "emissivity_in", where, part.emissivityIn);
    reader.number(json, "absorptance_out", where, part.absorptanceOut);
    reader.number(json, "absorptance_in", where, part.absorptanceIn);
    reader.number(json, "inside_film", where, part.insideFilm);
    reader.number(json, "outside_film", where, part.outsideFilm);
    return part;
}

HouseWindow readWindow(Reader& reader, const Json& json, size_t index) {
    HouseWindow window;
    window.id = "V" + std::to_string(index + 1);
    window.glazing = "double_argon";
    window.frame = "wood";
    const std::string where = at("", "windows", index);
    if (!reader.object(json, where,
                       {"id", "facade", "sunspace", "x", "z", "width", "height", "glazing", "frame",
                        "overhang", "overhang_gap", "overhang_side", "fins", "fins_gap",
                        "fins_below", "fins_above", "screen"}))
        return window;
    reader.text(json, "id", where, window.id);
    reader.choice(json, "facade", where, facadeKeys, window.facade);
    reader.flag(json, "sunspace", where, window.sunspace);
    reader.flag(json, "screen", where, window.screen);
    reader.text(json, "glazing", where, window.glazing);
    reader.text(json, "frame", where, window.frame);
    const std::pair<const char*, double*> numbers[] = {{"x", &window.x},
                                                       {"z", &window.z},
                                                       {"width", &window.width},
                                                       {"height", &window.height},
                                                       {"overhang", &window.overhang},
                                                       {"overhang_gap", &window.overhangGap},
                                                       {"overhang_side", &window.overhangSide},
                                                       {"fins", &window.fins},
                                                       {"fins_gap", &window.finsGap},
                                                       {"fins_below", &window.finsBelow},
                                                       {"fins_above", &window.finsAbove}};
    for (const auto& [key, value] : numbers) reader.number(json, key, where, *value);
    return window;
}

void readParts(Reader& reader, const Json& json, House& house) {
    if (json.has("parts") &&
        reader.object(json["parts"], "parts", {"wall", "roof", "floor", "common"}))
        for (size_t i = 0; i < partKeys.size(); ++i)
            if (json["parts"].has(partKeys[i]))
                house.parts[i] = readConstruction(reader, json["parts"][partKeys[i]],
                                                  std::string("parts.") + partKeys[i]);
    if (!json.has("sunspace_parts") ||
        !reader.object(json["sunspace_parts"], "sunspace_parts", {"wall", "roof", "floor"}))
        return;
    house.sunspaceParts.emplace();
    for (size_t i = 0; i < 3; ++i)
        (*house.sunspaceParts)[i] = readConstruction(reader, json["sunspace_parts"][partKeys[i]],
                                                     std::string("sunspace_parts.") + partKeys[i]);
}

void readJunctions(Reader& reader, const Json& json, House& house) {
    if (!json.has("junctions") ||
        !reader.object(json["junctions"], "junctions",
                       {junctionKeys[0], junctionKeys[1], junctionKeys[2], junctionKeys[3]}))
        return;
    for (size_t i = 0; i < junctionKeys.size(); ++i) {
        const Json& junction = json["junctions"][junctionKeys[i]];
        const std::string where = std::string("junctions.") + junctionKeys[i];
        if (!json["junctions"].has(junctionKeys[i]) ||
            !reader.object(junction, where, {"psi", "variant"}))
            continue;
        reader.number(junction, "psi", where, house.junctions[i].psi);
        reader.text(junction, "variant", where, house.junctions[i].variant);
    }
}

void readShares(Reader& reader, const Json& json, House& house) {
    if (!json.has("solar_shares")) return;
    const Json::List& shares = reader.list(json, "solar_shares", "", 6);
    if (shares.size() != 6) return reader.fail("house.solar_shares", "solar_shares");
    house.solarShares.emplace();
    for (size_t i = 0; i < 6; ++i) (*house.solarShares)[i] = shares[i].number(-1);
}

// -- writing: what stands at its start value is left out

void put(Json& json, const char* key, double value, double start) {
    if (std::isfinite(value) && value != start) json.set(key, value);
}

Json saveLayer(const HouseLayer& layer) {
    Json json = Json::object();
    json.set("material", layer.material).set("thickness", layer.thickness);
    if (layer.material != "own") return json;
    json.set("conductivity", layer.conductivity)
        .set("density", layer.density)
        .set("heat_capacity", layer.heatCapacity)
        .set("resistance", layer.resistance);
    return json;
}

Json saveConstruction(const HouseConstruction& part) {
    const HouseConstruction start;
    Json layers = Json::list();
    for (const HouseLayer& layer : part.layers) layers.add(saveLayer(layer));
    Json json = Json::object();
    json.set("layers", std::move(layers));
    put(json, "emissivity_out", part.emissivityOut, start.emissivityOut);
    put(json, "emissivity_in", part.emissivityIn, start.emissivityIn);
    put(json, "absorptance_out", part.absorptanceOut, start.absorptanceOut);
    put(json, "absorptance_in", part.absorptanceIn, start.absorptanceIn);
    put(json, "inside_film", part.insideFilm, start.insideFilm);
    put(json, "outside_film", part.outsideFilm, start.outsideFilm);
    return json;
}

Json saveWindow(const HouseWindow& window) {
    Json json = Json::object();
    json.set("id", window.id).set("facade", facadeKeys[static_cast<size_t>(window.facade)]);
    if (window.sunspace) json.set("sunspace", "yes");
    json.set("x", window.x).set("z", window.z);
    json.set("width", window.width).set("height", window.height);
    json.set("glazing", window.glazing).set("frame", window.frame);
    put(json, "overhang", window.overhang, 0);
    put(json, "overhang_gap", window.overhangGap, 0);
    put(json, "overhang_side", window.overhangSide, 0);
    put(json, "fins", window.fins, 0);
    put(json, "fins_gap", window.finsGap, 0);
    put(json, "fins_below", window.finsBelow, 0);
    put(json, "fins_above", window.finsAbove, 0);
    if (window.screen) json.set("screen", "yes");
    return json;
}

}  // namespace

Json saveHouse(const House& house) {
    Json json = Json::object();
    json.set("width", house.width).set("depth", house.depth);
    json.set("storey_height", house.storeyHeight).set("storeys", house.storeys);
    json.set("roof_pitch", house.roofPitch).set("orientation", house.orientation);
    json.set("sunspace", house.sunspaceDepth).set("balcony", house.balcony);
    json.set("under", underKeys[static_cast<size_t>(house.under)]);
    put(json, "under_temperature", house.underTemperature, House().underTemperature);
    Json parts = Json::object();
    for (size_t i = 0; i < partKeys.size(); ++i)
        parts.set(partKeys[i], saveConstruction(house.parts[i]));
    json.set("parts", std::move(parts));
    if (house.sunspaceParts) {
        Json own = Json::object();
        for (size_t i = 0; i < 3; ++i)
            own.set(partKeys[i], saveConstruction((*house.sunspaceParts)[i]));
        json.set("sunspace_parts", std::move(own));
    }
    Json windows = Json::list();
    for (const HouseWindow& window : house.windows) windows.add(saveWindow(window));
    json.set("windows", std::move(windows));
    Json junctions = Json::object();
    for (size_t i = 0; i < junctionKeys.size(); ++i)
        junctions.set(junctionKeys[i], Json::object()
                                           .set("psi", house.junctions[i].psi)
                                           .set("variant", house.junctions[i].variant));
    json.set("junctions", std::move(junctions));
    put(json, "window_inside_film", house.windowInsideFilm, notFixed);
    put(json, "window_outside_film", house.windowOutsideFilm, notFixed);
    if (house.solarShares) {
        Json shares = Json::list();
        for (const double share : *house.solarShares) shares.add(share);
        json.set("solar_shares", std::move(shares));
    }
    return json;
}

Result<House> loadHouse(const Json& json) {
    Reader reader;
    House house = defaultHouse();
    if (!reader.object(json, "",
                       {"width", "depth", "storey_height", "storeys", "roof_pitch", "orientation",
                        "sunspace", "balcony", "under", "under_temperature", "parts",
                        "sunspace_parts", "windows", "junctions", "window_inside_film",
                        "window_outside_film", "solar_shares"}))
        return *reader.error();
    double storeys = house.storeys;
    const std::pair<const char*, double*> numbers[] = {
        {"width", &house.width},
        {"depth", &house.depth},
        {"storey_height", &house.storeyHeight},
        {"storeys", &storeys},
        {"roof_pitch", &house.roofPitch},
        {"orientation", &house.orientation},
        {"sunspace", &house.sunspaceDepth},
        {"balcony", &house.balcony},
        {"under_temperature", &house.underTemperature},
        {"window_inside_film", &house.windowInsideFilm},
        {"window_outside_film", &house.windowOutsideFilm}};
    for (const auto& [key, value] : numbers) reader.number(json, key, "", *value);
    if (storeys == 1 || storeys == 2 || storeys == 3)
        house.storeys = static_cast<int>(storeys);
    else
        reader.fail("house.storeys", "storeys");
    reader.choice(json, "under", "", underKeys, house.under);
    readParts(reader, json, house);
    if (json.has("windows")) {
        house.windows.clear();
        const Json::List& windows = reader.list(json, "windows", "", mostWindows);
        for (size_t i = 0; i < windows.size(); ++i)
            house.windows.push_back(readWindow(reader, windows[i], i));
    }
    readJunctions(reader, json, house);
    readShares(reader, json, house);
    if (reader.error()) return *reader.error();
    if (Status checked = checkHouse(house); !checked.ok()) return checked.error();
    return house;
}

}  // namespace pt
