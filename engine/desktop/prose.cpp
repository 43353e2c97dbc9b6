#include "engine/desktop/prose.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>
#include <vector>

#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double lineFactor = 1.3, blockGap = 6, indent = 20;
constexpr float slant = 0.2f;

using Style = TextSpan::Style;

// What stays together on a line.
struct Word {
    std::string_view text;
    const TextSpan* span = nullptr;
    float width = 0;
    bool spaceBefore = false;
    bool breakBefore = false;  // a new line in the file
};

bool isScript(Style style) { return style == Style::superscript || style == Style::subscript; }

TextLook lookOf(const TextSpan& span, TextLook base) {
    if (span.style == Style::bold) base.bold = true;
    if (span.style == Style::link) base.ink = Ink::accent;
    if (isScript(span.style)) base.type = Type::small;
    return base;
}

// How many bytes of a word stand on a line of this width, at least one letter.
size_t fitting(const Look& look, std::string_view word, const TextLook& style, float width) {
    size_t fits = 0;
    for (size_t end = 0; end < word.size(); fits = end) {
        do ++end;
        while (end < word.size() && (word[end] & 0xC0) == 0x80);
        if (fits > 0 && textSize(look, word.substr(0, end), style).x > width) break;
    }
    return fits;
}

// Narrow no-break spaces and the like are part of a word. One that is longer than a line goes on
// in the next.
std::vector<Word> wordsOf(const Look& look, const TextBlock& block, const TextLook& base,
                          float width) {
    std::vector<Word> words;
    bool space = false, newLine = false;
    for (const TextSpan& span : block.spans) {
        const TextLook style = lookOf(span, base);
        std::string_view rest = span.text;
        while (!rest.empty()) {
            if (rest[0] == ' ' || rest[0] == '\n') {
                newLine = newLine || rest[0] == '\n';
                space = true;
                rest.remove_prefix(1);
                continue;
            }
            std::string_view text = rest.substr(0, rest.find_first_of(" \n"));
            const bool whole = textSize(look, text, style).x <= width;
            if (!whole) text = text.substr(0, fitting(look, text, style, width));
            words.push_back({text, &span, textSize(look, text, style).x, space, newLine});
            space = false;
            newLine = !whole;
            rest.remove_prefix(text.size());
        }
    }
    return words;
}

bool isUnitOf(const Word& number, const Word& next) {
    constexpr size_t longestUnit = 12;
    return next.text.size() <= longestUnit &&
           std::isdigit(static_cast<unsigned char>(number.text.back()));
}

void drawSlanted(const Look& look, ImVec2 at, std::string_view text, const TextLook& style) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int first = list.VtxBuffer.Size;
    drawText(look, at, text, style);
    const float base = at.y + textSize(look, text, style).y;
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImVec2& corner = list.VtxBuffer[i].pos;
        corner.x += (base - corner.y) * slant;
    }
}

class Writer {
public:
    Writer(const Look& look, const TextLook& base, bool draw, std::string* pressed)
        : look_(look), base_(base), draw_(draw), pressed_(pressed),
          line_(std::round(textSize(look, "X", base).y * static_cast<float>(lineFactor))),
          space_(textSize(look, " ", base).x) {}

    float block(ImVec2 at, float width, const TextBlock& block) {
        if (block.kind != TextBlock::Kind::paragraph) {
            mark(at, block);
            at.x += look_.px(indent);
            width -= look_.px(indent);
        }
        const std::vector<Word> words = wordsOf(look_, block, base_, width);
        float x = 0, y = 0;
        for (size_t i = 0; i < words.size();) {
            // Words without a space between them, such as "m" and a raised "2", stay together.
            size_t end = i + 1;
            float wide = words[i].width;
            // So do a number and its unit, where there is room for both.
            for (; end < words.size(); ++end) {
                const Word& next = words[end];
                if (next.breakBefore) break;
                const float more = next.width + (next.spaceBefore ? space_ : 0);
                if (next.spaceBefore && (!isUnitOf(words[end - 1], next) || wide + more > width))
                    break;
                wide += more;
            }
            const float before = x > 0 && words[i].spaceBefore ? space_ : 0;
            if (x > 0 && (words[i].breakBefore || x + before + wide > width)) {
                x = 0;
                y += line_;
            } else {
                x += before;
            }
            for (size_t first = i; i < end; ++i) {
                if (i > first && words[i].spaceBefore) x += space_;
                if (draw_) word(words[i], {at.x + x, at.y + y});
                x += words[i].width;
            }
        }
        return y + line_;
    }

private:
    void mark(ImVec2 at, const TextBlock& block) const {
        if (!draw_) return;
        if (block.kind == TextBlock::Kind::numbered) {
            drawText(look_, at, std::to_string(block.number) + ".", base_);
            return;
        }
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + look_.px(7), at.y + line_ * 0.42f},
                                                    look_.px(2.5), look_.color(base_.ink), 12);
    }

    void word(const Word& word, ImVec2 at) const {
        const TextLook style = lookOf(*word.span, base_);
        if (word.span->style == Style::superscript) at.y -= look_.px(3);
        if (word.span->style == Style::subscript) at.y += look_.px(5);
        if (word.span->style == Style::italic) {
            drawSlanted(look_, at, word.text, style);
        } else {
            drawText(look_, at, word.text, style);
        }
        if (word.span->style == Style::link) link(word, at);
    }

    void link(const Word& word, ImVec2 at) const {
        const ImVec2 high{at.x + word.width, at.y + line_};
        ImGui::GetWindowDrawList()->AddLine(
            {at.x, high.y - look_.px(4)}, {high.x, high.y - look_.px(4)}, look_.color(Ink::accent));
        if (!pressed_) return;
        ImGui::PushID(word.text.data());
        const Press press = pressable("link", at, high);
        ImGui::PopID();
        if (press.focused) drawFocus(look_, at, high, 2);
        if (press.hovered || press.focused) tooltip(look_, word.span->url);
        if (press.pressed) *pressed_ = word.span->url;
    }

    const Look& look_;
    TextLook base_;
    bool draw_;
    std::string* pressed_;
    float line_, space_;
};

}  // namespace

float drawProse(const Look& look, ImVec2 at, float width, std::span<const TextBlock> blocks,
                const TextLook& style, bool draw, std::string* pressed) {
    Writer writer(look, style, draw, pressed);
    float y = 0;
    const TextBlock* before = nullptr;
    for (const TextBlock& block : blocks) {
        const bool listGoesOn =
            before && before->kind == block.kind && block.kind != TextBlock::Kind::paragraph;
        if (before) y += look.px(listGoesOn ? 2 : blockGap);
        y += writer.block({at.x, at.y + y}, width, block);
        before = &block;
    }
    return y;
}

}  // namespace pt
