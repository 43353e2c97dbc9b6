#include "engine/ui/answer.h"

#include "engine/core/hash.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

Json eventJson(const TimedEvent& timed) {
    Json json = Json::object();
    json.set("time", timed.time).set("step", static_cast<double>(timed.step));
    json.set("key", timed.event.key);
    for (const auto& [name, value] : timed.event.args.entries()) json.set(name, value);
    return json;
}

Json outputJson(const Output& output) {
    Json json = Json::object();
    if (!hasValue(output)) {
        json.set("value", Json());
    } else if (output.number) {
        json.set("value", output.unit.fromSi(output.number()));
    } else {
        json.set("value", output.text());
    }
    return json.set("unit", output.unit.symbol);
}

}  // namespace

Json answerJson(const Session& session) {
    Json outputs = Json::object();
    for (const Output& output : session.schema().outputs()) {
        outputs.set(output.key, outputJson(output));
    }
    Json events = Json::list();
    for (const TimedEvent& event : session.recording().events()) events.add(eventJson(event));
    Json json = Json::object();
    json.set("lab", std::string(session.lab().id)).set("scenario", session.setup().scenario);
    json.set("seed", static_cast<double>(session.setup().seed));
    json.set("outputs", std::move(outputs)).set("events", std::move(events));
    json.set("steps", static_cast<double>(session.step())).set("hash", hex(session.hash()));
    return json;
}

}  // namespace pt
