// The items of a lesson that are answered with a number, a choice, an order or a text, and what
// every item has: hints, what was found of the answer, the answer for a teacher.
#include <algorithm>
#include <fmt/format.h>

#include "engine/ui/lab_words.h"
#include "engine/ui/lesson_nodes.h"

namespace pt {
namespace {

std::string stateName(const ItemState& state) {
    switch (state.verdict.state) {
    case Verdict::State::ok: return "ok";
    case Verdict::State::notYet: return "notYet";
    case Verdict::State::open: return "open";
    case Verdict::State::none: break;
    }
    return state.done ? "ok" : "none";
}

std::string joined(const Json& answer) {
    if (answer.isText()) return answer.text();
    std::string ids;
    for (const Json& id : answer.items()) ids += (ids.empty() ? "" : " ") + id.text();
    return ids;
}

bool isFor(const Levels& levels, std::string_view level) {
    return levels.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
}

std::vector<UiOption> optionsOf(const LessonScope& scope, const LessonItem& item,
                                const std::vector<AnswerOption>& all, bool shuffle) {
    std::vector<UiOption> options;
    for (int place : shownOrder(scope, item, all.size(), shuffle)) {
        const AnswerOption& option = all[static_cast<size_t>(place) - 1];
        if (isFor(option.levels, scope.run.level()))
            options.push_back({option.id, scope.line(option.text)});
    }
    return options;
}

UiNode valueNode(const LessonScope& scope, const LessonItem& item, UiRole role) {
    return makeNode(itemPart(item, "value"), role,
                    scope.word(fmt::format("{}.value", itemKindName(item.kind()))));
}

std::vector<UiOption> directions(const LessonScope& scope) {
    std::vector<UiOption> options;
    for (const char* how : {"increases", "decreases", "stays_equal"})
        options.push_back({how, scope.word(fmt::format("how.{}", how))});
    return options;
}

struct Controls {
    const LessonScope& scope;
    const LessonItem& item;
    const Json& answer;
    UiNode& node;

