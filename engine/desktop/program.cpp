#include "engine/desktop/program.h"

#include <SDL.h>
#include <cstdio>
#include <filesystem>
#include <imgui_internal.h>
#include <string>

#include "engine/desktop/app.h"
#include "engine/desktop/fingers.h"
#include "engine/desktop/offscreen.h"
#include "engine/desktop/options.h"
#include "engine/desktop/prefs.h"
#include "engine/desktop/voice.h"
#include "engine/desktop/window.h"

namespace pt {
namespace {

enum Exit : int { done = 0, failed = 1, usage = 2, noScreen = 3 };

constexpr float mouseTarget = 32, touchTarget = 44;  // points
constexpr int settleFrames = 3;  // ImGui needs them to lay out what an event changed

void complain(const Words& words, const Error& error) {
    std::fprintf(stderr, "%s\n", words.sentence(error).c_str());
}

void printUsage(const Words& words) {
    struct Line {
        const char* form;
        const char* key;
    };
    constexpr Line lines[] = {
        {"--lang nl|en", "desktop.usage.lang"},
        {"--theme light|dark|contrast", "desktop.usage.theme"},
        {"--scale 1..2", "desktop.usage.scale"},
        {"--size 1280x720", "desktop.usage.size"},
        {"--reduced-motion", "desktop.usage.motion"},
        {"--screenshot OUT.png", "desktop.usage.screenshot"},
        {"--at 8s|failure|end", "desktop.usage.at"},
        {"--show help|open|save|export|view|looks|compare|real|runs|recover|lesson|summary",
         "desktop.usage.show"},
        {"--play FILE", "desktop.usage.play"},
        {"--select ITEM", "desktop.usage.select"},
        {"--bench-frames N", "desktop.usage.bench"},
        {"--version", "desktop.usage.version"},
        {"--help", "desktop.usage.help"},
    };
    std::printf("%s\n\n  proeftuin-desktop [FILE]\n\n", words("desktop.usage.about").c_str());
    for (const Line& line : lines) {
        std::printf("  %-30s %s\n", line.form, words(line.key).c_str());
    }
    std::printf("\n%s\n", words("desktop.usage.exit").c_str());
}

// The language of messages before preferences are known.
Language spokenLanguage(const Options& options, const Prefs& prefs) {
    return options.language ? *options.language : prefs.language;
}

std::unique_ptr<Store> openStore(const Options& options) {
    if (options.offscreen()) return memoryStore();
    char* folder = SDL_GetPrefPath(nullptr, "proeftuin");
    if (!folder) return memoryStore();
    std::filesystem::path path(folder);
    SDL_free(folder);
    return fileStore(path);
}

// One window's life: events, time, frames.
class Loop {
public:
    Loop(App& app, Window& window) : app_(app), window_(window) {}

    void run() {
        double before = steadySeconds();
        while (!app_.quits() && !closed_) {
            waitForEvents();
            double now = steadySeconds();
            frame(now - before);
            before = now;
        }
        app_.finish();
    }

private:
    // Idle and paused the program sleeps until something happens.
    void waitForEvents() {
        // ImGui takes quick keys one a frame: those that wait must not wait for an event.
        bool pending = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
        double idle = framesLeft_ > 0 || pending ? 0 : app_.idleFor();
        if (ImGui::GetIO().WantTextInput) idle = std::min(idle, 0.25);  // the caret blinks
        SDL_Event event;
        bool more = idle > 0 ? SDL_WaitEventTimeout(&event, static_cast<int>(idle * 1000)) == 1
                             : SDL_PollEvent(&event) == 1;
        // One key a frame: when Ctrl+S goes down and up within a frame, ImGui misses the Ctrl.
        while (more) {
            take(event);
            more = event.type != SDL_KEYDOWN && event.type != SDL_KEYUP && SDL_PollEvent(&event);
        }
        if (framesLeft_ > 0) --framesLeft_;
    }

