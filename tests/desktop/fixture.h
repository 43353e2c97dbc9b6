// A desk with the default scenario on a screen that nobody sees.
#pragma once

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <sstream>
#include <string>

#include "engine/desktop/app.h"
#include "engine/desktop/look.h"
#include "engine/desktop/screen.h"
#include "engine/gfx/null_backend.h"

namespace pt {

// Does the screen say this? A sentence may go on over several lines, and a text is written word by
// word: any white space is a space.
inline bool holds(const std::string& words, const std::string& sentence) {
    const auto joined = [](const std::string& text) {
        std::istringstream rest(text);
        std::string all, word;
        while (rest >> word) all += (all.empty() ? "" : " ") + word;
        return all;
    };
    return joined(words).find(joined(sentence)) != std::string::npos;
}

struct Screen {
    NullBackend backend;
    Look look;
    std::string words;
    std::function<void()> draw;  // inside a window that fills the screen

    explicit Screen(int width = 1280, int height = 720, double scale = 1)
        : backend(width, height, scale) {
        ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        look.fonts = &backend.fonts();
        look.scale = static_cast<float>(scale);
        look.theme = &theme(ThemeId::light);
        look.transcript = &words;
    }

    // Returns the words on the screen.
    std::string frame() {
        backend.beginFrame();
        applyStyle(look);
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("test", nullptr, ImGuiWindowFlags_NoDecoration);
        words.clear();
        draw();
        ImGui::End();
        backend.endFrame();
        return words;
    }
    void press(ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(key, true);
        frame();
        ImGui::GetIO().AddKeyEvent(key, false);
        frame();
    }
    void type(const char* text) {
        ImGui::GetIO().AddInputCharactersUTF8(text);
        for (int i = 0; i < 8; ++i) frame();
    }
    void click(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        frame();
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        frame();
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        frame();
        frame();
    }
};

// An App on a memory store, opened and ready.
struct Running {
    std::unique_ptr<Store> store = memoryStore();
    App app;

    explicit Running(Options options = {}) : app(options, *store, {}) {
        Status started = app.start();
        EXPECT_TRUE(started.ok()) << (started.ok() ? "" : started.error().key);
    }
    Desk& desk() { return app.desk(); }
    Session& session() { return app.desk().work.session(); }
};

// The whole window of a running app, keys and wishes included.
struct WholeScreen : Screen {
    Running running;

    explicit WholeScreen(int width = 1280, int height = 720, double scale = 1, Options options = {})
        : Screen(width, height, scale), running(std::move(options)) {
        look.words = &running.desk().words;
        for (int i = 0; i < 3; ++i) show();
    }
    std::string show() {
        running.app.advance(1.0 / 60);
        backend.beginFrame();
        running.app.beginFrame();
        applyStyle(look);
        words.clear();
        drawScreen(look, running.desk(), ImGui::GetIO().DisplaySize);
        backend.endFrame();
        running.app.carryOut();
        return words;
    }
    void key(ImGuiKey code) {
        ImGui::GetIO().AddKeyEvent(code, true);
        show();
        ImGui::GetIO().AddKeyEvent(code, false);
        show();
    }
    void character(char typed) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(typed));
        show();
        show();
    }
    void control(ImGuiKey code) {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        key(code);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        show();
    }
};

}  // namespace pt
