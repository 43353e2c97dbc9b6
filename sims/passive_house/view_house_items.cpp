// The cards: what each part of the house consists of, its U-value step by step, and what flows.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/core/math.h"
#include "engine/units/unit.h"
#include "sims/passive_house/house_building.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_house_flows.h"
#include "sims/passive_house/view_house_people.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

class Cards {
public:
    Cards(Scene& scene, const PassiveHouse& model, const HouseNow& now)
        : scene_(scene), words_(scene.words()), model_(model), now_(now) {}

    int add(std::string id, std::string name, std::vector<std::string> lines, Vec center) {
        return scene_.item({std::move(id), std::move(name), std::move(lines), center});
    }
    const Words& words() const { return words_; }
    std::string word(std::string_view key, const Args& args = {}) const {
        return say(words_, key, args);
    }

    // "Rse 0,04 + 9 cm gevelsteen …" one line a layer, then what they add up to.
    std::vector<std::string> uValue(Part part) const {
        std::vector<std::string> lines;
        double sum = 0;
        if (!model_.weather()) return lines;
        for (const Resistance& step : resistances(model_.house(), part, *model_.weather())) {
            sum += step.resistance;
            const std::string r = plain(words_, step.resistance, 3);
            const bool film = step.key == "inside" || step.key == "outside" || step.key == "ground";
            if (film)
                lines.push_back(word("step_" + step.key, {{"r", r}}));
            else if (step.conductivity > 0)
                lines.push_back(
                    word("step_layer", {{"material", materialName(step.key)},
                                        {"thickness", centimetres(words_, step.thickness)},
                                        {"d", plain(words_, step.thickness, 4)},
                                        {"lambda", plain(words_, step.conductivity, 3)},
                                        {"r", r}}));
            else
                lines.push_back(
                    word("step_massless", {{"material", materialName(step.key)}, {"r", r}}));
        }
        const std::string total = plain(words_, sum, 3);
        lines.push_back(word("sum_r", {{"r", total}}));
        lines.push_back(
            word("u_is", {{"r", total}, {"u", words_.number(sum > 0 ? 1 / sum : 0, 3)}}));
        return lines;
    }
    std::string materialName(const std::string& key) const {
        return words_("passive_house.material." + key);
    }

    void flow(std::vector<std::string>& lines, double now, double year) const {
        if (std::isfinite(now))
            lines.push_back(
                word(now < 0 ? "flow_out" : "flow_in", {{"watt", watts(words_, std::fabs(now))}}));
        if (std::isfinite(year))
            lines.push_back(word(year < 0 ? "year_out" : "year_in",
                                 {{"energy", kilowattHours(words_, std::fabs(year))}}));
    }
    std::vector<std::string> skinLines(Part part, const Skin& skin) const {
        std::vector<std::string> lines;
        flow(lines, skin.inward, skin.yearInward);
        if (std::isfinite(skin.inside))
            lines.push_back(word("faces", {{"inside", celsius(words_, skin.inside)},
                                           {"outside", celsius(words_, skin.outside)}}));
        if (skin.sun > 1)
            lines.push_back(word("sun_on", {{"sun", words_.quantity(skin.sun, unit("W/m2"))}}));
        for (std::string& line : uValue(part)) lines.push_back(std::move(line));
        return lines;
    }

    std::vector<std::string> sunspaceLines() const {
        if (!now_.computed) return {};
        return {word("air_is", {{"air", celsius(words_, now_.sunspaceAir)}}),
                word("faces", {{"inside", celsius(words_, now_.sunWall.inside)},
                               {"outside", celsius(words_, now_.sunWall.outside)}})};
    }

