// Size of a picture from the first bytes of its file.
#include <cstdint>

#include "engine/scenario/bundle.h"

namespace pt {
namespace {

constexpr std::string_view pngStart("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
constexpr std::string_view jpegStart("\xFF\xD8");
constexpr size_t largestSide = 1u << 30;

size_t bigEndian(std::string_view bytes, size_t at, size_t count) {
    size_t value = 0;
    for (size_t i = 0; i < count; ++i) value = value << 8 | static_cast<uint8_t>(bytes[at + i]);
    return value;
}

Result<PictureSize> sized(PictureSize::Format format, size_t width, size_t height) {
    if (width == 0 || height == 0 || width > largestSide || height > largestSide)
        return Error{"bundle.picture", "", {}};
    return PictureSize{format, static_cast<int>(width), static_cast<int>(height)};
}

// SOF0 to SOF15, of which three numbers mean something else.
bool isFrame(size_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Marker, length and content follow each other until the frame tells the size.
Result<PictureSize> jpegSize(std::string_view bytes) {
    constexpr size_t frameSize = 9;  // marker, length, precision, height, width
    size_t at = jpegStart.size();
    while (at + 4 <= bytes.size() && bigEndian(bytes, at, 1) == 0xFF) {
        const size_t marker = bigEndian(bytes, at + 1, 1);
        if (marker == 0xFF) {  // padding
            ++at;
            continue;
        }
        if (isFrame(marker) && at + frameSize <= bytes.size())
            return sized(PictureSize::Format::jpeg, bigEndian(bytes, at + 7, 2),
                         bigEndian(bytes, at + 5, 2));
        const size_t length = bigEndian(bytes, at + 2, 2);
        if (length < 2) break;
        at += 2 + length;
    }
    return Error{"bundle.picture", "", {}};
}

}  // namespace

Result<PictureSize> pictureSize(std::string_view bytes) {
    if (bytes.substr(0, pngStart.size()) == pngStart && bytes.size() >= pngStart.size() + 8)
        return sized(PictureSize::Format::png, bigEndian(bytes, pngStart.size(), 4),
                     bigEndian(bytes, pngStart.size() + 4, 4));
    if (bytes.substr(0, jpegStart.size()) == jpegStart) return jpegSize(bytes);
    return Error{"bundle.picture", "", {}};
}

}  // namespace pt
