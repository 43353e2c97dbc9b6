#include "engine/scenario/format.h"

#include <algorithm>

namespace pt::scenario {
namespace {

constexpr Need required = Need::required;
constexpr Need optional = Need::optional;

constexpr std::string_view cycles[] = {"none", "inquiry", "design"};
constexpr std::string_view helps[] = {"full", "some", "none"};
constexpr std::string_view stages[] = {"show", "hide", "frozen"};
constexpr std::string_view shapes[] = {"pulse", "step", "ramp", "sine", "noise"};
constexpr std::string_view phases[] = {"orientation", "question",   "hypothesis", "experiment",
                                       "conclusion",  "reflection", "problem",    "design",
                                       "make",        "use",        "evaluate",   "other"};

constexpr Key languageKeys[] = {{"nl", Kind::line}, {"en", Kind::line}};
constexpr Table language{"language", languageKeys};

constexpr Key aboutKeys[] = {
    {"author", Kind::line},
    {"license", Kind::line},
    {"level", Kind::line},
    {"minutes", Kind::integer},
    {"languages", Kind::words, optional, nullptr, {}, {}, maxLanguages},
    {"goals", Kind::texts},
    {"keywords", Kind::words},
    {"source", Kind::line},
};
constexpr Table about{"about", aboutKeys};

constexpr Key varyKeys[] = {{"min", Kind::value, required},
                            {"max", Kind::value, required},
                            {"step", Kind::value, required}};
constexpr Table vary{"vary", varyKeys};

constexpr Key settingKeys[] = {
    {"value", Kind::value},    {"start", Kind::value},  {"min", Kind::value},
    {"max", Kind::value},      {"step", Kind::value},   {"choices", Kind::words},
    {"hidden", Kind::boolean}, {"show", Kind::boolean}, {"vary", Kind::vary, optional, &vary},
};
constexpr Table setting{"setting", settingKeys, "value"};

constexpr Key instrumentKeys[] = {{"resolution", Kind::value, required}};
constexpr Table instrument{"instrument", instrumentKeys};

constexpr Key requirementKeys[] = {
    {"id", Kind::id, required}, {"must", Kind::truth},          {"wish", Kind::truth},
    {"weight", Kind::decimal},  {"text", Kind::text, required},
};
constexpr Table requirement{"requirement", requirementKeys};

constexpr Key disturbKeys[] = {
    {"input", Kind::name, required},
    {"shape", Kind::option, optional, nullptr, shapes},
    {"value", Kind::value, required},
    {"after", Kind::quantity, optional, nullptr, {}, "s"},
    {"last", Kind::quantity, optional, nullptr, {}, "s"},
    {"period", Kind::quantity, optional, nullptr, {}, "s"},
};
constexpr Table disturb{"disturb", disturbKeys};

constexpr Key eventKeys[] = {
    {"at", Kind::quantity, optional, nullptr, {}, "s"},
    {"every", Kind::quantity, optional, nullptr, {}, "s"},
    {"when", Kind::truth},
    {"on", Kind::event},
    {"say", Kind::text},
    {"set", Kind::settings},
    {"disturb", Kind::map, optional, &disturb},
    {"hint", Kind::ref},
    {"goto", Kind::ref},
    {"pause", Kind::boolean},
    {"for", Kind::levels},
};
constexpr Table event{"event", eventKeys};

constexpr Key levelKeys[] = {
    {"title", Kind::text, required},
    {"help", Kind::option, optional, nullptr, helps},
    {"start", Kind::settings},
};
constexpr Table level{"level", levelKeys};

constexpr Key stepKeys[] = {
    {"step", Kind::id, required}, {"phase", Kind::option, optional, nullptr, phases},
    {"title", Kind::text},        {"text", Kind::text},
    {"for", Kind::levels},        {"needs", Kind::gate},
    {"unlock", Kind::names},      {"sim", Kind::option, optional, nullptr, stages},
    {"minutes", Kind::integer},   {"do", Kind::items, optional, nullptr, {}, {}, maxItems},
};
constexpr Table step{"step", stepKeys};

constexpr Key lessonKeys[] = {
    {"lab", Kind::version, required},
    {"needs", Kind::minor},
    {"id", Kind::id, required},
    {"title", Kind::text, required},
    {"about", Kind::map, optional, &about},
    {"sim", Kind::sim, required},
    {"cycle", Kind::option, optional, nullptr, cycles},
    {"seed", Kind::integer},
    {"setup", Kind::setup, optional, &setting},
    {"instruments", Kind::instruments, optional, &instrument},
    {"requirements", Kind::list, optional, &requirement, {}, {}, maxRequirements},
    {"events", Kind::list, optional, &event, {}, {}, maxEvents},
    {"levels", Kind::byId, optional, &level, {}, {}, maxLevels},
    {"recall", Kind::ids},
    {"steps", Kind::list, optional, &step, {}, {}, maxSteps},
    {"texts", Kind::byId},
    {"script", Kind::script},
};
constexpr Table lesson{"lesson", lessonKeys};

constexpr const Table* topTables[] = {&lesson,  &language,   &about,       &setting,
                                      &vary,    &instrument, &requirement, &event,
                                      &disturb, &level,      &step};

}  // namespace

const Table& lessonTable() { return lesson; }
const Table& aboutTable() { return about; }
const Table& settingTable() { return setting; }
const Table& instrumentTable() { return instrument; }
const Table& languageTable() { return language; }
const Table& stepTable() { return step; }
std::span<const std::string_view> phaseNames() { return phases; }

std::span<const Table* const> tables() {
    static const std::vector<const Table*> all = [] {
        std::vector<const Table*> list(std::begin(topTables), std::end(topTables));
        for (const Table* table : itemTables()) list.push_back(table);
        return list;
    }();
    return all;
}

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

std::string titleKey(const Table& table) {
    const auto kinds = itemKindNames();
    const bool item = std::find(kinds.begin(), kinds.end(), table.name) != kinds.end();
    return (item ? "scenario.kind." : "scenario.table.") + std::string(table.name);
}

std::string meaningKey(const Table& table, const Key& key) {
    return "scenario.key." + std::string(table.name) + "." + std::string(key.name);
}

}  // namespace pt::scenario
