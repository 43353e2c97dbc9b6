// What the picture comes to, in words and numbers: ψ worked out, f_Rsi, mould.
#include <cmath>

#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

void add(Scene& scene, std::string text, bool strong = false, bool warns = false) {
    Note note;
    note.text = std::move(text);
    note.strong = strong;
    note.warns = warns;
    scene.note(std::move(note));
}

const char* verdict(double psi) {
    return psi <= 0.01  ? "psi_none"
           : psi <= 0.1 ? "psi_small"
           : psi <= 0.3 ? "psi_clear"
                        : "psi_heavy";
}

// "− 0,449  muur: 0,408 × 1,10 m".
void addPart(Scene& scene, const DetailPart& part) {
    constexpr const char* names[] = {"part", "part_ground", "part_window"};  // by Kind
    const Words& words = scene.words();
    const bool upright = part.fromX == part.toX;
    std::string name = detailWord(words, part.kind != DetailPart::Kind::element
                                             ? names[static_cast<size_t>(part.kind)]
                                         : upright ? "part_upright"
                                                   : "part_lying");
    add(scene, detailWord(words, "minus",
                          {{"flow", thousandths(words, part.flow())},
                           {"part", std::move(name)},
                           {"U", thousandths(words, part.U)},
                           {"length", words.quantity(part.length, unit("m"), 3)}}));
}

// Condensation, mould or neither, at the humidity of the room.
void addRisk(Scene& scene, const DetailResult& result) {
    const Words& words = scene.words();
    const bool wet = result.coldest < result.dewPoint, mould = result.coldest < result.mouldPoint;
    add(scene,
        detailWord(words, wet     ? "risk_wet"
                          : mould ? "risk_mould"
                                  : "risk_none"),
        true, wet || mould);
}

void addColdest(Scene& scene, const DetailResult& result) {
    const Words& words = scene.words();
    add(scene, detailWord(words, "asked", {{"temperature", wholeCelsius(words, result.outdoors)}}));
    const Args args{{"temperature", celsiusText(words, result.coldest)},
                    {"factor", words.number(result.fRsi, 2)},
                    {"limit", words.number(leastFRsi, 2)}};
    add(scene, detailWord(words, "coldest", args));
    add(scene, detailWord(words, result.fRsi >= leastFRsi ? "factor_met" : "factor_low", args));
    add(scene, detailWord(words, "limits",
                          {{"mould", celsiusText(words, result.mouldPoint)},
                           {"dew", celsiusText(words, result.dewPoint)}}));
}

}  // namespace

std::string thousandths(const Words& words, double value) {
    const double rounded = std::floor(value * 1000 + 0.5) / 1000, size = std::fabs(rounded);
    return words.number(rounded, size >= 1 ? 4 : size >= 0.1 ? 3 : size >= 0.01 ? 2 : 1);
}

void noteDetail(Scene& scene, const DetailPicture& picture) {
    if (!picture.result) return;
    const Words& words = scene.words();
    const DetailResult& result = *picture.result;
    add(scene, "ψ = " + thousandths(words, result.psi) + " " + unit("W/(m K)").symbol, true);
    if (picture.narrow) return addRisk(scene, result);
    add(scene, detailWord(words, verdict(result.psi)));
    add(scene, detailWord(words, "coupling", {{"flow", thousandths(words, result.coupling)}}));
    for (const DetailPart& part : result.parts) addPart(scene, part);
    addRisk(scene, result);
    addColdest(scene, result);
}

}  // namespace pt