    void take(const SDL_Event& event) {
        framesLeft_ = settleFrames;
        window_.process(event);
        switch (event.type) {
        case SDL_QUIT: closed_ = true; break;
        case SDL_DROPFILE:
            app_.desk().asked.open = event.drop.file;
            SDL_free(event.drop.file);
            break;
        case SDL_FINGERDOWN:
            target_ = touchTarget;
            fingers_.down(event.tfinger.fingerId, place(event.tfinger));
            if (fingers_.several()) {
                app_.desk().asked.hands.push_back({Hand::cancel});
                app_.desk().stage.pinching = true;
            }
            break;
        case SDL_FINGERUP:
            fingers_.up(event.tfinger.fingerId);
            if (fingers_.none()) app_.desk().stage.pinching = false;
            break;
        case SDL_FINGERMOTION: pinch(event.tfinger); break;
        case SDL_MOUSEMOTION:
            if (event.motion.which != SDL_TOUCH_MOUSEID) target_ = mouseTarget;
            break;
        default: break;
        }
    }

    Vec place(const SDL_TouchFingerEvent& finger) const {
        return {double{finger.x} * window_.pixelWidth(), double{finger.y} * window_.pixelHeight()};
    }

    void pinch(const SDL_TouchFingerEvent& finger) {
        auto moved = fingers_.move(finger.fingerId, place(finger));
        if (!moved) return;
        StageLook& stage = app_.desk().stage;
        stage.pinch = stage.pinch ? joined(*stage.pinch, *moved) : *moved;
    }

    void frame(double wall) {
        window_.useScale(pixelsPerPoint(app_, window_));
        ImDrawData* data = makeFrame(app_, window_, wall, target_);
        Color paper = theme(app_.desk().prefs.theme)[Ink::paper];
        window_.draw(*data, paper);
        window_.present();
        app_.carryOut();
        std::string title = app_.desk().work.title(app_.desk().words) + " – Proeftuin";
        if (title != title_) window_.title(title_ = title);
    }

    App& app_;
    Window& window_;
    std::string title_;
    Fingers fingers_;
    float target_ = mouseTarget;
    int framesLeft_ = settleFrames;
    bool closed_ = false;
};

int withWindow(const Options& options, const Words& words, Store& store) {
    auto opened = Window::open("Proeftuin", options.width, options.height, options.offscreen());
    if (!opened) {
        complain(words, opened.error());
        return noScreen;
    }
    Window& window = *opened.value();
    App* self = nullptr;
    Voice voice;
    Hooks hooks;
    hooks.fullscreen = [&] { window.toggleFullscreen(); };
    hooks.writeStagePng = [&](const std::string& path) {
        return writeStagePng(*self, window, path);
    };
    if (voice.speaks()) {
        hooks.speak = [&](const std::string& text, Language language) {
            voice.say(text, language);
        };
    }
    hooks.openPage = [](const std::string& url) { return SDL_OpenURL(url.c_str()) == 0; };
    hooks.texture = [&](const Image& image) { return window.texture(image); };
    hooks.dropTexture = [&](ImTextureID texture) { window.dropTexture(texture); };
    App app(options, store, hooks);
    self = &app;
    Status started = app.start();
    if (!started) {
        complain(words, started.error());
        return failed;
    }
    window.useScale(pixelsPerPoint(app, window));
    if (options.benchFrames > 0) {
        benchFrames(app, window, options.benchFrames);
        return done;
    }
    if (!options.screenshot.empty()) {
        Status taken = takeScreenshot(app, window, options);
        if (!taken) complain(words, taken.error());
        return taken ? done : failed;
    }
    Loop(app, window).run();
    return done;
}

}  // namespace

int runDesktop(std::span<const char* const> arguments) {
    auto parsed = parseOptions(arguments);
    if (!parsed) {
        complain(Words::builtin(Language::nl), parsed.error());
        return usage;
    }
    const Options& options = parsed.value();
    std::unique_ptr<Store> store = openStore(options);
    Words words = Words::builtin(spokenLanguage(options, readPrefs(*store)));
    if (options.help) {
        printUsage(words);
        return done;
    }
    if (options.version) {
        std::printf("Proeftuin %s\n", PROEFTUIN_VERSION);
        return done;
    }
    return withWindow(options, words, *store);
}

}  // namespace pt
