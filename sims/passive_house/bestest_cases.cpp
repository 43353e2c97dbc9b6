#include "sims/passive_house/bestest_cases.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pt {
namespace {

constexpr double celsius = 273.15, shelter = 0.07;

constexpr std::array<std::string_view, 30> ids{
    "195",   "220", "450", "600", "600FF", "610", "620", "630",   "640",   "650",
    "650FF", "660", "670", "680", "680FF", "685", "695", "900",   "900FF", "910",
    "920",   "930", "940", "950", "950FF", "960", "980", "980FF", "985",   "995"};

HouseLayer layer(double thickness, double conductivity, double density, double heatCapacity) {
    return {"own", thickness, conductivity, density, heatCapacity, 0};
}
HouseLayer massless(double thickness, double resistance) {
    return {"own", thickness, 1, 0, 0, resistance};
}
HouseConstruction built(std::vector<HouseLayer> layers) {
    HouseConstruction made;
    made.layers = std::move(layers);
    return made;
}

const HouseLayer siding = layer(0.009, 0.14, 530, 900);
const HouseLayer block = layer(0.100, 0.51, 1400, 1000);

HouseConstruction lightWall(HouseLayer insulation) {
    return built({siding, std::move(insulation), layer(0.012, 0.16, 950, 840)});
}
HouseConstruction heavyWall(double foam) {
    return built({siding, layer(foam, 0.04, 10, 1400), block});
}
HouseConstruction roof(double quilt) {
    return built(
        {layer(0.019, 0.14, 530, 900), layer(quilt, 0.04, 12, 840), layer(0.010, 0.16, 950, 840)});
}
HouseConstruction lightFloor() {
    return built({massless(1.003, 25.075), layer(0.025, 0.14, 650, 1200)});
}
HouseConstruction heavyFloor() {
    return built({massless(1.007, 25.175), layer(0.080, 1.13, 1400, 1000)});
}

HouseWindow window(const char* id, Facade facade, double x) {
    HouseWindow made;
    made.id = id;
    made.facade = facade;
    made.x = x;
    made.z = 0.2;
    made.width = 3;
    made.height = 2;
    made.glazing = "bestest_clear";
    made.frame = "none";
    return made;
}
std::vector<HouseWindow> southWindows() {
    return {window("V1", Facade::south, 0.5), window("V2", Facade::south, 4.5)};
}
std::vector<HouseWindow> eastWestWindows() {
    return {window("V1", Facade::east, 1.5), window("V2", Facade::west, 1.5)};
}

// Case 600.
BestestCase base() {
    BestestCase made;
    House& house = made.house;
    house.width = 8;
    house.depth = 6;
    house.storeyHeight = 2.7;
    house.storeys = 1;
    house.under = Under::raised;
    house.part(Part::wall) = lightWall(layer(0.066, 0.04, 12, 840));
    house.part(Part::roof) = roof(0.1118);
    house.part(Part::floor) = lightFloor();
    house.part(Part::common) = built({layer(0.20, 0.51, 1400, 1000)});
    house.windows = southWindows();
    for (HouseJunction& junction : house.junctions) junction = {};

    HouseUse& use = made.use;
    use.heating = static_cast<int>(Heating::ideal);
    use.setpoint = celsius + 20;
    use.setback = use.setpoint;
    use.setbackFrom = use.setbackTo = 0;
    use.cooling = 1;
    use.coolingSetpoint = celsius + 27;
    use.persons = 0;
    use.appliances = 200;
    use.profile = 1;
    use.gainsRadiant = 0.6;
    use.hotWater = 0;
    use.innerWalls = static_cast<int>(InnerWalls::none);
    use.n50 = 0.5 / shelter / 3600;
    use.ventilation = static_cast<int>(VentilationKind::none);
    use.airing = static_cast<int>(AiringKind::off);
    return made;
}

void makeHeavy(BestestCase& made) {
    made.house.part(Part::wall) = heavyWall(0.0615);
    made.house.part(Part::floor) = heavyFloor();
}
void insulate(BestestCase& made, bool heavy) {
    made.house.part(Part::wall) =
        heavy ? heavyWall(0.2452) : lightWall(layer(0.25, 0.04, 10, 1400));
    made.house.part(Part::roof) = roof(0.400);
}
void letFloat(BestestCase& made) {
    made.use.heating = static_cast<int>(Heating::none);
    made.use.cooling = 0;
    made.floating = true;
}
void setBack(BestestCase& made) {
    made.use.setback = celsius + 10;
    made.use.setbackFrom = 23;
    made.use.setbackTo = 7;
    made.use.setbackRamp = 1;
}
void airAtNight(BestestCase& made) {
    made.use.heating = static_cast<int>(Heating::none);
    made.use.airing = static_cast<int>(AiringKind::fan);
    made.use.airingFlow = 1700.0 / 3600;
    made.use.airingFrom = 18;
    made.use.airingTo = 7;
    made.use.coolingFrom = 7;
    made.use.coolingTo = 18;
}
void holdTwenty(BestestCase& made) { made.use.coolingSetpoint = made.use.setpoint; }
void turnWindows(BestestCase& made) { made.house.windows = eastWestWindows(); }
void glaze(BestestCase& made, const char* glazing) {
    for (HouseWindow& one : made.house.windows) one.glazing = glazing;
}

// 1 m deep under the roof's edge, over the whole south wall.
void overhang(BestestCase& made) {
    for (HouseWindow& one : made.house.windows) {
        one.overhang = 1;
        one.overhangGap = 0.5;
        one.overhangSide = 0.5;
    }
}
// 1 m deep round each window, from the floor to the roof.
void shade(BestestCase& made) {
    for (HouseWindow& one : made.house.windows) {
        one.overhang = one.fins = 1;
        one.overhangGap = one.finsAbove = 0.5;
        one.finsBelow = 0.2;
    }
}

// The back zone of 960 is the light box without its windows, behind a heavy sun space.
void addSunspace(BestestCase& made) {
    made.house.sunspaceDepth = 2;
    made.house.sunspaceParts =
        std::array<HouseConstruction, 3>{heavyWall(0.0615), roof(0.1118), heavyFloor()};
    made.house.windows = southWindows();
    for (HouseWindow& one : made.house.windows) {
        one.sunspace = true;
        one.z = 0.5;
    }
}

void still(BestestCase& made) {
    made.use.appliances = 0;
    made.use.n50 = 0;
}
void eachPart(BestestCase& made, void (*change)(HouseConstruction&)) {
    for (HouseConstruction& part : made.house.parts) change(part);
}
// 195: walls all round that neither shine nor take sun.
void onlyConduct(BestestCase& made) {
    still(made);
    holdTwenty(made);
    made.house.windows.clear();
    eachPart(made, [](HouseConstruction& part) {
        part.emissivityIn = part.emissivityOut = 0.1;
        part.absorptanceOut = 0.1;
    });
}
// 220: two sheets of glass, painted, stand for the windows.
void closeWindows(BestestCase& made) {
    still(made);
    holdTwenty(made);
    glaze(made, "bestest_opaque");
    eachPart(made, [](HouseConstruction& part) { part.absorptanceOut = 0.1; });
}
// 450: coefficients as told on both sides.
void fixFilms(BestestCase& made) {
    const auto fix = [&made](Part part, double inside, double outside) {
        made.house.part(part).insideFilm = inside;
        made.house.part(part).outsideFilm = outside;
    };
    fix(Part::wall, 1.8, 21.6);
    fix(Part::roof, 1.7, 21.8);
    fix(Part::floor, 3.7, 5.2);
    made.house.windowInsideFilm = 4.5;
    made.house.windowOutsideFilm = 17.8;
}

using Change = void (*)(BestestCase&);

// What the cases of a series change, by their last two digits: 640 and 940 alike.
const std::map<std::string_view, std::vector<Change>, std::less<>>& changes() {
    static const std::map<std::string_view, std::vector<Change>, std::less<>> all{
        {"00", {}},
        {"10", {overhang}},
        {"20", {turnWindows}},
        {"30", {turnWindows, shade}},
        {"40", {setBack}},
        {"50", {airAtNight}},
        {"60", {[](BestestCase& made) { glaze(made, "bestest_low_e"); }}},
        {"70", {[](BestestCase& made) { glaze(made, "bestest_single"); }}},
        {"80", {}},
        {"85", {holdTwenty}},
        {"95", {holdTwenty}}};
    return all;
}

BestestCase inSeries(std::string_view id) {
    BestestCase made = base();
    const bool heavy = id.front() == '9';
    const std::string_view kind = id.substr(1, 2);
    if (heavy) makeHeavy(made);
    if (kind == "80" || kind == "95") insulate(made, heavy);
    for (const Change change : changes().find(kind)->second) change(made);
    if (id.size() == 5) letFloat(made);  // "FF"
    return made;
}

}  // namespace

std::span<const std::string_view> bestestIds() { return ids; }

std::optional<BestestCase> bestestCase(std::string_view id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) return std::nullopt;
    BestestCase made = base();
    if (id == "195") onlyConduct(made);
    if (id == "220") closeWindows(made);
    if (id == "450") fixFilms(made);
    if (id == "960") addSunspace(made);
    const bool series = (id.front() == '6' || id.front() == '9') && id != "960";
    return series ? inSeries(id) : made;
}

}  // namespace pt
