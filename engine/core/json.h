// A JSON value with ordered keys: design documents, save files, command arguments, answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/result.h"

namespace pt {

class Json {
public:
    enum class Kind : uint8_t { null, boolean, number, text, list, object };
    using List = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;  // insertion order is kept

    Json() = default;
    Json(bool value);
    Json(double value);
    Json(int value);
    Json(const char* value);
    Json(std::string value);
    Json(std::string_view value);
    Json(List value);
    static Json object() { return ofKind(Kind::object); }
    static Json object(Object entries);  // keys must differ
    static Json list() { return ofKind(Kind::list); }

    Kind kind() const { return kind_; }
    bool isObject() const { return kind_ == Kind::object; }
    bool isList() const { return kind_ == Kind::list; }
    bool isNumber() const { return kind_ == Kind::number; }
    bool isText() const { return kind_ == Kind::text; }

    // Reading never fails: another kind gives the fallback, a missing key or index gives null.
    bool boolean(bool fallback = false) const;
    double number(double fallback = 0) const;
    const std::string& text() const;  // "" for another kind
    const List& items() const;        // empty for another kind
    const Object& entries() const;    // empty for another kind
    const Json& operator[](std::string_view key) const;
    const Json& operator[](size_t index) const;
    bool has(std::string_view key) const;

    // Writing makes a null value an object or a list; on another kind it is a bug (assert).
    Json& set(std::string_view key, Json value);  // replaces or appends; returns *this
    Json& add(Json value);                        // returns *this

    bool operator==(const Json&) const = default;

    struct Limits {
        size_t bytes = size_t{16} << 20;
        size_t depth = 64;
        size_t values = 2'000'000;
    };
    // RFC 8259; duplicate keys and values beyond the limits are refused. Error::where is
    // "line:col". Finite numbers only.
    static Result<Json> parse(std::string_view text);
    static Result<Json> parse(std::string_view text, const Limits& limits);

    // Numbers in shortest round-trip form, so writing a parsed file gives the same bytes.
    // A non-finite number is written as null. indent 0: one line.
    std::string write(int indent = 0) const;

private:
    static Json ofKind(Kind kind);
    void writeTo(std::string& out, int indent, int level) const;

    Kind kind_ = Kind::null;
    bool boolean_ = false;
    double number_ = 0;
    std::string text_;
    List list_;
    Object object_;
};

}  // namespace pt
