#include "sims/spaghetti_bridge/edit.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "sims/spaghetti_bridge/design_check.h"

namespace pt {
namespace {

constexpr std::string_view nodePrefix = "node.", memberPrefix = "member.";

Error unknownNode(std::string_view id) {
    return {"bridge.unknown_node", "", {{"node", std::string(id)}}};
}
Error unknownMember(std::string_view id) {
    return {"bridge.unknown_member", "", {{"member", std::string(id)}}};
}

Result<int> nodeNamed(const Bridge& bridge, std::string_view id) {
    const int node = bridge.findNode(id);
    return node >= 0 ? Result<int>(node) : unknownNode(id);
}

Result<int> memberNamed(const Bridge& bridge, std::string_view id) {
    const int member = bridge.findMember(id);
    return member >= 0 ? Result<int>(member) : unknownMember(id);
}

using Find = Result<int> (*)(const Bridge&, std::string_view);

// Each once, in the order of the names.
Result<std::vector<int>> allNamed(const Bridge& bridge, const Names& names, Find find) {
    std::vector<int> found;
    for (const std::string& name : names) {
        const Result<int> index = find(bridge, name);
        if (!index.ok()) return index.error();
        if (!std::count(found.begin(), found.end(), index.value())) found.push_back(index.value());
    }
    if (found.empty()) return Error{"bridge.nothing_chosen", "", {}};
    return found;
}

struct Parts {
    std::vector<char> nodes, members;  // by index: named
};

Result<Parts> partsNamed(const Bridge& bridge, const Names& items) {
    Parts parts{std::vector<char>(bridge.nodes.size(), 0),
                std::vector<char>(bridge.members.size(), 0)};
    const auto startsWith = [](std::string_view text, std::string_view start) {
        return text.substr(0, start.size()) == start;
    };
    for (const std::string& item : items) {
        const std::string_view text = item;
        if (startsWith(text, nodePrefix)) {
            const Result<int> node = nodeNamed(bridge, text.substr(nodePrefix.size()));
            if (!node.ok()) return node.error();
            parts.nodes[static_cast<size_t>(node.value())] = 1;
        } else if (startsWith(text, memberPrefix)) {
            const Result<int> member = memberNamed(bridge, text.substr(memberPrefix.size()));
            if (!member.ok()) return member.error();
            parts.members[static_cast<size_t>(member.value())] = 1;
        } else {
            return Error{"bridge.unknown_item", "", {{"item", item}}};
        }
    }
    if (items.empty()) return Error{"bridge.nothing_chosen", "", {}};
    return parts;
}

// Whole nanometres.
double rounded(double metres) { return std::floor(metres * 1e9 + 0.5) / 1e9; }

Status place(BridgeNode& node, double x, double y) {
    for (const auto& [key, value] : {std::pair("x", x), std::pair("y", y)})
        if (!(std::fabs(value) <= farthestNode))
            return Error{"bridge.bad_number", key, {{"key", key}}};
    node.x = rounded(x);
    node.y = rounded(y);
    return Ok{};
}

template <class List>
std::string freeName(const List& list, char letter) {
    std::set<std::string_view> taken;
    for (const auto& each : list) taken.insert(each.id);
    for (size_t number = list.size() + 1;; ++number) {
        std::string name = letter + std::to_string(number);
        if (!taken.count(name)) return name;
    }
}

Error tooMany() { return {"bridge.too_many", "", {{"max", std::to_string(maxBridgeMembers)}}}; }

bool joins(const BridgeMember& member, int a, int b) {
    return (member.from == a && member.to == b) || (member.from == b && member.to == a);
}

const BridgeMember* between(const Bridge& bridge, int a, int b) {
    for (const BridgeMember& member : bridge.members)
        if (joins(member, a, b)) return &member;
    return nullptr;
}

// Without the nodes and members that are marked; members that end at such a node go too.
Bridge without(const Bridge& bridge, const Parts& gone) {
    Bridge rest;
    std::vector<int> moved(bridge.nodes.size(), -1);
    for (size_t i = 0; i < bridge.nodes.size(); ++i) {
        if (gone.nodes[i]) continue;
        moved[i] = static_cast<int>(rest.nodes.size());
        rest.nodes.push_back(bridge.nodes[i]);
    }
    const auto now = [&moved](int node) { return moved[static_cast<size_t>(node)]; };
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        BridgeMember member = bridge.members[i];
        member.from = now(member.from);
        member.to = now(member.to);
        if (!gone.members[i] && member.from >= 0 && member.to >= 0)
            rest.members.push_back(std::move(member));
    }
    for (const int load : bridge.loads)
        if (now(load) >= 0) rest.loads.push_back(now(load));
    return rest;
}

void setLoadAt(Bridge& bridge, int node, bool on) {
    const auto at = std::find(bridge.loads.begin(), bridge.loads.end(), node);
    if (on && at == bridge.loads.end()) bridge.loads.push_back(node);
    if (!on && at != bridge.loads.end()) bridge.loads.erase(at);
}

// Ends of named members are named, and so are members between nodes that were named themselves.
void complete(const Bridge& bridge, Parts& parts) {
    const std::vector<char> chosen = parts.nodes;
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const auto from = static_cast<size_t>(bridge.members[i].from);
        const auto to = static_cast<size_t>(bridge.members[i].to);
        if (chosen[from] && chosen[to]) parts.members[i] = 1;
        if (parts.members[i]) parts.nodes[from] = parts.nodes[to] = 1;
    }
}

