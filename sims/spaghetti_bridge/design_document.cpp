// The document `bridge`: reading it from people's files, and writing it.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "sims/spaghetti_bridge/design.h"

namespace pt {
namespace {

constexpr const char* supportNames[] = {"", "pin", "roller"};
constexpr const char* bondNames[] = {"", "bonded", "loose"};

std::string at(const char* list, size_t index, const char* key = nullptr) {
    return std::string(list) + "[" + std::to_string(index) + "]" + (key ? "." : "") +
           (key ? key : "");
}

using Ids = std::map<std::string, int, std::less<>>;

// Names are short texts; a whole number in a file ("id: 3") is one too.
std::optional<std::string> readId(const Json& json) {
    std::string id = json.text();
    if (json.isNumber() && json.number() == std::floor(json.number())) id = json.write();
    if (!isBridgeName(id)) return std::nullopt;
    return id;
}

Status onlyKeys(const Json& json, std::initializer_list<std::string_view> known,
                const std::string& where) {
    if (!json.isObject()) return Error{"bridge.not_object", where, {}};
    for (const auto& [key, value] : json.entries())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return Error{"bridge.unknown_key", where, {{"key", key}}};
    return Ok{};
}

// The name of entry `index` of a list, which must be new.
Result<std::string> newId(const Json& json, const char* list, size_t index, const Ids& taken) {
    const std::string where = at(list, index, "id");
    const std::optional<std::string> id = readId(json["id"]);
    if (!id) return Error{"bridge.bad_id", where, {}};
    if (taken.count(*id)) return Error{"bridge.duplicate_id", where, {{"id", *id}}};
    return *id;
}

Result<int> nodeOf(const Json& json, const std::string& where, const Ids& nodes) {
    const std::optional<std::string> id = readId(json);
    if (!id) return Error{"bridge.bad_id", where, {}};
    const auto found = nodes.find(*id);
    if (found == nodes.end()) return Error{"bridge.unknown_node", where, {{"node", *id}}};
    return found->second;
}

Result<BridgeNode> readNode(const Json& json, size_t index, const Ids& taken) {
    if (Status keys = onlyKeys(json, {"id", "x", "y", "support"}, at("nodes", index)); !keys.ok())
        return keys.error();
    Result<std::string> id = newId(json, "nodes", index, taken);
    if (!id.ok()) return id.error();
    BridgeNode node;
    node.id = std::move(id.value());
    for (const char* key : {"x", "y"}) {
        const double value = json[key].number();
        if (!json[key].isNumber() || !(std::fabs(value) <= farthestNode))
            return Error{"bridge.bad_number", at("nodes", index, key), {{"key", key}}};
        (key[0] == 'x' ? node.x : node.y) = value;
    }
    if (!json.has("support")) return node;
    const std::string& support = json["support"].text();
    if (support != supportNames[1] && support != supportNames[2])
        return Error{"bridge.bad_support", at("nodes", index, "support"), {{"value", support}}};
    node.support = support == supportNames[1] ? Support::pin : Support::roller;
    return node;
}

Result<BridgeMember> readMember(const Json& json, size_t index, const Ids& taken,
                                const Ids& nodes) {
    const std::string place = at("members", index);
    if (Status keys = onlyKeys(json, {"id", "from", "to", "strands", "bond"}, place); !keys.ok())
        return keys.error();
    Result<std::string> id = newId(json, "members", index, taken);
    if (!id.ok()) return id.error();
    BridgeMember member;
    member.id = std::move(id.value());
    for (const char* key : {"from", "to"}) {
        const Result<int> node = nodeOf(json[key], at("members", index, key), nodes);
        if (!node.ok()) return node.error();
        (key[0] == 'f' ? member.from : member.to) = node.value();
    }
    if (json.has("bond")) {
        const std::string& bond = json["bond"].text();
        if (bond != bondNames[1] && bond != bondNames[2])
            return Error{"bridge.bad_bond", at("members", index, "bond"), {{"value", bond}}};
        member.bond = bond == bondNames[1] ? Bond::bonded : Bond::loose;
    }
    if (!json.has("strands")) return member;
    const double strands = json["strands"].number();
    if (strands != std::floor(strands) || !(strands >= 1 && strands <= maxStrands))
        return Error{"bridge.bad_strands",
                     at("members", index, "strands"),
                     {{"max", std::to_string(maxStrands)}}};
    member.strands = static_cast<int>(strands);
    return member;
}

Status checkList(const Json& json, const char* key) {
    if (!json[key].isList()) return Error{"bridge.missing", key, {{"key", key}}};
    if (json[key].items().size() > maxBridgeMembers)
        return Error{"bridge.too_many", key, {{"max", std::to_string(maxBridgeMembers)}}};
    return Ok{};
}

Status readLoads(const Json& json, const Ids& nodes, Bridge& bridge) {
    if (!json.has("load")) return Ok{};
    const std::vector<Json> one{json["load"]};
    for (const Json& item : json["load"].isList() ? json["load"].items() : one) {
        const Result<int> load = nodeOf(item, "load", nodes);
        if (!load.ok()) return load.error();
        if (std::count(bridge.loads.begin(), bridge.loads.end(), load.value()))
            return Error{
                "bridge.duplicate_load", "load", {{"node", bridge.nodes[load.value()].id}}};
        bridge.loads.push_back(load.value());
    }
    return Ok{};
}

}  // namespace

bool isBridgeName(std::string_view name) {
    const auto bad = [](char c) { return c == ',' || static_cast<unsigned char>(c) < 0x20; };
    return !name.empty() && name.size() <= 40 && name.front() != ' ' && name.back() != ' ' &&
           std::none_of(name.begin(), name.end(), bad);
}

Result<Bridge> readBridge(const Json& json) {
    if (Status keys = onlyKeys(json, {"nodes", "members", "load"}, ""); !keys.ok())
        return keys.error();
    for (const char* list : {"nodes", "members"})
        if (Status checked = checkList(json, list); !checked.ok()) return checked.error();

    Bridge bridge;
    Ids nodes, members;
    for (const Json& item : json["nodes"].items()) {
        Result<BridgeNode> node = readNode(item, bridge.nodes.size(), nodes);
        if (!node.ok()) return node.error();
        nodes[node.value().id] = static_cast<int>(bridge.nodes.size());
        bridge.nodes.push_back(std::move(node.value()));
    }
    for (const Json& item : json["members"].items()) {
        Result<BridgeMember> member = readMember(item, bridge.members.size(), members, nodes);
        if (!member.ok()) return member.error();
        members[member.value().id] = static_cast<int>(bridge.members.size());
        bridge.members.push_back(std::move(member.value()));
    }
    if (Status loads = readLoads(json, nodes, bridge); !loads.ok()) return loads.error();
    return bridge;
}

Json writeBridge(const Bridge& bridge) {
    Json nodes = Json::list(), members = Json::list();
    for (const BridgeNode& node : bridge.nodes) {
        Json json = Json::object();
        json.set("id", node.id).set("x", node.x).set("y", node.y);
        if (node.support != Support::none)
            json.set("support", supportNames[static_cast<size_t>(node.support)]);
        nodes.add(std::move(json));
    }
    for (const BridgeMember& member : bridge.members) {
        Json json = Json::object();
        json.set("id", member.id);
        json.set("from", bridge.nodes[member.from].id).set("to", bridge.nodes[member.to].id);
        if (member.strands > 0) json.set("strands", member.strands);
        if (member.bond != Bond::asBridge)
            json.set("bond", bondNames[static_cast<size_t>(member.bond)]);
        members.add(std::move(json));
    }
    Json loads = Json::list();
    for (const int node : bridge.loads) loads.add(bridge.nodes[node].id);
    return Json::object()
        .set("nodes", std::move(nodes))
        .set("members", std::move(members))
        .set("load", bridge.loads.size() == 1 ? loads[size_t{0}] : std::move(loads));
}

}  // namespace pt
