#include "sims/spaghetti_bridge/view_cart.h"

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr int spokes = 5;

// Places in the cart's own axes: along it, and up from the middle of its box.
struct CartShape {
    BridgeCart cart;

    Vec place(double along, double up) const {
        const double c = math::cos(cart.angle), s = math::sin(cart.angle);
        return cart.center + Vec(c * along - s * up, s * along + c * up);
    }
    Vec axle(double side) const {
        return place(side * cart.wheelbase / 2 / math::cos(cart.angle),
                     -cart.height / 2 - cart.wheel);
    }
    std::vector<Vec> box(double left, double low, double right, double high) const {
        return {place(left, low), place(right, low), place(right, high), place(left, high)};
    }
};

// Its spokes turn as far as it has rolled.
void drawWheel(Scene& scene, Vec axle, double radius) {
    Style tyre = lineStyle(Ink::ink, 2);
    tyre.fill = Ink::sheet;
    tyre.fillAlpha = 1;
    scene.circle(axle, radius, tyre);
    for (int i = 0; i < spokes; ++i) {
        const double angle = 2 * math::pi * i / spokes - axle.x / radius;
        scene.line(axle, axle + radius * Vec(math::cos(angle), math::sin(angle)),
                   lineStyle(Ink::inkSoft, 1));
    }
    scene.circle(axle, 0.25 * radius, fillStyle(Ink::ink));
}

}  // namespace

// The first axle stands where it does in truth, as high as the deck is drawn there.
BridgeCart shownCart(const SpaghettiBridge& model, const BridgeFrame& frame) {
    const BridgeCart cart = *model.cart();
    const std::vector<int>& deck = model.statics().deck();
    if (!model.stands() || model.falling() || deck.empty()) return cart;
    std::vector<NodeState> states = model.nodes();
    for (NodeState& state : states) state.uy *= frame.magnify;
    const double middle =
        cart.center.x + (2 * cart.wheel + cart.height / 2) * math::sin(cart.angle);
    return makeCart(model.design(), deck, states, middle + cart.wheelbase / 2, cart.wheelbase);
}

void drawCart(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame, int item,
              bool marked) {
    const CartShape shape{shownCart(model, frame)};
    const double w = shape.cart.width / 2, h = shape.cart.height / 2;
    Style style = marked ? lineStyle(Ink::accent, 3) : lineStyle(Ink::ink, 1.5);
    style.fillAlpha = 1;
    style.fill = Ink::inkSoft;
    scene.polygon(shape.box(-0.55 * w, 0, 0.55 * w, 1.7 * h), style, item);
    style.fill = Ink::ground;
    scene.polygon(shape.box(-w, -h, w, 0.35 * h), style, item);
    for (const double side : {-1.0, 1.0}) drawWheel(scene, shape.axle(side), shape.cart.wheel);
    Shape& mass = scene.text(shape.place(0, 1.7 * h),
                             scene.words().quantity(model.weight() / gravity, unit("kg")), 13);
    mass.offset = {0, 12};
    mass.priority = 55;
}

}  // namespace pt
