#include "engine/desktop/prefs.h"

#include <algorithm>

#include "engine/core/json.h"

namespace pt {
namespace {

constexpr std::string_view key = "preferences.json";
constexpr size_t recentLimit = 8, sectionLimit = 200;

}  // namespace

void Prefs::remember(const std::string& path) {
    recent.erase(std::remove(recent.begin(), recent.end(), path), recent.end());
    recent.insert(recent.begin(), path);
    if (recent.size() > recentLimit) recent.resize(recentLimit);
}

Prefs readPrefs(const Store& store) {
    Prefs prefs;
    auto bytes = store.get(key);
    if (!bytes) return prefs;
    auto parsed = Json::parse(bytes.value());
    if (!parsed) return prefs;
    const Json& json = parsed.value();
    if (auto language = parseLanguage(json["language"].text())) prefs.language = language.value();
    if (auto theme = parseTheme(json["theme"].text())) prefs.theme = theme.value();
    prefs.scale = std::clamp(json["scale"].number(prefs.scale), Prefs::smallest, Prefs::largest);
    prefs.reducedMotion = json["reducedMotion"].boolean(prefs.reducedMotion);
    prefs.dutchCsv = json["dutchCsv"].boolean(prefs.dutchCsv);
    prefs.drawer = json["drawer"].boolean(prefs.drawer);
    for (const auto& [section, open] : json["sections"].entries()) {
        if (prefs.sections.size() < sectionLimit) prefs.sections[section] = open.boolean(true);
    }
    prefs.folder = json["folder"].text();
    for (const Json& path : json["recent"].items()) {
        if (!path.text().empty() && prefs.recent.size() < recentLimit) {
            prefs.recent.push_back(path.text());
        }
    }
    return prefs;
}

Status writePrefs(Store& store, const Prefs& prefs) {
    Json json = Json::object();
    json.set("language", code(prefs.language));
    json.set("theme", code(prefs.theme));
    json.set("scale", prefs.scale);
    json.set("reducedMotion", prefs.reducedMotion);
    json.set("dutchCsv", prefs.dutchCsv);
    json.set("folder", prefs.folder);
    json.set("drawer", prefs.drawer);
    Json sections = Json::object();
    for (const auto& [section, open] : prefs.sections) sections.set(section, open);
    json.set("sections", std::move(sections));
    Json recent = Json::list();
    for (const std::string& path : prefs.recent) recent.add(path);
    json.set("recent", std::move(recent));
    return store.put(key, json.write(2));
}

}  // namespace pt
