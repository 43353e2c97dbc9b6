#include "engine/desktop/offscreen.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/json.h"
#include "engine/desktop/play.h"
#include "engine/desktop/screen.h"
#include "engine/desktop/stage.h"
#include "engine/gfx/imgui_brush.h"
#include "engine/gfx/png_native.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr float leastWidth = 560, leastHeight = 340;  // points of the window
constexpr int settleFrames = 15;
constexpr size_t longestPlay = size_t{1} << 20;  // bytes
constexpr double frameTime = 1.0 / 60;           // s
constexpr int64_t longestRun = 1'000'000;        // steps

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

class OffscreenPlay : public PlayHost {
public:
    OffscreenPlay(App& app, Window& window) : app_(app), window_(window) {}
    void frame() override {
        makeFrame(app_, window_, 0);
        app_.carryOut();
    }
    Status picture(const std::string& path) override { return writeScreen(app_, window_, path); }

private:
    App& app_;
    Window& window_;
};

Status playFile(App& app, Window& window, const std::string& path) {
    auto text = readFile(path, longestPlay);
    if (!text) return text.error();
    std::string name = std::filesystem::path(path).filename().string();
    auto acts = parsePlay(text.value(), name);
    if (!acts) return acts.error();
    OffscreenPlay host(app, window);
    return play(app, host, acts.value(), name);
}

}  // namespace

Status runTo(Session& session, const Options& options) {
    if (options.moment == Moment::time) {
        auto steps = static_cast<int64_t>(std::llround(options.seconds / session.dt()));
        auto run = session.runToEnd(steps);
        if (!run) return run.error();
    }
    if (options.moment == Moment::end) {
        auto run = session.runToEnd(longestRun);
        if (!run) return run.error();
    }
    for (int64_t i = 0; options.moment == Moment::failure && i < longestRun; ++i) {
        if (failureTime(session) || session.finished()) break;
        Status stepped = session.stepOnce();
        if (!stepped) return stepped;
    }
    return Ok{};
}

Look lookOf(const App& app, const Window& window, float target) {
    const Desk& desk = app.desk();
    return {.theme = &theme(desk.prefs.theme),
            .words = &desk.words,
            .fonts = &window.fonts(),
            .scale = static_cast<float>(window.fonts().scale()),
            .target = target,
            .reducedMotion = desk.prefs.reducedMotion};
}

float pixelsPerPoint(const App& app, const Window& window) {
    float wanted = static_cast<float>(app.scale()) * window.density();
    float fits = std::min(static_cast<float>(window.pixelWidth()) / leastWidth,
                          static_cast<float>(window.pixelHeight()) / leastHeight);
    // In quarters, so that dragging a window's border does not bake fonts all the time.
    return std::min(wanted, std::max(1.f, std::floor(fits * 4) / 4));
}

ImDrawData* makeFrame(App& app, Window& window, double wallSeconds, float target) {
    app.advance(wallSeconds);
    window.beginFrame(app.offscreen() ? frameTime : 0);
    app.beginFrame();
    Look look = lookOf(app, window, target);
    applyStyle(look);
    drawScreen(look, app.desk(), ImGui::GetIO().DisplaySize);
    ImGui::Render();
    return ImGui::GetDrawData();
}

Status writeStagePng(App& app, Window& window, const std::string& path) {
    Look look = lookOf(app, window);
    const Desk& desk = app.desk();
    Scene scene = stageScene(desk, desk.prefs.theme);
    Camera camera = desk.stage.camera;
    if (desk.stage.moved) {
        camera.top = camera.bottom = 0;
    } else {  // nothing floats over a picture
        camera = fittedCamera(scene, camera.size - Vec(0, camera.top + camera.bottom));
    }
    Vec size = camera.size;
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRect({0, 0}, {look.px(size.x), look.px(size.y)});
    paintStage(scene, camera, list, *look.fonts, {0, 0});
    ImDrawData data;
    data.Valid = true;
    data.DisplaySize = {look.px(size.x), look.px(size.y)};
    data.FramebufferScale = {1, 1};
    data.AddDrawList(&list);
    int width = static_cast<int>(data.DisplaySize.x), height = static_cast<int>(data.DisplaySize.y);
    std::vector<uint8_t> pixels = window.capture(data, width, height, (*look.theme)[Ink::paper]);
    if (pixels.empty()) return Error{"desktop.no_picture", path, {}};
    return writePng(path, pixels, width, height);
}

Status takeScreenshot(App& app, Window& window, const Options& options) {
    Session& session = app.desk().work.session();
    Status ran = runTo(session, options);
    if (!ran) return ran;
    // In the middle of a run the picture shows a running program.
    if (!session.finished() && session.step() > 0) session.play();
    if (!options.play.empty()) {
        Status played = playFile(app, window, options.play);
        if (!played) return played;
    }
    return writeScreen(app, window, options.screenshot);
}

Status writeScreen(App& app, Window& window, const std::string& path) {
    app.desk().work.session().finishBackground();
    ImDrawData* data = nullptr;
    // Popups take a few frames to find their size and to dim what lies below.
    for (int i = 0; i < settleFrames; ++i) {
        data = makeFrame(app, window, 0);
        app.carryOut();
    }
    int width = window.pixelWidth(), height = window.pixelHeight();
    Color paper = theme(app.desk().prefs.theme)[Ink::paper];
    std::vector<uint8_t> pixels = window.capture(*data, width, height, paper);
    if (pixels.empty()) return Error{"desktop.no_picture", path, {}};
    return writePng(path, pixels, width, height);
}

void benchFrames(App& app, Window& window, int frames) {
    std::vector<double> work, submit;
    Color paper = theme(app.desk().prefs.theme)[Ink::paper];
    app.desk().work.session().play();
    for (int i = 0; i < frames; ++i) {
        if (app.desk().work.session().finished()) {
            app.desk().ask("run.play");
            app.carryOut();
        }
        double start = steadySeconds();
        ImDrawData* data = makeFrame(app, window, frameTime);
        app.carryOut();
        double built = steadySeconds();
        window.draw(*data, paper);
        submit.push_back((steadySeconds() - built) * 1e3);
        work.push_back((built - start) * 1e3);
        window.present();
    }
    Json json = Json::object();
    json.set("frames", frames);
    json.set("median_ms", percentile(work, 0.5));
    json.set("p95_ms", percentile(work, 0.95));
    json.set("submit_median_ms", percentile(submit, 0.5));
    std::printf("%s\n", json.write().c_str());
}

}  // namespace pt
