#include "engine/core/json.h"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace pt {
namespace {

void writeNumber(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";  // RFC 8259 has no NaN or infinity
        return;
    }
    fmt::format_to(std::back_inserter(out), "{}", value);  // shortest form that reads back
}

void writeEscaped(std::string& out, char c) {
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    if (static_cast<unsigned char>(c) < 0x20)
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    else
        out += c;
}

void writeText(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) writeEscaped(out, c);
    out += '"';
}

void newLine(std::string& out, int indent, int level) {
    if (indent == 0) return;
    out += '\n';
    out.append(static_cast<size_t>(indent) * static_cast<size_t>(level), ' ');
}

// Calls `one` for every element, with the commas, line ends and brackets around them.
template <class Container, class WriteOne>
void writeAll(std::string& out, char open, const Container& all, char close, int indent, int level,
              WriteOne one) {
    out += open;
    bool first = true;
    for (const auto& element : all) {
        if (!first) out += ',';
        first = false;
        newLine(out, indent, level + 1);
        one(element);
    }
    if (!first) newLine(out, indent, level);
    out += close;
}

}  // namespace

void Json::writeTo(std::string& out, int indent, int level) const {
    switch (kind_) {
    case Kind::null: out += "null"; return;
    case Kind::boolean: out += boolean_ ? "true" : "false"; return;
    case Kind::number: writeNumber(out, number_); return;
    case Kind::text: writeText(out, text_); return;
    case Kind::list:
        writeAll(out, '[', list_, ']', indent, level,
                 [&](const Json& item) { item.writeTo(out, indent, level + 1); });
        return;
    case Kind::object:
        writeAll(out, '{', object_, '}', indent, level, [&](const auto& entry) {
            writeText(out, entry.first);
            out += indent == 0 ? ":" : ": ";
            entry.second.writeTo(out, indent, level + 1);
        });
        return;
    }
}

std::string Json::write(int indent) const {
    std::string out;
    writeTo(out, indent, 0);
    return out;
}

}  // namespace pt
