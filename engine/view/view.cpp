#include "engine/view/view.h"

#include <algorithm>

#include "engine/view/editor.h"
#include "engine/view/exchange.h"

namespace pt {

std::string ViewState::option(std::string_view key, std::string_view fallback) const {
    const auto found = options.find(std::string(key));
    return found == options.end() ? std::string(fallback) : found->second;
}

bool ViewState::isSelected(std::string_view item) const {
    return selected == item ||
           std::find(selection.begin(), selection.end(), item) != selection.end();
}

std::unique_ptr<View> makeView(std::string_view lab, const Model& model) {
    for (const ViewEntry& entry : views())
        if (entry.lab == lab) return entry.make(model);
    return nullptr;
}

std::unique_ptr<Editor> makeEditor(std::string_view lab, const Model& model) {
    for (const EditorEntry& entry : editors())
        if (entry.lab == lab) return entry.make(model);
    return nullptr;
}

std::unique_ptr<Exchange> makeExchange(std::string_view lab, const Model& model) {
    for (const ExchangeEntry& entry : exchanges())
        if (entry.lab == lab) return entry.make(model);
    return nullptr;
}

Result<std::vector<Command>> Exchange::read(std::string_view, std::string_view) const {
    return Error{"exchange.no_import", "", {}};
}

}  // namespace pt
