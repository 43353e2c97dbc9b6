#include "sims/spaghetti_bridge/design_check.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace pt {
namespace {

constexpr size_t mostCrossings = 200;

struct Point {
    double x = 0, y = 0;
};
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
double length(Point a) { return std::sqrt(dot(a, a)); }

// A fault that grows while its culprits are found.
struct Fault {
    BridgeProblem problem;
    bool found() const { return !problem.items.empty(); }
    void name(const char* key, Args args) {
        if (problem.error.key.empty()) problem.error = {key, "", std::move(args)};
    }
    void mark(std::string item) {
        std::vector<std::string>& items = problem.items;
        if (std::find(items.begin(), items.end(), item) == items.end())
            items.push_back(std::move(item));
    }
};

class Inspection {
public:
    explicit Inspection(const Bridge& bridge) : bridge_(bridge) {
        for (const BridgeNode& node : bridge.nodes) places_.push_back({node.x, node.y});
        for (const BridgeMember& member : bridge.members) {
            const Point a = place(member.from), b = place(member.to);
            boxes_.push_back(
                {std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y), std::max(a.y, b.y)});
        }
    }

    std::vector<BridgeProblem> all() {
        if (bridge_.members.empty()) {
            problems_.push_back({{"bridge.empty", "", {}}, {}, true});
            return std::move(problems_);
        }
        findShort();
        findCoincident();
        findDuplicates();
        checkSupports();
        checkLoads();
        checkParts();
        findThrough();
        findCrossings();
        if (bridge_.members.size() > classBridgeMembers)
            problems_.push_back({{"bridge.beyond_class",
                                  "",
                                  {{"count", std::to_string(bridge_.members.size())},
                                   {"max", std::to_string(classBridgeMembers)}}},
                                 {},
                                 false});
        std::stable_sort(
            problems_.begin(), problems_.end(),
            [](const BridgeProblem& a, const BridgeProblem& b) { return a.blocking > b.blocking; });
        return std::move(problems_);
    }

private:
    struct Box {
        double left, right, bottom, top;
    };

    Point place(int node) const { return places_[static_cast<size_t>(node)]; }
    const BridgeNode& node(int index) const { return bridge_.nodes[static_cast<size_t>(index)]; }
    std::string nodeItem(int index) const { return "node." + node(index).id; }
    std::string memberItem(size_t index) const { return "member." + bridge_.members[index].id; }
    double lengthOf(size_t member) const {
        const BridgeMember& m = bridge_.members[member];
        return length(place(m.to) - place(m.from));
    }

    void keep(Fault fault, bool blocking) {
        if (!fault.found()) return;
        fault.problem.blocking = blocking;
        problems_.push_back(std::move(fault.problem));
    }

    void findShort() {
        Fault fault;
        for (size_t i = 0; i < bridge_.members.size(); ++i) {
            if (lengthOf(i) >= shortestMember) continue;
            fault.name("bridge.zero_length", {{"member", bridge_.members[i].id}});
            fault.problem.items.push_back(memberItem(i));
        }
        keep(std::move(fault), true);
    }

    std::vector<int> nodesFromLeft() const {
        std::vector<int> order(places_.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [this](int a, int b) { return place(a).x < place(b).x; });
        return order;
    }

    void findCoincident() {
        Fault fault;
        const std::vector<int> order = nodesFromLeft();
        for (size_t i = 0; i < order.size(); ++i) {
            size_t partners = 0;
            for (size_t j = i + 1; j < order.size() && partners < 2; ++j) {
                const Point apart = place(order[j]) - place(order[i]);
                if (apart.x >= shortestMember) break;
                if (length(apart) >= shortestMember) continue;
                ++partners;
                const auto [first, second] = std::minmax(order[i], order[j]);
                fault.name("bridge.coincident_nodes",
                           {{"node", node(second).id}, {"other", node(first).id}});
                for (const int both : {first, second}) marked_.push_back(both);
            }
        }
        std::sort(marked_.begin(), marked_.end());
        marked_.erase(std::unique(marked_.begin(), marked_.end()), marked_.end());
        for (const int each : marked_) fault.problem.items.push_back(nodeItem(each));
        keep(std::move(fault), true);
    }

    void findDuplicates() {
        Fault fault;
        std::map<std::pair<int, int>, size_t> seen;
        for (size_t i = 0; i < bridge_.members.size(); ++i) {
            const BridgeMember& member = bridge_.members[i];
            if (member.from == member.to) continue;
            const auto [other, isNew] = seen.try_emplace(std::minmax(member.from, member.to), i);
            if (isNew) continue;
            fault.name("bridge.duplicate_member",
                       {{"member", member.id}, {"other", bridge_.members[other->second].id}});
            fault.problem.items.push_back(memberItem(i));
        }
        keep(std::move(fault), true);
    }

    void checkSupports() {
        const auto held = [](const BridgeNode& each) { return each.support != Support::none; };
        if (std::none_of(bridge_.nodes.begin(), bridge_.nodes.end(), held))
            problems_.push_back({{"bridge.no_support", "", {}}, {}, true});
    }

    void checkLoads() {
        if (bridge_.loads.empty()) {
            problems_.push_back({{"bridge.no_load", "", {}}, {}, true});
            return;
        }
        Fault fault;
        for (const int load : bridge_.loads) {
            if (node(load).support == Support::none) continue;
            fault.name("bridge.load_on_support", {{"node", node(load).id}});
            fault.problem.items.push_back(nodeItem(load));
        }
        const bool all = fault.problem.items.size() == bridge_.loads.size();
        keep(std::move(fault), all);
    }

