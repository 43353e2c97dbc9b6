#include "engine/lesson/measurements.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace pt::checks {
namespace {

bool isSetting(const Schema& schema, std::string_view key) {
    return schema.findParam(key) || schema.findChoice(key);
}

// A row without an observation holds what the pupil typed: measurements of the real thing, say.
Observation typedObservation(const LessonRow& row, const Schema& schema) {
    Observation o;
    o.finished = true;
    o.texts = row.texts;
    for (const auto& [key, value] : row.cells) {
        if (isSetting(schema, key)) {
            o.settings[key] = value;
            o.changeable.push_back(key);
        } else {
            o.outputs[key] = value;
            o.recorded.push_back(key);
        }
    }
    for (const auto& [key, text] : row.texts) {
        const Choice* choice = schema.findChoice(key);
        if (!choice) {
            o.recorded.push_back(key);
            continue;
        }
        const auto at = std::find(choice->options.begin(), choice->options.end(), text);
        if (at == choice->options.end()) continue;
        o.settings[key] = static_cast<double>(at - choice->options.begin());
        o.changeable.push_back(key);
    }
    return o;
}

Unit unitOf(const Schema& schema, std::string_view key) {
    if (const Param* param = schema.findParam(key)) return param->unit;
    if (const Output* output = schema.findOutput(key)) return output->unit;
    return {};
}

double valueOf(const std::map<std::string, double>& values, std::string_view key) {
    const auto found = values.find(std::string(key));
    return found == values.end() ? NAN : found->second;
}

}  // namespace

Measurements::Measurements(const CheckContext& context, std::string_view table) {
    std::map<int, const Observation*> byNumber;
    for (const Observation& o : context.observations) byNumber[o.number] = &o;
    if (table.empty()) {
        for (const Observation& o : context.observations) all_.push_back(&o);
        return;
    }
    std::set<int> numbers;
    int typed = 0;
    for (const LessonRow& row : context.rows(table)) {
        const auto found = byNumber.find(row.observation);
        if (found != byNumber.end()) {
            numbers.insert(row.observation);
            rows_.push_back(found->second);
            continue;
        }
        typed_.push_back(typedObservation(row, context.session.schema()));
        typed_.back().step = --typed;  // each its own moment
        rows_.push_back(&typed_.back());
    }
    for (int number : numbers) all_.push_back(byNumber[number]);
    for (const Observation& o : typed_) all_.push_back(&o);
}

const Observation* Measurements::row(size_t number) const {
    return number >= 1 && number <= rows_.size() ? rows_[number - 1] : nullptr;
}

std::vector<SettingScale> scalesOf(const Session& session) {
    std::vector<SettingScale> scales;
    for (const Param& param : session.schema().params()) {
        const Range range = session.range(param);
        // A slider without steps has a hundred places that a pupil tells apart.
        const double step = range.step > 0 ? range.step : (range.max - range.min) / 100;
        scales.push_back({param.key, step, range.max - range.min, false});
    }
    for (const Choice& choice : session.schema().choices()) {
        const Setting* setting = session.setting(choice.key);
        const size_t options =
            setting && !setting->options.empty() ? setting->options.size() : choice.options.size();
        scales.push_back({choice.key, 1, static_cast<double>(options) - 1, true});
    }
    return scales;
}

bool isFigure(const Session& session, std::string_view output) {
    const Output* found = session.schema().findOutput(output);
    return !found || found->figure;
}

std::vector<DataPoint> pointsOf(const Session& session, std::string_view x, std::string_view y,
                                const std::vector<const Observation*>& measurements) {
    const Unit xUnit = unitOf(session.schema(), x), yUnit = unitOf(session.schema(), y);
    std::vector<DataPoint> points;
    for (const Observation* o : measurements) {
        const DataPoint point{xUnit.fromSi(valueOf(o->settings, x)),
                              yUnit.fromSi(valueOf(o->outputs, y))};
        if (std::isfinite(point.x) && std::isfinite(point.y)) points.push_back(point);
    }
    return points;
}

double resolutionOf(const CheckContext& context, std::string_view output) {
    const Unit shown = unitOf(context.session.schema(), output);
    return shown.fromSi(context.lesson.resolutionOf(output)) - shown.fromSi(0);
}

}  // namespace pt::checks
