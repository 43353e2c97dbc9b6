#include "sims/passive_house/view_house_layers.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace pt::house_view {
namespace {

constexpr int mostStrokes = 160;  // of a texture in one layer

bool has(const std::string& key, std::string_view word) {
    return key.find(word) != std::string::npos;
}

std::vector<Vec> band(const Slab& slab, double from, double to) {
    return {slab.at(slab.startAt(from), from), slab.at(slab.endAt(from), from),
            slab.at(slab.endAt(to), to), slab.at(slab.startAt(to), to)};
}

// Bed joints across the layer, one a course.
void courses(Scene& scene, const Slab& slab, double from, double to, double course,
             const Style& style) {
    const double low = std::max(slab.startAt(from), slab.startAt(to));
    const double high = std::min(slab.endAt(from), slab.endAt(to));
    const int count = static_cast<int>((high - low) / course);
    const int stride = 1 + count / mostStrokes;
    for (int i = 1; i <= count; i += stride) {
        const double run = low + i * course;
        scene.line(slab.at(run, from), slab.at(run, to), style);
    }
}

// The waves by which drawings show insulation.
void waves(Scene& scene, const Slab& slab, double from, double to, const Style& style) {
    const double low = std::max(slab.startAt(from), slab.startAt(to));
    const double high = std::min(slab.endAt(from), slab.endAt(to));
    const double pitch = std::max(0.5 * (to - from), (high - low) / mostStrokes);
    if (high - low < pitch || pitch <= 0) return;
    std::vector<Vec> points;
    bool outer = true;
    for (double run = low; run <= high; run += pitch / 2, outer = !outer)
        points.push_back(slab.at(run, outer ? from : to));
    scene.polyline(std::move(points), style);
}

// Stones of concrete, scattered alike at every look.
void stones(Scene& scene, const Slab& slab, double from, double to, const Style& style) {
    const double low = std::max(slab.startAt(from), slab.startAt(to));
    const double high = std::min(slab.endAt(from), slab.endAt(to));
    const double pitch = std::max(0.17, (high - low) / 60);
    const double radius = std::min(0.012, 0.12 * (to - from));
    int i = 0;
    for (double run = low + 0.3 * pitch; run < high - radius; run += pitch, ++i) {
        const double share = 0.2 + 0.6 * std::fmod(i * 0.618034, 1.0);
        scene.circle(slab.at(run, from + share * (to - from)), radius * (1 + i % 3 * 0.4), style);
    }
}

void grain(Scene& scene, const Slab& slab, double from, double to, const Style& style) {
    for (const double share : {0.3, 0.7}) {
        const double depth = from + share * (to - from);
        scene.line(slab.at(slab.startAt(depth), depth), slab.at(slab.endAt(depth), depth), style);
    }
}

// The temperature at a depth, straight between the nodes of the model.
double temperatureAt(const Skin& skin, double depth) {
    if (skin.depth.empty()) return unknown;
    const auto above = std::lower_bound(skin.depth.begin(), skin.depth.end(), depth);
    const auto i = static_cast<size_t>(above - skin.depth.begin());
    if (i == 0) return skin.temperature.front();
    if (i >= skin.depth.size()) return skin.temperature.back();
    const double span = skin.depth[i] - skin.depth[i - 1];
    const double share = span > 0 ? (depth - skin.depth[i - 1]) / span : 1;
    return skin.temperature[i - 1] + share * (skin.temperature[i] - skin.temperature[i - 1]);
}

// The model's depth leaves out what layers without mass are drawn with.
void drawTemperatures(Scene& scene, const Slab& slab, double from, double to, double modelFrom,
                      double modelTo, const Skin& skin, int item) {
    const int strips = std::clamp(static_cast<int>((to - from) / 0.02) + 1, 1, 14);
    for (int i = 0; i < strips; ++i) {
        const double a = static_cast<double>(i) / strips, b = (i + 1.0) / strips;
        const double depth = modelFrom + (a + b) / 2 * (modelTo - modelFrom);
        scene.polygon(band(slab, from + a * (to - from), from + b * (to - from)),
                      heated(temperatureAt(skin, depth)), item);
    }
}

}  // namespace