// Adds the parts once more, each node at the place that `image` gives it. `made` gets the node
// that every copied node became, by index; -1 for others.
template <class Image>
Result<Bridge> addImage(const Bridge& bridge, const Parts& parts, Image image,
                        std::vector<int>& made) {
    Bridge result = bridge;
    made.assign(bridge.nodes.size(), -1);
    for (size_t i = 0; i < bridge.nodes.size(); ++i) {
        if (!parts.nodes[i]) continue;
        BridgeNode node;
        const auto [x, y] = image(bridge.nodes[i]);
        if (Status placed = place(node, x, y); !placed.ok()) return placed.error();
        const auto here = [&node](const BridgeNode& other) {
            const double dx = other.x - node.x, dy = other.y - node.y;
            return dx * dx + dy * dy < shortestMember * shortestMember;
        };
        const auto there = std::find_if(bridge.nodes.begin(), bridge.nodes.end(), here);
        made[i] = static_cast<int>(there - bridge.nodes.begin());
        if (there != bridge.nodes.end()) continue;
        node.id = freeNodeName(result);
        made[i] = static_cast<int>(result.nodes.size());
        result.nodes.push_back(std::move(node));
        if (result.nodes.size() > maxBridgeMembers) return tooMany();
    }
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        if (!parts.members[i]) continue;
        BridgeMember member = bridge.members[i];
        member.from = made[static_cast<size_t>(member.from)];
        member.to = made[static_cast<size_t>(member.to)];
        if (member.from == member.to || between(result, member.from, member.to)) continue;
        member.id = freeMemberName(result);
        result.members.push_back(std::move(member));
        if (result.members.size() > maxBridgeMembers) return tooMany();
    }
    return result;
}

struct Extent {
    double low = 0, high = 0;
    bool any = false;
    void add(double value) {
        low = any ? std::min(low, value) : value;
        high = any ? std::max(high, value) : value;
        any = true;
    }
    double middle() const { return (low + high) / 2; }
};

// Between the outer supports, or of the whole bridge when they are not two.
Extent gap(const Bridge& bridge) {
    Extent supports, whole;
    for (const BridgeNode& node : bridge.nodes) {
        whole.add(node.x);
        if (node.support != Support::none) supports.add(node.x);
    }
    return supports.high > supports.low ? supports : whole;
}

