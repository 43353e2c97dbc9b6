// GlStage: the stage on a WebGL2 canvas.
#pragma once

#include "engine/gfx/fonts.h"
#include "engine/view/camera.h"

struct ImGuiContext;

namespace pt {

class GlStage {
public:
    ~GlStage();

    // Takes the canvas's context, or starts over with one that came back. false: no WebGL2.
    bool start();
    // The GPU dropped everything; nothing is drawn until start().
    void lost() { alive_ = false; }
    bool alive() const { return alive_; }

    void resize(Vec size, double ratio);  // points; pixels a point
    // `card`: the item whose facts are shown, -1 for none.
    void draw(const Scene& scene, const Camera& camera, int card);

private:
    void uploadFonts();

    ImGuiContext* context_ = nullptr;
    Fonts fonts_;
    Vec size_{1, 1};
    double ratio_ = 1;
    bool alive_ = false;
};

}  // namespace pt