Matter matterOf(const std::string& material) {
    struct Word {
        std::string_view word;
        Matter matter;
    };
    constexpr Word words[] = {{"aerogel", Matter::insulation},
                              {"foam", Matter::insulation},
                              {"wool", Matter::insulation},
                              {"quilt", Matter::insulation},
                              {"eps", Matter::insulation},
                              {"xps", Matter::insulation},
                              {"pur", Matter::insulation},
                              {"pir", Matter::insulation},
                              {"cellulose", Matter::insulation},
                              {"fibre", Matter::insulation},
                              {"straw", Matter::insulation},
                              {"vacuum", Matter::insulation},
                              {"cellular_glass", Matter::insulation},
                              {"insul", Matter::insulation},
                              {"brick", Matter::masonry},
                              {"block", Matter::masonry},
                              {"masonry", Matter::masonry},
                              {"sand_lime", Matter::masonry},
                              {"aerated", Matter::masonry},
                              {"slate", Matter::masonry},
                              {"concrete", Matter::concrete},
                              {"screed", Matter::concrete},
                              {"gypsum", Matter::board},
                              {"plaster", Matter::board},
                              {"render", Matter::board},
                              {"soil", Matter::soil},
                              {"sand", Matter::soil},
                              {"clay", Matter::soil},

                              {"wood", Matter::wood},
                              {"timber", Matter::wood},
                              {"osb", Matter::wood},
                              {"ply", Matter::wood},
                              {"siding", Matter::wood},
                              {"deck", Matter::wood},
                              {"glass", Matter::glass},
                              {"alu", Matter::metal},
                              {"steel", Matter::metal}};
    for (const Word& word : words)
        if (has(material, word.word)) return word.matter;
    return Matter::plain;
}

Style matterStyle(Matter matter) {
    constexpr Ink inks[] = {Ink::brick, Ink::concrete, Ink::wood,   Ink::insulation, Ink::sheet,
                            Ink::glass, Ink::inkSoft,  Ink::ground, Ink::line};
    return filled(inks[static_cast<size_t>(matter)]);
}

void drawTexture(Scene& scene, const Slab& slab, Matter matter, double from, double to, Ink ink,
                 double alpha) {
    const Style style = stroked(ink, 1, alpha);
    switch (matter) {
    case Matter::masonry: courses(scene, slab, from, to, 0.065, style); break;
    case Matter::insulation: waves(scene, slab, from, to, style); break;
    case Matter::concrete:
    case Matter::soil: stones(scene, slab, from, to, filled(ink, alpha)); break;
    case Matter::wood: grain(scene, slab, from, to, style); break;
    case Matter::board:
    case Matter::glass:
    case Matter::metal:
    case Matter::plain: break;
    }
}

void drawMatter(Scene& scene, const Slab& slab, Matter matter, double from, double to, int item) {
    scene.polygon(band(slab, from, to), matterStyle(matter), item);
    drawTexture(scene, slab, matter, from, to, Ink::ink, 0.3);
}

void drawLayers(Scene& scene, const Slab& slab, const HouseConstruction& construction,
                const LayerLook& look, int item) {
    double depth = 0, modelDepth = 0;
    const bool heat = look.temperatures && look.skin && !look.skin->depth.empty();
    for (const HouseLayer& layer : construction.layers) {
        const double next = depth + drawnThickness(layer);
        const double modelNext = modelDepth + (layer.resistance > 0 ? 0 : layer.thickness);
        const Matter matter = matterOf(layer.material);
        if (heat) {
            drawTemperatures(scene, slab, depth, next, modelDepth, modelNext, *look.skin, item);
            drawTexture(scene, slab, matter, depth, next, Ink::ink, 0.16);
        } else {
            drawMatter(scene, slab, matter, depth, next, item);
        }
        depth = next;
        modelDepth = modelNext;
        scene.line(slab.at(slab.startAt(depth), depth), slab.at(slab.endAt(depth), depth),
                   stroked(Ink::ink, 1, 0.35));
    }
    const std::vector<Vec> outline = band(slab, 0, depth);
    Style border = look.marked ? stroked(Ink::accent, 3) : stroked(Ink::ink, 1.5);
    scene.polygon(outline, border, item);
}

}  // namespace pt::house_view
