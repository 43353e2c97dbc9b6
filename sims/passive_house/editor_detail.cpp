#include "sims/passive_house/editor_detail.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

constexpr double slop = 0.5;    // of the reach: less is a click, not a drag
constexpr double grid = 0.005;  // m
constexpr int left = 1, right = 2, bottom = 4, top = 8, whole = 15;

std::string toolOf(const ViewState& looking) {
    return looking.tool.empty() ? "detail_select" : looking.tool;
}

void choose(ViewState& looking, std::vector<std::string> items) {
    looking.selected = items.empty() ? "" : items.back();
    looking.selection = std::move(items);
}

bool covers(const DetailRectangle& rectangle, Vec at, double margin) {
    return at.x >= rectangle.x0 - margin && at.x <= rectangle.x1 + margin &&
           at.y >= rectangle.y0 - margin && at.y <= rectangle.y1 + margin;
}

// The uppermost one; a thin one may be missed a little.
const DetailRectangle* rectangleAt(const Detail& detail, Vec at, double reach) {
    for (const double margin : {0.0, 0.5 * reach})
        for (size_t i = detail.rectangles.size(); i-- > 0;)
            if (covers(detail.rectangles[i], at, margin)) return &detail.rectangles[i];
    return nullptr;
}

// The sides that a pointer here holds: at most a third of the rectangle is border. Sides that go
// on beyond the sheet are not held.
int sidesAt(const DetailRectangle& rectangle, const DetailBox& sheet, Vec at, double reach) {
    const double gripX = std::min(reach, (rectangle.x1 - rectangle.x0) / 3);
    const double gripY = std::min(reach, (rectangle.y1 - rectangle.y0) / 3);
    int sides = 0;
    if (at.x < rectangle.x0 + gripX && rectangle.x0 > sheet.x0) sides |= left;
    if (at.x > rectangle.x1 - gripX && rectangle.x1 < sheet.x1) sides |= right;
    if (at.y < rectangle.y0 + gripY && rectangle.y0 > sheet.y0) sides |= bottom;
    if (at.y > rectangle.y1 - gripY && rectangle.y1 < sheet.y1) sides |= top;
    return sides == 0 ? whole : sides;
}

Command moveCommand(const std::string& id, const DetailBox& box) {
    return {"detail_move",
            Json::object()
                .set("rectangle", id)
                .set("x0", box.x0)
                .set("y0", box.y0)
                .set("x1", box.x1)
                .set("y1", box.y1),
            0};
}

bool same(const DetailBox& a, const DetailBox& b) {
    constexpr double least = 1e-7;
    return std::fabs(a.x0 - b.x0) < least && std::fabs(a.y0 - b.y0) < least &&
           std::fabs(a.x1 - b.x1) < least && std::fabs(a.y1 - b.y1) < least;
}

}  // namespace

std::string rectangleOfItem(const std::string& item) {
    return item.rfind("rect.", 0) == 0 ? item.substr(5) : "";
}

std::vector<Tool> DetailEditor::tools() const {
    return {{"detail_select", "select", '1'},
            {"detail_draw", "band", '2'},
            {"detail_spot", "node", '3'}};
}

void DetailEditor::forget() {
    doing_ = Doing::nothing;
    pressed_.clear();
    drawn_.reset();
    before_.reset();
}

Vec DetailEditor::spot(const ViewState& looking) const {
    const auto& result = model_.detailResult();
    return spotOf({.detail = detail(), .result = result ? &*result : nullptr}, looking);
}

std::vector<Command> DetailEditor::touch(const Touch& touch, ViewState& looking) {
    if (touch.hand == Hand::cancel) return cancel(looking);
    if (touch.reach > 0) reach_ = touch.reach;
    at_ = touch.at;
    // Undo may have taken away what is held.
    if (!pressed_.empty() && !detail().find(pressed_)) forget();
    switch (touch.hand) {
    case Hand::hover: looking.hovered = touch.item; return {};
    case Hand::down: press(touch, looking); return {};
    case Hand::drag: return drag(touch, looking);
    case Hand::up: return lift(touch, looking);
    case Hand::cancel: break;
    }
    return {};
}

void DetailEditor::press(const Touch& touch, ViewState& looking) {
    forget();
    const std::string tool = toolOf(looking);
    down_ = touch.at;
    add_ = touch.add;
    before_ = model_.detailResult();
    const bool onSpot = tool == "detail_select" && !touch.add &&
                        glm::distance(touch.at, spot(looking)) < 0.6 * reach_;
    if (tool == "detail_spot" || onSpot) {
        doing_ = Doing::spotting;
        spotBefore_ = looking.option(spotOption, "");
        choose(looking, {"spot"});
        return;
    }
    if (tool == "detail_draw") {
        doing_ = Doing::drawing;
        down_ = {snapped(touch.at.x, true, touch.free), snapped(touch.at.y, false, touch.free)};
        return;
    }
    const DetailRectangle* under = rectangleAt(detail(), touch.at, reach_);
    // What is selected keeps its handles where it lies under another.
    const DetailRectangle* held = detail().find(rectangleOfItem(looking.selected));
    if (held && held != under && covers(*held, touch.at, 0.5 * reach_) &&
        sidesAt(*held, detail().sheet, touch.at, reach_) != whole)
        under = held;
    if (!under) return;
    doing_ = Doing::pressing;
    pressed_ = under->id;
    origin_ = boxOf(*under);
    sides_ = sidesAt(*under, detail().sheet, touch.at, reach_);
    if (!add_ && !looking.isSelected("rect." + pressed_)) choose(looking, {"rect." + pressed_});
}

