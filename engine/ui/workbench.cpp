#include "engine/ui/workbench.h"

#include <algorithm>
#include <fmt/format.h>

#include "engine/run/edits.h"
#include "engine/ui/lab_act.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/lesson_nodes.h"

namespace pt {
namespace {

// What follows the prefix, or nothing when the id does not begin with it.
std::optional<std::string_view> after(std::string_view prefix, std::string_view id) {
    if (id.substr(0, prefix.size()) != prefix) return std::nullopt;
    return id.substr(prefix.size());
}

const Export* findExport(const std::vector<Export>& exports, std::string_view key) {
    for (const Export& each : exports)
        if (each.key == key) return &each;
    return nullptr;
}

// The option that is the row of tabs above the stage.
std::optional<ViewOption> tabsOf(const View* view) {
    if (!view) return std::nullopt;
    for (ViewOption& option : view->options())
        if (option.tabs) return std::move(option);
    return std::nullopt;
}

// Whether something changed that figures may depend on.
bool editedSince(const Session& session, size_t entries) {
    if (session.journal().size() <= entries) return false;
    const std::string& name = session.journal().back().command.name;
    return name != "rewind" && name != "real" && name != "note";
}

// Megabytes with one decimal: 1.6.
Error tooLarge(size_t bytes) {
    const auto tenths = (bytes * 10 + (size_t{1} << 19)) >> 20;
    return {"exchange.too_large",
            "",
            {{"size", fmt::format("#{}.{}", tenths / 10, tenths % 10)},
             {"limit", std::to_string(largestImport >> 20)}}};
}

Error unknownExport(std::string_view key) {
    return {"exchange.unknown", "", {{"key", std::string(key)}}};
}

}  // namespace

Workbench::Workbench(std::unique_ptr<Session> session) : session_(std::move(session)) {
    const std::string_view lab = session_->lab().id;
    view_ = makeView(lab, session_->model());
    editor_ = makeEditor(lab, session_->model());
    exchange_ = makeExchange(lab, session_->model());
    for (const Setting& setting : session_->setup().settings)
        if (const auto look = after(lookPrefix, setting.key); look && setting.option)
            chooseLook(*look, *setting.option);
}

Workbench::Workbench(std::unique_ptr<Session> session, std::unique_ptr<View> view,
                     std::unique_ptr<Editor> editor, std::unique_ptr<Exchange> exchange)
    : session_(std::move(session)), view_(std::move(view)), editor_(std::move(editor)),
      exchange_(std::move(exchange)) {}

Workbench::~Workbench() = default;
Workbench::Workbench(Workbench&&) noexcept = default;

// What looks at the model goes before the model.
Workbench& Workbench::operator=(Workbench&& other) noexcept {
    exchange_ = std::move(other.exchange_);
    editor_ = std::move(other.editor_);
    view_ = std::move(other.view_);
    lesson_ = std::move(other.lesson_);
    session_ = std::move(other.session_);
    looking_ = std::move(other.looking_);
    typed_ = std::move(other.typed_);
    before_ = std::move(other.before_);
    edit_ = other.edit_;
    pressed_ = other.pressed_;
    revision_ = other.revision_;
    gesture_ = other.gesture_;
    nudging_ = other.nudging_;
    return *this;
}

uint64_t Workbench::revision() const {
    return session_->revision() + revision_ + (lesson_ ? lesson_->revision() : 0);
}

void Workbench::draw(Scene& scene) const {
    if (view_) view_->draw(scene, looking_);
    if (editor_) editor_->draw(scene, looking_);
}

Status Workbench::act(std::string_view id, std::string_view value, int gesture) {
    nudging_ = false;
    // What is half drawn is for an action to use or to drop: "Enter" may finish it.
    if (const auto action = after("stage.action.", id)) return actOnStage(id, *action, value);
    dropGesture();
    if (id == "stage.tool") return chooseTool(value) ? Status(Ok{}) : Status(unknownControl(id));
    if (lesson_ && (after("lesson.", id) || after("item.", id)))
        return actOnLesson(*lesson_, id, value);
    if (const auto look = after("look.", id))
        return chooseLook(*look, value) ? Status(Ok{}) : Status(unknownControl(id));
    return actOnSession(id, value, gesture);
}

// The arguments of a job are kept until it is started; everything else goes straight on.
Status Workbench::actOnSession(std::string_view id, std::string_view value, int gesture) {
    for (const JobEntry& job : session_->schema().jobs()) {
        const std::string prefix = fmt::format("job.{}.", job.key);
        std::string lines;
        for (const Argument& argument : job.arguments) {
            const std::string field = prefix + argument.key;
            if (id == field) {
                typed_[field] = value;
                ++revision_;
                return Ok{};
            }
            const auto typed = typed_.find(field);
            if (typed != typed_.end() && !typed->second.empty())
                lines += argument.key + "=" + typed->second + "\n";
        }
        if (id == prefix + "start") return pt::act(*session_, id, lines + std::string(value));
    }
    return editing(gesture, [&] { return pt::act(*session_, id, value, gesture); });
}

Status Workbench::actOnStage(std::string_view id, std::string_view action,
                             std::string_view option) {
    if (!editor_) return unknownControl(id);
    for (const StageAction& each : editor_->actions(looking_)) {
        if (each.key != action || !each.enabled) continue;
        const auto& options = each.options;
        const bool known = std::find(options.begin(), options.end(), option) != options.end();
        if (!options.empty() && !known) break;
        ++revision_;
        return post(editor_->act(action, option, looking_), --gesture_);
    }
    return unknownControl(id);
}

std::vector<Tool> Workbench::tools() const {
    std::vector<Tool> tools = editor_ ? editor_->tools() : std::vector<Tool>{};
    const std::optional<ViewOption> tabs = tabsOf(view_.get());
    const std::string open = tabs ? looking_.option(tabs->key, tabs->start) : "";
    const auto elsewhere = [&](const Tool& tool) { return !tool.tab.empty() && tool.tab != open; };
    tools.erase(std::remove_if(tools.begin(), tools.end(), elsewhere), tools.end());
    return tools;
}

bool Workbench::chooseTool(std::string_view key) {
    for (const Tool& tool : tools()) {
        if (tool.key != key) continue;
        looking_.tool = key;
        ++revision_;
        return true;
    }
    return false;
}

bool Workbench::chooseLook(std::string_view key, std::string_view option) {
    if (!view_) return false;
    for (const ViewOption& look : view_->options()) {
        if (look.key != key) continue;
        const std::vector<std::string> toggle{"on", "off"};
        const auto& options = look.options.empty() ? toggle : look.options;
        if (std::find(options.begin(), options.end(), option) == options.end()) return false;
        looking_.options[look.key] = option;
        ++revision_;
        if (look.tabs) keepTool();
        return true;
    }
    return false;
}

// '1': the first one.
bool Workbench::openTab(char digit) {
    const std::optional<ViewOption> tabs = tabsOf(view_.get());
    const auto index = static_cast<size_t>(digit - '1');
    return digit >= '1' && tabs && index < tabs->options.size() &&
           chooseLook(tabs->key, tabs->options[index]);
}

// What another tab does not have falls back to its first one.
void Workbench::keepTool() {
    const std::vector<Tool> now = tools();
    const auto held = [this](const Tool& tool) { return tool.key == looking_.tool; };
    if (std::none_of(now.begin(), now.end(), held)) looking_.tool.clear();
}

Status Workbench::post(const Command& command) {
    return editing(command.gesture, [&] { return session_->post(command); });
}

// Up to the first that is refused.
Status Workbench::post(const std::vector<Command>& commands, int gesture) {
    if (commands.empty()) return Ok{};
    return editing(gesture, [&]() -> Status {
        for (const Command& each : commands) {
            Command command = each;
            command.gesture = gesture;
            if (Status done = session_->post(command); !done.ok()) return done;
        }
        return Ok{};
    });
}

Workbench::Figures Workbench::figures() const {
    Figures known;
    for (const Output& output : session_->schema().outputs())
        if (output.figure && hasValue(output)) known[output.key] = output.number();
    return known;
}

// Remembers what the figures were before an edit; one that was being found keeps what it was.
Status Workbench::editing(int gesture, const std::function<Status()>& deed) {
    const bool goesOn = gesture != 0 && gesture == edit_;
    const Figures now = goesOn ? Figures{} : figures();
    const size_t entries = session_->journal().size();
    Status done = deed();
    if (goesOn || !editedSince(*session_, entries)) return done;
    edit_ = gesture;
    for (const auto& [key, value] : now) before_[key] = value;
    return done;
}

Result<std::string> Workbench::exported(std::string_view key, const Words& words) const {
    if (!exchange_ || !findExport(exchange_->exports(), key)) return unknownExport(key);
    return exchange_->write(key, words);
}

std::string Workbench::exportName(std::string_view key) const {
    const std::vector<Export> exports = exchange_ ? exchange_->exports() : std::vector<Export>{};
    const Export* found = findExport(exports, key);
    const std::string& scenario = session_->setup().scenario;
    std::string name = scenario.empty() ? std::string(session_->lab().id) : scenario;
    name += "-" + std::string(key);
    std::replace(name.begin(), name.end(), '_', '-');
    return found ? name + "." + found->extension : name;
}

Status Workbench::imported(std::string_view bytes, std::string_view extension) {
    if (!exchange_) return Error{"exchange.no_import", "", {}};
    if (bytes.size() > largestImport) return tooLarge(bytes.size());
    dropGesture();
    const Result<std::vector<Command>> read = exchange_->read(bytes, extension);
    if (!read.ok()) return read.error();
    const size_t before = session_->journal().size();
    Status done = post(read.value(), --gesture_);
    if (!done.ok() && session_->journal().size() > before) {
        const Status back = session_->post({"undo", Json::object(), 0});
        if (!back.ok()) return back;
    }
    return done;
}

std::optional<Handover> Workbench::handover(std::string_view key) const {
    if (!exchange_) return std::nullopt;
    for (Handover& each : exchange_->handovers())
        if (each.key == key) return std::move(each);
    return std::nullopt;
}

}  // namespace pt