Result<double> mirrorAxis(const Bridge& bridge, const Parts& parts, std::string_view axis) {
    if (axis == "middle") return gap(bridge).middle();
    if (axis != "selection") return Error{"bridge.bad_axis", "", {{"value", std::string(axis)}}};
    Extent chosen;
    for (size_t i = 0; i < bridge.nodes.size(); ++i)
        if (parts.nodes[i]) chosen.add(bridge.nodes[i].x);
    return chosen.middle();
}

Error nothingNew() { return {"bridge.nothing_new", "", {}}; }

}  // namespace

Names splitNames(std::string_view text) {
    Names names;
    while (!text.empty()) {
        const size_t comma = std::min(text.find(','), text.size());
        std::string_view name = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        if (!name.empty()) names.emplace_back(name);
    }
    return names;
}

std::string joinNames(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
    return text;
}

std::string freeNodeName(const Bridge& bridge) { return freeName(bridge.nodes, 'K'); }
std::string freeMemberName(const Bridge& bridge) { return freeName(bridge.members, 'S'); }

Result<Bridge> addNode(const Bridge& bridge, std::string id, double x, double y) {
    if (bridge.nodes.size() >= maxBridgeMembers) return tooMany();
    BridgeNode node;
    node.id = id.empty() ? freeNodeName(bridge) : std::move(id);
    if (!isBridgeName(node.id)) return Error{"bridge.bad_id", "id", {}};
    if (bridge.findNode(node.id) >= 0) return Error{"bridge.duplicate_id", "id", {{"id", node.id}}};
    if (Status placed = place(node, x, y); !placed.ok()) return placed.error();
    Bridge result = bridge;
    result.nodes.push_back(std::move(node));
    return result;
}

Result<Bridge> moveNode(const Bridge& bridge, std::string_view id, double x, double y) {
    const Result<int> node = nodeNamed(bridge, id);
    if (!node.ok()) return node.error();
    Bridge result = bridge;
    BridgeNode& moved = result.nodes[static_cast<size_t>(node.value())];
    if (Status placed = place(moved, x, y); !placed.ok()) return placed.error();
    return result;
}

Result<Bridge> moveNodes(const Bridge& bridge, const Names& ids, double dx, double dy) {
    const Result<std::vector<int>> nodes = allNamed(bridge, ids, nodeNamed);
    if (!nodes.ok()) return nodes.error();
    Bridge result = bridge;
    for (const int index : nodes.value()) {
        BridgeNode& node = result.nodes[static_cast<size_t>(index)];
        if (Status placed = place(node, node.x + dx, node.y + dy); !placed.ok())
            return placed.error();
    }
    return result;
}

Result<Bridge> addMember(const Bridge& bridge, std::string_view from, std::string_view to) {
    if (bridge.members.size() >= maxBridgeMembers) return tooMany();
    const Result<int> a = nodeNamed(bridge, from), b = nodeNamed(bridge, to);
    if (!a.ok()) return a.error();
    if (!b.ok()) return b.error();
    if (a.value() == b.value()) return Error{"bridge.same_node", "to", {{"node", std::string(to)}}};
    if (const BridgeMember* there = between(bridge, a.value(), b.value()))
        return Error{"bridge.already_joined",
                     "to",
                     {{"member", there->id}, {"from", std::string(from)}, {"to", std::string(to)}}};
    Bridge result = bridge;
    BridgeMember member;
    member.id = freeMemberName(bridge);
    member.from = a.value();
    member.to = b.value();
    result.members.push_back(std::move(member));
    return result;
}

Result<Bridge> removeItems(const Bridge& bridge, const Names& items) {
    const Result<Parts> parts = partsNamed(bridge, items);
    if (!parts.ok()) return parts.error();
    return without(bridge, parts.value());
}

