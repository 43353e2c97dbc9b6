// Random people at the drawing: whatever they edit, in whatever order, with sense or without,
// nothing breaks and undo brings everything back.
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/rng.h"
#include "engine/run/session.h"
#include "engine/view/editor.h"
#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

class Draughtsman {
public:
    Draughtsman(uint64_t seed, Session& session)
        : random_(seed, "draughtsman"), session_(session),
          editor_(makeEditor("spaghetti_bridge", session.model())),
          view_(makeView("spaghetti_bridge", session.model())) {}

    void act() {
        switch (number(0, 11)) {
        case 0: undo(); break;
        case 1:
        case 2: hand(); break;
        case 3: menu(); break;
        case 4: look(); break;
        default: post(command());
        }
    }

    // One step back and forth again changes nothing.
    void undo() {
        if (!session_.canUndo()) return;
        const Json before = document();
        const uint64_t hash = session_.hash();
        ASSERT_TRUE(session_.post({"undo", Json::object(), 0}).ok());
        ASSERT_TRUE(session_.post({"redo", Json::object(), 0}).ok());
        ASSERT_EQ(document(), before);
        ASSERT_EQ(session_.hash(), hash);
        if (chance(2)) {
            ASSERT_TRUE(session_.post({"undo", Json::object(), 0}).ok());
        }
    }

    Json document() const { return session_.snapshot().documents[0]; }

private:
    bool chance(int64_t oneIn) { return random_.integer(1, oneIn) == 1; }
    int64_t number(int64_t low, int64_t high) { return random_.integer(low, high); }

    const Bridge& design() const {
        return static_cast<const SpaghettiBridge&>(session_.model()).design();
    }
    std::string node() {
        if (design().nodes.empty() || chance(20)) return chance(2) ? "" : "K999";
        return design().nodes[pickFrom(design().nodes.size())].id;
    }
    std::string member() {
        if (design().members.empty() || chance(20)) return chance(2) ? "," : "S999";
        return design().members[pickFrom(design().members.size())].id;
    }
    size_t pickFrom(size_t count) {
        return static_cast<size_t>(number(0, static_cast<int64_t>(count) - 1));
    }
    std::string several(bool nodes, bool items) {
        std::string text;
        for (int64_t i = number(0, 4); i >= 0; --i) {
            const bool isNode = items ? chance(2) : nodes;
            text += (text.empty() ? "" : ",") +
                    std::string(!items   ? ""
                                : isNode ? "node."
                                         : "member.") +
                    (isNode ? node() : member());
        }
        return text;
    }
    double place() {
        const double strange[] = {0, 1e-4, -99.9999, 100, 1e300, nan, -0.0};
        if (chance(25)) return strange[pickFrom(std::size(strange))];
        return static_cast<double>(number(-4, 70)) / 100;
    }
    template <size_t n>
    const char* one(const char* const (&options)[n]) {
        return options[pickFrom(n)];
    }

    Command command() {
        const int gesture = chance(3) ? 0 : gesture_ += chance(3) ? 1 : 0;
        const auto make = [gesture](const char* name, Json args) {
            return Command{name, std::move(args), gesture};
        };
        const auto xy = [this](const char* names, std::string text, const char* x, const char* y) {
            return Json::object().set(names, std::move(text)).set(x, place()).set(y, place());
        };
        switch (number(0, 20)) {
        case 0:
        case 1: return make("node_add", xy("id", chance(9) ? node() : "", "x", "y"));
        case 2:
        case 3: return make("node_move", xy("id", node(), "x", "y"));
        case 4: return make("nodes_move", xy("ids", several(true, false), "dx", "dy"));
        case 5: return make("node_remove", Json::object().set("id", node()));
        case 6:
        case 7:
        case 8: return make("member_add", Json::object().set("from", node()).set("to", node()));
        case 9: return make("member_remove", Json::object().set("member", member()));
        case 10: return make("remove", Json::object().set("items", several(true, true)));
        case 11:
            return make("member_split", Json::object()
                                            .set("member", member())
                                            .set("at", static_cast<double>(number(-1, 11)) / 10));
        case 12: return make("nodes_join", Json::object().set("a", node()).set("b", node()));
        case 13:
            return make("support", Json::object()
                                       .set("node", several(true, false))
                                       .set("kind", one({"none", "pin", "roller", "wall"})));
        case 14:
            return make("load_point", Json::object()
                                          .set("node", several(true, false))
                                          .set("on", one({"on", "off", "perhaps"})));
        case 15:
            return make("mirror", Json::object()
                                      .set("items", several(true, true))
                                      .set("axis", one({"middle", "selection", "x"})));
        case 16: return make("copy", xy("items", several(true, true), "dx", "dy"));
        case 17:
            return make("member_strands", Json::object()
                                              .set("member", several(false, false))
                                              .set("strands", static_cast<double>(number(0, 39))));
        case 18:
            return make("member_bond", Json::object()
                                           .set("member", several(false, false))
                                           .set("bond", one({"as_bridge", "bonded", "loose"})));
        case 19: return make("template", Json::object().set("type", bridgeTypes[pickFrom(8)]));
        default: return setting();
        }
    }

