#include <algorithm>

#include "engine/scenario/item_reader.h"
#include "engine/scenario/lesson_names.h"

namespace pt::scenario {
namespace {

constexpr int maxDigits = 15;

void tooFew(Fields& fields, std::string_view key, int least, Context& context) {
    context.report.error(fields.placeOf(key), "scenario.too_few",
                         {{"key", std::string(key)}, {"min", std::to_string(least)}});
}

std::vector<WrongValue> readWrong(Fields& fields, const Unit& unit, Context& context) {
    std::vector<WrongValue> list;
    for (const Node* node : fields.list("wrong")) {
        Fields wrong(*node, node->place, fields.inner("wrong"), context);
        auto value = wrong.answer("value", &unit);
        WrongValue mistake;
        mistake.say = wrong.text("text");
        if (value) mistake.value = std::move(*value);
        list.push_back(std::move(mistake));
    }
    return list;
}

}  // namespace

std::vector<AnswerOption> readOptions(Fields& fields, Context& context) {
    std::vector<AnswerOption> options;
    for (const Node* node : fields.list("options")) {
        Fields given(*node, node->place, fields.inner("options"), context);
        AnswerOption option;
        option.id = std::to_string(options.size() + 1);
        option.text = given.text("text");
        option.right = given.boolean("right");
        option.say = given.text("say");
        option.levels = given.levels("for");
        options.push_back(std::move(option));
    }
    return options;
}

ShowItem readShowItem(Fields& fields, Context& context) {
    ShowItem item;
    item.file = fields.line("file");
    item.caption = fields.text("caption");
    item.alt = fields.text("alt");
    if (!fields.has("file")) return item;
    if (!context.bundle)
        context.report.error(fields.placeOf("file"), "scenario.file_alone",
                             {{"file", scenario::quoted(item.file)}});
    else if (!item.file.empty() && context.bundle->files.count(item.file) == 0) {
        std::vector<std::string> files;
        for (const auto& file : context.bundle->files) files.push_back(file.first);
        reportUnknown(fields.placeOf("file"), "scenario.no_file", item.file, files, {}, context);
    }
    if (!fields.has("alt")) context.report.error(fields.place(), "scenario.no_alt");
    return item;
}

NumberItem readNumberItem(Fields& fields, Context& context) {
    NumberItem item;
    const auto unit = fields.unit("unit");
    item.answer = fields.answer("answer", unit ? &*unit : nullptr);
    item.reading = fields.name("reading", NameOf::measured);
    item.digits = fields.integer("digits");
    if (unit)
        item.unit = *unit;
    else if (item.answer)
        item.unit = item.answer->unit;
    else if (!item.reading.empty())
        item.unit = context.names->find(item.reading).unit;
    item.wrong = readWrong(fields, item.unit, context);
    if (fields.has("answer") == fields.has("reading"))
        context.report.error(fields.place(), "scenario.answer_or_reading");
    if (item.digits > maxDigits)
        context.report.error(fields.placeOf("digits"), "scenario.at_most",
                             {{"key", "digits"}, {"max", std::to_string(maxDigits)}});
    return item;
}

ChoiceItem readChoiceItem(Fields& fields, Context& context) {
    ChoiceItem item;
    item.options = readOptions(fields, context);
    item.many = fields.boolean("many");
    item.shuffle = fields.boolean("shuffle");
    const auto right = std::count_if(item.options.begin(), item.options.end(),
                                     [](const AnswerOption& option) { return option.right; });
    if (!fields.has("options")) return item;
    if (item.options.size() < 2)
        tooFew(fields, "options", 2, context);
    else if (right == 0)
        context.report.error(fields.place(), "scenario.no_right", {{"text", fields.id("choice")}});
    else if (right > 1 && !item.many)
        context.report.error(fields.place(), "scenario.many_right",
                             {{"text", fields.id("choice")}});
    return item;
}

OrderItem readOrderItem(Fields& fields, Context& context) {
    OrderItem item{fields.texts("items")};
    if (fields.has("items") && item.items.size() < 2) tooFew(fields, "items", 2, context);
    return item;
}

MatchItem readMatchItem(Fields& fields, Context& context) {
    MatchItem item;
    for (const Node* node : fields.list("pairs")) {
        Fields pair(*node, node->place, fields.inner("pairs"), context);
        Text left = pair.text("left");
        item.pairs.emplace_back(std::move(left), pair.text("right"));
    }
    if (fields.has("pairs") && item.pairs.size() < 2) tooFew(fields, "pairs", 2, context);
    return item;
}

OpenItem readOpenItem(Fields& fields) {
    OpenItem item;
    item.minWords = fields.integer("min_words");
    item.mention = fields.texts("mention");
    item.model = fields.text("model");
    item.rubric = fields.texts("rubric");
    return item;
}

RubricItem readRubricItem(Fields& fields, Context& context) {
    RubricItem item;
    item.by = fields.option("by", RubricItem::By::self);
    for (const Node* node : fields.list("rows")) {
        Fields given(*node, node->place, fields.inner("rows"), context);
        Text text = given.text("text");
        item.rows.push_back({std::move(text), given.texts("scale")});
    }
    if (fields.has("rows") && item.rows.empty()) tooFew(fields, "rows", 1, context);
    return item;
}

}  // namespace pt::scenario
