#include "engine/ui/lab_nodes.h"

#include <algorithm>
#include <fmt/format.h>

#include "engine/ui/lab_words.h"

namespace pt {

UiNode makeNode(std::string id, UiRole role, std::string label) {
    UiNode node;
    node.id = std::move(id);
    node.role = role;
    node.label = std::move(label);
    return node;
}

std::string optionalText(std::string_view key, const Words& words) {
    return words.has(key) ? words(key) : "";
}

bool UiScope::isOpen(std::string_view id) const {
    return std::find(open.begin(), open.end(), id) != open.end();
}

UiNode UiScope::group(std::string id, std::vector<UiNode> children) const {
    UiNode node = makeNode(id, UiRole::group, words("ui." + id));
    node.children = std::move(children);
    return node;
}

UiNode UiScope::button(std::string id, std::string_view word, bool enabled) const {
    UiNode node = makeNode(std::move(id), UiRole::button, words(fmt::format("ui.{}", word)));
    node.help = optionalText(fmt::format("ui.{}.help", word), words);
    node.enabled = enabled;
    return node;
}

UiNode UiScope::named(std::string id, std::string_view key, UiRole role) const {
    UiNode node = makeNode(std::move(id), role, labelOf(lab(), key, words));
    node.help = optionalText(fmt::format("{}.{}.help", lab(), key), words);
    return node;
}

}  // namespace pt
