// The tools of the inquiry cycle: hypothesis, plan, conclusion, task and rubric.
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "engine/ui/lab_words.h"
#include "engine/ui/lesson_nodes.h"

namespace pt {
namespace {

constexpr int latestRows = 8;  // that can be picked as evidence, besides those that are

struct Tools {
    const LessonScope& scope;
    const LessonItem& item;
    const Json& answer;
    UiNode& node;

    void operator()(const HypothesisItem& hypothesis) const {
        const Help help = scope.run.help(hypothesis.help);
        if (help == Help::full) note("hypothesis.help");
        // Without help the pupil picks from all that the lab has.
        std::vector<std::string> effects = hypothesis.effects;
        if (help == Help::none) effects = outputsToo(effects);
        UiNode sentence =
            makeNode(itemPart(item, "sentence"), UiRole::sentence, scope.word("hypothesis"));
        sentence.children.push_back(words("sentence.if"));
        sentence.children.push_back(
            choice("if", named(help == Help::none ? scope.changeable() : hypothesis.changes)));
        sentence.children.push_back(words("sentence.grows"));
        sentence.children.push_back(choice("then", named(effects)));
        sentence.children.push_back(choice("how", hows(hypothesis.how)));
        node.children.push_back(std::move(sentence));
    }
    void operator()(const PlanItem& plan) const {
        const Help help = scope.run.help(plan.help);
        if (help == Help::full) note("plan.help");
        const std::vector<std::string> keys = scope.changeable();
        UiNode vary = choice("vary", named(keys), scope.word("plan.vary"));
        vary.selected = keyWithRole("vary");
        UiNode measure = choice("measure", named(outputsToo({})), scope.word("plan.measure"));
        measure.selected = keyWithRole("measure");
        node.children.push_back(std::move(vary));
        node.children.push_back(std::move(measure));
        addKept(keys);
        UiNode values =
            makeNode(itemPart(item, "values"), UiRole::field, scope.word("plan.values"));
        values.unit = scope.nameUnit(keyWithRole("vary")).symbol;
        values.help = scope.word("plan.values.help",
                                 {{"count", std::to_string(std::max(plan.minValues, 2))}});
        for (const Json& value : answer["values"].items())
            values.valueText += (values.valueText.empty() ? "" : "; ") + value.text();
        node.children.push_back(std::move(values));
        UiNode repeats =
            makeNode(itemPart(item, "repeats"), UiRole::slider, scope.word("plan.repeats"));
        repeats.min = 1;
        repeats.max = 10;
        repeats.step = 1;
        repeats.value = std::clamp(answer["repeats"].number(1), 1.0, 10.0);
        repeats.valueText = settingText(repeats.value, Unit{}, 1, scope.words());
        node.children.push_back(std::move(repeats));
    }
    void operator()(const TableItem&) const { node.children.push_back(lessonTable(scope, item)); }
    void operator()(const PlotItem&) const { addPlot(scope, item, node); }
    void operator()(const ConclusionItem& conclusion) const {
        if (!conclusion.tests.empty()) {
            addTested(conclusion);
            UiNode claim = makeNode(itemPart(item, "claim"), UiRole::choice, scope.word("claim"));
            for (const char* word : {"agrees", "disagrees", "unclear"})
                claim.options.push_back({word, scope.word(fmt::format("claim.{}", word))});
            claim.selected = answer["claim"].text();
            node.children.push_back(std::move(claim));
        }
        if (!conclusion.evidenceFrom.empty()) addEvidence(conclusion);
        UiNode text = makeNode(itemPart(item, "text"), UiRole::area, scope.word("conclusion.text"));
        text.valueText = answer["text"].text();
        if (scope.run.help(conclusion.help) == Help::full)
            text.help = scope.word("conclusion.help");
        node.children.push_back(std::move(text));
    }
    void operator()(const TaskItem&) const {
        for (const RequirementState& state : scope.run.requirements())
            node.children.push_back(requirementNode(scope, state));
    }
    void operator()(const CheckItem&) const {}
    void operator()(const RubricItem& rubric) const {
        node.children.push_back(
            makeNode(itemPart(item, "by"), UiRole::prose, scope.word(byKey(rubric.by))));
        node.children.back().blocks = formatted(node.children.back().label);
        for (size_t i = 0; i < rubric.rows.size(); ++i) {
            const std::string id = std::to_string(i + 1);
            UiNode row = makeNode(itemPart(item, "row." + id), UiRole::choice,
                                  scope.line(rubric.rows[i].text));
            row.options = scaleOf(rubric.rows[i]);
            if (answer[id].isNumber()) row.selected = std::to_string(int(answer[id].number()));
            node.children.push_back(std::move(row));
        }
    }
    template <class Other>
    void operator()(const Other&) const {}

private:
    UiNode words(std::string_view key) const {
        UiNode made = makeNode(itemPart(item, key), UiRole::prose, scope.word(key));
        made.blocks = formatted(made.label);
        return made;
    }
    void note(std::string_view key) const { node.children.push_back(words(key)); }

