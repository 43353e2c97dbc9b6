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
    const bool isText = !node.selected.empty();
    if (node.role == UiRole::slider || (node.role == UiRole::readout && node.enabled && !isText)) {
        json.set("value", node.value);
    }
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
    if (!node.options.empty()) {
        Json options = Json::list();
        for (const UiOption& option : node.options) {
            options.add(Json::object().set("id", option.id).set("label", option.label));
        }
        json.set("options", std::move(options));
    }
    if (!node.children.empty()) {
        Json children = Json::list();
        for (const UiNode& child : node.children) children.add(toJson(child));
        json.set("children", std::move(children));
    }
    return json;
}

}  // namespace pt
