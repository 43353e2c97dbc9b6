#include "engine/numerics/frame_case.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace pt {
namespace {

constexpr size_t mostCases = 10'000, mostNodes = 20'000, mostAsks = 20'000, longestName = 200;
constexpr double mostParts = 1000, mostElements = 20'000;
constexpr int partsUnlessTold = 8;  // for what happens between the nodes
constexpr double toleranceUnlessTold = 1e-6;

using Names = std::set<std::string, std::less<>>;

const std::map<std::string, CaseAnalysis, std::less<>>& analyses() {
    static const std::map<std::string, CaseAnalysis, std::less<>> all{
        {"linear_static", CaseAnalysis::linearStatic},
        {"linear_static_3d", CaseAnalysis::linearStatic3d},
        {"linear_buckling", CaseAnalysis::linearBuckling},
        {"pdelta", CaseAnalysis::secondOrder},
        {"corotational", CaseAnalysis::large},
        {"corotational_limit", CaseAnalysis::largeLimit},
        {"modal", CaseAnalysis::modal},
        {"statistics", CaseAnalysis::statistics},
        {"progressive_collapse", CaseAnalysis::collapse}};
    return all;
}

std::string shortened(std::string text) {
    if (text.size() > longestName) text.resize(longestName);
    return text;
}

// Ids are texts or numbers: 7 and "7" are the same.
std::string label(const Json& id) { return shortened(id.isText() ? id.text() : id.write()); }

bool isLabel(const Json& id) { return id.isNumber() || (id.isText() && !id.text().empty()); }

// Reads one case; the first error stays and ends the reading.
class CaseReader {
public:
    explicit CaseReader(const Json& json) : json_(json) {
        case_.id = isLabel(json["id"]) ? label(json["id"]) : "?";
    }

    CaseRead read() {
        if (!json_.isObject()) return {case_.id, Error{"case.format", case_.id, {}}};
        readAll();
        if (error_) return {case_.id, *error_};
        return {case_.id, std::move(case_)};
    }

private:
    bool space() const { return case_.analysis == CaseAnalysis::linearStatic3d; }

    bool stop(const char* key, Args args = {}) {
        if (!error_)
            error_ = Error{key, place_.empty() ? case_.id : case_.id + ": " + place_, args};
        return false;
    }

    // What is not told is `fallback`; null is not told.
    double number(const Json& object, std::string_view key, std::optional<double> fallback = {}) {
        const Json& value = object[key];
        if (value.kind() == Json::Kind::null) {
            if (!fallback) stop("case.missing", {{"key", std::string(key)}});
            return fallback.value_or(0);
        }
        if (!value.isNumber()) stop("case.number", {{"key", std::string(key)}});
        return value.number();
    }

    bool flag(const Json& object, std::string_view key) {
        const Json& value = object[key];
        if (value.kind() == Json::Kind::boolean) return value.boolean();
        const double set = number(object, key, 0);
        if (set != 0 && set != 1) stop("case.number", {{"key", std::string(key)}});
        return set == 1;
    }

    std::string text(const Json& object, std::string_view key) {
        const Json& value = object[key];
        if (value.kind() != Json::Kind::null && !value.isText())
            stop("case.text", {{"key", std::string(key)}});
        return shortened(value.text());
    }

    const Json::List& list(std::string_view key) {
        const Json& value = json_[key];
        if (value.kind() != Json::Kind::null && !value.isList())
            stop("case.list", {{"key", std::string(key)}});
        return value.items();
    }

    std::array<double, 3> vector(const Json& object, std::string_view key) {
        std::array<double, 3> values{};
        const Json& given = object[key];
        if (given.kind() == Json::Kind::null) return values;
        const size_t count = space() ? 3 : 2;
        if (given.items().size() != count) stop("case.list", {{"key", std::string(key)}});
        for (size_t i = 0; i < std::min(count, given.items().size()); ++i) {
            if (!given[i].isNumber()) stop("case.number", {{"key", std::string(key)}});
            values[i] = given[i].number();
        }
        return values;
    }

