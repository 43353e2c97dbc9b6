// Lists, figures and requirements.
#include <algorithm>
#include <cmath>

#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr size_t mostBars = 24;
constexpr double leastRange = 0.1;  // of the middle, from the first bar to the last

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(); }

// Counts in equal bins between the smallest and the largest.
ChartSeries histogram(const std::vector<Repeat>& repeats) {
    ChartSeries bars{"count", Mark::bars, {}, {}};
    std::vector<double> loads;
    for (const Repeat& repeat : repeats) loads.push_back(repeat.load);
    if (loads.empty()) return bars;
    std::sort(loads.begin(), loads.end());
    const size_t bins = std::clamp<size_t>(
        static_cast<size_t>(std::sqrt(1.0 * static_cast<double>(loads.size()))), 1, mostBars);
    // Bridges that all carry the same stand in the middle, with room for figures on the axis.
    const double middle = (loads.front() + loads.back()) / 2;
    const double range = std::max({loads.back() - loads.front(), leastRange * middle, 1e-6});
    const double low = middle - range / 2, width = range / static_cast<double>(bins);
    for (size_t i = 0; i < bins; ++i) {
        bars.x.push_back(low + width * static_cast<double>(i));
        bars.y.push_back(0);
    }
    for (const double load : loads) {
        const auto bin = static_cast<size_t>((load - low) / width);
        bars.y[std::min(bin, bins - 1)] += 1;
    }
    return bars;
}

}  // namespace

std::vector<TableRow> SpaghettiBridge::memberRows() const {
    std::vector<TableRow> rows;
    for (size_t i = 0; i < bridge_.members.size(); ++i) {
        const BridgeMember& member = bridge_.members[i];
        const MemberState& state = shownMembers()[i];
        const bool stood = stands();
        const char* mode = failureModes[static_cast<size_t>(state.mode)];
        rows.push_back({member.id,
                        "member." + member.id,
                        {member.id, statics_.lengths()[i], 1.0 * strands(static_cast<int>(i)),
                         stood ? Json(shownLoad()) : Json(), stood ? Json(state.axial) : Json(),
                         stood ? Json(state.utilisation) : Json(), *mode ? Json(mode) : Json(),
                         stood ? finite(statics_.critical()[i]) : Json()}});
    }
    return rows;
}

std::vector<TableRow> SpaghettiBridge::cutRows() const {
    std::vector<TableRow> rows;
    for (size_t i = 0; i < cuts().strands.size(); ++i) {
        const CutStrand& strand = cuts().strands[i];
        std::string pieces;
        for (const double piece : strand.pieces) {
            if (!pieces.empty()) pieces += " + ";
            pieces += std::to_string(static_cast<int>(std::floor(piece * 1000 + 0.5)));
        }
        rows.push_back({std::to_string(i + 1), "", {1.0 * strand.count, pieces, strand.waste}});
    }
    return rows;
}

void SpaghettiBridge::describeTables(Schema& schema) {
    Table members;
    members.key = "members";
    members.columns = {{"member", true, {}, {}, false, {}},
                       {"length", false, unit("cm"), {}, false, {}},
                       {"strands", false, unit(""), {}, true, {1, maxStrands, 1}},
                       {"at_load", false, unit("N"), {}, false, {}},
                       {"axial", false, unit("N"), {}, false, {}},
                       {"utilisation", false, unit(""), {}, false, {}},
                       {"failure_mode",
                        true,
                        {},
                        {std::begin(failureModes) + 1, std::end(failureModes)},
                        false,
                        {}},
                       {"critical_load", false, unit("N"), {}, false, {}}};
    members.rows = [this] { return memberRows(); };
    members.rowKey = "member";
    members.edit = "member_strands";
    members.remove = "member_remove";
    schema.table(std::move(members));

    Table cutting;
    cutting.key = "cuts";
    cutting.columns = {{"count", false, unit(""), {}, false, {0, 0, 1}},
                       {"pieces", true, {}, {}, false, {}},
                       {"waste", false, unit("mm"), {}, false, {}}};
    cutting.rows = [this] { return cutRows(); };
    schema.table(std::move(cutting));

    Table reasons;
    reasons.key = "gap_reasons";
    reasons.columns = {{"reason", true, {}, {std::begin(gapKeys), std::end(gapKeys)}, false, {}},
                       {"load", false, unit("N"), {}, false, {}},
                       {"mass", false, unit("g"), {}, false, {}},
                       {"explained", false, unit("%"), {}, false, {}}};
    reasons.rows = [this] {
        std::vector<TableRow> rows;
        for (const Reason& reason : reasons_)
            rows.push_back(
                {reason.key, "", {reason.key, reason.load, reason.mass, reason.explained}});
        return rows;
    };
    schema.table(std::move(reasons));

    schema.chart({"repeats_chart", "breaking_load", "count", unit("N"), unit(""), [this] {
                      ChartData data;
                      if (repeats_.empty()) return data;
                      data.series.push_back(histogram(repeats_));
                      if (forecast().draws > 0)
                          data.lines.push_back({"forecast_middle", forecast().middle});
                      if (falling()) data.lines.push_back({"breaking_load", load_});
                      return data;
                  }});
    schema.chart({"influence", "place", "weakest_axial", unit("cm"), unit(""), [this] {
                      ChartData data;
                      if (influence().member >= 0)
                          data.series.push_back(
                              {"weakest_axial", Mark::line, influence().x, influence().force});
                      return data;
                  }});
    schema.chart(
        {"load_sag", "sag", "load", unit("mm"), unit("N"), [this] {
             ChartData data;
             if (!stands() || !std::isfinite(statics_.breakingLoad())) return data;
             const double most = statics_.breakingLoad();
             const double rest = statics_.sag(0), per = 1 / stiffness();
             data.series.push_back({"load", Mark::line, {rest, rest + most * per}, {0, most}});
             if (broken()) return data;
             data.series.push_back({"now", Mark::points, {sag()}, {load_}});
             return data;
         }});
    schema.checks([this] {
        return checkRules(rules(), input(), statics_, stands() ? forecast().middle : 0);
    });
}

}  // namespace pt
