// Board: the stage "Jaar" as a sheet measured in points, origin at the lower left, y up. Boxes,
// axes and words that the charts of a year share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/view/view.h"

namespace pt {

struct BoardBox {  // points of the board
    Vec low{0, 0}, high{0, 0};
    double width() const { return high.x - low.x; }
    double height() const { return high.y - low.y; }
    Vec middle() const { return (low + high) / 2.0; }
    bool holds(Vec at) const {
        return at.x >= low.x && at.x <= high.x && at.y >= low.y && at.y <= high.y;
    }
    BoardBox inset(double left, double bottom, double right, double top) const {
        return {low + Vec(left, bottom), high - Vec(right, top)};
    }
};

// Data on a box: x0 .. x1 from left to right, y0 .. y1 upwards.
struct Axes {
    BoardBox box;
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
    Vec at(double x, double y) const {
        return box.low +
               Vec((x - x0) / (x1 - x0) * box.width(), (y - y0) / (y1 - y0) * box.height());
    }
    double xAt(Vec point) const { return x0 + (point.x - box.low.x) / box.width() * (x1 - x0); }
};

// The sheet that fills a stage of this size; a common one when the size is not known.
BoardBox boardOf(const ViewState& looking);
Vec boardPoint(Vec world);  // from the scene's metres

class Board {
public:
    Board(Scene& scene, const ViewState& looking);
    const BoardBox& page() const { return page_; }
    const ViewState& looking() const { return looking_; }
    const Words& words() const { return scene_.words(); }
    const Theme& theme() const { return scene_.theme(); }

    void line(Vec from, Vec to, const Style& style, int item = -1);
    void polyline(const std::vector<Vec>& points, const Style& style, int item = -1);
    void polygon(const std::vector<Vec>& points, const Style& style, int item = -1);
    void rect(const BoardBox& box, const Style& style, int item = -1);
    void circle(Vec center, double radius, const Style& style, int item = -1);
    void raster(const BoardBox& box, Raster raster, int item = -1);
    // Anchored at the middle of its height. Later words give way to earlier ones.
    Shape& text(Vec at, std::string words, Align align = Align::left, Ink ink = Ink::ink,
                double size = 13);
    // `center` in points.
    int item(std::string id, std::string name, std::vector<std::string> lines, Vec center);
    bool marked(std::string_view item) const;  // selected, or under the pointer or the focus

private:
    Scene& scene_;
    const ViewState& looking_;
    BoardBox page_;
};

// About how wide words are: enough to leave room for them. Points.
double widthOf(std::string_view words, double size = 13);

Style strokeOf(Ink ink, double width = 1, double alpha = 1, Dash dash = Dash::solid);
Style fillOf(Ink ink, double alpha = 1);
Style hatchOf(Ink ink);  // the second signal: pale with strokes

// A text of this stage: "passive_house.year.<key>".
std::string yearSay(const Words& words, std::string_view key, const Args& args = {});
std::string whole(const Words& words, double number);       // "1250", "−3", "0"
std::string brief(const Words& words, double number);       // two digits below ten, else whole
std::string energyWords(const Words& words, double joule);  // "1250 kWh", "0,45 kWh"
std::string percentWords(const Words& words, double share);
std::string temperatureWords(const Words& words, double celsius);  // "20,3 °C"

// yearSay(), or the text of "<key>.short" where that would be wider than the room.
std::string yearFit(const Words& words, const std::string& key, double room, const Args& args = {},
                    double size = 13);
// The headline of a chart, at its upper left; the box below it.
BoardBox drawTitle(Board& board, const BoardBox& box, const std::string& key,
                   const Args& args = {});
constexpr double titleHeight = 26;

// Level lines with numbers left of the box.
void drawLevels(Board& board, const Axes& axes, const std::string& unit);

struct Sample {  // an entry of a legend
    std::string name;
    Style style;
};
double legendHeight(const std::vector<Sample>& samples, double width);
void drawLegend(Board& board, const std::vector<Sample>& samples, Vec topLeft, double width);

}  // namespace pt
