#include "engine/scenario/format.h"

namespace pt::scenario {
namespace {

constexpr Key lessonKeys[] = {
    {"lab", Kind::version, Need::required},
    {"needs", Kind::minor},
    {"id", Kind::id, Need::required},
    {"title", Kind::text, Need::required},
    {"about", Kind::map},
    {"sim", Kind::sim, Need::required},
    {"cycle", Kind::line, Need::optional, Support::later},
    {"seed", Kind::integer},
    {"setup", Kind::map},
    {"instruments", Kind::list},
    {"requirements", Kind::list, Need::optional, Support::later},
    {"events", Kind::list, Need::optional, Support::later},
    {"levels", Kind::map, Need::optional, Support::later},
    {"recall", Kind::list, Need::optional, Support::later},
    {"steps", Kind::list, Need::optional, Support::later},
    {"texts", Kind::map, Need::optional, Support::later},
    {"script", Kind::any, Need::optional, Support::later},
};

constexpr Key aboutKeys[] = {
    {"author", Kind::line},     {"license", Kind::line},    {"level", Kind::line},
    {"minutes", Kind::integer}, {"languages", Kind::words}, {"goals", Kind::any},
    {"keywords", Kind::words},  {"source", Kind::line},
};

constexpr Key settingKeys[] = {
    {"value", Kind::value},    {"start", Kind::value},  {"min", Kind::value},
    {"max", Kind::value},      {"step", Kind::value},   {"choices", Kind::words},
    {"hidden", Kind::boolean}, {"show", Kind::boolean},
};

constexpr Key instrumentKeys[] = {
    {"resolution", Kind::value},
    {"noise", Kind::value},
    {"range", Kind::any},
};

constexpr Key languageKeys[] = {{"nl", Kind::line}, {"en", Kind::line}};

}  // namespace

Table lessonTable() { return {"lesson", lessonKeys}; }
Table aboutTable() { return {"about", aboutKeys}; }
Table settingTable() { return {"setting", settingKeys}; }
Table instrumentTable() { return {"instrument", instrumentKeys}; }
Table languageTable() { return {"language", languageKeys}; }

const Key* findKey(const Table& table, std::string_view name) {
    for (const Key& key : table.keys) {
        if (key.name == name) return &key;
    }
    return nullptr;
}

std::vector<std::string> keyNames(const Table& table) {
    std::vector<std::string> names;
    for (const Key& key : table.keys) names.emplace_back(key.name);
    return names;
}

}  // namespace pt::scenario
