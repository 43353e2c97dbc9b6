#include "engine/ui/lab_ui.h"

namespace pt {
namespace {

const char* roleName(UiRole role) {
    switch (role) {
    case UiRole::group: return "group";
    case UiRole::slider: return "slider";
    case UiRole::choice: return "choice";
    case UiRole::button: return "button";
    case UiRole::toggle: return "toggle";
    case UiRole::readout: return "readout";
    case UiRole::message: return "message";
    case UiRole::field: return "field";
    case UiRole::requirement: return "requirement";
    case UiRole::progress: return "progress";
    case UiRole::table: return "table";
    case UiRole::chart: return "chart";
    case UiRole::prose: return "prose";
    case UiRole::options: return "options";
    case UiRole::order: return "order";
    case UiRole::area: return "area";
    case UiRole::sketch: return "sketch";
    case UiRole::sentence: return "sentence";
    case UiRole::picture: return "picture";
    case UiRole::plot: return "plot";
    }
    return "";
}

void setText(Json& json, std::string_view key, const std::string& text) {
    if (!text.empty()) json.set(key, text);
}

void setFlag(Json& json, std::string_view key, bool flag) {
    if (flag) json.set(key, true);
}

void setNumbers(Json& json, const UiNode& node) {
    if (node.role == UiRole::slider) {
        json.set("min", node.min).set("max", node.max).set("step", node.step);
    }
    if (node.role == UiRole::field && node.min < node.max) {
        json.set("min", node.min).set("max", node.max);
    }
    const bool isText = !node.selected.empty();
    if (node.role == UiRole::slider || node.role == UiRole::progress ||
        (node.role == UiRole::readout && node.enabled && !isText)) {
        json.set("value", node.value);
    }
}

Json optionsJson(const std::vector<UiOption>& options) {
    Json list = Json::list();
    for (const UiOption& option : options)
        list.add(Json::object().set("id", option.id).set("label", option.label));
    return list;
}

Json columnJson(const UiColumn& column) {
    Json json = Json::object().set("key", column.key).set("label", column.label);
    setText(json, "unit", column.unit);
    setFlag(json, "isText", column.isText);
    setFlag(json, "editable", column.editable);
    if (column.min < column.max) json.set("min", column.min).set("max", column.max);
    if (!column.options.empty()) json.set("options", optionsJson(column.options));
    return json;
}

Json rowJson(const UiRow& row) {
    Json cells = Json::list();
    for (const UiCell& cell : row.cells) {
        Json json = Json::object().set("text", cell.text);
        if (cell.value) json.set("value", *cell.value);
        setText(json, "selected", cell.selected);
        cells.add(std::move(json));
    }
    Json json = Json::object().set("id", row.id);
    setText(json, "item", row.item);
    return json.set("cells", std::move(cells));
}

const char* styleName(TextSpan::Style style) {
    switch (style) {
    case TextSpan::Style::plain: return "plain";
    case TextSpan::Style::bold: return "bold";
    case TextSpan::Style::italic: return "italic";
    case TextSpan::Style::superscript: return "superscript";
    case TextSpan::Style::subscript: return "subscript";
    case TextSpan::Style::link: return "link";
    }
    return "";
}

Json blockJson(const TextBlock& block) {
    constexpr const char* kinds[] = {"paragraph", "bullet", "numbered"};
    Json spans = Json::list();
    for (const TextSpan& span : block.spans) {
        Json json = Json::object().set("text", span.text).set("style", styleName(span.style));
        setText(json, "url", span.url);
        spans.add(std::move(json));
    }
    Json json = Json::object().set("kind", kinds[static_cast<size_t>(block.kind)]);
    if (block.kind == TextBlock::Kind::numbered) json.set("number", block.number);
    return json.set("spans", std::move(spans));
}

template <class Items, class ToJson>
void setList(Json& json, std::string_view key, const Items& items, ToJson toJson) {
    if (items.empty()) return;
    Json list = Json::list();
    for (const auto& item : items) list.add(toJson(item));
    json.set(key, std::move(list));
}

}  // namespace

Json toJson(const UiNode& node) {
    Json json = Json::object();
    json.set("id", node.id).set("role", roleName(node.role)).set("label", node.label);
    json.set("enabled", node.enabled);
    setText(json, "help", node.help);
    setText(json, "unit", node.unit);
    setNumbers(json, node);
    setText(json, "valueText", node.valueText);
    setText(json, "selected", node.selected);
    setFlag(json, "primary", node.primary);
    setFlag(json, "live", node.live);
    setFlag(json, "error", node.error);
    setFlag(json, "busy", node.busy);
    setText(json, "before", node.before);
    setText(json, "trend", node.trend);
    setText(json, "trendText", node.trendText);
    setText(json, "detail", node.detail);
    if (node.share >= 0) json.set("share", node.share);
    setText(json, "icon", node.icon);
    setText(json, "shortcut", node.shortcut);
    if (!node.options.empty()) json.set("options", optionsJson(node.options));
    setList(json, "items", node.items, [](const std::string& item) { return Json(item); });
    setFlag(json, "many", node.many);
    setList(json, "blocks", node.blocks, blockJson);
    setList(json, "curve", node.curve, [](const UiPoint& point) {
        return Json::object().set("x", point.x).set("y", point.y);
    });
    setList(json, "columns", node.columns, columnJson);
    setList(json, "rows", node.rows, rowJson);
    setList(json, "children", node.children, [](const UiNode& child) { return toJson(child); });
    return json;
}

}  // namespace pt
