// The edits of edit.h as commands of the lab.
#include <utility>

#include "sims/spaghetti_bridge/edit.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

Argument text(const char* key) { return {key, true, {}, {}}; }
Argument metres(const char* key) { return {key, false, unit("cm"), {}}; }

Names names(const Json& args, const char* key) { return splitNames(args[key].text()); }

// Items of one kind by their names.
Names items(std::string_view prefix, const Names& ids) {
    Names found;
    for (const std::string& id : ids) found.push_back(std::string(prefix) + id);
    return found;
}

Result<bool> readSwitch(const Json& args, const char* key) {
    const std::string& value = args[key].text();
    if (value == "on" || value == "off") return value == "on";
    return Error{"bridge.bad_switch", key, {{"value", value}}};
}

}  // namespace

Status SpaghettiBridge::take(Result<Bridge> edited) {
    if (!edited.ok()) return edited.error();
    bridge_ = std::move(edited.value());
    return Ok{};
}

// A template that is drawn in becomes a design of its own, with the shape it has.
Status SpaghettiBridge::takeShape(Result<Bridge> edited) {
    Status taken = take(std::move(edited));
    if (taken.ok()) type_ = static_cast<int>(BridgeType::free);
    return taken;
}

void SpaghettiBridge::describeEdits(Schema& schema) {
    schema.command("node_add", {text("id"), metres("x"), metres("y")}, [this](const Json& args) {
        return takeShape(
            addNode(bridge_, args["id"].text(), args["x"].number(), args["y"].number()));
    });
    schema.command("node_move", {text("id"), metres("x"), metres("y")}, [this](const Json& args) {
        return takeShape(
            moveNode(bridge_, args["id"].text(), args["x"].number(), args["y"].number()));
    });
    schema.command("nodes_move", {text("ids"), metres("dx"), metres("dy")},
                   [this](const Json& args) {
                       return takeShape(moveNodes(bridge_, names(args, "ids"), args["dx"].number(),
                                                  args["dy"].number()));
                   });
    schema.command("node_remove", {text("id")}, [this](const Json& args) {
        return takeShape(removeItems(bridge_, items("node.", names(args, "id"))));
    });
    schema.command("member_add", {text("from"), text("to")}, [this](const Json& args) {
        return takeShape(addMember(bridge_, args["from"].text(), args["to"].text()));
    });
    schema.command("member_remove", {text("member")}, [this](const Json& args) {
        return takeShape(removeItems(bridge_, items("member.", names(args, "member"))));
    });
    schema.command("remove", {text("items")}, [this](const Json& args) {
        return takeShape(removeItems(bridge_, names(args, "items")));
    });
    schema.command("member_split", {{"at", false, unit(""), {0, 1, 0}}, text("member")},
                   [this](const Json& args) {
                       return takeShape(
                           splitMember(bridge_, args["member"].text(), args["at"].number()));
                   });
    schema.command("nodes_join", {text("a"), text("b")}, [this](const Json& args) {
        return takeShape(joinNodes(bridge_, args["a"].text(), args["b"].text()));
    });
    schema.command("support", {text("node"), text("kind")}, [this](const Json& args) {
        return takeShape(setSupport(bridge_, names(args, "node"), args["kind"].text()));
    });
    schema.command("load_point", {text("node"), text("on")}, [this](const Json& args) -> Status {
        const Result<bool> on = readSwitch(args, "on");
        if (!on.ok()) return on.error();
        return takeShape(setLoad(bridge_, names(args, "node"), on.value()));
    });
    schema.command("mirror", {text("items"), text("axis")}, [this](const Json& args) {
        return takeShape(mirror(bridge_, names(args, "items"), args["axis"].text()));
    });
    schema.command("copy", {text("items"), metres("dx"), metres("dy")}, [this](const Json& args) {
        return takeShape(
            copy(bridge_, names(args, "items"), args["dx"].number(), args["dy"].number()));
    });
    schema.command("template", {text("type")}, [this](const Json& args) {
        return takeShape(fromTemplate(bridge_, args["type"].text(), static_cast<int>(panels_)));
    });
    // What a member is made of: the template stays one.
    schema.command(
        "member_strands", {text("member"), {"strands", false, unit(""), {1, maxStrands, 1}}},
        [this](const Json& args) {
            return take(setStrands(bridge_, names(args, "member"), args["strands"].number()));
        });
    schema.command("member_bond", {text("member"), text("bond")}, [this](const Json& args) {
        return take(setBond(bridge_, names(args, "member"), args["bond"].text()));
    });
}

}  // namespace pt
