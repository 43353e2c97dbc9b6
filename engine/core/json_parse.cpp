// RapidJSON's event reader does the grammar without recursion; the builder below keeps the values
// and holds them against the limits.
#include "engine/core/json.h"

#include <cmath>
#include <fast_float/fast_float.h>
#include <fmt/format.h>
#include <functional>
#include <set>

// RapidJSON's empty stack adds to a null pointer, which is harmless and stops a sanitized build.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#if defined(__clang__)
#pragma clang attribute pop
#endif

namespace pt {
namespace {

struct Place {
    size_t line = 1, column = 1;
};

// Columns count characters, so bytes that continue a UTF-8 sequence are skipped.
Place placeOf(std::string_view text, size_t offset) {
    Place place;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n')
            place = {place.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
            ++place.column;
    }
    return place;
}

Error errorAt(std::string_view text, size_t offset, std::string_view key, Args args = {}) {
    const Place place = placeOf(text, offset);
    return Error{std::string(key), fmt::format("{}:{}", place.line, place.column), std::move(args)};
}

// Receives the reader's events. Every event returns false to stop; `refused` then says why.
class Builder {
public:
    explicit Builder(const Json::Limits& limits) : limits_(limits) {}

    bool Null() { return place(Json()); }
    bool Bool(bool value) { return place(Json(value)); }
    bool String(const char* text, unsigned length, bool) {
        return place(Json(std::string_view(text, length)));
    }
    bool RawNumber(const char* text, unsigned length, bool) {
        double value = 0;
        fast_float::from_chars(text, text + length, value);
        return std::isfinite(value) ? place(Json(value)) : refuse("json.number");
    }
    bool Key(const char* text, unsigned length, bool) {
        Open& object = open_.back();
        object.key.assign(text, length);
        if (object.keys.insert(object.key).second) return true;
        return refuse("json.duplicate", {{"key", object.key}});
    }
    bool StartObject() { return start(false); }
    bool StartArray() { return start(true); }
    bool EndObject(unsigned) { return end(); }
    bool EndArray(unsigned) { return end(); }

    // With kParseNumbersAsStringsFlag the reader never calls these; its template names them.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    Json& root() { return root_; }
    const Error& refused() const { return refused_; }

private:
    // A list or an object whose end has not been read.
    struct Open {
        bool isList;
        Json::List items;
        Json::Object entries;
        std::string key;  // of the entry being read
        std::set<std::string, std::less<>> keys;
    };

    bool refuse(const char* key, Args args = {}) {
        refused_ = Error{key, "", std::move(args)};
        return false;
    }

    bool counted() {
        if (++values_ <= limits_.values) return true;
        return refuse("json.too_big");
    }

    bool place(Json value) {
        if (!counted()) return false;
        put(std::move(value));
        return true;
    }

    void put(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return;
        }
        Open& parent = open_.back();
        if (parent.isList)
            parent.items.push_back(std::move(value));
        else
            parent.entries.emplace_back(std::move(parent.key), std::move(value));
    }

    bool start(bool isList) {
        if (!counted()) return false;
        if (open_.size() >= limits_.depth)
            return refuse("json.too_deep", {{"limit", fmt::format("{}", limits_.depth)}});
        open_.push_back({isList, {}, {}, {}, {}});
        return true;
    }

    bool end() {
        Open done = std::move(open_.back());
        open_.pop_back();
        put(done.isList ? Json(std::move(done.items)) : Json::object(std::move(done.entries)));
        return true;
    }

    Json::Limits limits_;
    size_t values_ = 0;
    std::vector<Open> open_;
    Json root_;
    Error refused_;
};

// The reader stops after a refused key; the place to name is where that key begins.
size_t startOfText(std::string_view text, size_t end) {
    size_t start = end - 1;
    bool escaped = true;
    while (escaped) {
        start = text.rfind('"', start - 1);
        const size_t before = text.find_last_not_of('\\', start - 1);
        escaped = (start - 1 - before) % 2 == 1;
    }
    return start;
}

Error explain(std::string_view text, const rapidjson::ParseResult& result, const Error& refused) {
    size_t offset = result.Offset();
    if (result.Code() == rapidjson::kParseErrorNumberTooBig)
        return errorAt(text, offset, "json.number");
    if (result.Code() != rapidjson::kParseErrorTermination)
        return errorAt(text, offset, "json.syntax");
    if (refused.key == "json.duplicate") offset = startOfText(text, offset);
    return errorAt(text, offset, refused.key, refused.args);
}

}  // namespace

Result<Json> Json::parse(std::string_view text) { return parse(text, Limits()); }

Result<Json> Json::parse(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes) return Error{"json.too_big", "", {}};
    constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                               rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    Builder builder(limits);
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (!result) return explain(text, result, builder.refused());
    // The reader takes a NUL byte for the end of the text.
    if (stream.Tell() != text.size()) return errorAt(text, stream.Tell(), "json.syntax");
    return std::move(builder.root());
}

}  // namespace pt
