// The editor of the bridge lab; editor.cpp has the pointer, editor_actions.cpp the actions and
// keys, editor_draw.cpp what is seen of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/view/editor.h"
#include "sims/spaghetti_bridge/editor_snap.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {

class BridgeEditor : public Editor {
public:
    explicit BridgeEditor(const SpaghettiBridge& model) : model_(model) {}

    std::vector<Tool> tools() const override;
    std::vector<StageAction> actions(const ViewState& looking) const override;
    std::vector<Command> touch(const Touch& touch, ViewState& looking) override;
    std::vector<Command> act(std::string_view action, std::string_view option,
                             ViewState& looking) override;
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override;
    bool busy() const override;
    void draw(Scene& scene, const ViewState& looking) const override;

private:
    enum class Doing : uint8_t { nothing, pressing, moving, banding, placing, drawing, pointing };
    using Commands = std::vector<Command>;
    using Items = std::vector<std::string>;

    const Bridge& bridge() const { return model_.design(); }
    bool isThere(const std::string& item) const;

    // -- pointer
    void press(const Touch& touch, ViewState& looking);
    Commands drag(const Touch& touch, ViewState& looking);
    Commands lift(const Touch& touch, ViewState& looking);
    Commands cancel();
    void startMoving(ViewState& looking);
    Commands move(const Touch& touch);
    Commands moveOne(const Touch& touch);
    Commands moveMany(const Touch& touch);
    Commands liftMoved(ViewState& looking);
    Commands click(ViewState& looking);
    void liftBand(ViewState& looking);
    Commands liftNode(ViewState& looking);
    Commands liftMember(const Touch& touch, ViewState& looking);
    Commands liftPointed(const Touch& touch, const std::string& tool, ViewState& looking);
    void aim(const Touch& touch, const std::string& tool);
    void forget();

    // -- actions
    Commands connect(const Snap& from, const Snap& to, ViewState& looking);
    // Posts what makes a node at the snapped place, and says its name.
    static std::string nodeFor(const Snap& snap, Bridge& work, Commands& commands);
    Commands grow(ViewState& looking);
    Commands split(const Items& members, ViewState& looking) const;
    Commands join(const Items& nodes, ViewState& looking) const;
    Commands strands(const Items& members, int change) const;
    Commands again(const char* name, Json args, const Result<Bridge>& made,
                   ViewState& looking) const;
    std::string connectTarget(const ViewState& looking) const;

    // -- drawing
    void drawBand(Scene& scene) const;
    void drawHalf(Scene& scene, const ViewState& looking) const;
    void drawMoved(Scene& scene) const;
    void drawSnap(Scene& scene, const Snap& snap) const;
    void drawValues(Scene& scene, Vec at, const std::vector<std::string>& lines) const;

    const SpaghettiBridge& model_;
    Doing doing_ = Doing::nothing;
    double reach_ = 5e-3;                 // m, of the last touch
    Vec down_{0, 0}, at_{0, 0};           // where the pointer went down, and is
    bool add_ = false, hovers_ = false;   // hovers_: a pointer is there, so snap_ is drawn
    std::string pressed_;                 // Item::id
    std::map<std::string, Vec> origins_;  // of the nodes that move, by name
    Snap snap_;                           // where what the hand holds would come
    std::optional<Snap> start_;           // of a member that is being drawn
    bool waits_ = false;                  // that was a click: the next one ends the member
};

// "K3" of "node.K3", or "".
std::string nodeOfItem(const std::string& item);
std::string memberOfItem(const std::string& item);
// Those of the selection that are there.
std::vector<std::string> chosenNodes(const Bridge& bridge, const ViewState& looking);
std::vector<std::string> chosenMembers(const Bridge& bridge, const ViewState& looking);
void choose(ViewState& looking, std::vector<std::string> items);

}  // namespace pt
