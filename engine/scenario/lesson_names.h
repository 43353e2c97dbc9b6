// Every name that a lesson may use: the lab's, the script's and its own ids. They are gathered
// before anything is read, so that a gate may name what comes later. Internal to the scenario
// module.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/schema.h"
#include "engine/scenario/expression.h"
#include "engine/scenario/lesson.h"
#include "engine/scenario/yaml_tree.h"

namespace pt::scenario {

class LessonNames final : public NameTable {
public:
    enum class What : uint8_t { step, item, requirement };
    struct Id {
        std::string id;
        Place place;
        What what = What::step;
        ItemKind kind = ItemKind::show;    // item
        Unit unit;                         // number
        std::vector<std::string> columns;  // table
    };

    // `lab` is LabEntry::id; the schema must outlive it.
    LessonNames(const Schema& schema, std::string_view lab, ScriptNames script);
    // Ids of steps, items, requirements and levels. Reports those that occur twice or that name
    // something else already. With `newer` an item of an unknown kind has an id too.
    void gather(const Node& root, bool newer, Report& report);

    NameInfo find(std::string_view name) const override;
    NameInfo column(std::string_view table, std::string_view name) const override;
    std::vector<std::string> names() const override;
    std::string subject() const override { return subject_; }
    void setSubject(std::string name) { subject_ = std::move(name); }

    const Schema& schema() const { return schema_; }
    std::string labName() const;  // as `sim:` writes it
    const ScriptNames& script() const { return script_; }
    const std::vector<std::string>& events() const { return events_; }
    const std::vector<std::string>& levels() const { return levels_; }

    bool isSetting(std::string_view name) const;   // a param or choice
    bool isMeasured(std::string_view name) const;  // an output or a measure of the script
    std::vector<std::string> settings() const;
    std::vector<std::string> measured() const;

    const Id* findId(std::string_view id) const;
    std::vector<std::string> ids(std::optional<ItemKind> kind = {}) const;

private:
    void gatherStep(const Node& step, bool newer, Report& report);
    void gatherItem(const Node& item, bool newer, Report& report);
    void add(Id id, Report& report);
    Unit unitOf(const Node& item) const;

    const Schema& schema_;
    std::string lab_, subject_;
    ScriptNames script_;
    std::vector<std::string> events_, levels_;
    std::vector<Id> ids_;  // in file order
    std::map<std::string, size_t, std::less<>> byId_;
};

// The kind that an item's first key names; nothing for another key.
std::optional<ItemKind> kindOf(const Node& item);

}  // namespace pt::scenario
