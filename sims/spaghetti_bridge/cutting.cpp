#include "sims/spaghetti_bridge/cutting.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>

#include "engine/core/assert.h"

namespace pt {
namespace {

constexpr double exact = 1e-9;  // m: lengths that are equal but for rounding
constexpr int64_t mostWork =
    200'000;  // looks at a piece while saving strands: stays within a millisecond

struct Strand {
    std::vector<double> pieces;
    double used = 0;
    void take(double length) {
        pieces.push_back(length);
        used += length;
    }
    void give(size_t index) {
        used -= pieces[index];
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(index));
    }
};

// The room in each strand, as a tree of maxima: the first one with room enough in log n.
class Rooms {
public:
    explicit Rooms(size_t strands, double room) {
        while (leaves_ < strands) leaves_ *= 2;
        room_.assign(2 * leaves_, room);
    }
    size_t firstWith(double length) const {
        size_t node = 1;
        while (node < leaves_) node = 2 * node + (room_[2 * node] < length ? 1 : 0);
        return node - leaves_;
    }
    void take(size_t strand, double length) {
        size_t node = leaves_ + strand;
        room_[node] -= length;
        while (node /= 2) room_[node] = std::max(room_[2 * node], room_[2 * node + 1]);
    }

private:
    size_t leaves_ = 1;
    std::vector<double> room_;
};

std::vector<Strand> firstFit(std::vector<double> lengths, double strandLength) {
    std::sort(lengths.begin(), lengths.end(), std::greater<>());
    std::vector<Strand> strands;
    Rooms rooms(lengths.size(), strandLength + exact);
    for (const double length : lengths) {
        const size_t place = rooms.firstWith(length);
        if (place >= strands.size()) strands.resize(place + 1);
        strands[place].take(length);
        rooms.take(place, length);
    }
    return strands;
}

// Moves every piece of `victim` to other strands, if need be by putting it in the place of a
// smaller one that fits elsewhere. False: nothing has changed.
bool emptied(std::vector<Strand>& strands, size_t victim, double strandLength, int64_t& work) {
    work -= static_cast<int64_t>(8 * strands.size());
    std::vector<Strand> trial = strands;
    std::vector<double> homeless = trial[victim].pieces;
    trial.erase(trial.begin() + static_cast<std::ptrdiff_t>(victim));
    std::sort(homeless.begin(), homeless.end(), std::greater<>());
    const auto fits = [&](const Strand& strand, double length) {
        return strand.used + length <= strandLength + exact;
    };
    const auto place = [&](double length) {
        for (Strand& strand : trial)
            if (fits(strand, length)) {
                strand.take(length);
                return true;
            }
        return false;
    };
    const auto swapIn = [&](double length) {
        for (size_t s = 0; s < trial.size() && work > 0; ++s)
            for (size_t p = 0; p < trial[s].pieces.size(); ++p) {
                const double smaller = trial[s].pieces[p];
                if (smaller >= length - exact ||
                    trial[s].used - smaller + length > strandLength + exact)
                    continue;
                work -= static_cast<int64_t>(trial.size());
                for (size_t t = 0; t < trial.size(); ++t) {
                    if (t == s || !fits(trial[t], smaller)) continue;
                    trial[s].give(p);
                    trial[s].take(length);
                    trial[t].take(smaller);
                    return true;
                }
            }
        return false;
    };
    for (const double length : homeless)
        if (!place(length) && !swapIn(length)) return false;
    strands = std::move(trial);
    return true;
}

void saveStrands(std::vector<Strand>& strands, double strandLength, double total) {
    const size_t least = static_cast<size_t>(std::ceil(total / strandLength - 1e-6));
    int64_t work = mostWork;
    bool saved = true;
    while (saved && strands.size() > least) {
        saved = false;
        std::stable_sort(strands.begin(), strands.end(),
                         [](const Strand& a, const Strand& b) { return a.used > b.used; });
        for (size_t i = strands.size(); i-- > 0 && !saved && work > 0;)
            saved = emptied(strands, i, strandLength, work);
    }
}

// Strands that are cut alike are told once.
std::vector<CutStrand> grouped(std::vector<Strand> strands, double strandLength) {
    std::map<std::vector<int64_t>, CutStrand>
        groups;  // lengths in nanometres, negative: longest first
    for (Strand& strand : strands) {
        std::sort(strand.pieces.begin(), strand.pieces.end(), std::greater<>());
        std::vector<int64_t> key;
        for (const double length : strand.pieces)
            key.push_back(-static_cast<int64_t>(std::floor(length * 1e9 + 0.5)));
        const auto [entry, isNew] = groups.try_emplace(key);
        if (isNew)
            entry->second = {strand.pieces, std::max(0.0, strandLength - strand.used), 1};
        else
            ++entry->second.count;
    }
    std::vector<CutStrand> list;
    for (auto& [key, group] : groups) list.push_back(std::move(group));
    return list;
}

}  // namespace

CuttingPlan planCuts(const std::vector<CutPiece>& pieces, double strandLength) {
    PT_ASSERT(strandLength > 0);
    CuttingPlan plan;
    plan.pieces = pieces;
    plan.strandLength = strandLength;
    std::vector<double> lengths;
    double total = 0;
    for (const CutPiece& piece : pieces) {
        double rest = piece.length;
        int whole = 0;
        while (rest > strandLength + exact) {
            rest -= strandLength;
            ++whole;
        }
        if (whole > 0) plan.tooLong.push_back(piece.member);
        for (int i = 0; i < piece.count; ++i) {
            lengths.insert(lengths.end(), static_cast<size_t>(whole), strandLength);
            if (rest > exact) lengths.push_back(rest);
        }
        total += piece.length * piece.count;
    }
    std::vector<Strand> strands = firstFit(lengths, strandLength);
    saveStrands(strands, strandLength, total);
    plan.total = static_cast<int>(strands.size());
    plan.waste = plan.total * strandLength - total;
    plan.strands = grouped(std::move(strands), strandLength);
    return plan;
}

}  // namespace pt