    std::string newId(const Json& object, std::map<std::string, int>& index) {
        if (!isLabel(object["id"])) stop("case.missing", {{"key", "id"}});
        std::string id = label(object["id"]);
        if (!index.emplace(id, static_cast<int>(index.size())).second)
            stop("case.twice", {{"id", id}});
        return id;
    }

    int node(const Json& object, std::string_view key) {
        if (!isLabel(object[key])) {
            stop("case.missing", {{"key", std::string(key)}});
            return 0;
        }
        const std::string id = label(object[key]);
        const auto at = nodeIndex_.find(id);
        if (at != nodeIndex_.end()) return at->second;
        stop("case.unknown_id", {{"id", id}});
        return 0;
    }

    // A word that is not known may be the one that decides: it is refused, not skipped.
    void known(const Json& object, const Names& names) {
        static const Names remarks{"name",     "title",   "label",     "note",
                                   "notes",    "comment", "source",    "group",
                                   "material", "section", "published", "verification"};
        if (!object.isObject()) stop("case.format");
        for (const auto& [key, value] : object.entries())
            if (!names.count(key) && !remarks.count(key))
                stop("case.unknown_key", {{"key", shortened(key)}});
    }

    // Each entry of a list, the place being its id or number.
    template <class Read>
    void each(std::string_view key, std::string_view name, size_t most, Read read) {
        const Json::List& entries = list(key);
        if (entries.size() > most) stop("case.too_big", {{"most", std::to_string(most)}});
        for (size_t i = 0; i < entries.size() && !error_; ++i) {
            const Json& id = entries[i][name];
            place_ = std::string(key) + ' ' + (isLabel(id) ? label(id) : std::to_string(i + 1));
            read(entries[i]);
        }
        place_.clear();
    }

    void readAll() {
        if (!isLabel(json_["id"])) {
            stop("case.missing", {{"key", "id"}});
            return;
        }
        case_.title = text(json_, "title");
        const std::string name = text(json_, "analysis");
        const auto found = analyses().find(name);
        if (found == analyses().end()) {
            stop("case.analysis", {{"name", name}});
            return;
        }
        case_.analysis = found->second;
        case_.stressUnit = stressUnit(text(json_, "units"));
        each("nodes", "id", mostNodes, [this](const Json& json) { readNode(json); });
        each("supports", "node", mostNodes, [this](const Json& json) { readSupport(json); });
        each("members", "id", mostNodes, [this](const Json& json) { readMember(json); });
        each("loads", "node", mostNodes, [this](const Json& json) { readLoad(json); });
        tolerance_ = number(json_, "tolerance", toleranceUnlessTold);
        each("expected", "quantity", mostAsks, [this](const Json& json) { readAsk(json); });
        if (case_.asks.empty() && !error_) askEverything();
    }

    // A case without expectations asks for what its analysis gives.
    void askEverything() {
        const auto ask = [this](const std::string& quantity, const std::string& at,
                                const std::string& component) {
            case_.asks.push_back({quantity, at, component, {}, tolerance_});
        };
        switch (case_.analysis) {
        case CaseAnalysis::linearBuckling: return ask("buckling_factor", "1", "lambda");
        case CaseAnalysis::largeLimit: return ask("limit_load", "1", "P");
        case CaseAnalysis::modal: return ask("frequency", "1", "Hz");
        case CaseAnalysis::collapse: return ask("first_failure_load", "", "P");
        case CaseAnalysis::statistics: return;
        default: break;
        }
        for (const std::string& node : case_.nodes)
            for (const char* component : {"ux", "uy", space() ? "uz" : "rz"})
                ask("disp", node, component);
        for (const std::string& node : case_.nodes)
            for (const char* component : {"fx", "fy", space() ? "fz" : "mz"})
                ask("reaction", node, component);
        for (const std::string& member : case_.members) ask("axial", member, "N");
    }

