#include "engine/model/schema.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace pt {
namespace {

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

[[maybe_unused]] bool wellFormed(std::string_view key) {
    const auto allowed = [](char c) { return isLower(c) || isUpper(c) || isDigit(c) || c == '_'; };
    return !key.empty() && key.size() <= 40 && !isDigit(key.front()) && key.front() != '_' &&
           std::all_of(key.begin(), key.end(), allowed);
}

template <class T>
const T* findIn(const std::vector<T>& items, std::string_view key) {
    for (const T& item : items)
        if (item.key == key) return &item;
    return nullptr;
}

std::vector<std::string> copyOf(std::span<const char* const> options) {
    return {options.begin(), options.end()};
}

// Insertions, deletions, substitutions and swaps of neighbours that turn a into b.
size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<size_t> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

void Schema::claim(std::string_view key) {
    PT_ASSERT(wellFormed(key));
    PT_ASSERT(!parseUnit(key).ok());
    PT_ASSERT(std::find(claimed_.begin(), claimed_.end(), key) == claimed_.end());
    claimed_.emplace_back(key);
}

void Schema::param(std::string_view key, double& value, Unit unit, Range range, Effect effect) {
    PT_ASSERT(range.min < range.max && value >= range.min && value <= range.max);
    claim(key);
    if (!section_.empty()) sections_.emplace_back(key, section_);
    params_.push_back({std::string(key), &value, std::move(unit), range, effect, value});
}

void Schema::choice(std::string_view key, int& value, std::span<const char* const> options,
                    Effect effect) {
    PT_ASSERT(value >= 0 && static_cast<size_t>(value) < options.size());
    claim(key);
    if (!section_.empty()) sections_.emplace_back(key, section_);
    choices_.push_back({std::string(key), &value, copyOf(options), effect, value});
}

void Schema::state(std::string_view key, double& value, Unit unit) {
    claim(key);
    states_.push_back({std::string(key), std::move(unit), &value, nullptr});
}

void Schema::state(std::string_view key, std::vector<double>& values, Unit unit) {
    claim(key);
    states_.push_back({std::string(key), std::move(unit), nullptr, &values});
}

void Schema::output(std::string_view key, Unit unit, std::function<double()> number) {
    PT_ASSERT(number);
    claim(key);
    outputs_.push_back({std::string(key), std::move(unit), std::move(number)});
}

void Schema::figure(std::string_view key, Unit unit, std::function<double()> number,
                    Better better) {
    output(key, std::move(unit), std::move(number));
    outputs_.back().figure = true;
    outputs_.back().better = better;
}

void Schema::background(Background start) {
    PT_ASSERT(start && !background_);
    background_ = std::move(start);
}

void Schema::calendar(std::function<double()> moment) {
    PT_ASSERT(moment && !calendar_);
    calendar_ = std::move(moment);
}

void Schema::text(std::string_view key, std::function<std::string()> text,
                  std::span<const char* const> options) {
    PT_ASSERT(text);
    claim(key);
    Output output;
    output.key = key;
    output.text = std::move(text);
    output.options = copyOf(options);
    outputs_.push_back(std::move(output));
}

void Schema::field(std::string_view key, Unit unit, std::function<FieldView()> view) {
    PT_ASSERT(view);
    claim(key);
    fields_.push_back({std::string(key), std::move(unit), std::move(view)});
}

void Schema::command(std::string_view name, ArgSpec arguments,
                     std::function<Status(const Json&)> run, Effect effect) {
    PT_ASSERT(run);
    claim(name);
    commands_.push_back({std::string(name), std::move(arguments), std::move(run), effect});
}

void Schema::document(std::string_view key, SaveFn save, LoadFn load, ArgSpec fields) {
    PT_ASSERT(save && load);
    claim(key);
    documents_.push_back(
        {std::string(key), std::move(save), std::move(load), std::move(fields), true});
}

void Schema::notebook(std::string_view document) {
    PT_ASSERT(findDocument(document));
    for (Document& each : documents_)
        if (each.key == document) each.design = false;
}

void Schema::table(Table table) {
    PT_ASSERT(table.rows && !table.columns.empty());
    claim(table.key);
    tables_.push_back(std::move(table));
}

void Schema::chart(Chart chart) {
    PT_ASSERT(chart.data);
    claim(chart.key);
    charts_.push_back(std::move(chart));
}

void Schema::checks(std::function<std::vector<CheckRow>()> rows) {
    PT_ASSERT(rows && !checks_);
    checks_ = std::move(rows);
}

void Schema::job(std::string_view key, ArgSpec arguments,
                 std::function<Result<std::unique_ptr<Job>>(const Json&)> start) {
    PT_ASSERT(start);
    claim(key);
    jobs_.push_back({std::string(key), std::move(arguments), std::move(start)});
}

void Schema::measurable(std::vector<std::string> outputs) {
    PT_ASSERT(std::all_of(outputs.begin(), outputs.end(),
                          [this](const std::string& key) { return findOutput(key); }));
    measurable_ = std::move(outputs);
}

void Schema::inputs(std::vector<std::string> keys) {
    PT_ASSERT(std::all_of(keys.begin(), keys.end(), [this](const std::string& key) {
        return findParam(key) || findChoice(key);
    }));
    inputs_ = std::move(keys);
}

bool Schema::isInput(std::string_view key) const {
    return std::find(inputs_.begin(), inputs_.end(), key) != inputs_.end();
}

void Schema::section(std::string_view key) {
    PT_ASSERT(wellFormed(key));
    section_ = key;
}

void Schema::when(std::string_view choice, std::vector<std::string> options,
                  std::vector<std::string> keys) {
    PT_ASSERT(findChoice(choice));
    conditions_.push_back({std::string(choice), std::move(options), std::move(keys)});
}

std::vector<CheckRow> Schema::checkRows() const {
    return checks_ ? checks_() : std::vector<CheckRow>{};
}

std::string_view Schema::sectionOf(std::string_view key) const {
    for (const auto& [setting, section] : sections_)
        if (setting == key) return section;
    return "";
}

bool Schema::matters(std::string_view key) const {
    const auto has = [](const std::vector<std::string>& list, std::string_view item) {
        return std::find(list.begin(), list.end(), item) != list.end();
    };
    for (const Condition& condition : conditions_) {
        if (!has(condition.keys, key)) continue;
        const Choice& choice = *findChoice(condition.choice);
        if (!has(condition.options, choice.options[static_cast<size_t>(*choice.value)]))
            return false;
    }
    return true;
}

const Table* Schema::findTable(std::string_view key) const { return findIn(tables_, key); }
const Chart* Schema::findChart(std::string_view key) const { return findIn(charts_, key); }
const JobEntry* Schema::findJob(std::string_view key) const { return findIn(jobs_, key); }
const Param* Schema::findParam(std::string_view key) const { return findIn(params_, key); }
const Choice* Schema::findChoice(std::string_view key) const { return findIn(choices_, key); }
const Output* Schema::findOutput(std::string_view key) const { return findIn(outputs_, key); }
const Document* Schema::findDocument(std::string_view key) const { return findIn(documents_, key); }

const LabCommand* Schema::findCommand(std::string_view name) const {
    for (const LabCommand& command : commands_)
        if (command.name == name) return &command;
    return nullptr;
}

std::vector<std::string> Schema::keys() const { return claimed_; }

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    std::string best;
    size_t bestDistance = 0;
    for (const std::string& candidate : candidates) {
        const size_t allowed = candidate.size() / 3;
        const size_t difference = word.size() > candidate.size() ? word.size() - candidate.size()
                                                                 : candidate.size() - word.size();
        if (difference > allowed) continue;  // also keeps a hostile long word cheap
        const size_t distance = editDistance(word, candidate);
        if (distance > allowed || (!best.empty() && distance >= bestDistance)) continue;
        best = candidate;
        bestDistance = distance;
    }
    return best;
}

}  // namespace pt
