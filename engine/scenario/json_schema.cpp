#include "engine/scenario/json_schema.h"

#include <algorithm>

#include "engine/scenario/event_names.h"
#include "engine/scenario/format.h"
#include "engine/scenario/look_names.h"
#include "engine/scenario/setup_reader.h"

namespace pt {
namespace {

using scenario::Key;
using scenario::Kind;
using scenario::Need;
using FormatTable = scenario::Table;

constexpr const char* draft = "http://json-schema.org/draft-07/schema#";
constexpr const char* idPattern = "^[a-z][a-z0-9_]*$";

Json ofType(const char* type) { return Json::object().set("type", type); }

template <class Texts>
Json textList(const Texts& texts) {
    Json list = Json::list();
    for (const auto& text : texts) list.add(std::string(text));
    return list;
}

Json anyOf(std::initializer_list<Json> schemas) {
    Json list = Json::list();
    for (const Json& schema : schemas) list.add(schema);
    return Json::object().set("anyOf", std::move(list));
}

Json refTo(std::string_view definition) {
    return Json::object().set("$ref", "#/definitions/" + std::string(definition));
}

Json enumOf(std::span<const std::string_view> options) {
    return Json::object().set("enum", textList(options));
}

Json listOf(Json items, int most) {
    Json list = ofType("array");
    return list.set("items", std::move(items)).set("maxItems", most);
}

// Any value on one line: YAML makes a number of "3", the lesson's reader a text.
Json scalar() {
    return Json::object().set(
        "type", textList(std::initializer_list<const char*>{"string", "number", "boolean"}));
}

Json idSchema() {
    Json id = ofType("string");
    return id.set("pattern", idPattern).set("maxLength", static_cast<int>(scenario::maxIdLength));
}

// One word, or a list of them.
Json words(Json word, int most) { return anyOf({word, listOf(word, most)}); }

std::string labName(const LabEntry& lab) {
    std::string name(lab.id);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

// Whether a key may also be written once a language: "title.nl".
bool inLanguages(const Key& key) {
    return key.kind == Kind::text || key.kind == Kind::texts || key.kind == Kind::cases;
}

class SchemaWriter {
public:
    SchemaWriter(std::span<const LabEntry> labs, const Words& words) : labs_(labs), words_(words) {}

    Json write() {
        for (const FormatTable* table : scenario::tables()) define(*table);
        for (size_t i = 0; i < scenario::itemKindNames().size(); ++i) defineItem(i);
        definitions_.set("item", anyItem());
        definitions_.set("text", anyOf({scalar(), refTo("language")}));
        Json schema = tableSchema(scenario::lessonTable());
        Json rules = schema["allOf"];
        for (const LabEntry& lab : labs_) rules.add(setupOfLab(lab));
        Json root = Json::object().set("$schema", draft);
        for (const auto& [key, value] : schema.entries()) root.set(key, value);
        root.set("allOf", std::move(rules));
        return root.set("definitions", std::move(definitions_));
    }

private:
    // A table that others name in full; the whole lesson stands at the root instead.
    void define(const FormatTable& table) {
        if (&table != &scenario::lessonTable()) definitions_.set(table.name, tableSchema(table));
    }

    Json tableSchema(const FormatTable& table) const { return object(table, {&table}); }

    // An object with the keys of several tables, the earlier ones first.
    Json object(const FormatTable& named, std::initializer_list<const FormatTable*> tables) const {
        Json properties = Json::object();
        Json demands = Json::list();
        for (const FormatTable* table : tables) {
            for (const Key& key : table->keys) {
                if (!properties.has(key.name)) addKey(*table, key, properties, demands);
            }
        }
        Json schema = ofType("object");
        schema.set("description", words_(scenario::titleKey(named)));
        schema.set("properties", std::move(properties));
        schema.set("patternProperties", Json::object().set("^x-", true));
        schema.set("additionalProperties", false);
        if (!demands.items().empty()) schema.set("allOf", std::move(demands));
        return schema;
    }

    void addKey(const FormatTable& table, const Key& key, Json& properties, Json& demands) const {
        const std::string name(key.name);
        const std::string says = words_(scenario::meaningKey(table, key));
        std::vector<std::string> forms{name};
        properties.set(name, schemaOf(key).set("description", says));
        const bool isText = name == "text" && key.kind == Kind::text;
        for (const Key& language : scenario::languageTable().keys) {
            if (!inLanguages(key)) continue;
            const std::string code(language.name);
            Json one = key.kind == Kind::texts ? listOf(scalar(), key.most) : scalar();
            one.set("description", says);
            forms.push_back(name + "." + code);
            properties.set(forms.back(), one);
            if (!isText) continue;
            forms.push_back(code);
            properties.set(code, std::move(one));
        }
        if (key.need == Need::required) demands.add(oneGiven(forms));
    }

    static Json oneGiven(const std::vector<std::string>& forms) {
        const auto given = [](const std::string& form) {
            return Json::object().set("required", Json::list().add(form));
        };
        if (forms.size() == 1) return given(forms[0]);
        Json any = Json::list();
        for (const std::string& form : forms) any.add(given(form));
        return Json::object().set("anyOf", std::move(any));
    }

    // The inner table, or what a plain value stands for.
    Json inner(const Key& key) const {
        const FormatTable& table = *key.inner;
        if (table.plain.empty()) return refTo(table.name);
        return anyOf({refTo(table.name), schemaOf(*scenario::findKey(table, table.plain))});
    }

    Json schemaOf(const Key& key) const {
        switch (key.kind) {
        case Kind::version: return Json::object().set("const", scenario::majorVersion);
        case Kind::id: return idSchema();
        case Kind::text: return refTo("text");
        case Kind::texts: return textsSchema(key);
        case Kind::words:
        case Kind::names:
        case Kind::ids:
        case Kind::levels:
        case Kind::gate: return words(scalar(), key.most);
        case Kind::integer: return ofType("integer").set("minimum", 0);
        case Kind::decimal: return ofType("number").set("exclusiveMinimum", 0);
        case Kind::boolean: return ofType("boolean");
        case Kind::option: return enumOf(key.options);
        case Kind::options: return words(enumOf(key.options), key.most);
        case Kind::settings: return ofType("object");
        case Kind::event: return eventSchema();
        case Kind::events: return words(eventSchema(), key.most);
        case Kind::sim: return simSchema();
        case Kind::setup: return ofType("object");
        case Kind::instruments: return instrumentsSchema(key);
        case Kind::vary: return anyOf({listOf(scalar(), key.most), refTo(key.inner->name)});
        case Kind::map: return inner(key);
        case Kind::list: return listOf(inner(key), key.most);
        case Kind::byId: return byIdSchema(key);
        case Kind::cases: return anyOf({refTo("text"), listOf(inner(key), key.most)});
        case Kind::items: return listOf(refTo("item"), key.most);
        case Kind::value: return Json::object();
        default: return scalar();
        }
    }

    Json textsSchema(const Key& key) const {
        Json languages = Json::object();
        for (const Key& language : scenario::languageTable().keys)
            languages.set(language.name, listOf(scalar(), key.most));
        Json map = ofType("object").set("properties", std::move(languages));
        return anyOf({listOf(refTo("text"), key.most), map.set("additionalProperties", false)});
    }

    // The lab has events of its own.
    static Json eventSchema() { return anyOf({enumOf(lessonEventNames()), scalar()}); }

    Json simSchema() const {
        Json names = Json::list();
        for (const LabEntry& lab : labs_) names.add(labName(lab)).add(std::string(lab.id));
        return Json::object().set("enum", std::move(names));
    }

    Json instrumentsSchema(const Key& key) const {
        Json each = ofType("object").set("additionalProperties", refTo(key.inner->name));
        return listOf(anyOf({idSchema(), each}), key.most);
    }

    Json byIdSchema(const Key& key) const {
        Json map = ofType("object").set("propertyNames", idSchema());
        map.set("maxProperties", key.most);
        return map.set("additionalProperties", key.inner ? inner(key) : refTo("text"));
    }

    void defineItem(size_t kind) {
        const FormatTable& own = scenario::itemTable(static_cast<ItemKind>(kind));
        definitions_.set("item_" + std::string(own.name),
                         object(own, {&own, &scenario::commonItemTable()}));
    }

    // The kind is the key that an item begins with. A schema knows no order: a kind that has the
    // name of another among its own keys is tried before that other.
    static Json anyItem() {
        std::vector<std::string_view> names(scenario::itemKindNames().begin(),
                                            scenario::itemKindNames().end());
        const auto holdsAnother = [&](std::string_view name) {
            const auto at =
                std::find(scenario::itemKindNames().begin(), scenario::itemKindNames().end(), name);
            const auto kind = static_cast<ItemKind>(at - scenario::itemKindNames().begin());
            return std::any_of(names.begin(), names.end(), [&](std::string_view other) {
                return other != name && scenario::findKey(scenario::itemTable(kind), other);
            });
        };
        std::stable_partition(names.begin(), names.end(), holdsAnother);
        Json begin = Json::object();
        for (std::string_view name : scenario::itemKindNames()) begin.set(name, idSchema());
        Json schema = ofType("object").set("properties", std::move(begin));
        schema.set("additionalProperties", false).set("minProperties", 1);
        for (auto name = names.rbegin(); name != names.rend(); ++name) {
            Json given = Json::object().set("required", Json::list().add(std::string(*name)));
            Json choice = Json::object().set("if", std::move(given));
            choice.set("then", refTo("item_" + std::string(*name)));
            schema = choice.set("else", std::move(schema));
        }
        return schema;
    }

    // "When `sim` is this lab, `setup` has these keys."
    Json setupOfLab(const LabEntry& lab) {
        const auto model = lab.make();
        Schema described;
        model->describe(described);
        Json properties = Json::object();
        for (const Param& param : described.params()) {
            Json values = anyOf({scalar(), refTo("setting")});
            const std::string range = writeQuantity(param.range.min, param.unit) + " … " +
                                      writeQuantity(param.range.max, param.unit);
            values.set("description", label(lab, param.key) + ": " + range);
            properties.set(param.key,
                           values.set("default", writeQuantity(param.start, param.unit)));
        }
        for (const Choice& choice : described.choices()) {
            Json option = Json::object().set("enum", textList(choice.options));
            Json values = anyOf({option, refTo("setting")});
            properties.set(choice.key, values.set("description", label(lab, choice.key)));
        }
        for (const Document& document : described.documents())
            properties.set(document.key, ofType("object"));
        properties.set(std::string(scenario::lookKey), looksOfLab(lab));
        Json setup = ofType("object").set("properties", std::move(properties));
        setup.set("patternProperties", Json::object().set("^x-", true));
        setup.set("additionalProperties", false);
        const std::string name = "setup_" + std::string(lab.id);
        definitions_.set(name, std::move(setup));
        const auto where = [](const char* key, Json schema) {
            return Json::object().set("properties", Json::object().set(key, std::move(schema)));
        };
        Json names = Json::list().add(labName(lab)).add(std::string(lab.id));
        Json isLab = where("sim", Json::object().set("enum", std::move(names)));
        isLab.set("required", Json::list().add("sim"));
        Json rule = Json::object().set("if", std::move(isLab));
        return rule.set("then", where("setup", refTo(name)));
    }

    Json looksOfLab(const LabEntry& lab) const {
        Json properties = Json::object();
        for (const LookName& look : lookNames(lab.id)) {
            Json option = Json::object().set("enum", textList(look.options));
            properties.set(look.key, option.set("description", label(lab, "look." + look.key)));
        }
        Json looks = ofType("object").set("properties", std::move(properties));
        return looks.set("additionalProperties", false);
    }

    std::string label(const LabEntry& lab, const std::string& key) const {
        return words_(std::string(lab.id) + "." + key);
    }

    std::span<const LabEntry> labs_;
    const Words& words_;
    Json definitions_ = Json::object();
};

}  // namespace

Json lessonSchema(std::span<const LabEntry> labs, const Words& words) {
    return SchemaWriter(labs, words).write();
}

}  // namespace pt