std::vector<Command> DetailEditor::drag(const Touch& touch, ViewState& looking) {
    if (doing_ == Doing::spotting) looking.options[std::string(spotOption)] = writeSpot(touch.at);
    if (doing_ == Doing::drawing) {
        const Vec end(snapped(touch.at.x, true, touch.free),
                      snapped(touch.at.y, false, touch.free));
        drawn_ = DetailBox{std::min(down_.x, end.x), std::min(down_.y, end.y),
                           std::max(down_.x, end.x), std::max(down_.y, end.y)};
    }
    if (doing_ == Doing::pressing && glm::distance(touch.at, down_) > slop * reach_)
        doing_ = Doing::shaping;
    return doing_ == Doing::shaping ? shape(touch) : Commands{};
}

double DetailEditor::snapped(double at, bool upright, bool free) const {
    if (free) return at;
    double best = std::floor(at / grid + 0.5) * grid, least = 0.4 * reach_;
    const auto offer = [&](double border) {
        if (std::fabs(border - at) > least) return;
        least = std::fabs(border - at);
        best = border;
    };
    for (const DetailRectangle& each : detail().rectangles) {
        if (each.id == pressed_) continue;
        offer(upright ? each.x0 : each.y0);
        offer(upright ? each.x1 : each.y1);
    }
    offer(upright ? detail().sheet.x0 : detail().sheet.y0);
    offer(upright ? detail().sheet.x1 : detail().sheet.y1);
    return best;
}

double DetailEditor::shifted(double low, double high, double by, bool upright, bool free) const {
    const double toLow = snapped(low + by, upright, free) - low;
    const double toHigh = snapped(high + by, upright, free) - high;
    return std::fabs(toHigh - by) < std::fabs(toLow - by) ? toHigh : toLow;
}

std::vector<Command> DetailEditor::shape(const Touch& touch) {
    const Vec by = touch.at - down_;
    const DetailBox& sheet = detail().sheet;
    DetailBox box = origin_;
    if (sides_ == whole) {
        const double dx = std::clamp(shifted(box.x0, box.x1, by.x, true, touch.free),
                                     sheet.x0 - box.x0, sheet.x1 - box.x1);
        const double dy = std::clamp(shifted(box.y0, box.y1, by.y, false, touch.free),
                                     sheet.y0 - box.y0, sheet.y1 - box.y1);
        box = {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
    } else {
        if (sides_ & left)
            box.x0 = std::min(snapped(box.x0 + by.x, true, touch.free), box.x1 - thinnestRectangle);
        if (sides_ & right)
            box.x1 = std::max(snapped(box.x1 + by.x, true, touch.free), box.x0 + thinnestRectangle);
        if (sides_ & bottom)
            box.y0 =
                std::min(snapped(box.y0 + by.y, false, touch.free), box.y1 - thinnestRectangle);
        if (sides_ & top)
            box.y1 =
                std::max(snapped(box.y1 + by.y, false, touch.free), box.y0 + thinnestRectangle);
    }
    if (same(clipped(box, sheet), boxOf(*detail().find(pressed_)))) return {};
    return {moveCommand(pressed_, box)};
}

std::vector<Command> DetailEditor::cancel(ViewState& looking) {
    Commands back;
    if (doing_ == Doing::shaping && detail().find(pressed_))
        back.push_back(moveCommand(pressed_, origin_));
    if (doing_ == Doing::spotting) looking.options[std::string(spotOption)] = spotBefore_;
    forget();
    return back;
}

std::vector<Command> DetailEditor::lift(const Touch& touch, ViewState& looking) {
    Commands commands = drag(touch, looking);
    if (doing_ == Doing::drawing) {
        commands = liftDrawn(looking);
    } else if (doing_ == Doing::pressing) {
        std::vector<std::string> items = add_ ? looking.selection : std::vector<std::string>{};
        const std::string item = "rect." + pressed_;
        const auto at = std::find(items.begin(), items.end(), item);
        if (at == items.end())
            items.push_back(item);
        else
            items.erase(at);
        choose(looking, std::move(items));
    } else if (doing_ == Doing::nothing && !touch.add) {
        choose(looking, {});
    }
    forget();
    return commands;
}

// A click without a drag draws nothing.
std::vector<Command> DetailEditor::liftDrawn(ViewState& looking) {
    if (!drawn_ || drawn_->x1 - drawn_->x0 < thinnestRectangle ||
        drawn_->y1 - drawn_->y0 < thinnestRectangle)
        return {};
    Json args = Json::object()
                    .set("material", material_)
                    .set("x0", drawn_->x0)
                    .set("y0", drawn_->y0)
                    .set("x1", drawn_->x1)
                    .set("y1", drawn_->y1);
    if (withAdded(detail(), material_, *drawn_).ok())
        choose(looking, {"rect." + freeRectangleName(detail())});
    return {{"detail_add", std::move(args), 0}};
}

std::vector<Command> DetailEditor::nudge(int dx, int dy, bool fine, ViewState& looking) {
    const double step = fine ? grid / 10 : grid;
    const Vec by(dx * step, dy * step);
    if (looking.isSelected("spot")) {
        looking.options[std::string(spotOption)] = writeSpot(spot(looking) + by * 2.0);
        return {};
    }
    const DetailBox& sheet = detail().sheet;
    Commands commands;
    for (const std::string& item : looking.selection) {
        const DetailRectangle* each = detail().find(rectangleOfItem(item));
        if (!each) continue;
        const double x = std::clamp(by.x, sheet.x0 - each->x0, sheet.x1 - each->x1);
        const double y = std::clamp(by.y, sheet.y0 - each->y0, sheet.y1 - each->y1);
        if (x == 0 && y == 0) continue;
        commands.push_back(
            moveCommand(each->id, {each->x0 + x, each->y0 + y, each->x1 + x, each->y1 + y}));
    }
    return commands;
}

}  // namespace pt