    UiNode choice(std::string_view part, std::vector<UiOption> options,
                  std::string label = {}) const {
        UiNode made = makeNode(itemPart(item, part), UiRole::choice, std::move(label));
        if (made.label.empty()) made.label = scope.word(fmt::format("hypothesis.{}", part));
        made.options = std::move(options);
        made.selected = answer[part].text();
        for (const UiOption& option : made.options)
            if (option.id == made.selected) made.valueText = option.label;
        return made;
    }
    std::vector<UiOption> named(const std::vector<std::string>& keys) const {
        std::vector<UiOption> options;
        for (const std::string& key : keys) options.push_back({key, scope.nameLabel(key)});
        return options;
    }
    std::vector<UiOption> hows(const std::vector<std::string>& keys) const {
        std::vector<UiOption> options;
        for (const std::string& key : keys)
            options.push_back({key, scope.word(fmt::format("how.{}", key))});
        return options;
    }
    // The named ones, then the lab's other numbers.
    std::vector<std::string> outputsToo(std::vector<std::string> keys) const {
        for (const Output& output : scope.ui.schema().outputs())
            if (output.number && std::find(keys.begin(), keys.end(), output.key) == keys.end())
                keys.push_back(output.key);
        return keys;
    }
    std::string keyWithRole(std::string_view role) const {
        for (const auto& [key, value] : answer["roles"].entries())
            if (value.text() == role) return key;
        return "";
    }
    void addKept(const std::vector<std::string>& keys) const {
        UiNode kept = makeNode(itemPart(item, "keep"), UiRole::options, scope.word("plan.keep"));
        kept.many = true;
        for (const std::string& key : keys) {
            const std::string& role = answer["roles"][key].text();
            if (role == "vary") continue;
            kept.options.push_back({key, scope.nameLabel(key)});
            if (role == "keep") kept.selected += (kept.selected.empty() ? "" : " ") + key;
        }
        node.children.push_back(std::move(kept));
    }
    // The pupil's own hypothesis.
    void addTested(const ConclusionItem& conclusion) const {
        const Json& said = scope.run.item(conclusion.tests).answer;
        for (const char* part : {"if", "then", "how"})
            if (said[part].text().empty()) return;
        UiNode tested = makeNode(
            itemPart(item, "tested"), UiRole::prose,
            scope.word("hypothesis.said", {{"if", scope.nameLabel(said["if"].text())},
                                           {"then", scope.nameLabel(said["then"].text())},
                                           {"how", scope.word("how." + said["how"].text())}}));
        tested.blocks = formatted(tested.label);
        node.children.push_back(std::move(tested));
    }
    void addEvidence(const ConclusionItem& conclusion) const {
        UiNode rows =
            makeNode(itemPart(item, "rows"), UiRole::options,
                     scope.word("evidence", {{"count", std::to_string(conclusion.evidenceRows)}}));
        rows.many = true;
        std::set<int> picked;
        for (const Json& row : answer["rows"].items()) {
            picked.insert(int(row.number()));
            rows.selected += (rows.selected.empty() ? "" : " ") + std::to_string(int(row.number()));
        }
        const auto& all = scope.run.rows(conclusion.evidenceFrom);
        const int count = static_cast<int>(all.size());
        for (int number = 1; number <= count; ++number) {
            if (number <= count - latestRows && picked.count(number) == 0) continue;
            const LessonRow& row = all[static_cast<size_t>(number) - 1];
            const std::string id = std::to_string(number);
            rows.options.push_back(
                {id, id + ": " + rowValues(scope, conclusion.evidenceFrom, row)});
        }
        rows.help = rows.options.empty() ? scope.word("evidence.none")
                                         : rowLabels(scope, conclusion.evidenceFrom);
        node.children.push_back(std::move(rows));
    }
    static std::string_view byKey(RubricItem::By by) {
        constexpr std::string_view keys[] = {"rubric.self", "rubric.peer", "rubric.teacher"};
        return keys[static_cast<size_t>(by)];
    }
    std::vector<UiOption> scaleOf(const RubricItem::Row& row) const {
        std::vector<UiOption> scale;
        for (const Text& place : row.scale)
            scale.push_back({std::to_string(scale.size() + 1), scope.line(place)});
        if (!scale.empty()) return scale;
        for (const char* word : {"no", "partly", "yes"})
            scale.push_back(
                {std::to_string(scale.size() + 1), scope.word(fmt::format("scale.{}", word))});
        return scale;
    }
};

}  // namespace

void addToolControls(const LessonScope& scope, const LessonItem& item, UiNode& node) {
    std::visit(Tools{scope, item, scope.run.item(item.id).answer, node}, item.body);
}

}  // namespace pt
