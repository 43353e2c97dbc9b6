#include "sims/passive_house/view_house.h"

#include <cmath>

#include "sims/passive_house/view_house_cut.h"
#include "sims/passive_house/view_house_facade.h"
#include "sims/passive_house/view_house_flows.h"
#include "sims/passive_house/view_house_garden.h"
#include "sims/passive_house/view_house_loupe.h"
#include "sims/passive_house/view_house_machines.h"
#include "sims/passive_house/view_house_people.h"
#include "sims/passive_house/view_house_rooms.h"
#include "sims/passive_house/view_house_style.h"

namespace pt {
namespace house_view {
namespace {

// A thermometer with its value beside it.
void drawThermometer(Scene& scene, Vec at, double kelvin, const char* key) {
    if (!std::isfinite(kelvin)) return;
    const double share = unitShare((kelvin - 253.15) / 60);
    scene.bar(at, at + Vec(0, 0.62), 0.1, outlined(Ink::sheet, Ink::ink, 1));
    scene.bar(at, at + Vec(0, 0.06 + 0.54 * share), 0.045, filled(Ink::error));
    scene.circle(at, 0.1, outlined(Ink::error, Ink::ink, 1));
    Shape& text = scene.text(
        at + Vec(0, 0.3), say(scene.words(), key, {{"air", celsius(scene.words(), kelvin)}}), 15);
    text.bold = true;
    text.align = Align::left;
    text.offset = {12, 0};
    text.plate = true;
    text.halo = Ink::sheet;
    text.priority = 60;
}

void drawTemperatures(Scene& scene, const HouseFrame& frame, const HouseNow& now) {
    if (!now.computed) return;
    drawThermometer(scene, {frame.left() - 1.9, frame.ground + 1.1}, now.outdoors, "outdoors_is");
    if (!frame.isCut()) return;
    const double top = frame.storeyFloor(frame.house.storeys - 1);
    drawThermometer(scene, {0.3 * frame.length, top + 1.35}, now.air, "indoors_is");
    if (frame.sunspace > 0.6)
        drawThermometer(scene, {frame.front() + 0.3, 1.6}, now.sunspaceAir, "indoors_is");
}

void addNotes(Scene& scene, const HouseNow& now, const HouseLook& look) {
    const Words& words = scene.words();
    if (!now.computed) {
        Note trouble;
        trouble.text = say(words, "not_computed");
        trouble.strong = trouble.warns = true;
        scene.note(trouble);
    }
    if (look.temperatures) {
        Note scale;
        scale.role = Role::scale;
        scale.palette = Palette::temperature;
        scale.text = say(words, "temperature");
        scale.low = words.number(coldest - 273.15, 1) + "\u202f°C";
        scale.middle = words.number(20, 2) + "\u202f°C";
        scale.high = words.number(warmest - 273.15, 2) + "\u202f°C";
        scene.note(scale);
    }
    if (!look.flows) return;
    for (const auto& [key, ink] :
         {std::pair{"gains_legend", Ink::compression}, std::pair{"losses_legend", Ink::tension}}) {
        Note legend;
        legend.role = Role::legend;
        legend.text = say(words, key);
        legend.swatch = stroked(ink, 6);
        legend.hasSwatch = true;
        scene.note(legend);
    }
}

void drawCut(Scene& scene, const PassiveHouse& model, const HouseFrame& frame, const HouseNow& now,
             const HouseLook& look, const HouseItems& items) {
    drawSunPath(scene, frame, now, items.sun);
    drawSoil(scene, frame, now);
    drawTrees(scene, frame, now);
    drawRooms(scene, frame, now, look, items);
    const int persons = personsOf(model.use());
    drawFurniture(scene, frame, now, persons);
    drawBeams(scene, frame, now, look);
    drawShell(scene, frame, now, look, items);
    drawPanels(scene, frame, model.use().pvArea, items.pv);
    drawHeating(scene, frame, model.use(), now, look, items);
    drawVentilation(scene, frame, model.use(), now, look, items);
    drawPeople(scene, frame, now, look, items, persons);
    if (look.flows) drawFlows(scene, frame, now, look, items);
    drawLoupe(scene, model, frame, now, look, items);
}

}  // namespace
}  // namespace house_view

std::vector<ViewOption> houseLooks() {
    using house_view::sideKeys;
    return {{"house_side", {sideKeys.begin(), sideKeys.end()}, "cut"},
            {"house_colours", {"temperatures", "materials"}, "temperatures"},
            {"house_flows", {}, "on"},
            {"house_watts", {}, "on"}};
}

void drawHouse(Scene& scene, const PassiveHouse& model, const ViewState& state) {
    using namespace house_view;
    const HouseFrame frame(model.house(), state);
    const HouseNow now(model);
    const HouseLook look(state);
    scene.bounds(frame.low, frame.high);
    const HouseItems items = addHouseItems(scene, model, frame, now, look);
    drawSky(scene, frame, now, state.clock);
    if (frame.isCut()) {
        drawCut(scene, model, frame, now, look, items);
    } else {
        drawSoil(scene, frame, now);
        drawTrees(scene, frame, now);
        drawFacade(scene, frame, now, look, items);
    }
    drawTemperatures(scene, frame, now);
    drawCompass(scene, frame, now, look, items.compass);
    addNotes(scene, now, look);
}

}  // namespace pt
