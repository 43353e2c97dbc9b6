#include "engine/units/number.h"

#include <cmath>
#include <string>

#include <fast_float/fast_float.h>

namespace pt::units {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Copies the number at the front of `text` to `out` in the form fast_float reads.
class Scan {
public:
    Scan(std::string_view text, Reader reader) : text_(text), person_(reader == Reader::person) {}

    bool read() {
        sign();
        digits(true);
        const bool fraction = peek() == '.' || (person_ && peek() == ',');
        if (fraction && (isDigit(peek(1)) || digits_ > 0)) {
            ++at_;
            out_ += '.';
            digits(false);
        }
        if (digits_ == 0) return false;
        exponent();
        return true;
    }

    const std::string& out() const { return out_; }
    size_t at() const { return at_; }
    char peek(size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

private:
    void sign() {
        if (peek() == '-') out_ += '-';
        if (peek() == '-' || peek() == '+') ++at_;
        if (person_ && peek() == ' ') ++at_;
    }

    void digits(bool grouped) {
        while (true) {
            if (isDigit(peek())) {
                out_ += text_[at_++];
                ++digits_;
            } else if (grouped && person_ && peek() == ' ' && groupFollows()) {
                ++at_;
            } else {
                return;
            }
        }
    }

    // Exactly three digits, and at most three before the first of them.
    bool groupFollows() const {
        return digits_ > 0 && isDigit(peek(1)) && isDigit(peek(2)) && isDigit(peek(3)) &&
               !isDigit(peek(4));
    }

    void exponent() {
        size_t ahead = 0;
        if (peek() == 'e' || peek() == 'E') ahead = 1;
        if (person_ && text_.substr(at_, 4) == "*10^") ahead = 4;
        if (ahead == 0) return;
        const bool sign = peek(ahead) == '-' || peek(ahead) == '+';
        if (!isDigit(peek(ahead + (sign ? 1 : 0)))) return;  // "1 eV" is a unit
        at_ += ahead;
        out_ += 'e';
        if (sign) out_ += text_[at_++];
        while (isDigit(peek())) out_ += text_[at_++];
    }

    std::string_view text_;
    bool person_;
    size_t at_ = 0;
    size_t digits_ = 0;
    std::string out_;
};

Error notANumber(std::string_view text) {
    return {"units.number", "", {{"text", std::string(text.substr(0, 40))}}};
}

}  // namespace

Result<Number> readNumber(std::string_view text, Reader reader) {
    Scan scan(text, reader);
    if (!scan.read()) return notANumber(text);
    if (scan.peek() == ',' && isDigit(scan.peek(1)) && reader == Reader::file) {
        std::string point(text);
        point[scan.at()] = '.';
        return Error{"units.comma", "", {{"suggestion", point}}};
    }
    if (scan.peek() == ',' || scan.peek() == '.') return notANumber(text);
    Number number;
    number.length = scan.at();
    const std::string& digits = scan.out();
    const auto end = digits.data() + digits.size();
    const auto result = fast_float::from_chars(digits.data(), end, number.value);
    if (result.ptr != end || !std::isfinite(number.value)) return notANumber(text);
    return number;
}

}  // namespace pt::units
