#include "engine/gfx/image_native.h"

#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>
#include <png.h>

namespace pt {
namespace {

bool fits(int64_t width, int64_t height) {
    return width > 0 && height > 0 && width <= largestImage && height <= largestImage;
}

bool readPng(std::string_view bytes, Image& out) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return false;
    bool read = fits(image.width, image.height);
    if (read) {
        image.format = PNG_FORMAT_RGBA;
        out.width = static_cast<int>(image.width);
        out.height = static_cast<int>(image.height);
        out.rgba.resize(PNG_IMAGE_SIZE(image));
        read = png_image_finish_read(&image, nullptr, out.rgba.data(), 0, nullptr) != 0;
    }
    png_image_free(&image);
    return read;
}

// libjpeg reports an error by leaping out: nothing with a destructor may lie in between.
struct Leap {
    jpeg_error_mgr base;
    std::jmp_buf back;
};

void leapOut(j_common_ptr info) { std::longjmp(reinterpret_cast<Leap*>(info->err)->back, 1); }
void saySilently(j_common_ptr) {}

bool decode(jpeg_decompress_struct& info, Leap& leap, std::string_view bytes, Image& out,
            std::vector<uint8_t>& row) {
    if (setjmp(leap.back) != 0) return false;
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&info, TRUE);
    if (!fits(info.image_width, info.image_height)) return false;
    info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    out.width = static_cast<int>(info.output_width);
    out.height = static_cast<int>(info.output_height);
    out.rgba.assign(size_t{info.output_width} * info.output_height * 4, 255);
    row.resize(size_t{info.output_width} * 3);
    uint8_t* to = out.rgba.data();
    while (info.output_scanline < info.output_height) {
        JSAMPROW rows[] = {row.data()};
        jpeg_read_scanlines(&info, rows, 1);
        for (size_t x = 0; x < info.output_width; ++x, to += 4)
            for (size_t c = 0; c < 3; ++c) to[c] = row[3 * x + c];
    }
    jpeg_finish_decompress(&info);
    return true;
}

bool readJpeg(std::string_view bytes, Image& out) {
    jpeg_decompress_struct info{};
    Leap leap{};
    info.err = jpeg_std_error(&leap.base);
    leap.base.error_exit = leapOut;
    leap.base.output_message = saySilently;
    jpeg_create_decompress(&info);
    std::vector<uint8_t> row;
    const bool read = decode(info, leap, bytes, out, row);
    jpeg_destroy_decompress(&info);
    return read;
}

}  // namespace

Result<Image> readImage(std::string_view bytes) {
    Image image;
    const bool png = bytes.substr(0, 4) == "\x89PNG";
    if (png ? readPng(bytes, image) : readJpeg(bytes, image)) return image;
    return Error{"gfx.image", "", {}};
}

}  // namespace pt