Result<Bridge> splitMember(const Bridge& bridge, std::string_view member, double at) {
    const Result<int> found = memberNamed(bridge, member);
    if (!found.ok()) return found.error();
    if (std::max(bridge.nodes.size(), bridge.members.size()) >= maxBridgeMembers) return tooMany();
    const auto index = static_cast<size_t>(found.value());
    const BridgeNode& from = bridge.nodes[static_cast<size_t>(bridge.members[index].from)];
    const BridgeNode& to = bridge.nodes[static_cast<size_t>(bridge.members[index].to)];
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double shorter = std::sqrt(dx * dx + dy * dy) * std::min(at, 1 - at);
    if (!(shorter >= shortestMember))
        return Error{"bridge.short_piece", "at", {{"member", std::string(member)}}};

    Bridge result = bridge;
    BridgeNode node;
    node.id = freeNodeName(bridge);
    if (Status placed = place(node, from.x + at * dx, from.y + at * dy); !placed.ok())
        return placed.error();
    const int middle = static_cast<int>(result.nodes.size());
    result.nodes.push_back(std::move(node));
    BridgeMember rest = result.members[index];
    rest.id = freeMemberName(bridge);
    rest.from = middle;
    result.members[index].to = middle;
    result.members.push_back(std::move(rest));
    return result;
}

Result<Bridge> joinNodes(const Bridge& bridge, std::string_view a, std::string_view b) {
    const Result<int> kept = nodeNamed(bridge, a), lost = nodeNamed(bridge, b);
    if (!kept.ok()) return kept.error();
    if (!lost.ok()) return lost.error();
    const int stays = kept.value(), goes = lost.value();
    if (stays == goes) return Error{"bridge.same_node", "b", {{"node", std::string(b)}}};

    Bridge result = bridge;
    Parts gone{std::vector<char>(bridge.nodes.size(), 0),
               std::vector<char>(bridge.members.size(), 0)};
    gone.nodes[static_cast<size_t>(goes)] = 1;
    std::set<std::pair<int, int>> seen;
    for (size_t i = 0; i < result.members.size(); ++i) {
        BridgeMember& member = result.members[i];
        const bool touched =
            member.from == goes || member.to == goes || member.from == stays || member.to == stays;
        if (member.from == goes) member.from = stays;
        if (member.to == goes) member.to = stays;
        if (!touched) continue;
        const bool isNew = seen.insert(std::minmax(member.from, member.to)).second;
        if (member.from == member.to || !isNew) gone.members[i] = 1;
    }
    BridgeNode& node = result.nodes[static_cast<size_t>(stays)];
    const BridgeNode& merged = result.nodes[static_cast<size_t>(goes)];
    if (node.support == Support::none) node.support = merged.support;
    if (std::count(result.loads.begin(), result.loads.end(), goes)) setLoadAt(result, stays, true);
    return without(result, gone);
}

Result<Bridge> setSupport(const Bridge& bridge, const Names& nodes, std::string_view kind) {
    const Result<std::vector<int>> found = allNamed(bridge, nodes, nodeNamed);
    if (!found.ok()) return found.error();
    constexpr std::string_view kinds[] = {"none", "pin", "roller"};
    const auto at = std::find(std::begin(kinds), std::end(kinds), kind);
    if (at == std::end(kinds))
        return Error{"bridge.bad_support", "kind", {{"value", std::string(kind)}}};
    Bridge result = bridge;
    for (const int node : found.value())
        result.nodes[static_cast<size_t>(node)].support =
            static_cast<Support>(at - std::begin(kinds));
    return result;
}

Result<Bridge> setLoad(const Bridge& bridge, const Names& nodes, bool on) {
    const Result<std::vector<int>> found = allNamed(bridge, nodes, nodeNamed);
    if (!found.ok()) return found.error();
    Bridge result = bridge;
    for (const int node : found.value()) setLoadAt(result, node, on);
    return result;
}

