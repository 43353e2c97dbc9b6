#include "engine/web/page.h"

#include <algorithm>
#include <charconv>

#include "engine/core/assets.h"
#include "engine/run/save.h"
#include "engine/script/script.h"

namespace pt {
namespace {

constexpr double margin = 44;       // points around the scene, for labels and notes
constexpr double lowStage = 320;    // points
constexpr double slowShare = 0.25;  // of real time while something quick happens
constexpr int64_t calmSteps = 4096;

std::string_view builtinScenario(std::string_view name) {
    const std::string ending = "/scenarios/" + std::string(name) + ".lab.yaml";
    for (const Asset& file : assets())
        if (file.path.ends_with(ending)) return file.bytes;
    return {};
}

std::optional<uint64_t> parseSeed(std::string_view text) {
    uint64_t seed = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, seed);
    if (error != std::errc() || stop != end) return std::nullopt;
    return seed;
}

}  // namespace

Page::Page(double (*clock)())
    : clock_(clock), words_(Words::builtin(Language::nl)), theme_(&theme(ThemeId::light)) {}

Page::~Page() = default;

void Page::addFile(std::string_view named) {
    const size_t line = std::min(named.find('\n'), named.size());
    const std::string_view path = named.substr(0, line);
    addAsset(std::string(path), std::string(named.substr(std::min(line + 1, named.size()))));
    if (path.ends_with(".txt")) words_ = Words::builtin(words_.language());
    touch();
}

// -- opening

std::vector<std::string> Page::openBuiltin(std::string_view request) {
    const size_t space = std::min(request.find(' '), request.size());
    const std::string_view name = request.substr(0, space);
    const std::optional<uint64_t> seed =
        parseSeed(request.substr(std::min(space + 1, request.size())));
    const std::string_view bytes = builtinScenario(name);
    if (!bytes.empty()) return openText(bytes, name, seed);
    if (!findLab(name))
        return {words_.sentence({"web.no_scenario", "", {{"name", std::string(name)}}})};
    Setup bare{.lab = std::string(name)};
    return openSetup(std::move(bare), {}, seed);
}

std::vector<std::string> Page::openScenario(std::string_view named) {
    const size_t line = std::min(named.find('\n'), named.size());
    const std::string_view name = named.substr(0, line);
    const std::string_view bytes = named.substr(std::min(line + 1, named.size()));
    return isZip(bytes) ? openZip(bytes, name) : openText(bytes, name, std::nullopt);
}

Page::Sentences Page::openZip(std::string_view bytes, std::string_view name) {
    Result<Bundle> bundle = readZip(bytes, name);
    if (!bundle) return {words_.sentence(bundle.error())};
    return openRead(readLesson(std::make_shared<const Bundle>(std::move(bundle.value()))), {});
}

Page::Sentences Page::openText(std::string_view text, std::string_view name,
                               std::optional<uint64_t> seed) {
    return openRead(readLesson(text, name), seed);
}

Page::Sentences Page::openRead(ScenarioRead read, std::optional<uint64_t> seed) {
    Sentences sentences;
    for (const Error& error : read.errors) sentences.push_back(words_.sentence(error));
    if (!read.ok()) return sentences;
    Setup setup = read.scenario.setup;
    return openSetup(std::move(setup), std::make_shared<const Scenario>(std::move(read.scenario)),
                     seed);
}

Page::Sentences Page::openSetup(Setup setup, std::shared_ptr<const Scenario> scenario,
                                std::optional<uint64_t> seed) {
    if (seed) setup.seed = *seed;
    Result<std::unique_ptr<Session>> session = Session::open(std::move(setup));
    if (!session) return {words_.sentence(session.error())};
    take(std::move(session.value()), std::move(scenario));
    return {};
}

std::vector<std::string> Page::openSave(std::string_view bytes) {
    Result<std::unique_ptr<Session>> session = SaveFile::open(bytes);
    if (!session) return {words_.sentence(session.error())};
    // The lesson stands in the scenario that the work began with; a bare lab has none.
    ScenarioRead read = readLesson(session.value()->setup());
    take(std::move(session.value()),
         read.ok() ? std::make_shared<const Scenario>(std::move(read.scenario)) : nullptr);
    return {};
}

