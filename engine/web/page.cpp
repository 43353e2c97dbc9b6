#include "engine/web/page.h"

#include <algorithm>
#include <charconv>

#include "engine/core/assets.h"
#include "engine/run/save.h"
#include "engine/ui/lab_ui.h"

namespace pt {
namespace {

constexpr double margin = 44;       // points around the scene, for labels and notes
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
    return openSetup(std::move(bare), Scenario{}, seed);
}

std::vector<std::string> Page::openScenario(std::string_view named) {
    const size_t line = std::min(named.find('\n'), named.size());
    const std::string_view text = named.substr(std::min(line + 1, named.size()));
    return openText(text, named.substr(0, line), std::nullopt);
}

Page::Sentences Page::openText(std::string_view text, std::string_view name,
                               std::optional<uint64_t> seed) {
    ScenarioRead read = readScenario(text, name);
    Sentences sentences;
    for (const Error& error : read.errors) sentences.push_back(words_.sentence(error));
    if (!read.ok()) return sentences;
    Setup setup = read.scenario.setup;
    return openSetup(std::move(setup), std::move(read.scenario), seed);
}

Page::Sentences Page::openSetup(Setup setup, Scenario scenario, std::optional<uint64_t> seed) {
    if (seed) setup.seed = *seed;
    Result<std::unique_ptr<Session>> session = Session::open(std::move(setup));
    if (!session) return {words_.sentence(session.error())};
    take(std::move(session.value()), std::move(scenario));
    return {};
}

std::vector<std::string> Page::openSave(std::string_view bytes) {
    Result<std::unique_ptr<Session>> session = SaveFile::open(bytes);
    if (!session) return {words_.sentence(session.error())};
    // The title stands in the scenario that the work began with; a bare lab has none.
    ScenarioRead read = readScenario(session.value()->setup().source, "");
    take(std::move(session.value()), read.ok() ? std::move(read.scenario) : Scenario{});
    return {};
}

void Page::take(std::unique_ptr<Session> session, Scenario scenario) {
    scene_.reset();
    view_.reset();  // it looks at the old session's model
    session_ = std::move(session);
    scenario_ = std::move(scenario);
    view_ = makeView(session_->lab().id, session_->model());
    looking_ = {};
    dragged_.clear();
    changed_ = true;
}

// -- time

bool Page::frame(double milliseconds) {
    const bool started = std::exchange(playing_, session_->playing());
    const double since = std::exchange(lastFrame_, milliseconds);
    if (!playing_) return false;
    const double elapsed = started ? std::max(0.0, milliseconds - since) / 1000 : 0;
    const bool quick = scene().slowMotion();
    if (quick && calm_) {
        // An error pauses the session and stands in its trouble(), which the page shows.
        (void)session_->runToEnd(calmSteps);
        session_->pause();
    } else {
        session_->advance(elapsed * (quick ? slowShare : 1), clock_);
    }
    return session_->playing();
}

bool Page::takeChanged() {
    const bool revised = shownRevision_ != session_->revision();
    shownRevision_ = session_->revision();
    return std::exchange(changed_, false) || revised;
}

void Page::show(Language language, ThemeId theme, bool calm) {
    words_.language(language);
    theme_ = &pt::theme(theme);
    calm_ = calm;
    touch();
}

void Page::resize(Vec size) {
    camera_.size = size;
    touch();
}

void Page::touch() {
    scene_.reset();
    changed_ = true;
}

// -- the stage

std::unique_ptr<Scene> Page::drawn() const {
    auto scene = std::make_unique<Scene>(words_, *theme_);
    if (view_) view_->draw(*scene, looking_);
    return scene;
}

Camera Page::fitted(const Scene& scene, Vec size) const {
    Camera camera;
    camera.size = size;
    camera.fit(scene.low(), scene.high(), std::min(margin, 0.2 * std::min(size.x, size.y)));
    return camera;
}

const Scene& Page::scene() {
    if (!scene_ || sceneRevision_ != session_->revision()) {
        scene_ = drawn();
        sceneRevision_ = session_->revision();
        camera_ = fitted(*scene_, camera_.size);
    }
    return *scene_;
}

int Page::cardItem() {
    const std::string& id = looking_.hovered.empty() ? looking_.selected : looking_.hovered;
    const Item* found = id.empty() ? nullptr : findItem(id);
    return found ? static_cast<int>(found - scene().items().data()) : -1;
}

const Item* Page::findItem(std::string_view id) {
    const std::vector<Item>& items = scene().items();
    const auto found =
        std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

void Page::look(std::string& which, std::string_view id) {
    if (which == id) return;
    which = id;
    touch();
}

// -- what a person does

std::string Page::post(const Command& command) {
    const Status status = session_->post(command);
    return status ? "" : words_.sentence(status.error());
}

std::string Page::act(std::string_view id, std::string_view value, int gesture) {
    const Status status = pt::act(*session_, id, value, gesture);
    return status ? "" : words_.sentence(status.error());
}

std::string Page::drag(const Item& item, Vec world) {
    Json args = Json::object();
    args.set("id", item.id).set("x", world.x).set("y", world.y);
    return post({item.dragCommand, std::move(args), gesture_});
}

std::string Page::item(std::string_view id, Deed deed) {
    if (deed == Deed::focus || deed == Deed::leave) {
        look(looking_.hovered, deed == Deed::focus ? id : "");
        return "";
    }
    if (deed == Deed::select) {
        look(looking_.selected, looking_.selected == id ? "" : id);
        ++gesture_;
        return "";
    }
    const Item* item = findItem(id);
    if (!item || !item->draggable) return "";
    // One press of an arrow is eight points on the screen, whatever the zoom.
    const double by = 8 / camera_.scale;
    const Vec step = deed == Deed::left    ? Vec(-by, 0)
                     : deed == Deed::right ? Vec(by, 0)
                     : deed == Deed::up    ? Vec(0, by)
                                           : Vec(0, -by);
    return drag(*item, item->center + step);
}

Cursor Page::pointer(PointerKind kind, Vec at, double reach) {
    if (!session_) return Cursor::plain;
    if (kind == PointerKind::leave || kind == PointerKind::up) dragged_.clear();
    if (kind == PointerKind::leave) {
        look(looking_.hovered, "");
        return Cursor::plain;
    }
    if (const Item* held = dragged_.empty() ? nullptr : findItem(dragged_)) {
        drag(*held, camera_.toWorld(at));
        return Cursor::grab;
    }
    const int index = pick(scene(), camera_, at, reach);
    const Item item = index < 0 ? Item{} : scene().items()[static_cast<size_t>(index)];
    look(looking_.hovered, item.id);
    if (kind == PointerKind::down) {
        look(looking_.selected, item.id);
        if (item.draggable) {
            dragged_ = item.id;
            ++gesture_;
        }
    }
    return item.id.empty() ? Cursor::plain : item.draggable ? Cursor::grab : Cursor::pointer;
}

}  // namespace pt
