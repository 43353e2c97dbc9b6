// A lab for tests of tables, charts, requirements, jobs, designs and the stage: a shelf with boxes
// that sags when it is loaded. No physics, but one of everything.
#pragma once

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "engine/run/session.h"
#include "engine/ui/workbench.h"

namespace pt {

struct Box {
    std::string id;
    double mass = 0.5;  // kg
    std::string side = "left";
    double x = 0, y = 0;  // m
};

struct Weighing : Job {
    Weighing(double* done, double all) : done_(done), all_(all) {}
    bool advance() override { return ++*done_ < all_; }
    double progress() const override { return *done_ / all_; }

private:
    double *done_, all_;
};

class Shelf : public Model {
public:
    void describe(Schema& schema) override {
        static constexpr const char* kinds[] = {"plank", "rope"};
        static constexpr const char* ends[] = {"bent", "torn"};
        schema.section("wood");
        schema.param("depth", depth_, unit("cm"), {0.1, 0.5, 0.01}, Effect::resets);
        schema.section("hanging");
        schema.choice("kind", kind_, kinds);
        schema.param("tension", tension_, unit("N"), {1, 50, 1}, Effect::resets);
        schema.section("wood");
        schema.param("thickness", thickness_, unit("mm"), {0.005, 0.03, 0.001}, Effect::resets);
        schema.when("kind", {"rope"}, {"tension"});
        schema.state("ticks", ticks_, unit(""));
        schema.output("total", unit("kg"), [this] { return total(); });
        schema.output("force", unit("N"), [this] { return finished() ? 60 : nothing; });
        schema.text(
            "ending", [this] { return std::string(finished() ? "bent" : ""); }, ends);
        schema.measurable({"total", "force", "ending"});
        schema.document(
            "boxes", [this] { return save(); }, [this](const Json& json) { return load(json); });
        schema.document(
            "diary", [this] { return Json(diary_); },
            [this](const Json& json) {
                diary_ = json.text();
                return Status(Ok{});
            });
        schema.notebook("diary");
        describeCommands(schema);
        describeTables(schema);
    }
    Status reset(uint64_t) override {
        ticks_ = 0;
        return Ok{};
    }
    Status step(double) override {
        ticks_ += 1;
        return Ok{};
    }
    Status restored(uint64_t) override { return Ok{}; }
    bool finished() const override { return ticks_ >= 3; }

    const std::vector<Box>& boxes() const { return boxes_; }
    double weighed() const { return weighed_; }
    double force() const { return force_; }

private:
    static constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

    void describeCommands(Schema& schema) {
        schema.command("box_add", {}, [this](const Json&) { return add("", 0.5); });
        schema.command("box_remove", {{"box", true, {}, {}}}, [this](const Json& args) {
            const auto box = find(args["box"].text());
            if (box == boxes_.end()) return Status(Error{"shelf.no_box", "box", {}});
            boxes_.erase(box);
            return Status(Ok{});
        });
        schema.command("box_edit",
                       {{"box", true, {}, {}},
                        {"mass", false, unit("kg"), {0.1, 5, 0}, true},
                        {"side", true, {}, {}, true}},
                       [this](const Json& args) { return edit(args); });
        schema.command(
            "box_move",
            {{"box", true, {}, {}}, {"x", false, unit("m"), {}}, {"y", false, unit("m"), {}}},
            [this](const Json& args) { return move(args); });
        schema.command("box_paste", {{"text", true, {}, {}}}, [this](const Json& args) {
            if (args["text"].text() == "bad") return Status(Error{"shelf.no_box", "text", {}});
            return add(args["text"].text(), 1);
        });
    }

    void describeTables(Schema& schema) {
        Table table;
        table.key = "crates";
        table.columns = {{"name", true, {}, {}},
                         {"mass", false, unit("kg"), {}, true, {0.1, 5, 0.1}},
                         {"side", true, {}, {"left", "right"}, true},
                         {"lever", false, unit("cm"), {}}};
        table.rows = [this] { return rows(); };
        table.rowKey = "box";
        table.edit = "box_edit";
        table.add = "box_add";
        table.remove = "box_remove";
        table.paste = "box_paste";
        schema.table(std::move(table));
        schema.chart({"spread", "total", "force", unit("kg"), unit("N"), [] {
                          return ChartData{{{"spread", Mark::bars, {0, 1}, {2, 3}}}, {}};
                      }});
        schema.checks([this] {
            return std::vector<CheckRow>{{"light",
                                          Json::object().set("total", total()),
                                          total() < 2,
                                          true,
                                          {"box.B1"},
                                          total(),
                                          2,
                                          unit("kg")},
                                         {"strong", Json::object(), false, false, {}}};
        });
        schema.job("weigh", {{"count", false, unit(""), {1, 1000, 1}, true}},
                   [this](const Json& args) { return weigh(args["count"].number(20)); });
        schema.job("compare", {{"force", false, unit("N"), {}}}, [this](const Json& args) {
            force_ = args["force"].number();
            return weigh(1);
        });
    }