    Command setting() {
        switch (number(0, 3)) {
        case 0: return chooseCommand("type", bridgeTypes[pickFrom(8)]);
        case 1: return setCommand("panels", static_cast<double>(number(2, 16)));
        case 2: return chooseCommand("joints", chance(2) ? "rigid" : "pinned");
        default: return documentCommand("bridge", document());
        }
    }

    void post(const Command& command) {
        const uint64_t before = session_.hash();
        const Status done = session_.post(command);
        if (!done.ok()) {
            ASSERT_EQ(session_.hash(), before) << command.name << command.args.write();
        } else if (!session_.trouble() && chance(4)) {
            (void)session_.runToEnd(number(1, 30));
        }
    }
    void post(const std::vector<Command>& commands) {
        ++gesture_;
        for (Command command : commands) {
            command.gesture = gesture_;
            post(command);
        }
    }

    // A press, some dragging, perhaps an undo half way, and letting go or not.
    void hand() {
        const auto at = [this] { return Vec(place(), place()); };
        const auto touch = [&](Hand what, Vec where) {
            post(editor_->touch({what, where, 5e-3, "", chance(4), chance(6)}, looking_));
        };
        looking_.tool = one({"", "select", "band", "node", "member", "support", "load", "?"});
        Vec from = at();
        if (!design().nodes.empty() && !chance(3)) {
            const BridgeNode& start = design().nodes[pickFrom(design().nodes.size())];
            from = {start.x, start.y};
        }
        touch(Hand::hover, from);
        touch(Hand::down, from);
        for (int64_t i = number(0, 3); i > 0; --i) touch(Hand::drag, at());
        if (chance(8)) undo();
        if (!chance(8)) touch(chance(8) ? Hand::cancel : Hand::up, at());
    }

    void menu() {
        const std::vector<StageAction> actions = editor_->actions(looking_);
        if (actions.empty()) return;
        const StageAction& chosen = actions[pickFrom(actions.size())];
        const std::string option =
            chosen.options.empty() ? "" : chosen.options[pickFrom(chosen.options.size())];
        post(editor_->act(chosen.key, option, looking_));
        if (chance(3))
            post(editor_->nudge(static_cast<int>(number(-1, 1)), static_cast<int>(number(-1, 1)),
                                chance(2), looking_));
    }

    void look() {
        Scene scene(words_, theme(ThemeId::light));
        if (!looking_.selected.empty() && chance(2)) looking_.hovered = looking_.selected;
        view_->draw(scene, looking_);
        editor_->draw(scene, looking_);
        for (const Output& output : session_.schema().outputs())
            if (output.number) (void)output.number();
    }

    Rng random_;
    Session& session_;
    std::unique_ptr<Editor> editor_;
    std::unique_ptr<View> view_;
    Words words_ = Words::builtin(Language::nl);
    ViewState looking_;
    int gesture_ = 1;
};

Result<std::unique_ptr<Session>> open() {
    Setup setup;
    setup.lab = "spaghetti_bridge";
    return Session::open(std::move(setup));
}

class RandomEdits : public testing::TestWithParam<int> {};

TEST_P(RandomEdits, AreUndoneToTheFirstBit) {
    constexpr int people = 25, edits = 60;
    for (int person = 0; person < people; ++person) {
        auto opened = open();
        ASSERT_TRUE(opened.ok());
        Session& session = *opened.value();
        const Snapshot first = session.snapshot();
        const uint64_t seed = static_cast<uint64_t>(GetParam() * people + person);
        SCOPED_TRACE(seed);
        Draughtsman person_(seed, session);
        for (int i = 0; i < edits && !HasFatalFailure(); ++i) person_.act();
        ASSERT_FALSE(HasFatalFailure());

        const Snapshot last = session.snapshot();
        int64_t back = 0;
        while (session.canUndo()) {
            ASSERT_TRUE(session.post({"undo", Json::object(), 0}).ok());
            ++back;
        }
        ASSERT_EQ(session.snapshot(), first);
        for (; back > 0; --back) ASSERT_TRUE(session.post({"redo", Json::object(), 0}).ok());
        ASSERT_EQ(session.snapshot().documents, last.documents);
        ASSERT_EQ(session.snapshot().choices, last.choices);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomEdits, testing::Range(0, 8));

}  // namespace
}  // namespace pt