    std::vector<std::string> windowLines(size_t index) const {
        const HouseWindow& window = model_.house().windows[index];
        const WindowNow& state = now_.windows[index];
        std::vector<std::string> lines{
            word("window_size", {{"width", centimetres(words_, window.width)},
                                 {"height", centimetres(words_, window.height)},
                                 {"sill", centimetres(words_, window.z)}})};
        if (const GlazingType* glass = findGlazing(window.glazing))
            lines.push_back(
                word("window_glass", {{"glass", words_("passive_house.glazing." + window.glazing)},
                                      {"ug", words_.number(glass->Ug, 2)},
                                      {"g", words_.number(glass->g, 2)}}));
        if (const FrameType* type = findFrame(window.frame); type && type->width > 0)
            lines.push_back(
                word("window_frame", {{"frame", words_("passive_house.frame." + window.frame)},
                                      {"uf", words_.number(type->Uf, 2)}}));
        lines.push_back(word("window_u", {{"uw", words_.number(windowU(window), 3)}}));
        if (std::isfinite(state.solar))
            lines.push_back(word("window_now", {{"sun", watts(words_, state.solar)},
                                                {"loss", watts(words_, state.conduction)}}));
        if (now_.sunElevation > 0 && now_.beam > 20 && std::isfinite(state.solar))
            lines.push_back(word("window_lit", {{"share", plain(words_, 100 * state.lit, 0)}}));
        if (std::isfinite(state.yearSolar))
            lines.push_back(
                word("window_year",
                     {{"sun", kilowattHours(words_, state.yearSolar)},
                      {"loss", kilowattHours(words_, state.yearConduction)},
                      {"sum", kilowattHours(words_, state.yearSolar + state.yearConduction)}}));
        if (window.overhang > 0)
            lines.push_back(word("overhang_is", {{"depth", centimetres(words_, window.overhang)}}));
        return lines;
    }

private:
    Scene& scene_;
    const Words& words_;
    const PassiveHouse& model_;
    const HouseNow& now_;
};

double yearOf(const YearResult* year, Flow flow) {
    if (!year) return unknown;
    const HeatBalance& b = year->year;
    const double terms[] = {b.walls,        b.roof,        b.floor,  b.windows,  b.bridges,
                            b.infiltration, b.ventilation, b.airing, b.sunspace, b.solar,
                            b.gains,        b.heating,     b.cooling};
    static_assert(std::size(terms) == flowCount);
    return terms[static_cast<size_t>(flow)];
}

Vec windowCenter(const HouseFrame& frame, const HouseWindow& window) {
    const double y = window.z + window.height / 2;
    if (!frame.isCut()) return {window.x + window.width / 2, y};
    switch (window.facade) {
    case Facade::south: return {frame.south() + frame.wall / 2, y};
    case Facade::north: return {frame.north() - frame.wall / 2, y};
    default: return {cutX(frame.house, window) + window.width / 2, y};
    }
}

// Of the four facades the cut shows two and looks at the west one from inside.
bool isSeen(const HouseFrame& frame, Facade facade) {
    return frame.isCut() ? facade != Facade::east : frame.facade == facade;
}

void addWalls(Cards& cards, const HouseFrame& frame, const HouseNow& now, HouseItems& items) {
    const bool green = frame.house.hasSunspace();
    for (size_t i = 0; i < 4; ++i) {
        const auto facade = static_cast<Facade>(i);
        const bool cut = frame.isCut();
        if (!isSeen(frame, facade) || (green && facade == Facade::south)) continue;
        if (cut && facade == Facade::west) continue;
        const Vec center = !cut ? Vec(frame.length / 2, frame.height * 0.5)
                           : facade == Facade::south
                               ? Vec(frame.south() + frame.wall / 2, frame.height - 0.4)
                               : Vec(frame.north() - frame.wall / 2, frame.height - 0.4);
        items.walls[i] = cards.add(wallItem(facade), cards.word(wallItem(facade)),
                                   cards.skinLines(Part::wall, now.walls[i]), center);
    }
}

void addParts(Cards& cards, const HouseFrame& frame, const HouseNow& now, HouseItems& items) {
    Skin roof = now.roofs.empty() ? Skin{} : now.roofs.front();
    if (now.roofs.size() > 1) {
        roof.inward = now.roofInward();
        roof.yearInward += now.roofs[1].yearInward;
    }
    const double middle = frame.isCut() ? 0.7 * frame.house.depth : frame.length / 2;
    items.roof = cards.add(
        "roof", cards.word("roof_part"), cards.skinLines(Part::roof, roof),
        {middle, frame.isCut() ? frame.ceiling(middle, frame.roof / 2) : frame.ridge - 0.3});
    if (!frame.isCut()) return;
    items.floor = cards.add("floor", cards.word("floor_part"),
                            cards.skinLines(Part::floor, now.floor), {middle, -frame.floor / 2});
    if (!frame.house.hasSunspace()) return;
    items.common =
        cards.add("common", cards.word("common_part"), cards.skinLines(Part::common, now.common),
                  {-frame.commonWall / 2, 0.6 * frame.height});
    items.sunspace = cards.add("sunspace", cards.word("sunspace_part"), cards.sunspaceLines(),
                               {-frame.commonWall - frame.sunspace / 2, 0.4 * frame.height});
}

void addWindows(Cards& cards, const HouseFrame& frame, HouseItems& items) {
    const House& house = frame.house;
    items.windows.assign(house.windows.size(), -1);
    for (size_t i = 0; i < house.windows.size(); ++i) {
        const HouseWindow& window = house.windows[i];
        if (!isSeen(frame, window.facade)) continue;
        items.windows[i] =
            cards.add("window." + window.id, cards.word("window", {{"window", window.id}}),
                      cards.windowLines(i), windowCenter(frame, window));
    }
}

