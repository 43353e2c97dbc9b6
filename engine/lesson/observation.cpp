#include "engine/lesson/observation.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr size_t mostEntries = 500;
constexpr size_t longestText = 4096;

Json toJson(const std::map<std::string, double>& numbers) {
    Json json = Json::object();
    for (const auto& [key, value] : numbers) json.set(key, value);
    return json;
}
Json toJson(const std::map<std::string, std::string>& texts) {
    Json json = Json::object();
    for (const auto& [key, value] : texts) json.set(key, value);
    return json;
}
Json toJson(const std::vector<std::string>& words) {
    Json list = Json::list();
    for (const std::string& word : words) list.add(word);
    return list;
}

std::map<std::string, double> numbersFrom(const Json& json) {
    std::map<std::string, double> numbers;
    for (const auto& [key, value] : json.entries())
        if (value.isNumber() && numbers.size() < mostEntries) numbers[key] = value.number();
    return numbers;
}
std::map<std::string, std::string> textsFrom(const Json& json) {
    std::map<std::string, std::string> texts;
    for (const auto& [key, value] : json.entries())
        if (value.isText() && value.text().size() <= longestText && texts.size() < mostEntries)
            texts[key] = value.text();
    return texts;
}
std::vector<std::string> wordsFrom(const Json& json) {
    std::vector<std::string> words;
    for (const Json& word : json.items())
        if (word.isText() && words.size() < mostEntries) words.push_back(word.text());
    return words;
}

int64_t wholeFrom(const Json& json, double most) {
    const double number = json.number();
    return number >= 0 && number <= most ? static_cast<int64_t>(number) : 0;
}

}  // namespace

Json toJson(const Observation& observation) {
    Json json = Json::object();
    json.set("number", observation.number).set("run", observation.run);
    json.set("step", static_cast<double>(observation.step));
    json.set("settings", toJson(observation.settings));
    json.set("outputs", toJson(observation.outputs)).set("texts", toJson(observation.texts));
    json.set("changeable", toJson(observation.changeable));
    json.set("recorded", toJson(observation.recorded));
    if (!observation.hypothesis.empty()) json.set("hypothesis", observation.hypothesis);
    if (!observation.design.empty()) json.set("design", observation.design);
    if (observation.finished) json.set("finished", true);
    if (observation.automatic) json.set("automatic", true);
    return std::isfinite(observation.gap) ? json.set("gap", observation.gap) : json;
}

Json toJson(const LessonRow& row) {
    Json json = Json::object();
    json.set("observation", row.observation).set("cells", toJson(row.cells));
    if (!row.texts.empty()) json.set("texts", toJson(row.texts));
    if (row.typed) json.set("typed", true);
    return json;
}

Observation observationFrom(const Json& json) {
    Observation observation;
    observation.number = static_cast<int>(wholeFrom(json["number"], 1e6));
    observation.run = static_cast<int>(wholeFrom(json["run"], 1e6));
    observation.step = wholeFrom(json["step"], 1e15);
    observation.settings = numbersFrom(json["settings"]);
    observation.outputs = numbersFrom(json["outputs"]);
    observation.texts = textsFrom(json["texts"]);
    observation.changeable = wordsFrom(json["changeable"]);
    observation.recorded = wordsFrom(json["recorded"]);
    observation.hypothesis = json["hypothesis"].text();
    observation.design = json["design"].text();
    observation.finished = json["finished"].boolean();
    observation.automatic = json["automatic"].boolean();
    observation.gap = json["gap"].number(std::nan(""));
    return observation;
}

LessonRow rowFrom(const Json& json) {
    LessonRow row;
    row.observation = static_cast<int>(wholeFrom(json["observation"], 1e6));
    row.cells = numbersFrom(json["cells"]);
    row.texts = textsFrom(json["texts"]);
    row.typed = json["typed"].boolean();
    return row;
}

}  // namespace pt
