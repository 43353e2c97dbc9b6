#include <algorithm>

#include "engine/desktop/panel_data.h"
#include "engine/desktop/widgets.h"
#include "engine/gfx/imgui_brush.h"
#include "engine/ui/lab_words.h"
#include "engine/view/plot.h"

namespace pt {
namespace {

// What can stand along an axis: time, and each number output by its column in the recording.
struct Quantities {
    std::vector<std::string> keys, labels;
    std::vector<Unit> units;

    explicit Quantities(const Desk& desk) {
        const Session& session = desk.work.session();
        add("", desk.words("desktop.plot.time"), unit("s"));
        for (const Output& output : session.schema().outputs()) {
            if (!output.recorded()) continue;
            add(output.key, labelOf(session.lab().id, output.key, desk.words), output.unit);
        }
    }
    void add(std::string key, std::string label, Unit unit) {
        keys.push_back(std::move(key));
        labels.push_back(std::move(label));
        units.push_back(std::move(unit));
    }
    size_t find(const std::string& key) const {
        auto at = std::find(keys.begin(), keys.end(), key);
        return at == keys.end() ? 0 : static_cast<size_t>(at - keys.begin());
    }
    std::span<const double> values(const Session& session, size_t i) const {
        const Recording& recording = session.recording();
        return i == 0 ? recording.times() : recording.column(i - 1);
    }
    double now(const Session& session, size_t i) const {
        return i == 0 ? session.time() : session.schema().findOutput(keys[i])->number();
    }
};

// Two lists with a word between them: [deflection] against [load].
void drawChoosers(const Look& look, Desk& desk, const Quantities& all, size_t x, size_t y,
                  ImVec2 low, float width) {
    std::string against = desk.words("desktop.plot.against");
    float word = textSize(look, against, {.ink = Ink::inkSoft}).x + look.px(16);
    float list = (width - word) / 2;
    moveTo(low);
    int chosen = dropDown(look, "y", all.labels, static_cast<int>(y), list);
    if (chosen >= 0) desk.plot.y = all.keys[static_cast<size_t>(chosen)];
    desk.plotChosen = desk.plotChosen || chosen >= 0;
    float textY = low.y + (look.px(look.target) - textSize(look, "X", {}).y) / 2;
    drawText(look, {low.x + list + look.px(8), textY}, against, {.ink = Ink::inkSoft});
    moveTo({low.x + list + word, low.y});
    chosen = dropDown(look, "x", all.labels, static_cast<int>(x), list);
    if (chosen >= 0) desk.plot.x = all.keys[static_cast<size_t>(chosen)];
    desk.plotChosen = desk.plotChosen || chosen >= 0;
}

// Whether a quantity was anything but constant so far.
bool changes(const Recording& recording, size_t column) {
    if (recording.rows() == 0) return false;
    const std::vector<double>& values = recording.column(column);
    return std::any_of(values.begin(), values.end(), [&](double value) {
        return value < values.front() || value > values.front();
    });
}

}  // namespace

void paintPlot(const Look& look, const Words& words, const Plot& plot, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(low, high, true);
    ImGuiBrush brush(list, *look.fonts, {low.x, low.y});
    const Vec size{(high.x - low.x) / look.scale, (high.y - low.y) / look.scale};
    paint(plot, {0, 0}, size, words, *look.theme, brush);
    list.PopClipRect();
}

PlotChoice firstPlot(const Session& session) {
    PlotChoice choice;
    size_t column = 0;
    for (const Output& output : session.schema().outputs()) {
        if (!output.recorded()) continue;
        size_t own = column++;
        if (output.unit.symbol.empty() || !hasValue(output)) continue;
        if (choice.x.empty()) {
            choice.x = output.key;
        } else if (changes(session.recording(), own)) {
            choice.y = output.key;
            return choice;
        } else if (choice.y.empty()) {
            choice.y = output.key;
        }
    }
    if (choice.y.empty()) std::swap(choice.x, choice.y);
    return choice;
}

void drawPlotPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const Session& session = desk.work.session();
    Quantities all(desk);
    if (!desk.plotChosen) desk.plot = firstPlot(session);
    size_t x = all.find(desk.plot.x), y = all.find(desk.plot.y);
    drawChoosers(look, desk, all, x, y, low, high.x - low.x);

    Plot plot;
    plot.x = {all.labels[x], all.units[x], x == 0 ? calendarStart(session) : std::nullopt};
    plot.y = {all.labels[y], all.units[y]};
    plot.emptyText = desk.words("desktop.plot.empty");
    if (session.recording().rows() > 1) {
        plot.series.push_back({all.labels[y], all.values(session, x), all.values(session, y),
                               Ink::series1, Dash::solid});
        plot.cursorX = all.now(session, x);
        plot.hasCursor = session.step() < session.reached();
    }
    ImVec2 corner{low.x, low.y + look.px(look.target + 12)};
    paintPlot(look, desk.words, plot, corner, high);
}

}  // namespace pt