    void operator()(const ShowItem& show) const {
        if (show.file.empty()) return;
        UiNode picture = makeNode(itemPart(item, "value"), UiRole::picture, scope.line(show.alt));
        picture.selected = show.file;
        picture.help = scope.line(show.caption);
        node.children.push_back(std::move(picture));
    }
    void operator()(const NumberItem& number) const {
        UiNode field = valueNode(scope, item, UiRole::field);
        field.unit = number.unit.symbol;
        field.valueText = answer.text();
        if (number.digits > 0)
            field.help = scope.word("digits", {{"count", std::to_string(number.digits)}});
        node.children.push_back(std::move(field));
    }
    void operator()(const ChoiceItem& choice) const {
        UiNode options = valueNode(scope, item, UiRole::options);
        options.many = choice.many;
        if (choice.many) options.help = scope.word("many");
        options.options = optionsOf(scope, item, choice.options, choice.shuffle);
        options.selected = joined(answer);
        options.items = scope.run.item(item.id).verdict.places;
        node.children.push_back(std::move(options));
    }
    void operator()(const OrderItem& order) const {
        UiNode list = valueNode(scope, item, UiRole::order);
        list.help = scope.word("order.help");
        list.items = scope.run.item(item.id).verdict.places;
        std::vector<int> places = shownOrder(scope, item, order.items.size(), true);
        if (answer.items().size() == places.size())
            for (size_t i = 0; i < places.size(); ++i)
                places[i] = placeOf(answer[i].text(), order.items.size());
        for (int place : places)
            list.options.push_back(
                {std::to_string(place), scope.line(order.items[static_cast<size_t>(place) - 1])});
        node.children.push_back(std::move(list));
    }
    void operator()(const MatchItem& match) const {
        std::vector<UiOption> right;
        for (int place : shownOrder(scope, item, match.pairs.size(), true))
            right.push_back({std::to_string(place),
                             scope.line(match.pairs[static_cast<size_t>(place) - 1].second)});
        for (size_t i = 0; i < match.pairs.size(); ++i) {
            const std::string left = std::to_string(i + 1);
            UiNode choice = makeNode(itemPart(item, "pair." + left), UiRole::choice,
                                     scope.line(match.pairs[i].first));
            choice.options = right;
            choice.selected = answer[left].text();
            const auto& places = scope.run.item(item.id).verdict.places;
            if (std::find(places.begin(), places.end(), left) != places.end())
                choice.items.push_back(left);
            node.children.push_back(std::move(choice));
        }
    }
    void operator()(const OpenItem& open) const {
        UiNode area = valueNode(scope, item, UiRole::area);
        area.valueText = answer.text();
        if (open.minWords > 0)
            area.help = scope.word("words", {{"count", std::to_string(open.minWords)}});
        node.children.push_back(std::move(area));
        if (!scope.run.item(item.id).done) return;
        if (!open.model.empty()) {
            UiNode model = scope.prose(itemPart(item, "model"), open.model);
            model.help = scope.word("model");
            node.children.push_back(std::move(model));
        }
        for (const Text& line : open.rubric)
            node.children.push_back(
                scope.prose(itemPart(item, fmt::format("look.{}", node.children.size())), line));
    }
    void operator()(const PredictItem& predict) const {
        const Json& value = answer["value"];
        UiNode control = valueNode(scope, item, roleOf(predict));
        control.enabled = !scope.run.item(item.id).committed;
        switch (predict.as) {
        case PredictItem::As::number:
            control.label = scope.nameLabel(predict.of);
            control.unit = predict.unit.symbol;
            control.valueText = value.text();
            break;
        case PredictItem::As::direction: control.options = directions(scope); break;
        case PredictItem::As::choice:
            control.options = optionsOf(scope, item, predict.options, false);
            break;
        case PredictItem::As::sketch: addSketch(predict, value, control); break;
        }
        if (control.role == UiRole::options) control.selected = value.text();
        if (control.enabled && predict.as != PredictItem::As::sketch)
            control.help = scope.word("predict.help");
        UiNode reason = makeNode(itemPart(item, "reason"), UiRole::field, scope.word("reason"));
        reason.valueText = answer["reason"].text();
        reason.enabled = control.enabled;
        node.children.push_back(std::move(control));
        node.children.push_back(std::move(reason));
    }
    template <class Tool>
    void operator()(const Tool&) const {
        addToolControls(scope, item, node);
    }

private:
    static int placeOf(const std::string& id, size_t count) {
        const bool digits =
            !id.empty() && id.size() < 3 && id.find_first_not_of("0123456789") == std::string::npos;
        const int place = digits ? std::stoi(id) : 1;
        return std::clamp(place, 1, static_cast<int>(count));
    }
    static UiRole roleOf(const PredictItem& predict) {
        switch (predict.as) {
        case PredictItem::As::number: return UiRole::field;
        case PredictItem::As::sketch: return UiRole::sketch;
        default: return UiRole::options;
        }
    }
    UiColumn axis(const std::string& name) const {
        UiColumn column{name, scope.nameLabel(name), scope.nameUnit(name).symbol};
        column.min = 0;
        column.max = 1;
        const Param* param = scope.ui.schema().findParam(name);
        if (!param) return column;
        const Range range = scope.ui.session.range(*param);
        column.min = displayValue(range.min, param->unit);
        column.max = displayValue(range.max, param->unit);
        return column;
    }
    // The shape counts: heights are shares of the highest, at even places along x.
    void addSketch(const PredictItem& predict, const Json& value, UiNode& sketch) const {
        sketch.help = scope.word("sketch.help");
        sketch.columns = {axis(predict.x), axis(predict.of)};
        sketch.columns[1].min = 0;
        sketch.columns[1].max = 1;
        const UiColumn& x = sketch.columns[0];
        constexpr size_t points = 7;
        for (size_t i = 0; i < points; ++i) {
            const double part = static_cast<double>(i) / (points - 1);
            const bool drawn = value.items().size() == points;
            sketch.curve.push_back(
                {x.min + part * (x.max - x.min), drawn ? value[i].number() : 0.5});
        }
        sketch.selected = value.items().empty() ? "" : "drawn";
    }
};

bool canBeChecked(const LessonScope& scope, const LessonItem& item) {
    switch (item.kind()) {
    case ItemKind::choice:
    case ItemKind::order:
    case ItemKind::match:
    case ItemKind::hypothesis:
    case ItemKind::plot: return !(scope.run.item(item.id).answer == Json());
    default: return true;  // what is being typed is filled in by the press itself
    }
}

// The lesson itself judges open answers, predictions, tables and rubrics as they are filled in.
bool hasCheck(const LessonItem& item) {
    switch (item.kind()) {
    case ItemKind::show:
    case ItemKind::open:
    case ItemKind::predict:
    case ItemKind::table:
    case ItemKind::rubric: return false;
    case ItemKind::plot: return std::get<PlotItem>(item.body).choose;
    default: return !item.newer;
    }
}

void addCheck(const LessonScope& scope, const LessonItem& item, UiNode& node) {
    const ItemState& state = scope.run.item(item.id);
    const bool spent = item.tries > 0 && state.tries >= item.tries;
    if (!hasCheck(item) || state.verdict.state == Verdict::State::ok || state.committed || spent)
        return;
    const std::string own = fmt::format("check.{}", itemKindName(item.kind()));
    const bool special = scope.words().has("ui.lesson." + own);
    UiNode check = makeNode(itemPart(item, "check"), UiRole::button,
                            scope.word(special ? own : std::string("check")));
    check.enabled = canBeChecked(scope, item);
    if (item.tries > 0)
        check.help = scope.word("tries", {{"count", std::to_string(item.tries - state.tries)}});
    node.children.push_back(std::move(check));
}

void addHints(const LessonScope& scope, const LessonItem& item, UiNode& node) {
    const ItemState& state = scope.run.item(item.id);
    const auto shown = std::min(static_cast<size_t>(std::max(state.hints, 0)), item.hints.size());
    for (size_t i = 0; i < shown; ++i) {
        const std::string number = std::to_string(i + 1);
        UiNode hint = scope.prose(itemPart(item, "hint." + number), item.hints[i]);
        hint.valueText = scope.word("hint.word", {{"number", number}});
        node.children.push_back(std::move(hint));
    }
    if (shown == item.hints.size() || state.done) return;
    UiNode more = makeNode(itemPart(item, "hint"), UiRole::button,
                           scope.word("hint", {{"number", std::to_string(shown + 1)},
                                               {"count", std::to_string(item.hints.size())}}));
    node.children.push_back(std::move(more));
}

void addFeedback(const LessonScope& scope, const LessonItem& item, UiNode& node) {
    const ItemState& state = scope.run.item(item.id);
    const std::string said = scope.run.verdictText(item, scope.words());
    if (state.verdict.state != Verdict::State::none) {
        UiNode feedback = makeNode(itemPart(item, "feedback"), UiRole::message, plain(said));
        feedback.blocks = formatted(said);
        feedback.live = true;
        feedback.selected = stateName(state);
        feedback.valueText = node.valueText;
        node.children.push_back(std::move(feedback));
    }
    const bool spent = item.tries > 0 && state.tries >= item.tries && !state.done;
    const bool teacher = scope.run.teacher();
    const std::string right =
        spent || teacher || state.revealed ? scope.run.answerText(item, scope.words()) : "";
    if (right.empty()) return;
    node.children.push_back(makeNode(itemPart(item, "answer"), UiRole::message,
                                     scope.word("answer", {{"answer", plain(right)}})));
    node.children.back().selected = "answer";
}

}  // namespace

void addAnswerControls(const LessonScope& scope, const LessonItem& item, UiNode& node) {
    std::visit(Controls{scope, item, scope.run.item(item.id).answer, node}, item.body);
}

UiNode itemNode(const LessonScope& scope, const LessonItem& item, const std::string& number) {
    const ItemState& state = scope.run.item(item.id);
    UiNode node = makeNode("item." + item.id, UiRole::group, scope.line(item.ask));
    node.icon = itemKindName(item.kind());
    node.selected = stateName(state);
    node.valueText = scope.word("state." + node.selected);
    if (item.newer) {
        node.children.push_back(
            makeNode(itemPart(item, "newer"), UiRole::message, scope.word("newer")));
        return node;
    }
    if (!item.ask.empty()) {
        node.children.push_back(scope.prose(itemPart(item, "ask"), item.ask));
    } else if (item.kind() != ItemKind::show) {
        const std::string key = fmt::format("ask.{}", itemKindName(item.kind()));
        UiNode ask = makeNode(itemPart(item, "ask"), UiRole::prose, scope.word(key));
        ask.blocks = formatted(ask.label);
        node.children.push_back(std::move(ask));
    }
    if (!number.empty()) node.children.back().valueText = number;
    addAnswerControls(scope, item, node);
    addHints(scope, item, node);
    addFeedback(scope, item, node);
    addCheck(scope, item, node);
    return node;
}

}  // namespace pt
