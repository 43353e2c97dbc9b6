// Reads the paths of files from standard input and writes how each was read: one line of JSON a
// file, all values as text; null for a file that is refused. For tests/scenario/yaml/same_tree.mjs.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/core/json.h"
#include "engine/scenario/yaml_tree.h"

namespace {

using pt::Json;
using pt::scenario::Node;

Json toJson(const Node& node) {
    if (node.isText()) return Json(node.text);
    if (node.isList()) {
        Json list = Json::list();
        for (const Node& item : node.items) list.add(toJson(item));
        return list;
    }
    // Pairs keep the order, and keys that begin alike apart.
    Json map = Json::list();
    for (const auto& entry : node.entries)
        map.add(Json::list().add(Json(entry.key)).add(toJson(entry.value)));
    return Json::object().set("map", std::move(map));
}

Json read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const std::string text = bytes.str();
    const pt::scenario::Source source(text);
    pt::scenario::Report report(path);
    const auto tree = pt::scenario::readTree(source, report);
    return tree.root && report.errorCount() == 0 ? toJson(*tree.root) : Json();
}

}  // namespace

int main() {
    for (std::string path; std::getline(std::cin, path);) std::cout << read(path).write() << "\n";
}