    static double stressUnit(const std::string& units) {
        static const std::map<std::string, double, std::less<>> megapascals{
            {"N,mm", 1},    {"kN,mm", 1e3}, {"N,cm", 1e-2},  {"N,m", 1e-6},
            {"kN,m", 1e-3}, {"MN,m", 1},    {"N,m,kg", 1e-6}};
        const auto at = megapascals.find(units);
        return at == megapascals.end() ? 1 : at->second;
    }

    void readNode(const Json& json) {
        known(json, {"id", "x", "y", "z"});
        case_.nodes.push_back(newId(json, nodeIndex_));
        const double x = number(json, "x"), y = number(json, "y");
        const double z = space() ? number(json, "z") : number(json, "z", 0);
        if (space()) {
            case_.truss.nodes.push_back({{x, y, z}, {}, {}});
            return;
        }
        if (z != 0) stop("case.number", {{"key", "z"}});
        case_.frame.nodes.push_back({x, y});
    }

    // A settlement holds its direction too.
    void held(const Json& json, std::string_view key, bool& fixed, double& move) {
        const std::string value = std::string(key) + "_value";
        if (json[value].kind() != Json::Kind::null) {
            fixed = true;
            move = number(json, value);
        }
        fixed = flag(json, key) || fixed;
    }

    void readSupport(const Json& json) {
        known(json, {"id", "node", "ux", "uy", "uz", "rx", "ry", "rz", "ux_value", "uy_value",
                     "uz_value", "rz_value"});
        const int at = node(json, "node");
        if (error_) return;
        if (space()) {
            TrussNode& node = case_.truss.nodes[at];
            const char* const keys[3] = {"ux", "uy", "uz"};
            for (size_t d = 0; d < 3; ++d) {
                bool fixed = node.fixed[d];
                held(json, keys[d], fixed, node.move[d]);
                node.fixed[d] = fixed;
            }
            return;
        }
        FrameNode& node = case_.frame.nodes[at];
        held(json, "ux", node.fixX, node.moveX);
        held(json, "uy", node.fixY, node.moveY);
        held(json, "rz", node.fixR, node.turn);
    }

    void readMember(const Json& json) {
        known(json, {"id",      "i",         "j",    "type",   "E",        "A",
                     "I",       "subdivide", "q",    "qlocal", "spring_i", "spring_j",
                     "hinge_i", "hinge_j",   "rhoA", "rho",    "sigma_u",  "sigma_t",
                     "sigma_c", "G",         "nu",   "J",      "Iy",       "Iz"});
        case_.members.push_back(newId(json, memberIndex_));
        const std::string type = text(json, "type");
        if (space()) {
            if (type != "truss3d" && type != "truss") stop("case.type", {{"name", type}});
            readBar(json);
            return;
        }
        if (type != "truss" && type != "frame") stop("case.type", {{"name", type}});
        FrameMember member;
        member.from = node(json, "i");
        member.to = node(json, "j");
        member.E = number(json, "E");
        member.A = number(json, "A");
        member.truss = type == "truss";
        member.I = member.truss ? number(json, "I", 0) : number(json, "I");
        member.rhoA = json.has("rhoA") ? number(json, "rhoA") : number(json, "rho", 0) * member.A;
        member.springFrom = number(json, "spring_i", rigidJoint);
        member.springTo = number(json, "spring_j", rigidJoint);
        member.hingeFrom = flag(json, "hinge_i");
        member.hingeTo = flag(json, "hinge_j");
        if (!error_) readMemberLoad(json, member);
        case_.frame.members.push_back(member);
        readParts(json, member);
        readStrength(json, member);
    }

    void readBar(const Json& json) {
        TrussBar bar;
        bar.from = node(json, "i");
        bar.to = node(json, "j");
        bar.E = number(json, "E");
        bar.A = number(json, "A");
        bar.q = vector(json, "q");
        case_.truss.bars.push_back(bar);
    }

