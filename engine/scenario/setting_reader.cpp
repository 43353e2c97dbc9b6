#include "engine/scenario/setting_reader.h"

#include <algorithm>
#include <cmath>

namespace pt::scenario {
namespace {

// The nodes of `{start: …, min: …}`, or of a plain value, which stands for {value: …}.
struct Parts {
    const Node* value = nullptr;
    const Node* start = nullptr;
    const Node* min = nullptr;
    const Node* max = nullptr;
    const Node* step = nullptr;
    const Entry* choices = nullptr;
    const Entry* vary = nullptr;
    bool hidden = false;
    bool show = false;
};

// What the key may hold besides value, start, hidden and show.
enum class Holds { quantity, option };

bool isFor(Holds holds, std::string_view part) {
    if (part == "min" || part == "max" || part == "step") return holds == Holds::quantity;
    return part != "choices" || holds == Holds::option;
}

void keepPart(const Key& key, const Entry& entry, Context& context, Parts& parts) {
    const Node* node = &entry.value;
    if (key.name == "value") parts.value = node;
    if (key.name == "start") parts.start = node;
    if (key.name == "min") parts.min = node;
    if (key.name == "max") parts.max = node;
    if (key.name == "step") parts.step = node;
    if (key.name == "choices") parts.choices = &entry;
    if (key.name == "vary") parts.vary = &entry;
    if (key.kind != Kind::boolean) return;
    const bool on = readBoolean(key.name, *node, context).value_or(false);
    (key.name == "hidden" ? parts.hidden : parts.show) = on;
}

Parts readParts(const Entry& entry, Holds holds, Context& context) {
    Parts parts;
    if (!entry.value.isMap()) {
        parts.value = &entry.value;
        return parts;
    }
    checkKeys(entry.value, entry.place, settingTable(), context,
              [&](const Key& key, const Entry& part, std::string_view) {
                  if (isFor(holds, key.name)) return keepPart(key, part, context, parts);
                  context.report.error(part.place, "scenario.wrong_part",
                                       {{"part", part.key}, {"key", entry.key}});
              });
    const bool ranged = parts.start || parts.min || parts.max || parts.step || parts.choices;
    if (parts.vary && (parts.value || ranged))
        context.report.error(parts.vary->place, "scenario.vary_alone", {{"key", entry.key}});
    else if (parts.value && ranged)
        context.report.error(entry.value.place, "scenario.value_and_start", {{"key", entry.key}});
    else if (!parts.value && !parts.vary && (parts.hidden || parts.show))
        context.report.error(entry.value.place, "scenario.needs_value", {{"key", entry.key}});
    else if (entry.value.entries.empty())
        context.report.error(entry.value.place, "scenario.empty_value", {{"key", entry.key}});
    return parts;
}

Setting begin(const Entry& entry, const Parts& parts, Context& context) {
    Setting setting;
    setting.key = entry.key;
    setting.where = context.report.where(entry.place);
    setting.locked = parts.value || parts.vary;
    setting.hidden = parts.hidden;
    setting.shown = parts.show;
    return setting;
}

// A text as a number of the wanted unit; the units' complaints name the key as well.
std::optional<double> readNumber(const Node& node, std::string_view key, const Param& param,
                                 const Unit& wanted, Context& context) {
    const std::string example = writeQuantity(param.start, param.unit);
    if (!node.isText()) {
        context.report.error(node.place, "scenario.expect_value",
                             {{"key", std::string(key)}, {"example", example}});
        return std::nullopt;
    }
    const auto text = readLine(key, node, context);
    if (!text) return std::nullopt;
    const auto si = parseAs(*text, wanted);
    if (si) return si.value();
    Error error = si.error();
    error.args.push_back({"key", std::string(key)});
    if (error.key == "units.dimension") error.key = "scenario.dimension";
    if (error.key == "units.number" || error.key == "units.unknown") {
        error.key = error.key == "units.number" ? "scenario.number" : "scenario.unknown_unit";
        error.args.push_back({"example", example});
    }
    context.report.error(node.place, error);
    return std::nullopt;
}

// Bounds that are equal but for rounding count as equal.
bool within(double value, const Range& range) {
    const double slack = 1e-9 * std::max(std::fabs(range.min), std::fabs(range.max));
    return value >= range.min - slack && value <= range.max + slack;
}

// Several values for the pupils to get one of.
bool isVaryList(const Entry& entry, Context& context) {
    if (entry.value.isList() && entry.value.items.size() >= 2 &&
        entry.value.items.size() <= static_cast<size_t>(maxList))
        return true;
    context.report.error(entry.value.place, "scenario.vary_list", {});
    return false;
}

class ParamReader {
public:
    ParamReader(const Entry& entry, const Param& param, std::vector<Varied>& varied,
                Context& context)
        : entry_(entry), param_(param), varied_(varied), context_(context),
          parts_(readParts(entry, Holds::quantity, context)) {}

    Setting read() {
        Setting setting = begin(entry_, parts_, context_);
        Range range = param_.range;
        if (auto min = bound(parts_.min)) range.min = *min;
        if (auto max = bound(parts_.max)) range.max = *max;
        if (auto step = readStep()) range.step = *step;
        if (parts_.min || parts_.max || parts_.step) setting.range = range;
        if (range.min > range.max) {
            report(parts_.min ? *parts_.min : *parts_.max, "scenario.min_max", {}, range);
            return setting;
        }
        if (parts_.value) setting.number = bound(parts_.value);
        if (parts_.start) setting.number = start(*parts_.start, range);
        if (parts_.vary) setting.number = readVary(*parts_.vary);
        if (!parts_.value && !parts_.start && !parts_.vary && !within(param_.start, range))
            report(entry_.value, "scenario.needs_start", {}, range);
        return setting;
    }

private:
    // A quantity that the lab itself allows.
    std::optional<double> bound(const Node* node) {
        if (!node) return std::nullopt;
        const auto si = readNumber(*node, entry_.key, param_, param_.unit, context_);
        if (!si) return std::nullopt;
        const char* problem = nullptr;
        if (!within(*si, param_.range))
            problem = "scenario.range";
        else if (isCount() && *si != std::floor(*si))
            problem = "scenario.whole";
        if (!problem) return std::clamp(*si, param_.range.min, param_.range.max);
        report(*node, problem, {{"text", scenario::quoted(node->text)}}, param_.range);
        return std::nullopt;
    }

