// Pictures and measurements: the real program, drawn without anyone watching.
#pragma once

#include "engine/core/result.h"
#include "engine/desktop/app.h"
#include "engine/desktop/window.h"

namespace pt {

// Pixels a point: what the person chose, as far as the controls still fit the window.
float pixelsPerPoint(const App& app, const Window& window);
// One whole frame, from the passing of time to draw data.
ImDrawData* makeFrame(App& app, Window& window, double wallSeconds, float target = 32);
Look lookOf(const App& app, const Window& window, float target = 32);
// The stage alone: as it was moved by hand, or whole.
Status writeStagePng(App& app, Window& window, const std::string& path);

// Brings a run to a moment: after so many seconds, at the first failure, at the end.
Status runTo(Session& session, const Options& options);
// The window as it stands once it has come to rest, as a PNG.
Status writeScreen(App& app, Window& window, const std::string& path);
// Brings the work to the moment that the options ask for, plays what they name, and writes the
// window as a PNG.
Status takeScreenshot(App& app, Window& window, const Options& options);
// Prints {"frames", "median_ms", "p95_ms", …} as one line of JSON.
void benchFrames(App& app, Window& window, int frames);

}  // namespace pt
