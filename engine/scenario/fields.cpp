#include "engine/scenario/fields.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace pt::scenario {

Fields::Fields(const Node& node, const Place& owner, const Table& table, Context& context)
    : table_(table), owner_(owner), context_(context) {
    if (!node.isMap()) {
        if (!node.isText() || node.isEmpty() || table.plain.empty()) {
            expected("scenario.expect_map", table.name, node, context);
            return;
        }
        plain_.push_back({std::string(table.plain), node.place, node});
        given_.push_back({findKey(table, table.plain), &plain_.back(), "", false});
        return;
    }
    checkKeys(node, owner, table, context,
              [this](const Key& key, const Entry& entry, std::string_view language) {
                  given_.push_back({&key, &entry, std::string(language), false});
              });
}

Fields::~Fields() {
    PT_ASSERT(std::all_of(given_.begin(), given_.end(), [](const Given& g) { return g.used; }));
}

bool Fields::has(std::string_view name) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const Given& given) { return given.key->name == name; });
}

Place Fields::placeOf(std::string_view name) const {
    for (const Given& given : given_) {
        if (given.key->name == name) return given.entry->value.place;
    }
    return owner_;
}

Fields::Given* Fields::find(std::string_view name) {
    PT_ASSERT(findKey(table_, name));
    Given* found = nullptr;
    for (Given& given : given_) {
        if (given.key->name != name) continue;
        given.used = true;
        if (!found) found = &given;
    }
    return found;
}

Fields::Given* Fields::take(std::string_view name, [[maybe_unused]] Kind kind) {
    Given* given = find(name);
    PT_ASSERT(!given || given->key->kind == kind);
    return given;
}

const Entry* Fields::entry(std::string_view name) {
    const Given* given = find(name);
    return given ? given->entry : nullptr;
}

const Table& Fields::inner(std::string_view name) const {
    const Key* key = findKey(table_, name);
    PT_ASSERT(key && key->inner);
    return *key->inner;
}

std::string Fields::id(std::string_view name) {
    const Given* given = take(name, Kind::id);
    return given ? readId(given->entry->value, context_).value_or("") : "";
}

Text Fields::text(std::string_view name) {
    if (!find(name)) return {};
    TextReader reader;
    for (const Given& given : given_) {
        if (given.key->name == name)
            reader.add(given.entry->key, given.entry->place, given.entry->value, given.language,
                       context_);
    }
    return reader.finish(context_);
}

std::vector<Text> Fields::texts(std::string_view name) {
    const Given* first = take(name, Kind::texts);
    if (!first) return {};
    TextsReader reader;
    for (const Given& given : given_) {
        if (given.key->name == name) reader.add(*given.entry, given.language, context_);
    }
    return reader.finish(*first->key, context_);
}

std::string Fields::line(std::string_view name) {
    const Entry* entry = this->entry(name);
    return entry ? readLine(name, entry->value, context_).value_or("") : "";
}

bool Fields::fits(const Key& key, const Node& list) {
    if (list.items.size() <= static_cast<size_t>(key.most)) return true;
    context_.report.error(list.items[static_cast<size_t>(key.most)].place, "scenario.list_too_long",
                          {{"key", std::string(key.name)}, {"max", std::to_string(key.most)}});
    return false;
}

std::vector<Word> Fields::words(std::string_view name) {
    const Given* given = find(name);
    if (!given || !fits(*given->key, given->entry->value)) return {};
    return readWords(name, given->entry->value, context_);
}

int Fields::integer(std::string_view name, int otherwise) {
    constexpr uint64_t most = 1000000;
    const Given* given = take(name, Kind::integer);
    if (!given) return otherwise;
    const auto value = readInteger(name, given->entry->value, context_);
    return value ? static_cast<int>(std::min(*value, most)) : otherwise;
}

double Fields::decimal(std::string_view name, double otherwise) {
    const Given* given = take(name, Kind::decimal);
    return given ? readDecimal(name, given->entry->value, context_).value_or(otherwise) : otherwise;
}

bool Fields::boolean(std::string_view name, bool otherwise) {
    const Given* given = take(name, Kind::boolean);
    return given ? readBoolean(name, given->entry->value, context_).value_or(otherwise) : otherwise;
}

