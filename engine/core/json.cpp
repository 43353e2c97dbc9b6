#include "engine/core/json.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace pt {
namespace {

const std::string no_text;
const Json::List no_items;
const Json::Object no_entries;
const Json null_value;

}  // namespace

Json::Json(bool value) : kind_(Kind::boolean), boolean_(value) {}
Json::Json(double value) : kind_(Kind::number), number_(value) {}
Json::Json(int value) : kind_(Kind::number), number_(value) {}
Json::Json(const char* value) : kind_(Kind::text), text_(value) {}
Json::Json(std::string value) : kind_(Kind::text), text_(std::move(value)) {}
Json::Json(std::string_view value) : kind_(Kind::text), text_(value) {}
Json::Json(List value) : kind_(Kind::list), list_(std::move(value)) {}

Json Json::ofKind(Kind kind) {
    Json json;
    json.kind_ = kind;
    return json;
}

Json Json::object(Object entries) {
    Json json = object();
    json.object_ = std::move(entries);
    return json;
}

bool Json::boolean(bool fallback) const { return kind_ == Kind::boolean ? boolean_ : fallback; }
double Json::number(double fallback) const { return kind_ == Kind::number ? number_ : fallback; }
const std::string& Json::text() const { return kind_ == Kind::text ? text_ : no_text; }
const Json::List& Json::items() const { return kind_ == Kind::list ? list_ : no_items; }
const Json::Object& Json::entries() const { return kind_ == Kind::object ? object_ : no_entries; }

const Json& Json::operator[](std::string_view key) const {
    for (const auto& [name, value] : entries())
        if (name == key) return value;
    return null_value;
}

const Json& Json::operator[](size_t index) const {
    return index < items().size() ? list_[index] : null_value;
}

bool Json::has(std::string_view key) const {
    const Object& all = entries();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& entry) { return entry.first == key; });
}

Json& Json::set(std::string_view key, Json value) {
    PT_ASSERT(kind_ == Kind::object || kind_ == Kind::null);
    kind_ = Kind::object;
    for (auto& [name, old] : object_) {
        if (name != key) continue;
        old = std::move(value);
        return *this;
    }
    object_.emplace_back(key, std::move(value));
    return *this;
}

Json& Json::add(Json value) {
    PT_ASSERT(kind_ == Kind::list || kind_ == Kind::null);
    kind_ = Kind::list;
    list_.push_back(std::move(value));
    return *this;
}

}  // namespace pt
