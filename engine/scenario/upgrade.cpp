#include "engine/scenario/upgrade.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace pt::scenario {
namespace {

size_t offsetOf(const Source& source, const Place& place) {
    return source.offsetOfLine(place.line) + source.offsetInLine(place);
}

// The number of digits that `text` is; -1 for another text.
int numberIn(std::string_view text) {
    constexpr size_t longest = 4;
    if (text.empty() || text.size() > longest) return -1;
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

int majorOf(const Node& root) {
    const Entry* lab = root.find("lab");
    return lab && lab->value.isText() ? numberIn(lab->value.text) : -1;
}

// The tree, or the first thing that is wrong with the text.
Result<Tree> treeOf(const Source& source, std::string_view name) {
    Report report(name);
    Tree tree = readTree(source, report);
    const std::vector<Error> errors = report.takeErrors();
    if (!errors.empty()) return errors.front();
    if (!tree.root || !tree.root->isMap())
        return Error{tree.root ? "scenario.no_lesson" : "scenario.empty", std::string(name), {}};
    return tree;
}

Error unknownVersion(const Node& root, std::string_view name, int newest) {
    const Entry* lab = root.find("lab");
    const Place place = lab ? lab->value.place : root.place;
    Report report(name);
    const std::string known = std::to_string(newest);
    if (!lab) return {"scenario.missing", report.where(place), {{"keys", "lab"}}};
    return {"scenario.version",
            report.where(place),
            {{"version", quoted(lab->value.text)}, {"known", known}}};
}

// One version further: the migration's edits and the new number.
Result<std::string> migrated(std::string_view text, std::string_view name,
                             const Migration& migration) {
    const Source source(text);
    const auto tree = treeOf(source, name);
    if (!tree) return tree.error();
    const Node& root = *tree.value().root;
    std::vector<Edit> edits = migration.edits(root);
    const Node& version = root.find("lab")->value;
    edits.push_back({version.place, version.end, std::to_string(migration.from + 1)});
    return edited(source, std::move(edits));
}

std::string_view lineEnd(const Source& source) {
    const std::string_view text = source.text();
    const size_t at = text.find('\n');
    return at != std::string_view::npos && at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

// `needs: 1.4` in the place it has, or on a line of its own below `lab`.
std::vector<Edit> needsEdits(const Source& source, const Node& root, int major, int minor) {
    if (minor == 0) return {};
    const std::string wanted = std::to_string(major) + "." + std::to_string(minor);
    if (const Entry* needs = root.find("needs")) {
        const std::string_view text = needs->value.text;
        if (numberIn(text.substr(std::min(text.find('.') + 1, text.size()))) >= minor) return {};
        return {{needs->value.place, needs->value.end, wanted}};
    }
    const Entry& lab = *root.find("lab");
    if (root.flow) return {{lab.value.end, lab.value.end, ", needs: " + wanted}};
    const Place below{lab.place.line + 1, 1};
    const std::string end(lineEnd(source));
    const bool last = below.line > source.lines();
    return {{below, below, last ? end + "needs: " + wanted : "needs: " + wanted + end}};
}

const Key* keyOf(const Table& table, std::string_view name) {
    return findKey(table, name.substr(0, name.find('.')));
}

// An item's table follows from the key that it begins with.
const Table* tableOfItem(const Node& item) {
    if (item.entries.empty()) return nullptr;
    const auto kinds = itemKindNames();
    const auto kind = std::find(kinds.begin(), kinds.end(), item.entries.front().key);
    if (kind == kinds.end()) return nullptr;
    return &wholeItemTable(static_cast<ItemKind>(kind - kinds.begin()));
}

int neededBy(const Key& key, const Node& value) {
    int minor = key.since;
    const auto look = [&](const Node& node) {
        const Table* table = key.kind == Kind::items ? tableOfItem(node) : key.inner;
        if (table) minor = std::max(minor, neededMinor(node, *table));
    };
    const bool named = key.kind == Kind::byId || key.kind == Kind::setup;
    if (value.isList() || named) {
        for (const Node& item : value.items) look(item);
        for (const Entry& entry : value.entries) look(entry.value);
    } else {
        look(value);
    }
    return minor;
}

}  // namespace

std::span<const Migration> migrations() { return {}; }

int neededMinor(const Node& root, const Table& table) {
    int minor = 0;
    for (const Entry& entry : root.entries) {
        if (const Key* key = keyOf(table, entry.key))
            minor = std::max(minor, neededBy(*key, entry.value));
    }
    return minor;
}

std::string edited(const Source& source, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return before(a.begin, b.begin); });
    const std::string_view text = source.text();
    std::string out;
    size_t done = 0;
    for (const Edit& edit : edits) {
        const size_t begin = offsetOf(source, edit.begin);
        PT_ASSERT(begin >= done);
        out += text.substr(done, begin - done);
        out += edit.text;
        done = offsetOf(source, edit.end);
    }
    return out + std::string(text.substr(done));
}

Result<Upgraded> upgradeLesson(std::string_view bytes, std::string_view name) {
    return upgradeLesson(bytes, name, migrations(), majorVersion, lessonTable());
}

Result<Upgraded> upgradeLesson(std::string_view bytes, std::string_view name,
                               std::span<const Migration> chain, int newest,
                               const Table& newestTable) {
    const Source original(bytes);
    const auto first = treeOf(original, name);
    if (!first) return first.error();
    Upgraded upgraded{std::string(original.text()), majorOf(*first.value().root), 0, false};
    upgraded.to = upgraded.from;
    for (const Migration& migration : chain) {
        if (migration.from != upgraded.to) continue;
        auto text = migrated(upgraded.text, name, migration);
        if (!text) return text.error();
        upgraded.text = std::move(text.value());
        ++upgraded.to;
    }
    if (upgraded.to != newest) return unknownVersion(*first.value().root, name, newest);
    const std::string text = upgraded.text;
    const Source source(text);
    const auto tree = treeOf(source, name);
    if (!tree) return tree.error();
    const Node& root = *tree.value().root;
    upgraded.text =
        edited(source, needsEdits(source, root, newest, neededMinor(root, newestTable)));
    upgraded.changed = upgraded.text != original.text();
    return upgraded;
}

}  // namespace pt::scenario
