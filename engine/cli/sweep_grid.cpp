#include "engine/cli/sweep_grid.h"

#include <algorithm>

#include "engine/ui/lab_words.h"

namespace pt {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    size_t begin = 0;
    for (size_t end = text.find(mark); end != std::string::npos; end = text.find(mark, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

Result<double> shownNumber(const std::string& text, const Param& param) {
    const Result<double> si = parseInput(text, param.unit);
    if (!si) return Error{si.error().key, "--vary " + param.key, si.error().args};
    return displayValue(si.value(), param.unit);
}

Result<std::vector<Json>> spaced(const std::vector<std::string>& parts, const Param& param) {
    const Result<double> from = shownNumber(parts[0], param);
    if (!from) return from.error();
    const Result<double> to = shownNumber(parts[1], param);
    if (!to) return to.error();
    const Result<int64_t> count = parseInteger("--vary", parts[2], 1, mostRuns);
    if (!count) return count.error();
    std::vector<Json> values;
    for (int64_t i = 0; i < count.value(); ++i) {
        const double share = count.value() == 1
                                 ? 0
                                 : static_cast<double>(i) / static_cast<double>(count.value() - 1);
        const double value = from.value() + (to.value() - from.value()) * share;
        values.emplace_back(displayValue(value, Unit{}));
    }
    return values;
}

Result<std::vector<Json>> listed(const std::string& text, const Param* param) {
    std::vector<Json> values;
    for (const std::string& part : split(text, ',')) {
        if (!param) {
            values.emplace_back(part);
            continue;
        }
        const Result<double> number = shownNumber(part, *param);
        if (!number) return number.error();
        values.emplace_back(number.value());
    }
    return values;
}

Result<SweepAxis> parseAxis(const std::string& text, const Schema& schema) {
    const size_t equals = text.find('=');
    const Error wrong{"cli.usage.vary", "", {{"text", text}}};
    if (equals == 0 || equals == std::string::npos) return wrong;
    const std::string key = text.substr(0, equals);
    const std::string values = text.substr(equals + 1);
    const Param* param = schema.findParam(key);
    if (!param && !schema.findChoice(key)) return Error{"cli.vary_key", "--vary", {{"key", key}}};
    const std::vector<std::string> parts = split(values, ':');
    if (parts.size() != 1 && (parts.size() != 3 || !param)) return wrong;
    auto parsed = parts.size() == 3 ? spaced(parts, *param) : listed(values, param);
    if (!parsed) return parsed.error();
    return SweepAxis{key, std::move(parsed.value())};
}

}  // namespace

Result<std::vector<SweepAxis>> parseAxes(const std::vector<std::string>& texts,
                                         const LabEntry& lab) {
    const std::unique_ptr<Model> model = lab.make();  // the schema points into it
    Schema schema;
    model->describe(schema);
    std::vector<SweepAxis> axes;
    for (const std::string& text : texts) {
        auto axis = parseAxis(text, schema);
        if (!axis) return axis.error();
        axes.push_back(std::move(axis.value()));
    }
    return axes;
}

int64_t gridSize(const std::vector<SweepAxis>& axes, int64_t repeat) {
    int64_t size = repeat;
    for (const SweepAxis& axis : axes) {
        size = std::min(size * static_cast<int64_t>(axis.values.size()), mostRuns + 1);
    }
    return size;
}

Json gridRequest(const RunRequest& base, uint64_t firstSeed, const std::vector<SweepAxis>& axes,
                 int64_t repeat, int64_t n) {
    Json sets = Json::object();
    for (const auto& [key, text] : base.set) sets.set(key, text);
    std::vector<std::pair<std::string, Json>> varied;
    int64_t rest = n / repeat;
    for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
        const auto count = static_cast<int64_t>(axis->values.size());
        varied.emplace_back(axis->key, axis->values[static_cast<size_t>(rest % count)]);
        rest /= count;
    }
    for (auto each = varied.rbegin(); each != varied.rend(); ++each) {
        sets.set(each->first, each->second);
    }
    Json request = Json::object();
    request.set("file", base.file).set("set", std::move(sets));
    request.set("seed", static_cast<double>(firstSeed) + static_cast<double>(n % repeat));
    return request.set("until", base.until);
}

}  // namespace pt
