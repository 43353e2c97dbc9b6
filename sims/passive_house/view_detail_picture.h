// The picture of a junction, part by part; view_detail.cpp puts it together.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/view/view.h"
#include "sims/passive_house/detail_shape.h"

namespace pt {

enum class DetailLook : uint8_t { field, camera, material };

struct DetailPicture {
    const Detail& detail;
    const DetailResult* result = nullptr;  // nullptr: it cannot be solved
    const Heat2d* field = nullptr;
    const DetailShape* shape = nullptr;
    DetailLook look = DetailLook::field;
    bool isotherms = true, flow = true;
    bool narrow = false;                       // few words, so that the drawing keeps its room
    double inside = 293.15, outside = 273.15;  // K of the airs now
    double scale = 250;                        // about so many points a metre
};

// All of it. `picture` without a shape, a scale and whether it is narrow: they
// follow from the drawing and the stage.
void drawDetailPicture(Scene& scene, DetailPicture picture, const ViewState& state);

void drawDetailField(Scene& scene, const DetailPicture& picture);
void drawDetailLines(Scene& scene, const DetailPicture& picture);
// Filled with what they are made of, each with its hatch; or only their
// outlines.
void drawDetailMaterials(Scene& scene, const DetailPicture& picture);
void drawDetailSeams(Scene& scene, const DetailPicture& picture);
void drawDetailNames(Scene& scene, const DetailPicture& picture, const ViewState& state);
void drawDetailSizes(Scene& scene, const DetailPicture& picture);
void drawDetailSpot(Scene& scene, const DetailPicture& picture, const ViewState& state);

// ψ worked out, the coldest place and what it means; on a narrow stage ψ and the
// risk only.
void noteDetail(Scene& scene, const DetailPicture& picture);

// Where the spot meter stands: where the player put it, or at the coldest
// place.
inline constexpr std::string_view spotOption = "detail_spot";  // of ViewState::options
Vec spotOf(const DetailPicture& picture, const ViewState& state);
std::string writeSpot(Vec at);

// What a camera set to ε = 0.95 shows of a face that reflects air of this
// temperature, K.
double cameraTemperature(double face, double emissivity, double reflected);
inline constexpr double cameraEmissivity = 0.95;

std::string detailWord(const Words& words, std::string_view key, const Args& args = {});
// With one decimal; in whole degrees.
std::string celsiusText(const Words& words, double kelvin);
std::string wholeCelsius(const Words& words, double kelvin);
// To a thousandth, so that a sum can be checked.
std::string thousandths(const Words& words, double value);
std::string materialName(const Words& words, const DetailRectangle& rectangle);
DetailBox clipped(const DetailBox& box, const DetailBox& to);
// The temperatures that the colours stand for, K.
struct TemperatureSpan {
    double low = 0, high = 0;
    double share(double temperature) const { return (temperature - low) / (high - low); }
};
TemperatureSpan spanOf(const DetailPicture& picture);

}  // namespace pt