Result<Bridge> mirror(const Bridge& bridge, const Names& items, std::string_view axis) {
    Result<Parts> parts = partsNamed(bridge, items);
    if (!parts.ok()) return parts.error();
    complete(bridge, parts.value());
    const Result<double> x = mirrorAxis(bridge, parts.value(), axis);
    if (!x.ok()) return x.error();
    std::vector<int> made;
    Result<Bridge> result = addImage(
        bridge, parts.value(),
        [&x](const BridgeNode& node) { return std::pair(2 * x.value() - node.x, node.y); }, made);
    if (!result.ok()) return result;
    Bridge& mirrored = result.value();
    for (size_t i = 0; i < bridge.nodes.size(); ++i) {
        if (made[i] < 0) continue;
        BridgeNode& node = mirrored.nodes[static_cast<size_t>(made[i])];
        if (bridge.nodes[i].support != Support::none && node.support == Support::none)
            node.support = Support::roller;
        const bool loaded =
            std::count(bridge.loads.begin(), bridge.loads.end(), static_cast<int>(i)) > 0;
        if (loaded) setLoadAt(mirrored, made[i], true);
    }
    if (mirrored == bridge) return nothingNew();
    return result;
}

Result<Bridge> copy(const Bridge& bridge, const Names& items, double dx, double dy) {
    Result<Parts> parts = partsNamed(bridge, items);
    if (!parts.ok()) return parts.error();
    complete(bridge, parts.value());
    std::vector<int> made;
    Result<Bridge> result = addImage(
        bridge, parts.value(),
        [dx, dy](const BridgeNode& node) { return std::pair(node.x + dx, node.y + dy); }, made);
    if (result.ok() && result.value() == bridge) return nothingNew();
    return result;
}

Result<Bridge> setStrands(const Bridge& bridge, const Names& members, double strands) {
    const Result<std::vector<int>> found = allNamed(bridge, members, memberNamed);
    if (!found.ok()) return found.error();
    if (strands != std::floor(strands) || !(strands >= 1 && strands <= maxStrands))
        return Error{"bridge.bad_strands", "strands", {{"max", std::to_string(maxStrands)}}};
    Bridge result = bridge;
    for (const int member : found.value())
        result.members[static_cast<size_t>(member)].strands = static_cast<int>(strands);
    return result;
}

Result<Bridge> setBond(const Bridge& bridge, const Names& members, std::string_view bond) {
    const Result<std::vector<int>> found = allNamed(bridge, members, memberNamed);
    if (!found.ok()) return found.error();
    constexpr std::string_view bonds[] = {"as_bridge", "bonded", "loose"};
    const auto at = std::find(std::begin(bonds), std::end(bonds), bond);
    if (at == std::end(bonds))
        return Error{"bridge.bad_bond", "bond", {{"value", std::string(bond)}}};
    Bridge result = bridge;
    for (const int member : found.value())
        result.members[static_cast<size_t>(member)].bond =
            static_cast<Bond>(at - std::begin(bonds));
    return result;
}

Result<Bridge> fromTemplate(const Bridge& bridge, std::string_view type, int panels) {
    const auto at = std::find(std::begin(bridgeTypes), std::end(bridgeTypes), type);
    const auto index = static_cast<BridgeType>(at - std::begin(bridgeTypes));
    if (at == std::end(bridgeTypes))
        return Error{"bridge.bad_type", "type", {{"value", std::string(type)}}};
    if (index == BridgeType::free) return bridge;
    Extent high;
    for (const BridgeNode& node : bridge.nodes) high.add(node.y);
    const Extent wide = gap(bridge);
    const double span = wide.high - wide.low, height = high.high - high.low;
    if (span < 10 * shortestMember || height < 10 * shortestMember)
        return Error{"bridge.no_room", "", {}};
    Bridge result = makeBridge(index, span, height, panels);
    for (BridgeNode& node : result.nodes)
        if (Status placed = place(node, node.x + wide.low, node.y + high.low); !placed.ok())
            return placed.error();
    return result;
}

}  // namespace pt