std::optional<size_t> Fields::optionIndex(std::string_view name) {
    const Given* given = take(name, Kind::option);
    if (!given) return std::nullopt;
    const auto line = readLine(name, given->entry->value, context_);
    if (!line) return std::nullopt;
    return readOption(name, {*line, given->entry->value.place}, given->key->options, context_);
}

std::vector<std::string> Fields::options(std::string_view name) {
    const Given* given = take(name, Kind::options);
    std::vector<std::string> list;
    if (!given) return list;
    for (const Word& word : readWords(name, given->entry->value, context_)) {
        if (readOption(name, word, given->key->options, context_)) list.push_back(word.text);
    }
    return list;
}

double Fields::quantity(std::string_view name) {
    const Given* given = take(name, Kind::quantity);
    if (!given) return 0;
    const Unit wanted = pt::unit(given->key->unit);
    return readQuantity(name, given->entry->value, wanted, context_).value_or(0);
}

double Fields::share(std::string_view name) {
    const Given* given = take(name, Kind::share);
    return given ? readShare(name, given->entry->value, context_).value_or(0) : 0;
}

std::optional<Unit> Fields::unit(std::string_view name) {
    const Given* given = take(name, Kind::unit);
    return given ? readUnit(name, given->entry->value, context_) : std::nullopt;
}

std::optional<Tolerant> Fields::answer(std::string_view name, const Unit* wanted) {
    const Given* given = take(name, Kind::answer);
    return given ? readAnswer(name, given->entry->value, context_, wanted) : std::nullopt;
}

std::optional<Expression> Fields::truth(std::string_view name) {
    const Given* given = take(name, Kind::truth);
    return given ? readTruth(name, given->entry->value, context_) : std::nullopt;
}

std::optional<Expression> Fields::number(std::string_view name, const Unit* wanted) {
    const Given* given = take(name, Kind::number);
    return given ? readNumber(name, given->entry->value, context_, wanted) : std::nullopt;
}

std::string Fields::name(std::string_view name, NameOf what) {
    const Given* given = find(name);
    if (!given) return "";
    const auto line = readLine(name, given->entry->value, context_);
    return line ? readName(name, {*line, given->entry->value.place}, what, context_) : "";
}

std::vector<std::string> Fields::names(std::string_view name, NameOf what) {
    std::vector<std::string> list;
    for (const Word& word : words(name)) {
        const std::string known = readName(name, word, what, context_);
        if (known.empty()) continue;
        if (what != NameOf::event && std::find(list.begin(), list.end(), known) != list.end())
            context_.report.error(word.place, "scenario.option_twice", {{"text", known}});
        else
            list.push_back(known);
    }
    return list;
}

Levels Fields::levels(std::string_view name) {
    const Given* given = take(name, Kind::levels);
    return given ? readLevels(name, given->entry->value, context_) : Levels{};
}

std::string Fields::ref(std::string_view name, std::initializer_list<ItemKind> kinds) {
    const Given* given = take(name, Kind::ref);
    if (!given) return "";
    return readRef(name, given->entry->value, {kinds.begin(), kinds.size()}, context_);
}

std::string Fields::stepRef(std::string_view name) {
    const Given* given = take(name, Kind::ref);
    return given ? readStepRef(name, given->entry->value, context_) : "";
}

Gate Fields::gate(std::string_view name) {
    const Given* given = take(name, Kind::gate);
    return given ? readGate(name, given->entry->value, context_) : Gate{};
}

std::vector<const Node*> Fields::list(std::string_view name) {
    std::vector<const Node*> nodes;
    const Given* given = find(name);
    if (!given) return nodes;
    const Node& node = given->entry->value;
    if (!node.isList()) {
        expected("scenario.expect_list", name, node, context_);
        return nodes;
    }
    fits(*given->key, node);
    const size_t count = std::min(node.items.size(), static_cast<size_t>(given->key->most));
    for (size_t i = 0; i < count; ++i) nodes.push_back(&node.items[i]);
    return nodes;
}

}  // namespace pt::scenario
