#include "engine/scenario/value_reader.h"

#include <algorithm>
#include <cmath>

#include "engine/scenario/lesson_names.h"
#include "engine/scenario/text_place.h"

namespace pt::scenario {
namespace {

size_t offsetIn(const Error& error) {
    constexpr size_t longest = 6;
    size_t offset = 0;
    if (error.where.size() > longest) return 0;
    for (char c : error.where) {
        if (c < '0' || c > '9') return 0;
        offset = offset * 10 + static_cast<size_t>(c - '0');
    }
    return offset;
}

// What an expression, quantity or name is read from; nothing when there is no such text.
const std::string* textOf(std::string_view key, const Node& node, Context& context) {
    return readLine(key, node, context) ? &node.text : nullptr;
}

void reportUnit(Error error, std::string_view key, const Node& node, const Unit& wanted,
                Context& context) {
    if (error.key == "units.dimension") error.key = "scenario.dimension";
    if (error.key == "units.number") error.key = "scenario.number";
    if (error.key == "units.unknown") error.key = "scenario.unknown_unit";
    error.args.push_back({"key", std::string(key)});
    if (error.key != "scenario.dimension")
        error.args.push_back({"example", writeQuantity(wanted.toSi(10), wanted)});
    context.report.error(node.place, error);
}

// Where "+-" or "±" stands, and how long it is; the end of the text when there is none.
struct Margin {
    size_t at, size;
};
Margin marginOf(std::string_view text) {
    for (std::string_view sign : {"+-", "+/-", "±"}) {
        const size_t at = text.find(sign);
        if (at != std::string_view::npos) return {at, sign.size()};
    }
    return {text.size(), 0};
}

std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// A margin's size, as a share or in SI, for a value of this unit. False after an error.
bool readMargin(std::string_view key, std::string_view text, const Node& node, Tolerant& answer,
                Context& context) {
    if (text.empty()) {
        context.report.error(node.place, "scenario.margin", {});
        return false;
    }
    const auto quantity = parseQuantity(text);
    if (!quantity) {
        reportUnit(quantity.error(), key, node, answer.unit, context);
        return false;
    }
    const Unit& unit = quantity.value().unit;
    if (unit.symbol == "%" && answer.unit.symbol != "%") {
        answer.share = quantity.value().si;
    } else {
        Unit difference = answer.unit;
        if (difference.offset != 0) difference = pt::unit("K");
        const auto si = parseAs(text, difference);
        if (!si) reportUnit(si.error(), key, node, difference, context);
        if (!si) return false;
        answer.tolerance = si.value();
    }
    if (answer.share >= 0 && answer.tolerance >= 0) return true;
    context.report.error(node.place, "scenario.negative", {{"key", std::string(key)}});
    return false;
}

std::optional<Expression> keep(Result<Expression> read, const Node& node, size_t begin,
                               Context& context) {
    if (read) return std::move(read.value());
    reportInText(read.error(), node, begin, context);
    return std::nullopt;
}

}  // namespace

void reportInText(const Error& error, const Node& node, size_t begin, Context& context) {
    context.report.error(placeWithin(context.source, node, begin + offsetIn(error)), error);
}

std::optional<Expression> readTruth(std::string_view key, const Node& node, Context& context) {
    const std::string* text = textOf(key, node, context);
    if (!text || !context.names) return std::nullopt;
    return keep(Expression::readTruth(*text, *context.names), node, 0, context);
}

std::optional<Expression> readNumber(std::string_view key, const Node& node, Context& context,
                                     const Unit* wanted) {
    const std::string* text = textOf(key, node, context);
    if (!text || !context.names) return std::nullopt;
    return keep(wanted ? Expression::readNumber(*text, *context.names, *wanted)
                       : Expression::readNumber(*text, *context.names),
                node, 0, context);
}

std::optional<Tolerant> readAnswer(std::string_view key, const Node& node, Context& context,
                                   const Unit* wanted) {
    const std::string* text = textOf(key, node, context);
    if (!text || !context.names) return std::nullopt;
    const Margin margin = marginOf(*text);
    const std::string_view value = trimmed(std::string_view(*text).substr(0, margin.at));
    Tolerant answer;
    const auto quantity = parseQuantity(value);
    if (quantity && !wanted) {
        answer.value = Expression::constant(quantity.value().si, quantity.value().unit);
    } else if (!quantity && quantity.error().key == "units.comma") {
        context.report.error(node.place, quantity.error());
        return std::nullopt;
    } else {
        auto expression = wanted ? Expression::readNumber(value, *context.names, *wanted)
                                 : Expression::readNumber(value, *context.names);
        const size_t begin = text->find_first_not_of(' ');
        auto kept = keep(std::move(expression), node, begin, context);
        if (!kept) return std::nullopt;
        answer.value = std::move(*kept);
    }
    answer.unit = answer.value.unit();
    if (margin.size == 0) return answer;
    const auto behind = trimmed(std::string_view(*text).substr(margin.at + margin.size));
    if (!readMargin(key, behind, node, answer, context)) return std::nullopt;
    return answer;
}

std::optional<Unit> readUnit(std::string_view key, const Node& node, Context& context) {
    const std::string* text = textOf(key, node, context);
    if (!text) return std::nullopt;
    const auto unit = parseUnit(*text);
    if (unit) return unit.value();
    context.report.error(node.place, unit.error());
    return std::nullopt;
}

std::optional<double> readQuantity(std::string_view key, const Node& node, const Unit& wanted,
                                   Context& context) {
    const std::string* text = textOf(key, node, context);
    if (!text) return std::nullopt;
    const auto si = parseAs(*text, wanted);
    if (!si) {
        reportUnit(si.error(), key, node, wanted, context);
        return std::nullopt;
    }
    if (si.value() >= 0) return si.value();
    context.report.error(node.place, "scenario.negative", {{"key", std::string(key)}});
    return std::nullopt;
}

std::optional<double> readShare(std::string_view key, const Node& node, Context& context) {
    const std::string* text = textOf(key, node, context);
    if (!text) return std::nullopt;
    const auto share = parseAs(*text, unit("%"));
    if (share && share.value() >= 0 && share.value() <= 1) return share.value();
    context.report.error(node.place, "scenario.share", {{"key", std::string(key)}});
    return std::nullopt;
}

std::optional<double> readDecimal(std::string_view key, const Node& node, Context& context) {
    const std::string* text = textOf(key, node, context);
    if (!text) return std::nullopt;
    const auto number = parseAs(*text, Unit{});
    if (number && number.value() > 0) return number.value();
    if (!number && number.error().key == "units.comma")
        context.report.error(node.place, number.error());
    else
        context.report.error(node.place, "scenario.expect_decimal", {{"key", std::string(key)}});
    return std::nullopt;
}

std::optional<size_t> readOption(std::string_view key, const Word& word,
                                 std::span<const std::string_view> options, Context& context) {
    const auto found = std::find(options.begin(), options.end(), word.text);
    if (found != options.end()) return static_cast<size_t>(found - options.begin());
    reportUnknown(word.place, "scenario.unknown_option", word.text,
                  std::vector<std::string>(options.begin(), options.end()),
                  {{"key", std::string(key)}}, context);
    return std::nullopt;
}

std::string readName(std::string_view key, const Word& word, NameOf what, Context& context) {
    if (!context.names) return "";
    const LessonNames& names = *context.names;
    const std::string& name = word.text;
    std::vector<std::string> known;
    if (what == NameOf::event) known = names.events();
    if (what == NameOf::setting || what == NameOf::either) known = names.settings();
    if (what == NameOf::measured || what == NameOf::either) {
        const auto measured = names.measured();
        known.insert(known.end(), measured.begin(), measured.end());
    }
    if (std::find(known.begin(), known.end(), name) != known.end()) return name;
    const bool known_elsewhere = names.isSetting(name) || names.isMeasured(name);
    if (known_elsewhere && what == NameOf::setting)
        context.report.error(word.place, "scenario.not_a_setting", {{"text", name}});
    else if (known_elsewhere && what == NameOf::measured)
        context.report.error(word.place, "scenario.not_measured", {{"text", name}});
    else if (what == NameOf::event)
        reportUnknown(word.place, "scenario.unknown_event", name, known, {}, context);
    else
        reportUnknown(word.place, "scenario.unknown_name", name, known,
                      {{"lab", names.labName()}, {"key", std::string(key)}}, context);
    return "";
}

Levels readLevels(std::string_view key, const Node& node, Context& context) {
    Levels levels;
    for (const Word& word : readWords(key, node, context)) {
        if (!context.names) continue;
        const auto& known = context.names->levels();
        if (std::find(known.begin(), known.end(), word.text) == known.end())
            reportUnknown(word.place, "scenario.unknown_level", word.text, known, {}, context);
        else
            levels.push_back(word.text);
    }
    return levels;
}

namespace {

// Did you mean …, and on which line that one is.
void reportUnknownId(const Word& word, const std::vector<std::string>& candidates,
                     Context& context) {
    const std::string near = nearest(word.text, candidates);
    Args args;
    if (const LessonNames::Id* id = near.empty() ? nullptr : context.names->findId(near))
        args.push_back({"line", std::to_string(id->place.line)});
    reportUnknown(word.place, "scenario.unknown_id", word.text, candidates, std::move(args),
                  context);
}

}  // namespace

std::string readRef(std::string_view key, const Node& node, std::span<const ItemKind> kinds,
                    Context& context) {
    const auto text = readLine(key, node, context);
    if (!text || !context.names) return "";
    const LessonNames& names = *context.names;
    const LessonNames::Id* id = names.findId(*text);
    const bool item = id && id->what == LessonNames::What::item;
    if (item && (kinds.empty() || std::find(kinds.begin(), kinds.end(), id->kind) != kinds.end()))
        return *text;
    std::vector<std::string> candidates;
    for (ItemKind kind : kinds) {
        const auto more = names.ids(kind);
        candidates.insert(candidates.end(), more.begin(), more.end());
    }
    if (kinds.empty()) candidates = names.ids();
    if (!id)
        reportUnknownId({*text, node.place}, candidates, context);
    else if (kinds.empty())
        context.report.error(node.place, "scenario.no_item", {{"text", *text}});
    else
        context.report.error(node.place, "scenario.other_kind",
                             {{"text", *text},
                              {"key", std::string(key)},
                              {"kind", std::string(itemKindName(kinds[0]))}});
    return "";
}

std::string readStepRef(std::string_view key, const Node& node, Context& context) {
    const auto text = readLine(key, node, context);
    if (!text || !context.names) return "";
    const LessonNames::Id* id = context.names->findId(*text);
    if (id && id->what == LessonNames::What::step) return *text;
    if (id)
        context.report.error(node.place, "scenario.no_step", {{"text", *text}});
    else
        reportUnknownId({*text, node.place}, context.names->ids(), context);
    return "";
}

Gate readGate(std::string_view key, const Node& node, Context& context) {
    Gate gate;
    if (!context.names) return gate;
    const auto isGate = [&](const std::string& text) {
        const LessonNames::Id* id = context.names->findId(text);
        return id && id->what != LessonNames::What::requirement;
    };
    if (node.isText() && !isGate(node.text)) {
        const bool word = !node.isEmpty() && node.text.find_first_of(" ()<>=") == std::string::npos;
        const bool known = context.names->find(node.text).kind != NameInfo::Kind::unknown;
        if (word && !known)
            reportUnknownId({node.text, node.place}, context.names->ids(), context);
        else
            gate.expression = readTruth(key, node, context);
        return gate;
    }
    for (const Word& word : readWords(key, node, context)) {
        if (isGate(word.text))
            gate.needs.push_back(word.text);
        else
            reportUnknownId(word, context.names->ids(), context);
    }
    return gate;
}

}  // namespace pt::scenario