void Page::take(std::unique_ptr<Session> session, std::shared_ptr<const Scenario> scenario) {
    scene_.reset();
    scenario_ = scenario ? std::move(scenario) : std::make_shared<const Scenario>();
    bench_ = std::make_unique<Workbench>(std::move(session), scenario_);
    if (LessonRun* lesson = bench_->lesson()) lesson->setLanguage(words_.language());
    moved_ = false;
    changed_ = true;
    fill();
}

std::vector<std::string> Page::import(std::string_view named) {
    const size_t line = std::min(named.find('\n'), named.size());
    const std::string_view bytes = named.substr(std::min(line + 1, named.size()));
    const Status done = bench_->imported(bytes, named.substr(0, line));
    moved_ = moved_ && !done.ok();
    return done.ok() ? Sentences{} : Sentences{words_.sentence(done.error())};
}

Json Page::scenarios() const {
    constexpr std::string_view folder = "/scenarios/", ending = ".lab.yaml";
    Json list = Json::list();
    for (const Asset& file : assets()) {
        const size_t at = file.path.find(folder);
        if (at == std::string_view::npos || !file.path.ends_with(ending)) continue;
        std::string_view id = file.path.substr(at + folder.size());
        id.remove_suffix(ending.size());
        const ScenarioRead read = readLesson(file.bytes, id);
        if (!read.ok()) continue;
        list.add(
            Json::object().set("id", id).set("label", read.scenario.title.in(words_.language())));
    }
    return list;
}

// -- time

bool Page::frame(double milliseconds) {
    const bool started = std::exchange(playing_, session().playing());
    const double since = std::exchange(lastFrame_, milliseconds);
    const bool working = session().advanceJobs(clock_);
    bench_->looking().clock = calm_ ? 0 : milliseconds / 1000;
    const bool moves = !calm_ && scene().animated();
    if (moves) touch();
    if (!playing_) return working || moves;
    const double elapsed = started ? std::max(0.0, milliseconds - since) / 1000 : 0;
    const bool quick = scene().slowMotion();
    if (quick && calm_) {
        // An error pauses the session and stands in its trouble(), which the page shows.
        (void)session().runToEnd(calmSteps);
        session().pause();
    } else {
        session().advance(elapsed * (quick ? slowShare : 1), clock_);
    }
    return session().playing() || working || moves;
}

bool Page::takeChanged() {
    const bool revised = shownRevision_ != bench_->revision();
    shownRevision_ = bench_->revision();
    return std::exchange(changed_, false) || revised;
}

void Page::show(Language language, ThemeId theme, bool calm) {
    words_.language(language);
    if (LessonRun* lesson = bench_ ? bench_->lesson() : nullptr) lesson->setLanguage(language);
    theme_ = &pt::theme(theme);
    calm_ = calm;
    touch();
}

void Page::resize(Vec size) {
    camera_.size = size;
    fill();
    touch();
}

void Page::fill() {
    if (!bench_) return;
    bench_->looking().width = camera_.size.x;
    bench_->looking().height = camera_.size.y;
}

void Page::touch() {
    scene_.reset();
    changed_ = true;
}

// -- the stage

std::unique_ptr<Scene> Page::drawn() const {
    auto scene = std::make_unique<Scene>(words_, *theme_);
    bench_->draw(*scene);
    return scene;
}

Camera Page::fitted(const Scene& scene, Vec size) const {
    Camera camera;
    camera.size = size;
    double around = std::min(margin, 0.2 * std::min(size.x, size.y));
    const bool legend = std::any_of(scene.notes().begin(), scene.notes().end(),
                                    [](const Note& note) { return note.role != Role::note; });
    if (legend && size.y < lowStage) {  // a phone: the drawing stands above its legend
        camera.bottom = around;
        around /= 2;
    }
    camera.fit(scene.low(), scene.high(), around);
    return camera;
}