    double total() const {
        double sum = 0;
        for (const Box& box : boxes_) sum += box.mass;
        return sum;
    }
    std::vector<Box>::iterator find(const std::string& id) {
        return std::find_if(boxes_.begin(), boxes_.end(),
                            [&id](const Box& box) { return box.id == id; });
    }
    std::vector<TableRow> rows() const {
        std::vector<TableRow> rows;
        for (const Box& box : boxes_) {
            const Json lever = box.x == 0 ? Json() : Json(box.x);
            rows.push_back({box.id, "box." + box.id, {box.id, box.mass, box.side, lever}});
        }
        return rows;
    }
    Status add(const std::string& id, double mass) {
        const std::string name = id.empty() ? "B" + std::to_string(boxes_.size() + 1) : id;
        if (find(name) != boxes_.end()) return Error{"shelf.no_box", "box", {}};
        boxes_.push_back({name, mass});
        return Ok{};
    }
    Status edit(const Json& args) {
        const auto box = find(args["box"].text());
        if (box == boxes_.end()) return Error{"shelf.no_box", "box", {}};
        box->mass = args["mass"].number(box->mass);
        if (args.has("side")) box->side = args["side"].text();
        return Ok{};
    }
    Status move(const Json& args) {
        const auto box = find(args["box"].text());
        if (box == boxes_.end() || args["y"].number() < -5) return Error{"shelf.no_box", "box", {}};
        box->x = args["x"].number();
        box->y = args["y"].number();
        return Ok{};
    }
    Result<std::unique_ptr<Job>> weigh(double count) {
        weighed_ = 0;
        return std::unique_ptr<Job>(std::make_unique<Weighing>(&weighed_, count));
    }
    Json save() const {
        Json list = Json::list();
        for (const Box& box : boxes_) {
            Json json = Json::object().set("id", box.id).set("mass", box.mass);
            list.add(json.set("side", box.side).set("x", box.x).set("y", box.y));
        }
        return list;
    }
    Status load(const Json& json) {
        if (!json.isList() || json.items().size() > 1000) return Error{"shelf.no_box", "", {}};
        std::vector<Box> boxes;
        for (const Json& each : json.items())
            boxes.push_back({each["id"].text(), each["mass"].number(), each["side"].text(),
                             each["x"].number(), each["y"].number()});
        boxes_ = std::move(boxes);
        return Ok{};
    }

