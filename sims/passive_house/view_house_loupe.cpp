#include "sims/passive_house/view_house_loupe.h"

#include <algorithm>

#include "sims/passive_house/view_house_layers.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

// Points of the stage.
constexpr double leastRow = 24, meanRow = 31, margin = 10, strip = 78;
constexpr double letter = 6.5, leastWidth = 200, mostWidth = 340, aboveGround = 70, below = 80;
constexpr double usualScale = 30;  // points a metre, where the stage's size is not known
constexpr double usable = 0.76;    // of the stage, beside readouts and the player

// What is looked at, with its layers from outside to inside.
struct Section {
    const HouseConstruction* part = nullptr;
    int surface = -1;
    int item = -1;
    const char* outside = "loupe_outside";  // a word
};

Section sectionOf(const House& house, const HouseNow& now, const HouseItems& items,
                  const std::string& selected) {
    Part part = Part::wall;
    if (!partOfItem(selected, part)) return {};
    const HouseConstruction& layers = house.part(part);
    if (part == Part::roof)
        return {&layers, now.roofs.empty() ? -1 : now.roofs.front().surface, items.roof};
    if (part == Part::floor) return {&layers, now.floor.surface, items.floor, "loupe_below"};
    if (part == Part::common) return {&layers, now.common.surface, items.common, "loupe_sunspace"};
    for (size_t f = 0; f < facadeKeys.size(); ++f)
        if (selected == wallItem(static_cast<Facade>(f)))
            return {&layers, now.walls[f].surface, items.walls[f]};
    return {};
}

// Thick layers are higher, thin ones high enough for their name.
std::vector<double> rowsOf(const HouseConstruction& part) {
    const double whole = drawnThickness(part);
    const double more = (meanRow - leastRow) * static_cast<double>(part.layers.size());
    std::vector<double> rows;
    for (const HouseLayer& layer : part.layers)
        rows.push_back(leastRow + more * drawnThickness(layer) / whole);
    return rows;
}

bool startsLetter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

size_t lettersOf(const std::string& text) {
    return static_cast<size_t>(std::count_if(text.begin(), text.end(), startsLetter));
}

std::string shortened(const std::string& text, size_t most) {
    if (lettersOf(text) <= most) return text;
    size_t end = 0;
    for (size_t letters = 0; end < text.size(); ++end)
        if (startsLetter(text[end]) && ++letters == std::max<size_t>(most, 2)) break;
    return text.substr(0, end) + "…";
}

std::string nameOf(const Words& words, const HouseLayer& layer) {
    const std::string material = words("passive_house.material." + layer.material);
    return layer.thickness > 0 ? centimetres(words, layer.thickness) + " " + material : material;
}

// K between the layers, faces included; empty when they are not known.
std::vector<double> bordersOf(const PassiveHouse& model, const Section& section) {
    if (!model.sim() || section.surface < 0) return {};
    std::vector<double> borders = model.sim()->layerTemperatures(section.surface);
    if (borders.size() != section.part->layers.size() + 1) borders.clear();
    return borders;
}

class Loupe {
public:
    // `room`: points between the left edge of the stage and the house.
    Loupe(Scene& scene, const HouseFrame& frame, double perMetre, double room)
        : scene_(scene), perMetre_(perMetre), room_(std::min(room, mostWidth) - 4 * margin),
          right_(frame.left() - margin / perMetre), bottom_(frame.ground + aboveGround / perMetre),
          most_(perMetre * (frame.high.y - bottom_) - below) {}

    void draw(const Section& section, const std::vector<double>& borders) {
        const Words& words = scene_.words();
        rows_ = rowsOf(*section.part);
        double high = 2 * leastRow;
        for (const double row : rows_) high += row;
        const double shrink = std::min(1.0, most_ / high);
        height_ = high * shrink;
        std::vector<std::string> names;
        size_t longest = 0;
        for (const HouseLayer& layer : section.part->layers) {
            names.push_back(nameOf(words, layer));
            longest = std::max(longest, lettersOf(names.back()));
        }
        constexpr double beside = strip + 3 * margin;
        width_ = std::min(room_, beside + letter * static_cast<double>(longest));
        const auto fitting = static_cast<size_t>((width_ - beside) / letter + 0.5);
        drawPlate(section);
        double y = leastRow * shrink;
        label(beside - margin, y / 2, say(words, section.outside), Ink::inkSoft);
        for (size_t i = 0; i < rows_.size(); ++i) {
            const double next = y + rows_[i] * shrink;
            drawRow(section, i, y, next);
            label(beside - margin, (y + next) / 2, shortened(names[i], fitting), Ink::ink);
            y = next;
        }
        label(beside - margin, (y + height_) / 2, say(words, "loupe_inside"), Ink::inkSoft);
        y = leastRow * shrink;
        for (size_t i = 0; i < borders.size(); ++i) {
            degreesAt(y, borders[i]);
            if (i < rows_.size()) y += rows_[i] * shrink;
        }
    }

private:
    // From the upper left corner of the loupe, in points, y down.
    Vec at(double x, double y) const {
        return {right_ - (width_ - x) / perMetre_, bottom_ + (height_ - y) / perMetre_};
    }

    void drawPlate(const Section& section) {
        const Vec part = scene_.items()[static_cast<size_t>(section.item)].center;
        scene_.line(at(width_, height_ / 2), part, stroked(Ink::accent, 1.5));
        scene_.circle(part, 4 / perMetre_, filled(Ink::accent));
        Style plate = outlined(Ink::sheet, Ink::accent, 1.5);
        plate.fillAlpha = 0.96;
        scene_.rect(at(0, height_), at(width_, 0), plate, section.item);
    }

    void drawRow(const Section& section, size_t index, double from, double to) {
        const Slab slab{at(margin, 0), {1, 0}, {0, -1}, 0, strip / perMetre_, 0, 0};
        const double a = from / perMetre_, b = to / perMetre_;
        drawMatter(scene_, slab, matterOf(section.part->layers[index].material), a, b,
                   section.item);
        scene_.rect(at(margin, to), at(margin + strip, from), stroked(Ink::ink, 1));
    }

    Shape& label(double x, double y, std::string text, Ink ink) {
        Shape& shape = scene_.text(at(x, y), std::move(text), 13, ink);
        shape.align = Align::left;
        shape.halo = Ink::sheet;
        shape.priority = 80;
        return shape;
    }

    // On the border that it belongs to.
    void degreesAt(double y, double kelvin) {
        Shape& shape = label(margin + strip / 2, y, celsius(scene_.words(), kelvin), Ink::ink);
        shape.align = Align::center;
        shape.bold = true;
        shape.plate = true;
    }

    Scene& scene_;
    double perMetre_, room_, right_, bottom_, most_;
    double width_ = 0, height_ = 0;
    std::vector<double> rows_;  // points high
};

}  // namespace

void drawLoupe(Scene& scene, const PassiveHouse& model, const HouseFrame& frame,
               const HouseNow& now, const HouseLook& look, const HouseItems& items) {
    const Section section = sectionOf(frame.house, now, items, look.state.selected);
    if (section.item < 0) return;
    // The frame as high and wide as the stage; the camera leaves room round it.
    const double width = frame.high.x - frame.low.x, points = look.state.width;
    const double perMetre = points > 0 ? usable * points / width : usualScale;
    const double edge = (frame.low.x + frame.high.x) / 2 - width / (2 * usable);
    const double room = perMetre * (frame.left() - edge);
    if (room < leastWidth) return;
    Loupe(scene, frame, perMetre, room).draw(section, bordersOf(model, section));
}

}  // namespace pt::house_view
