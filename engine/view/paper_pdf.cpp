#include <array>
#include <cmath>
#include <fmt/format.h>
#include <hpdf.h>
#include <memory>

#include "engine/core/math.h"
#include "engine/view/paper.h"
#include "engine/view/utf8.h"

namespace pt {
namespace {

constexpr double point = 72 / 25.4;  // PDF points a millimetre

float points(double millimetres) { return static_cast<float>(millimetres * point); }

// What Windows-1252 has at 0x80 .. 0x9F.
struct Letter {
    char32_t code;
    unsigned char byte;
};
constexpr std::array<Letter, 9> letters{{{U'€', 0x80},
                                         {U'…', 0x85},
                                         {U'‘', 0x91},
                                         {U'’', 0x92},
                                         {U'“', 0x93},
                                         {U'”', 0x94},
                                         {U'•', 0x95},
                                         {U'–', 0x96},
                                         {U'—', 0x97}}};

std::string toWindows1252(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        unsigned char byte = '?';
        if ((c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c <= 0xFF))
            byte = static_cast<unsigned char>(c);
        if (c == U'\u2009' || c == U'\u202f') byte = 0xA0;
        if (c == U'\u2212') byte = '-';
        for (const Letter& letter : letters)
            if (letter.code == c) byte = letter.byte;
        out += static_cast<char>(byte);
    }
    return out;
}

class Writer {
public:
    Writer() : doc_(HPDF_New(nullptr, nullptr)) {}
    ~Writer() {
        if (doc_) HPDF_Free(doc_);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Result<std::string> write(const std::vector<PaperPage>& pages, std::string_view title) {
        if (!doc_) return failure(HPDF_FAILD_TO_ALLOC_MEM);
        HPDF_SetInfoAttr(doc_, HPDF_INFO_TITLE, toWindows1252(title).c_str());
        HPDF_SetInfoAttr(doc_, HPDF_INFO_CREATOR, "Proeftuin");
        plain_ = HPDF_GetFont(doc_, "Helvetica", "WinAnsiEncoding");
        bold_ = HPDF_GetFont(doc_, "Helvetica-Bold", "WinAnsiEncoding");
        for (const PaperPage& page : pages) add(page);
        HPDF_SaveToStream(doc_);
        if (HPDF_GetError(doc_) != HPDF_OK) return failure(HPDF_GetError(doc_));
        std::string bytes(HPDF_GetStreamSize(doc_), '\0');
        auto size = static_cast<HPDF_UINT32>(bytes.size());
        HPDF_ResetStream(doc_);
        HPDF_ReadFromStream(doc_, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
        bytes.resize(size);
        return bytes;
    }

private:
    static Error failure(HPDF_STATUS status) {
        return {"paper.failed", "", {{"detail", fmt::format("{:#x}", status)}}};
    }

    void add(const PaperPage& source) {
        page_ = HPDF_AddPage(doc_);
        HPDF_Page_SetWidth(page_, points(source.size.x));
        HPDF_Page_SetHeight(page_, points(source.size.y));
        HPDF_Page_SetLineCap(page_, HPDF_ROUND_END);
        for (const PaperLine& line : source.lines) draw(line);
        for (const PaperCircle& circle : source.circles) draw(circle);
        for (const PaperText& text : source.texts) draw(text);
    }

    void draw(const PaperLine& line) {
        if (line.points.size() < 2) return;
        HPDF_Page_SetLineWidth(page_, points(line.width));
        HPDF_Page_SetGrayStroke(page_, static_cast<float>(line.gray));
        const HPDF_UINT16 dashes[] = {8, 6}, dots[] = {1, 4};
        HPDF_Page_SetDash(page_, line.dash == Dash::dotted ? dots : dashes,
                          line.dash == Dash::solid ? 0 : 2, 0);
        // Colours cannot change once a path has begun.
        const bool filled = line.closed && line.fill >= 0;
        if (filled) HPDF_Page_SetGrayFill(page_, static_cast<float>(line.fill));
        HPDF_Page_MoveTo(page_, points(line.points[0].x), points(line.points[0].y));
        for (size_t i = 1; i < line.points.size(); ++i)
            HPDF_Page_LineTo(page_, points(line.points[i].x), points(line.points[i].y));
        if (filled)
            HPDF_Page_ClosePathFillStroke(page_);
        else if (line.closed)
            HPDF_Page_ClosePathStroke(page_);
        else
            HPDF_Page_Stroke(page_);
    }

    void draw(const PaperCircle& circle) {
        HPDF_Page_SetLineWidth(page_, points(circle.width));
        HPDF_Page_SetGrayStroke(page_, 0);
        HPDF_Page_SetDash(page_, nullptr, 0, 0);
        if (circle.fill >= 0) HPDF_Page_SetGrayFill(page_, static_cast<float>(circle.fill));
        HPDF_Page_Circle(page_, points(circle.center.x), points(circle.center.y),
                         points(circle.radius));
        circle.fill >= 0 ? HPDF_Page_FillStroke(page_) : HPDF_Page_Stroke(page_);
    }

    void draw(const PaperText& text) {
        const std::string bytes = toWindows1252(text.text);
        HPDF_Page_SetGrayFill(page_, 0);
        HPDF_Page_BeginText(page_);
        HPDF_Page_SetFontAndSize(page_, text.bold ? bold_ : plain_, points(text.size));
        const double width = HPDF_Page_TextWidth(page_, bytes.c_str()) / point;
        const double share = text.align == Align::left ? 0 : text.align == Align::center ? 0.5 : 1;
        const double cos = math::cos(text.angle), sin = math::sin(text.angle);
        const Vec start = text.at - Vec(cos, sin) * (width * share);
        HPDF_Page_SetTextMatrix(page_, static_cast<float>(cos), static_cast<float>(sin),
                                static_cast<float>(-sin), static_cast<float>(cos), points(start.x),
                                points(start.y));
        HPDF_Page_ShowText(page_, bytes.c_str());
        HPDF_Page_EndText(page_);
    }

    HPDF_Doc doc_;
    HPDF_Page page_ = nullptr;
    HPDF_Font plain_ = nullptr, bold_ = nullptr;
};

}  // namespace

Result<std::string> pdf(const std::vector<PaperPage>& pages, std::string_view title) {
    return Writer().write(pages, title);
}

}  // namespace pt