    double depth_ = 0.2, thickness_ = 0.01, tension_ = 10, ticks_ = 0, weighed_ = 0, force_ = 0;
    int kind_ = 0;
    std::string diary_;
    std::vector<Box> boxes_{{"B1", 0.5, "left", 0.1, 0}, {"B2", 1, "right", 0, 0.2}};
};

// Each box is a square around its place.
struct ShelfView : View {
    explicit ShelfView(const Model& model) : shelf(static_cast<const Shelf&>(model)) {}
    std::vector<ViewOption> options() const override {
        return {{"colour", {"mass", "side"}, "mass"}, {"numbers", {}, "off"}};
    }
    void draw(Scene& scene, const ViewState&) const override {
        for (const Box& box : shelf.boxes()) {
            const int item = scene.item({"box." + box.id, box.id, {}, {box.x, box.y}});
            scene.circle({box.x, box.y}, 0.03, Style{}, item);
        }
    }
    const Shelf& shelf;
};

// "select" drags boxes; "add" draws one from press to release.
struct ShelfEditor : Editor {
    explicit ShelfEditor(const Model& model) : shelf(static_cast<const Shelf&>(model)) {}
    std::vector<Tool> tools() const override {
        return {{"select", "select", 'v'}, {"add", "node", 'b'}};
    }
    std::vector<StageAction> actions(const ViewState& looking) const override {
        std::vector<StageAction> actions;
        if (!looking.selected.empty()) actions.push_back({"remove", true, "Delete", {}});
        actions.push_back({"swap", shelf.boxes().size() > 1, "Ctrl+D", {}});
        actions.push_back({"fill", true, "", {"one", "two"}});
        return actions;
    }
    std::vector<Command> touch(const Touch& touch, ViewState& looking) override {
        if (touch.hand == Hand::cancel) return putBack();
        if (touch.hand == Hand::down) {
            looking.selected = touch.item;
            looking.selection.clear();
            if (!touch.item.empty()) looking.selection.push_back(touch.item);
            held = touch.item;
            for (const Box& box : shelf.boxes())
                if ("box." + box.id == held) origin = {box.x, box.y};
        }
        std::vector<Command> commands;
        if (touch.hand == Hand::drag && !held.empty()) commands.push_back(moveTo(touch.at));
        if (touch.hand == Hand::up) held.clear();
        return commands;
    }
    std::vector<Command> act(std::string_view action, std::string_view option,
                             ViewState& looking) override {
        if (action == "remove")
            return {{"box_remove", Json::object().set("box", looking.selected.substr(4)), 0}};
        std::vector<Command> commands(option == "two" ? 2 : 1,
                                      Command{"box_add", Json::object(), 0});
        return commands;
    }
    std::vector<Command> nudge(int dx, int dy, bool fine, ViewState& looking) override {
        for (const Box& box : shelf.boxes())
            if ("box." + box.id == looking.selected)
                return {{"box_move",
                         Json::object()
                             .set("box", box.id)
                             .set("x", box.x + (fine ? 0.001 : 0.01) * dx)
                             .set("y", box.y + (fine ? 0.001 : 0.01) * dy),
                         0}};
        return {};
    }
    bool busy() const override { return !held.empty(); }
    void draw(Scene& scene, const ViewState&) const override {
        if (busy()) scene.text({0, 0}, held);
    }
    Command moveTo(Vec at) const {
        return {"box_move", Json::object().set("box", held.substr(4)).set("x", at.x).set("y", at.y),
                0};
    }
    std::vector<Command> putBack() {
        std::vector<Command> back;
        for (const Box& box : shelf.boxes())
            if ("box." + box.id == held && Vec(box.x, box.y) != origin)
                back.push_back(moveTo(origin));
        held.clear();
        return back;
    }
    const Shelf& shelf;
    std::string held;
    Vec origin{0, 0};
};

struct ShelfExchange : Exchange {
    std::vector<Export> exports() const override { return {{"plan", "svg"}, {"cut_list", "csv"}}; }
    Result<std::string> write(std::string_view key, const Words&) const override {
        if (key == "plan") return std::string("<svg/>");
        return Error{"shelf.no_box", "", {}};
    }
    std::vector<std::string> imports() const override { return {"csv"}; }
    // A box a line.
    Result<std::vector<Command>> read(std::string_view bytes, std::string_view) const override {
        std::vector<Command> commands;
        size_t at = 0;
        while (at < bytes.size()) {
            const size_t end = std::min(bytes.find('\n', at), bytes.size());
            const std::string line(bytes.substr(at, end - at));
            commands.push_back({"box_paste", Json::object().set("text", line), 0});
            at = end + 1;
        }
        if (commands.empty()) return Error{"shelf.no_box", "", {}};
        return commands;
    }
    std::vector<Handover> handovers() const override {
        return {{"use", "other-shelf", {setCommand("depth", 0.3)}}};
    }
};

inline std::span<const LabEntry> shelfLabs() {
    static const LabEntry table[] = {
        {"shelf", 0.1, [] { return std::unique_ptr<Model>(std::make_unique<Shelf>()); }}};
    return table;
}

inline std::unique_ptr<Session> openShelf() {
    Setup setup;
    setup.lab = "shelf";
    setup.scenario = "hang_it";
    auto session = Session::open(std::move(setup), shelfLabs());
    return session.ok() ? std::move(session.value()) : nullptr;
}

inline const Shelf& shelfOf(const Session& session) {
    return static_cast<const Shelf&>(session.model());
}

inline Workbench shelfBench() {
    std::unique_ptr<Session> session = openShelf();
    auto view = std::make_unique<ShelfView>(session->model());
    auto editor = std::make_unique<ShelfEditor>(session->model());
    return {std::move(session), std::move(view), std::move(editor),
            std::make_unique<ShelfExchange>()};
}

// Only English: what the tests look at is in words of their own.
inline Words shelfWords() {
    Words words = Words::builtin(Language::en);
    const Status added = words.add(Language::en, R"(
shelf.title = Shelf
shelf.section.wood = Wood
shelf.section.hanging = Hanging
shelf.depth = Depth
shelf.kind = Kind
shelf.kind.plank = Plank
shelf.kind.rope = Rope
shelf.tension = Tension
shelf.thickness = Thickness
shelf.total = Mass
shelf.force = Force
shelf.ending = End
shelf.ending.bent = bent through
shelf.ending.torn = torn off
shelf.crates = Boxes
shelf.crates.add = Put a box
shelf.crates.mass = Mass of the box
shelf.name = Box
shelf.mass = Weight
shelf.side = Side
shelf.side.left = at the left
shelf.side.right = at the right
shelf.lever = Arm
shelf.spread = Spread
shelf.check.light = At most 2 kg, now {total}
shelf.check.strong = It holds
shelf.weigh = Weigh again
shelf.count = Number of times
shelf.compare = Compare
shelf.compare.force = What you measured
shelf.design = {total}, broke at {force} (really {real_force})
shelf.tool.select = Select
shelf.tool.add = New box
shelf.tool.add.help = Drag a box.
shelf.action.remove = Remove
shelf.action.swap = Swap
shelf.action.fill = Fill
shelf.action.fill.one = With one
shelf.action.fill.two = With two
shelf.look.colour = Colour
shelf.look.colour.mass = by mass
shelf.look.colour.side = by side
shelf.look.numbers = Numbers
shelf.export.plan = Plan
shelf.export.cut_list = Cutting list
shelf.handover.use = Use this shelf
shelf.no_box = No such box.
)");
    return added.ok() ? words : Words(Language::en);
}

}  // namespace pt