const Scene& Page::scene() {
    if (scene_ && sceneRevision_ == bench_->revision()) return *scene_;
    scene_ = drawn();
    if (bench_->settle(*scene_)) scene_ = drawn();
    sceneRevision_ = bench_->revision();
    // What a hand is dragging stays under it.
    if (!moved_ && !bench_->busy()) camera_ = fitted(*scene_, camera_.size);
    return *scene_;
}

void Page::zoom(double factor, Vec around) {
    moved_ = factor > 0;
    if (moved_) camera_.zoom(std::clamp(factor, 0.1, 10.0), around);
    touch();
}

void Page::pan(Vec delta) {
    moved_ = true;
    camera_.pan(delta);
    touch();
}

int Page::cardItem() {
    const ViewState& looking = bench_->looking();
    const std::string& id = looking.hovered.empty() ? looking.selected : looking.hovered;
    const Item* found = id.empty() ? nullptr : findItem(id);
    return found ? static_cast<int>(found - scene().items().data()) : -1;
}

const Item* Page::findItem(std::string_view id) {
    const std::vector<Item>& items = scene().items();
    const auto found =
        std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

void Page::pointAt(std::string_view item) {
    std::string& hovered = bench_->looking().hovered;
    if (hovered == item) return;
    hovered = item;
    touch();
}

// -- what a person does

std::string Page::sentence(const Status& status) const {
    return status.ok() ? "" : words_.sentence(status.error());
}

std::string Page::act(std::string_view id, std::string_view value, int gesture) {
    constexpr std::string_view handover = "handover.";
    if (id.starts_with(handover)) return handOver(id.substr(handover.size()));
    return sentence(bench_->act(id, value, gesture));
}

// The page has kept the work that is left here before it asks for this.
std::string Page::handOver(std::string_view key) {
    const std::optional<Handover> wanted = bench_->handover(key);
    if (!wanted) return words_.sentence({"ui.unknown_control", "", {{"id", std::string(key)}}});
    const Sentences refused = openBuiltin(wanted->scenario);
    if (!refused.empty()) return refused.front();
    for (const Command& command : wanted->commands)
        if (const Status done = session().post(command); !done.ok()) return sentence(done);
    return "";
}

std::string Page::item(std::string_view id, Deed deed) {
    if (deed != Deed::select) {
        pointAt(deed == Deed::focus ? id : "");
        return "";
    }
    ViewState& looking = bench_->looking();
    looking.selected = looking.selected == id ? "" : id;
    looking.selection.clear();
    if (!looking.selected.empty()) looking.selection.push_back(looking.selected);
    touch();
    return "";
}

std::optional<std::string> Page::key(std::string_view name, bool fine) {
    const Result<bool> done = bench_->key(name, fine);
    if (!done.ok()) return words_.sentence(done.error());
    return done.value() ? std::optional<std::string>("") : std::nullopt;
}

Page::Pointed Page::pointer(PointerKind kind, Vec at, double reach, int flags) {
    if (!bench_) return {};
    const bool held =
        std::exchange(held_, kind == PointerKind::down || (held_ && kind == PointerKind::move));
    const Hand hand = kind == PointerKind::down    ? Hand::down
                      : kind == PointerKind::up    ? Hand::up
                      : kind == PointerKind::leave ? Hand::cancel
                      : held                       ? Hand::drag
                                                   : Hand::hover;
    Pointed pointed;
    pointed.refused = sentence(bench_->touch(
        hand, at, reach, scene(), camera_, (flags & pointerAdds) != 0, (flags & pointerFree) != 0));
    const int index = kind == PointerKind::leave ? -1 : pick(scene(), camera_, at, reach);
    pointAt(index < 0 ? "" : scene().items()[static_cast<size_t>(index)].id);
    const std::string& tool = bench_->looking().tool;
    const bool draws = bench_->editor() && !tool.empty() && tool != "select";
    pointed.cursor = bench_->busy() ? Cursor::busy
                     : draws        ? Cursor::cross
                     : index >= 0   ? Cursor::pointer
                                    : Cursor::plain;
    return pointed;
}

}  // namespace pt
