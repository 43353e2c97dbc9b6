// string.format() as in C, less addresses (%p) and hexadecimal floats (%a).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/script/library.h"

namespace pt::script {

namespace {

constexpr int longest = 99;  // width and precision

struct Field {
    bool left = false, plus = false, space = false, zeros = false, alternate = false;
    int width = 0;
    int precision = -1;
    char kind = 0;
};

int digits(std::string_view form, size_t& at) {
    int value = 0;
    for (; at < form.size() && form[at] >= '0' && form[at] <= '9'; ++at)
        value = std::min(value * 10 + (form[at] - '0'), longest + 1);
    return value;
}

// After the '%'; false when it is none that we know.
bool readField(std::string_view form, size_t& at, Field& field) {
    for (; at < form.size(); ++at) {
        const char c = form[at];
        if (c == '-')
            field.left = true;
        else if (c == '+')
            field.plus = true;
        else if (c == ' ')
            field.space = true;
        else if (c == '0')
            field.zeros = true;
        else if (c == '#')
            field.alternate = true;
        else
            break;
    }
    field.width = digits(form, at);
    if (at < form.size() && form[at] == '.') {
        ++at;
        field.precision = digits(form, at);
    }
    if (at >= form.size() || field.width > longest || field.precision > longest) return false;
    field.kind = form[at++];
    return std::string_view("diouxXcseEfgG").find(field.kind) != std::string_view::npos;
}

std::string padded(const Field& field, std::string text) {
    const auto width = static_cast<size_t>(field.width);
    if (text.size() >= width) return text;
    const std::string spaces(width - text.size(), ' ');
    return field.left ? text + spaces : spaces + text;
}

// The sign and, where they are asked for, zeros up to the width.
std::string withSign(const Field& field, bool negative, std::string text, bool zeros) {
    const std::string sign = negative ? "-" : field.plus ? "+" : field.space ? " " : "";
    const size_t size = sign.size() + text.size();
    if (zeros && !field.left && size < static_cast<size_t>(field.width))
        text.insert(0, static_cast<size_t>(field.width) - size, '0');
    return padded(field, sign + text);
}

std::string writeWhole(const Field& field, int64_t value) {
    const bool decimal = field.kind == 'd' || field.kind == 'i';
    const bool negative = decimal && value < 0;
    const uint64_t size =
        negative ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    std::string text = field.kind == 'o'   ? fmt::format("{:o}", size)
                       : field.kind == 'x' ? fmt::format("{:x}", size)
                       : field.kind == 'X' ? fmt::format("{:X}", size)
                                           : fmt::format("{}", size);
    if (field.precision > static_cast<int>(text.size()))
        text.insert(0, static_cast<size_t>(field.precision) - text.size(), '0');
    if (field.alternate && size != 0 && (field.kind == 'x' || field.kind == 'X'))
        text.insert(0, field.kind == 'x' ? "0x" : "0X");
    return withSign(field, negative, std::move(text), field.zeros && field.precision < 0);
}

std::string writeReal(const Field& field, double value) {
    if (!std::isfinite(value)) {
        const bool negative = std::isinf(value) && value < 0;
        return withSign(field, negative, std::isnan(value) ? "nan" : "inf", false);
    }
    const int precision = field.precision < 0 ? 6 : field.precision;
    const double size = std::fabs(value);
    std::string text;
    switch (field.kind) {
    case 'e': text = fmt::format("{:.{}e}", size, precision); break;
    case 'E': text = fmt::format("{:.{}E}", size, precision); break;
    case 'f': text = fmt::format("{:.{}f}", size, precision); break;
    case 'g': text = fmt::format("{:.{}g}", size, precision); break;
    default: text = fmt::format("{:.{}G}", size, precision); break;
    }
    return withSign(field, std::signbit(value), std::move(text), field.zeros);
}

Result<std::string> writeField(const Call& call, const Field& field, int index) {
    if (index > call.count()) return call.wrong(index, "any");
    if (field.kind == 's') {
        std::string text = call.shown(index);
        if (field.precision >= 0 && text.size() > static_cast<size_t>(field.precision))
            text.resize(static_cast<size_t>(field.precision));
        return padded(field, std::move(text));
    }
    if (call.type(index) != LUA_TNUMBER) return call.wrong(index, "number");
    const double number = call.number(index);
    if (std::string_view("eEfgG").find(field.kind) != std::string_view::npos)
        return writeReal(field, number);
    constexpr double limit = 9223372036854775808.0;
    const bool fits = call.isInteger(index) ||
                      (number == std::floor(number) && number >= -limit && number < limit);
    if (!fits) return call.wrong(index, "integer");
    const int64_t whole =
        call.isInteger(index) ? call.integer(index) : static_cast<int64_t>(number);
    if (field.kind == 'c') return padded(field, std::string(1, static_cast<char>(whole)));
    return writeWhole(field, whole);
}

}  // namespace

Result<std::string> formatted(Call& call) {
    const std::string_view form = call.text(1);
    std::string text;
    int index = 1;
    for (size_t at = 0; at < form.size();) {
        const char c = form[at++];
        if (c != '%') {
            text += c;
            continue;
        }
        if (at < form.size() && form[at] == '%') {
            text += form[at++];
            continue;
        }
        Field field;
        const size_t from = at - 1;
        if (!readField(form, at, field))
            return Error{"script.format", "", {{"field", std::string(form.substr(from, 6))}}};
        const auto part = writeField(call, field, ++index);
        if (!part.ok()) return part.error();
        text += part.value();
        call.charge(10 + part.value().size());
        if (text.size() > Limits::text)
            return Error{"script.text_long", "", {{"limit", std::to_string(Limits::text >> 10)}}};
    }
    call.charge(form.size() / 16);
    return text;
}

}  // namespace pt::script
