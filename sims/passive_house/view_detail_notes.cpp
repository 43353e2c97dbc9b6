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
                          {{"flow", words.number(part.flow(), 3)},
                           {"part", std::move(name)},
                           {"U", words.number(part.U, 3)},
                           {"length", words.quantity(part.length, unit("m"), 3)}}));
}

// Condensation, mould or neither, at the humidity of the room.
void addRisk(Scene& scene, const DetailResult& result, bool brief) {
    const Words& words = scene.words();
    const auto celsius = [&words](double kelvin) { return words.quantity(kelvin, unit("°C")); };
    const bool wet = result.coldest < result.dewPoint, mould = result.coldest < result.mouldPoint;
    add(scene,
        detailWord(words, wet     ? "risk_wet"
                          : mould ? "risk_mould"
                                  : "risk_none"),
        true, wet || mould);
    const Args args{{"temperature", celsius(result.coldest)},
                    {"factor", words.number(result.fRsi, 2)},
                    {"limit", words.number(leastFRsi, 2)}};
    add(scene, detailWord(words, "coldest", args));
    add(scene, detailWord(words, result.fRsi >= leastFRsi ? "factor_met" : "factor_low", args));
    if (brief) return;
    add(scene,
        detailWord(words, "limits",
                   {{"mould", celsius(result.mouldPoint)}, {"dew", celsius(result.dewPoint)}}));
}

}  // namespace

void noteDetail(Scene& scene, const DetailPicture& picture, bool brief) {
    if (!picture.result) return;
    const Words& words = scene.words();
    const DetailResult& result = *picture.result;
    add(scene,
        "ψ = " + words.quantity(result.psi, unit("W/(m K)"), std::fabs(result.psi) < 0.1 ? 2 : 3),
        true);
    add(scene, detailWord(words, verdict(result.psi)));
    if (!brief) {
        add(scene, detailWord(words, "coupling", {{"flow", words.number(result.coupling, 3)}}));
        for (const DetailPart& part : result.parts) addPart(scene, part);
    }
    addRisk(scene, result, brief);
}

}  // namespace pt