    // What hangs together: by node, the first node of its part.
    std::vector<int> parts() const {
        std::vector<int> first(places_.size());
        std::iota(first.begin(), first.end(), 0);
        const auto root = [&first](int at) {
            while (first[static_cast<size_t>(at)] != at) {
                int& up = first[static_cast<size_t>(at)];
                up = first[static_cast<size_t>(up)];
                at = up;
            }
            return at;
        };
        for (const BridgeMember& member : bridge_.members) {
            const int a = root(member.from), b = root(member.to);
            first[static_cast<size_t>(std::max(a, b))] = std::min(a, b);
        }
        for (size_t i = 0; i < first.size(); ++i) first[i] = root(static_cast<int>(i));
        return first;
    }

    void checkParts() {
        const std::vector<int> part = parts();
        std::vector<char> used(part.size(), 0), held(part.size(), 0);
        for (const BridgeMember& member : bridge_.members)
            for (const int end : {member.from, member.to}) used[static_cast<size_t>(end)] = 1;
        for (size_t i = 0; i < part.size(); ++i)
            if (bridge_.nodes[i].support != Support::none) held[static_cast<size_t>(part[i])] = 1;
        const int main = mainPart(part);
        Fault alone, hanging, separate;
        for (size_t i = 0; i < part.size(); ++i) {
            if (used[i] && part[i] == main) continue;
            const bool stands = held[static_cast<size_t>(part[i])] != 0;
            Fault& fault = !used[i] ? alone : stands ? separate : hanging;
            fault.name(!used[i] ? "bridge.loose_node"
                       : stands ? "bridge.separate_part"
                                : "bridge.loose_part",
                       {{"node", bridge_.nodes[i].id}});
            fault.problem.items.push_back(nodeItem(static_cast<int>(i)));
        }
        keep(std::move(alone), true);
        keep(std::move(hanging), true);
        keep(std::move(separate), false);
    }

    // The part that the load hangs on, else the one with the most nodes.
    int mainPart(const std::vector<int>& part) const {
        if (!bridge_.loads.empty()) return part[static_cast<size_t>(bridge_.loads.front())];
        std::vector<int> size(part.size(), 0);
        for (const int each : part) ++size[static_cast<size_t>(each)];
        return static_cast<int>(std::max_element(size.begin(), size.end()) - size.begin());
    }

    // Whether a point lies on a member, away from its ends.
    bool lies(Point point, size_t index) const {
        const BridgeMember& member = bridge_.members[index];
        const Point from = place(member.from), to = place(member.to), along = to - from;
        const double span = length(along);
        if (span < shortestMember) return false;
        if (length(point - from) < shortestMember || length(point - to) < shortestMember)
            return false;
        const double share = dot(point - from, along) / (span * span);
        return share > 0 && share < 1 &&
               std::fabs(cross(along, point - from)) < shortestMember * span;
    }

    void findThrough() {
        Fault fault;
        const std::vector<int> order = nodesFromLeft();
        for (size_t i = 0; i < bridge_.members.size(); ++i) {
            const Box& box = boxes_[i];
            auto at = std::lower_bound(order.begin(), order.end(), box.left - shortestMember,
                                       [this](int index, double x) { return place(index).x < x; });
            bool through = false;
            for (; at != order.end() && place(*at).x <= box.right + shortestMember; ++at) {
                const Point point = place(*at);
                if (point.y < box.bottom - shortestMember || point.y > box.top + shortestMember ||
                    !lies(point, i))
                    continue;
                through = true;
                fault.name("bridge.member_through_node",
                           {{"member", bridge_.members[i].id}, {"node", node(*at).id}});
            }
            if (through) fault.problem.items.push_back(memberItem(i));
        }
        keep(std::move(fault), false);
    }

    bool crosses(size_t one, size_t other) const {
        const BridgeMember &a = bridge_.members[one], &b = bridge_.members[other];
        if (a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to) return false;
        const Point p = place(a.from), q = place(a.to), r = place(b.from), s = place(b.to);
        const auto apart = [](Point from, Point to, Point left, Point right) {
            return cross(to - from, left - from) * cross(to - from, right - from) < 0;
        };
        return apart(p, q, r, s) && apart(r, s, p, q) && !lies(p, other) && !lies(q, other) &&
               !lies(r, one) && !lies(s, one);
    }

    void findCrossings() {
        Fault fault;
        std::vector<size_t> order(boxes_.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](size_t a, size_t b) { return boxes_[a].left < boxes_[b].left; });
        size_t found = 0;
        for (size_t i = 0; i < order.size() && found < mostCrossings; ++i) {
            const Box& box = boxes_[order[i]];
            for (size_t j = i + 1; j < order.size() && found < mostCrossings; ++j) {
                const Box& other = boxes_[order[j]];
                if (other.left > box.right) break;
                if (other.bottom > box.top || other.top < box.bottom) continue;
                if (!crosses(order[i], order[j])) continue;
                ++found;
                const auto [first, second] = std::minmax(order[i], order[j]);
                fault.name("bridge.crossing", {{"member", bridge_.members[first].id},
                                               {"other", bridge_.members[second].id}});
                fault.mark(memberItem(first));
                fault.mark(memberItem(second));
            }
        }
        keep(std::move(fault), false);
    }

    const Bridge& bridge_;
    std::vector<Point> places_;
    std::vector<Box> boxes_;
    std::vector<int> marked_;
    std::vector<BridgeProblem> problems_;
};

}  // namespace

std::vector<BridgeProblem> inspect(const Bridge& bridge) { return Inspection(bridge).all(); }

}  // namespace pt