    void readMemberLoad(const Json& json, FrameMember& member) {
        const auto q = vector(json, "q"), own = vector(json, "qlocal");
        const FrameNode &a = case_.frame.nodes[member.from], &b = case_.frame.nodes[member.to];
        const double dx = b.x - a.x, dy = b.y - a.y, length = std::sqrt(dx * dx + dy * dy);
        const double c = length > 0 ? dx / length : 1, s = length > 0 ? dy / length : 0;
        member.qx = q[0] + c * own[0] - s * own[1];
        member.qy = q[1] + s * own[0] + c * own[1];
    }

    void readParts(const Json& json, const FrameMember& member) {
        const double parts = member.truss ? 1 : number(json, "subdivide", partsUnlessTold);
        if (!(parts >= 1 && parts <= mostParts) || parts != std::floor(parts))
            stop("case.number", {{"key", "subdivide"}});
        elements_ += parts;
        if (elements_ > mostElements)
            stop("case.too_big", {{"most", std::to_string(static_cast<int>(mostElements))}});
        if (!error_) case_.parts.push_back(static_cast<int>(parts));
    }

    void readStrength(const Json& json, const FrameMember& member) {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        const double both = number(json, "sigma_u", infinite);
        BrittleStrength strength;
        strength.tension = number(json, "sigma_t", both) * member.A;
        strength.compression = number(json, "sigma_c", both) * member.A;
        case_.strengths.push_back(strength);
    }

    void readLoad(const Json& json) {
        known(json, {"id", "type", "node", "fx", "fy", "fz", "mz"});
        const std::string type = text(json, "type");
        if (!type.empty() && type != "nodal" && type != (space() ? "nodal3d" : "nodal"))
            stop("case.type", {{"name", type}});
        const int at = node(json, "node");
        const double fx = number(json, "fx", 0), fy = number(json, "fy", 0);
        const double fz = number(json, "fz", 0), mz = number(json, "mz", 0);
        if (space() ? mz != 0 : fz != 0) stop("case.number", {{"key", space() ? "mz" : "fz"}});
        if (space())
            case_.truss.loads.push_back({at, {fx, fy, fz}});
        else
            case_.frame.loads.push_back({at, fx, fy, mz});
    }

    void readAsk(const Json& json) {
        if (!json.isObject()) stop("case.format");
        CaseAsk ask;
        ask.quantity = text(json, "quantity");
        if (ask.quantity.empty()) stop("case.missing", {{"key", "quantity"}});
        if (json.has("at")) ask.at = label(json["at"]);
        ask.component = text(json, "component");
        if (json["value"].kind() != Json::Kind::null) ask.value = number(json, "value");
        ask.tolerance = number(json, "tolerance", tolerance_);
        if (!(ask.tolerance >= 0)) stop("case.number", {{"key", "tolerance"}});
        case_.asks.push_back(ask);
    }

    const Json& json_;
    FrameCase case_;
    std::string place_;
    std::optional<Error> error_;
    std::map<std::string, int> nodeIndex_, memberIndex_;
    double elements_ = 0, tolerance_ = toleranceUnlessTold;
};

}  // namespace

Result<std::vector<CaseRead>> readFrameCases(const Json& json) {
    Json::List alone;
    const Json::List* list = &alone;
    if (json.isList())
        list = &json.items();
    else if (json.has("cases"))
        list = &json["cases"].items();
    else if (json.isObject())
        alone.push_back(json);
    if (list->empty()) return Error{"case.format", "", {}};
    if (list->size() > mostCases)
        return Error{"case.too_many", "", {{"most", std::to_string(mostCases)}}};
    std::vector<CaseRead> all;
    for (const Json& item : *list) all.push_back(CaseReader(item).read());
    return all;
}

}  // namespace pt