    bool isCount() const { return param_.unit.symbol.empty() && param_.range.step == 1; }

    std::optional<double> start(const Node& node, const Range& range) {
        const auto si = bound(&node);
        if (!si || within(*si, range)) return si;
        report(node, "scenario.start_outside", {{"text", scenario::quoted(node.text)}}, range);
        return std::nullopt;
    }

    std::optional<double> readStep() { return parts_.step ? step(*parts_.step) : std::nullopt; }

    std::optional<double> step(const Node& node) {
        Unit difference = param_.unit;
        if (difference.offset != 0) difference = unit("K");
        const auto step = readNumber(node, "step", param_, difference, context_);
        if (!step || *step > 0) return step;
        context_.report.error(node.place, "scenario.step", {});
        return std::nullopt;
    }

    // A list of values, or all steps of a range. Gives the first.
    std::optional<double> readVary(const Entry& entry) {
        Varied varied;
        varied.key = entry_.key;
        if (entry.value.isMap()) {
            varied.range = readVaryRange(entry);
            if (!varied.range) return std::nullopt;
            varied_.push_back(varied);
            return varied.range->min;
        }
        if (!isVaryList(entry, context_)) return std::nullopt;
        for (const Node& node : entry.value.items) {
            if (const auto value = bound(&node)) varied.values.push_back(*value);
        }
        if (varied.values.empty()) return std::nullopt;
        varied_.push_back(varied);
        return varied.values.front();
    }

    std::optional<Range> readVaryRange(const Entry& entry) {
        const Node *min = nullptr, *max = nullptr, *every = nullptr;
        checkMap(entry, *findKey(settingTable(), "vary")->inner, context_,
                 [&](const Key& key, const Entry& part, std::string_view) {
                     (key.name == "min" ? min : key.name == "max" ? max : every) = &part.value;
                 });
        if (!min || !max || !every) return std::nullopt;
        const auto low = bound(min), high = bound(max), size = step(*every);
        if (!low || !high || !size) return std::nullopt;
        const Range range{*low, *high, *size};
        if (range.min < range.max) return range;
        report(*min, "scenario.min_max", {}, range);
        return std::nullopt;
    }

    void report(const Node& node, const char* key, Args args, const Range& range) {
        args.push_back({"key", entry_.key});
        args.push_back({"min", writeQuantity(range.min, param_.unit)});
        args.push_back({"max", writeQuantity(range.max, param_.unit)});
        context_.report.error(node.place, key, std::move(args));
    }

    const Entry& entry_;
    const Param& param_;
    std::vector<Varied>& varied_;
    Context& context_;
    Parts parts_;
};

bool isOption(const std::vector<std::string>& options, const std::string& word) {
    return std::find(options.begin(), options.end(), word) != options.end();
}

bool checkOption(const Word& word, std::string_view key, const std::vector<std::string>& options,
                 Context& context) {
    if (isOption(options, word.text)) return true;
    reportUnknown(word.place, "scenario.unknown_option", word.text, options,
                  {{"key", std::string(key)}}, context);
    return false;
}

// Some of the lab's options, each once.
std::vector<std::string> readChoices(const Entry& entry, std::string_view key, const Choice& choice,
                                     Context& context) {
    std::vector<std::string> options;
    for (const Word& word : readWords(entry.key, entry.value, context)) {
        if (isOption(options, word.text))
            context.report.error(word.place, "scenario.option_twice",
                                 {{"text", scenario::quoted(word.text)}});
        else if (checkOption(word, key, choice.options, context))
            options.push_back(word.text);
    }
    return options;
}

}  // namespace

Setting readParam(const Entry& entry, const Param& param, std::vector<Varied>& varied,
                  Context& context) {
    return ParamReader(entry, param, varied, context).read();
}

Setting readChoice(const Entry& entry, const Choice& choice, std::vector<Varied>& varied,
                   Context& context) {
    const Parts parts = readParts(entry, Holds::option, context);
    Setting setting = begin(entry, parts, context);
    if (parts.choices) setting.options = readChoices(*parts.choices, entry.key, choice, context);
    const auto& allowed = setting.options.empty() ? choice.options : setting.options;
    const std::string& start = choice.options[static_cast<size_t>(choice.start)];
    if (parts.vary) {
        if (!isVaryList(*parts.vary, context)) return setting;
        auto options = readChoices(*parts.vary, entry.key, choice, context);
        if (options.empty()) return setting;
        setting.option = options.front();
        varied.push_back({entry.key, {}, {}, std::move(options)});
    } else if (const Node* node = parts.value ? parts.value : parts.start) {
        const auto line = readLine(entry.key, *node, context);
        if (line && checkOption({*line, node->place}, entry.key, allowed, context))
            setting.option = *line;
    } else if (parts.choices && !isOption(allowed, start)) {
        context.report.error(entry.value.place, "scenario.needs_start_option",
                             {{"key", entry.key}, {"text", start}});
    }
    return setting;
}

}  // namespace pt::scenario
