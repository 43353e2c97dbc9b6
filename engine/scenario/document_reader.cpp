#include "engine/scenario/document_reader.h"

namespace pt::scenario {
namespace {

class DocumentReader {
public:
    DocumentReader(const Document& document, Context& context, ScenarioRead& read)
        : document_(document), context_(context), read_(read) {}

    // `name` is the nearest key above, also for the items of a list.
    Json convert(const Node& node, std::string_view name, const std::string& path) {
        const Place& place = node.place;
        read_.places.emplace(document_.key + "/" + path, context_.report.where(place));
        switch (node.kind) {
        case Node::Kind::map: return object(node, path);
        case Node::Kind::list: return list(node, name, path);
        default: return scalar(node, name);
        }
    }

private:
    Json object(const Node& node, const std::string& path) {
        Json json = Json::object();
        for (const Entry& entry : node.entries) {
            const std::string inner = path.empty() ? entry.key : path + "." + entry.key;
            json.set(entry.key, convert(entry.value, entry.key, inner));
        }
        return json;
    }

    Json list(const Node& node, std::string_view name, const std::string& path) {
        Json json = Json::list();
        for (size_t i = 0; i < node.items.size(); ++i)
            json.add(convert(node.items[i], name, path + "[" + std::to_string(i) + "]"));
        return json;
    }

    const Argument* field(std::string_view name) const {
        for (const Argument& argument : document_.fields) {
            if (argument.key == name) return &argument;
        }
        return nullptr;
    }

    Json scalar(const Node& node, std::string_view name) {
        if (const Argument* argument = field(name))
            return argument->isText ? Json(node.text) : number(node, *argument);
        if (node.style != Node::Style::plain) return Json(node.text);
        if (node.text == "true" || node.text == "false") return Json(node.text == "true");
        const auto quantity = parseQuantity(node.text);
        return quantity && !quantity.value().tolerance ? Json(quantity.value().si)
                                                       : Json(node.text);
    }

    Json number(const Node& node, const Argument& argument) {
        const auto bare = parseAs(node.text, Unit{});
        if (bare) return Json(bare.value());
        const auto si = parseAs(node.text, argument.unit);
        if (si) return Json(si.value());
        Error error = si.error();
        error.args.push_back({"key", argument.key});
        if (error.key == "units.dimension") error.key = "scenario.dimension";
        context_.report.error(node.place, error);
        return Json();
    }

    const Document& document_;
    Context& context_;
    ScenarioRead& read_;
};

}  // namespace

Json readDocument(const Entry& entry, const Document& document, Context& context,
                  ScenarioRead& read) {
    return DocumentReader(document, context, read).convert(entry.value, entry.key, "");
}

}  // namespace pt::scenario
