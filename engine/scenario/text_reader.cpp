#include "engine/scenario/text_reader.h"

#include <algorithm>

#include "engine/scenario/event_names.h"
#include "engine/scenario/lesson_names.h"
#include "engine/scenario/text_place.h"
#include "engine/scenario/value_reader.h"
#include "engine/scenario/yaml_rules.h"

namespace pt::scenario {
namespace {

void checkInsertion(const Node& node, const Insertion& insertion, Context& context) {
    const std::string_view text = node.text;
    const auto placeOfPart = [&](const std::string& part) {
        const size_t at = text.find(part, insertion.begin + 2);
        return placeWithin(context.source, node, at == std::string::npos ? insertion.begin : at);
    };
    const auto& ofVerdicts = verdictValues();
    if (std::find(ofVerdicts.begin(), ofVerdicts.end(), insertion.expression) != ofVerdicts.end())
        return;
    const auto expression = Expression::read(insertion.expression, *context.names);
    if (!expression) {
        const size_t at = text.find(insertion.expression, insertion.begin + 2);
        return reportInText(expression.error(), node, at, context);
    }
    if (insertion.unit.empty()) return;
    const Place place = placeOfPart(insertion.unit);
    const auto unit = parseUnit(insertion.unit);
    if (!unit) return context.report.error(place, unit.error());
    const bool number = expression.value().type() == Expression::Type::number;
    if (number && unit.value().dimension == expression.value().unit().dimension) return;
    context.report.error(place, "scenario.insertion_unit",
                         {{"unit", scenario::quoted(insertion.unit)},
                          {"text", scenario::quoted(insertion.expression)}});
}

}  // namespace

std::vector<std::string> shownIn(std::string_view text) {
    std::vector<std::string> list;
    if (text.find('$') == std::string_view::npos) return list;
    const auto insertions = insertionsOf(text);
    if (!insertions) return list;
    for (const Insertion& insertion : insertions.value()) list.push_back(insertion.expression);
    std::sort(list.begin(), list.end());
    return list;
}

void checkInsertions(const Node& node, Context& context, bool free) {
    if (node.text.find('$') == std::string::npos) return;
    const auto insertions = insertionsOf(node.text);
    if (!insertions) return reportInText(insertions.error(), node, 0, context);
    if (free || !context.names) return;
    for (const Insertion& insertion : insertions.value()) checkInsertion(node, insertion, context);
}

void TextReader::add(std::string_view key, const Place& place, const Node& node,
                     std::string_view language, Context& context) {
    if (place_ == Place{}) place_ = place;
    key_ = std::string(key.substr(0, key.find('.')));
    front_ = key_ == language ? "" : key_ + ".";
    if (!language.empty()) {
        if (findKey(languageTable(), language)) return set(language, key, place, node, context);
        return reportUnknown(place, "scenario.unknown_language", language,
                             keyNames(languageTable()), {}, context);
    }
    if (node.isMap()) {
        checkKeys(node, place, languageTable(), context,
                  [&](const Key& own, const Entry& inner, std::string_view) {
                      set(own.name, inner.key, inner.place, inner.value, context);
                  });
        return;
    }
    plain_ = true;
    set("nl", key, place, node, context);
}

void TextReader::set(std::string_view language, std::string_view key, const Place& place,
                     const Node& node, Context& context) {
    Part& part = language == "nl" ? nl_ : en_;
    if (!part.empty()) {
        context.report.error(place, "scenario.duplicate",
                             {{"key", key_}, {"line", std::to_string(part.place.line)}});
        return;
    }
    part = {&node, place};
    if (!readLine(key, node, context) || node.style != Node::Style::plain) return;
    if (const auto comment = commentAfter(context.source, node))
        context.report.warning(*comment, "scenario.comment_after_text");
}

void TextReader::warnMissing(Context& context) const {
    const auto promised = [&](Language language) {
        if (context.isTranslated(language)) return false;
        if (context.languages.empty()) return !plain_;
        return std::find(context.languages.begin(), context.languages.end(), language) !=
               context.languages.end();
    };
    if (en_.empty() && promised(Language::en))
        context.report.warning(place_, "scenario.no_english", {{"key", front_ + "en"}});
    if (nl_.empty() && promised(Language::nl))
        context.report.warning(place_, "scenario.no_dutch", {{"key", front_ + "nl"}});
}

Text TextReader::finish(Context& context, bool free) const {
    Text text;
    if (place_ == Place{}) return text;
    warnMissing(context);
    for (const Part* part : {&nl_, &en_}) {
        if (part->empty() || !part->node->isText()) continue;
        (part == &nl_ ? text.nl : text.en) = part->node->text;
        checkInsertions(*part->node, context, free);
    }
    if (!text.nl.empty() && !text.en.empty() && shownIn(text.nl) != shownIn(text.en))
        context.report.warning(en_.place, "scenario.insertions_differ", {{"key", front_ + "en"}});
    return text;
}

void TextsReader::add(const Entry& entry, std::string_view language, Context& context) {
    if (!entry.value.isMap()) return addList(entry.key, entry.value, language, context);
    checkKeys(entry.value, entry.place, languageTable(), context,
              [&](const Key& own, const Entry& inner, std::string_view) {
                  addList(inner.key, inner.value, own.name, context);
              });
}

void TextsReader::addList(std::string_view key, const Node& list, std::string_view language,
                          Context& context) {
    if (!list.isList()) {
        expected("scenario.expect_list", key, list, context);
        return;
    }
    given_.push_back({list.place, list.items.size()});
    texts_.resize(std::max(texts_.size(), list.items.size()));
    for (size_t i = 0; i < list.items.size(); ++i)
        texts_[i].add(key, list.items[i].place, list.items[i], language, context);
}

std::vector<Text> TextsReader::finish(const Key& key, Context& context) const {
    std::vector<Text> texts;
    if (given_.size() > 1 && given_[0].count != given_[1].count)
        context.report.error(given_[1].place, "scenario.texts_unequal",
                             {{"key", std::string(key.name)},
                              {"count", std::to_string(given_[0].count)},
                              {"other", std::to_string(given_[1].count)}});
    else
        for (const TextReader& text : texts_) texts.push_back(text.finish(context));
    if (texts.size() > static_cast<size_t>(key.most))
        context.report.error(given_[0].place, "scenario.list_too_long",
                             {{"key", std::string(key.name)}, {"max", std::to_string(key.most)}});
    return texts;
}

}  // namespace pt::scenario