void addMachines(Cards& cards, const PassiveHouse& model, const HouseFrame& frame,
                 const HouseNow& now, HouseItems& items) {
    const HouseUse& use = model.use();
    const Words& words = cards.words();
    const double d = frame.house.depth;
    std::vector<std::string> lines;
    cards.flow(lines, now.flows.ventilation, yearOf(model.year(), Flow::ventilation));
    if (use.ventilationKind() != VentilationKind::none) {
        lines.push_back(
            cards.word("air_flow", {{"flow", words.quantity(now.airFlow, unit("m3/h"))}}));
        if (use.ventilationKind() == VentilationKind::balanced)
            lines.push_back(
                cards.word("recovered", {{"share", plain(words, 100 * now.recovery, 0)}}));
        items.ventilation =
            cards.add("ventilation",
                      cards.word(std::string("ventilation.") + ventilationKeys[use.ventilation]),
                      lines, {d - 0.9, frame.height - 0.45});
    }
    if (use.heatingKind() != Heating::none) {
        lines.clear();
        cards.flow(lines, now.flows.heating, yearOf(model.year(), Flow::heating));
        items.heater =
            cards.add("heater", cards.word(std::string("heating.") + heatingKeys[use.heating]),
                      lines, {d - 0.5, 0.5});
    }
    if (use.pvArea > 0)
        items.pv =
            cards.add("pv", cards.word("pv"),
                      {cards.word("pv_area", {{"area", words.quantity(use.pvArea, unit("m2"))}})},
                      {0.25 * d, frame.ceiling(0.25 * d, frame.roof) + 0.1});
    const int persons = personsOf(use), at = personsAtHome(use, now);
    for (int i = 0; i < at; ++i)
        items.persons.push_back(
            cards.add("person." + std::to_string(i + 1),
                      cards.word("person", {{"number", std::to_string(i + 1)}}),
                      {cards.word("person_heat", {{"heat", watts(words, personHeat)}})},
                      personPlace(frame, now, i, persons)));
}

void addFlows(Cards& cards, const PassiveHouse& model, const HouseFrame& frame, const HouseNow& now,
              HouseItems& items) {
    items.flows.fill(-1);
    for (size_t i = 0; i < flowCount; ++i) {
        const auto flow = static_cast<Flow>(i);
        const double watt = wattsOf(now, flow);
        if (!(std::fabs(watt) > 0.5)) continue;
        std::vector<std::string> lines;
        cards.flow(lines, watt, yearOf(model.year(), flow));
        const FlowPlace place = placeOfFlow(frame, now, flow, watt > 0);
        items.flows[i] = cards.add(std::string("flow.") + flowKey(flow), cards.word(flowKey(flow)),
                                   lines, (place.tail + place.head) / 2.0);
    }
}

}  // namespace

HouseItems addHouseItems(Scene& scene, const PassiveHouse& model, const HouseFrame& frame,
                         const HouseNow& now, const HouseLook& look) {
    HouseItems items;
    Cards cards(scene, model, now);
    items.flows.fill(-1);
    if (frame.isCut()) {
        std::vector<std::string> air;
        if (now.computed)
            air = {cards.word("air_is", {{"air", celsius(cards.words(), now.air)}}),
                   cards.word("feels", {{"felt", celsius(cards.words(), now.felt)}})};
        items.air = cards.add("air", cards.word("air"), air, {0.42 * frame.length, 1.4});
    }
    addWindows(cards, frame, items);
    addWalls(cards, frame, now, items);
    addParts(cards, frame, now, items);
    if (frame.isCut()) {
        addMachines(cards, model, frame, now, items);
        if (look.flows) addFlows(cards, model, frame, now, items);
        if (now.sunElevation > 0)
            items.sun = cards.add(
                "sun", cards.word("sun"),
                {cards.word("sun_height",
                            {{"angle", scene.words().quantity(now.sunElevation, unit("°"), 2)}}),
                 cards.word("sun_beam", {{"sun", scene.words().quantity(now.beam, unit("W/m2"))}})},
                frame.domeCenter +
                    frame.dome * frame.sunDirection(now.sunElevation, now.sunAzimuth));
    }
    items.compass = cards.add(
        "compass", cards.word("compass"),
        {cards.word("front", {{"angle", plain(scene.words(),
                                              frame.house.orientation * 180 / math::pi, 0)}})},
        frame.compass);
    return items;
}

}  // namespace pt::house_view
