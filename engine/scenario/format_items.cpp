#include "engine/scenario/format.h"

namespace pt::scenario {
namespace {

constexpr Need required = Need::required;
constexpr Need optional = Need::optional;

constexpr std::string_view helps[] = {"full", "some", "none"};
constexpr std::string_view fills[] = {"auto", "by_hand"};
constexpr std::string_view fits[] = {"none", "line", "power", "exponential"};
constexpr std::string_view judges[] = {"self", "peer", "teacher"};
constexpr std::string_view predictions[] = {"number", "direction", "choice", "sketch"};
constexpr std::string_view relations[] = {"increases", "decreases", "stays_equal",
                                          "doubles",   "halves",    "optimum"};

constexpr Key commonKeys[] = {
    {"ask", Kind::text},
    {"for", Kind::levels},
    {"hints", Kind::texts, optional, nullptr, {}, {}, maxHints},
    {"ok", Kind::text},
    {"not_yet", Kind::text},
    {"points", Kind::integer},
    {"tries", Kind::integer},
    {"needs", Kind::gate},
};
constexpr Table common{"item", commonKeys};

constexpr Key showKeys[] = {
    {"show", Kind::id, required},
    {"file", Kind::file},
    {"caption", Kind::text},
    {"alt", Kind::text},
};

constexpr Key wrongKeys[] = {{"value", Kind::answer, required}, {"text", Kind::text, required}};
constexpr Table wrong{"wrong", wrongKeys};
constexpr Key numberKeys[] = {
    {"number", Kind::id, required}, {"answer", Kind::answer},
    {"reading", Kind::name},        {"unit", Kind::unit},
    {"digits", Kind::integer},      {"wrong", Kind::list, optional, &wrong, {}, {}, maxOptions},
};

constexpr Key optionKeys[] = {
    {"text", Kind::text, required},
    {"right", Kind::boolean},
    {"say", Kind::text},
    {"for", Kind::levels},
};
constexpr Table choiceOption{"option", optionKeys, "text"};
constexpr Key choiceKeys[] = {
    {"choice", Kind::id, required},
    {"options", Kind::list, required, &choiceOption, {}, {}, maxOptions},
    {"many", Kind::boolean},
    {"shuffle", Kind::boolean},
};

constexpr Key orderKeys[] = {
    {"order", Kind::id, required},
    {"items", Kind::texts, required, nullptr, {}, {}, maxOptions},
};

constexpr Key pairKeys[] = {{"left", Kind::text, required}, {"right", Kind::text, required}};
constexpr Table pair{"pair", pairKeys};
constexpr Key matchKeys[] = {
    {"match", Kind::id, required},
    {"pairs", Kind::list, required, &pair, {}, {}, maxOptions},
};

constexpr Key openKeys[] = {
    {"open", Kind::id, required},
    {"min_words", Kind::integer},
    {"mention", Kind::texts, optional, nullptr, {}, {}, maxOptions},
    {"model", Kind::text},
    {"rubric", Kind::texts, optional, nullptr, {}, {}, maxOptions},
};

constexpr Key predictKeys[] = {
    {"predict", Kind::id, required},
    {"of", Kind::name},
    {"as", Kind::option, optional, nullptr, predictions},
    {"unit", Kind::unit},
    {"options", Kind::list, optional, &choiceOption, {}, {}, maxOptions},
    {"compare", Kind::number},
    {"x", Kind::name},
};

constexpr Key hypothesisKeys[] = {
    {"hypothesis", Kind::id, required},
    {"if", Kind::names, required, nullptr, {}, {}, maxOptions},
    {"then", Kind::names, required, nullptr, {}, {}, maxOptions},
    {"how", Kind::options, optional, nullptr, relations},
    {"help", Kind::option, optional, nullptr, helps},
};

constexpr Key planValuesKeys[] = {{"min", Kind::integer}, {"spread", Kind::share}};
constexpr Table planValues{"plan_values", planValuesKeys, "min"};
constexpr Key planKeys[] = {
    {"plan", Kind::id, required},
    {"tests", Kind::ref},
    {"values", Kind::map, optional, &planValues},
    {"repeats", Kind::integer},
    {"help", Kind::option, optional, nullptr, helps},
};

constexpr Key tableKeys[] = {
    {"table", Kind::id, required},
    {"columns", Kind::names, required, nullptr, {}, {}, maxOptions},
    {"min_rows", Kind::integer},
    {"fill", Kind::option, optional, nullptr, fills},
};

constexpr Key plotKeys[] = {
    {"plot", Kind::id, required},
    {"from", Kind::ref, required},
    {"x", Kind::name},
    {"y", Kind::name},
    {"fit", Kind::option, optional, nullptr, fits},
    {"choose", Kind::boolean},
};

constexpr Key evidenceKeys[] = {{"from", Kind::ref, required}, {"rows", Kind::integer}};
constexpr Table evidence{"evidence", evidenceKeys, "from"};
constexpr Key conclusionKeys[] = {
    {"conclusion", Kind::id, required},
    {"tests", Kind::ref},
    {"evidence", Kind::map, optional, &evidence},
    {"help", Kind::option, optional, nullptr, helps},
};

constexpr Key caseKeys[] = {{"when", Kind::truth}, {"text", Kind::text, required}};
constexpr Table notYet{"not_yet", caseKeys};
constexpr Key taskKeys[] = {
    {"task", Kind::id, required},  {"goal", Kind::truth, required},
    {"keep", Kind::truth},         {"within", Kind::quantity, optional, nullptr, {}, "s"},
    {"better_than", Kind::number}, {"not_yet", Kind::cases, optional, &notYet, {}, {}, maxOptions},
};

constexpr Key cvsKeys[] = {
    {"tests", Kind::ref},       {"vary", Kind::name},      {"measure", Kind::name},
    {"pairs", Kind::integer},   {"values", Kind::integer}, {"spread", Kind::share},
    {"repeats", Kind::integer}, {"from", Kind::ref},
};
constexpr Table cvs{"cvs", cvsKeys};
constexpr Key tableCheckKeys[] = {
    {"from", Kind::ref, required},
    {"min_rows", Kind::integer},
    {"distinct", Kind::integer},
    {"resimulate", Kind::boolean},
};
constexpr Table tableCheck{"table_check", tableCheckKeys, "from"};
constexpr Key checkKeys[] = {
    {"check", Kind::id, required},
    {"cvs", Kind::map, optional, &cvs},
    {"table", Kind::map, optional, &tableCheck},
    {"plan", Kind::ref},
    {"sequence", Kind::events, optional, nullptr, {}, {}, maxOptions},
    {"script", Kind::declared},
    {"not_yet", Kind::cases, optional, &notYet, {}, {}, maxOptions},
};

constexpr Key rowKeys[] = {
    {"text", Kind::text, required},
    {"scale", Kind::texts, optional, nullptr, {}, {}, maxOptions},
};
constexpr Table row{"row", rowKeys, "text"};
constexpr Key rubricKeys[] = {
    {"rubric", Kind::id, required},
    {"rows", Kind::list, required, &row, {}, {}, maxOptions},
    {"by", Kind::option, optional, nullptr, judges},
};

constexpr Table kinds[] = {
    {"show", showKeys},       {"number", numberKeys},
    {"choice", choiceKeys},   {"order", orderKeys},
    {"match", matchKeys},     {"open", openKeys},
    {"predict", predictKeys}, {"hypothesis", hypothesisKeys},
    {"plan", planKeys},       {"table", tableKeys},
    {"plot", plotKeys},       {"conclusion", conclusionKeys},
    {"task", taskKeys},       {"check", checkKeys},
    {"rubric", rubricKeys},
};
constexpr std::string_view kindNames[] = {"show", "number",     "choice",     "order", "match",
                                          "open", "predict",    "hypothesis", "plan",  "table",
                                          "plot", "conclusion", "task",       "check", "rubric"};

constexpr const Table* all[] = {&common,       &kinds[0],  &kinds[1],   &wrong,      &kinds[2],
                                &choiceOption, &kinds[3],  &kinds[4],   &pair,       &kinds[5],
                                &kinds[6],     &kinds[7],  &kinds[8],   &planValues, &kinds[9],
                                &kinds[10],    &kinds[11], &evidence,   &kinds[12],  &notYet,
                                &kinds[13],    &cvs,       &tableCheck, &kinds[14],  &row};

}  // namespace

const Table& commonItemTable() { return common; }
const Table& itemTable(ItemKind kind) { return kinds[static_cast<size_t>(kind)]; }
const Table& wholeItemTable(ItemKind kind) {
    struct Whole {
        std::vector<Key> keys;
        Table table;
    };
    static const std::vector<Whole> wholes = [] {
        std::vector<Whole> list;
        for (const Table& own : kinds) {
            std::vector<Key> keys(own.keys.begin(), own.keys.end());
            for (const Key& key : commonKeys) {
                if (!findKey(own, key.name)) keys.push_back(key);
            }
            list.push_back({std::move(keys), {}});
            list.back().table = {own.name, list.back().keys, {}};
        }
        return list;
    }();
    return wholes[static_cast<size_t>(kind)].table;
}
std::span<const std::string_view> itemKindNames() { return kindNames; }
std::span<const Table* const> itemTables() { return all; }

}  // namespace pt::scenario
