// What reading and checking the largest lesson costs: 256 KiB of steps with questions, conditions
// and values in texts. The same program runs natively and as wasm in node, so that the two compare.
// Prints one JSON line a figure.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/scenario/scenario.h"

namespace pt {
namespace {

constexpr size_t largest = 256 * 1024;

double milliseconds() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

std::string item(int step, int number) {
    const std::string id = "v" + std::to_string(step) + "_" + std::to_string(number);
    if (number % 3 == 0)
        return "      - task: " + id +
               "\n"
               "        ask.nl: Maak een brug van hoogstens $(mass in g) die meer draagt.\n"
               "        ask.en: Build a bridge of at most $(mass in g) that carries more.\n"
               "        goal: breaking_load >= 40 N and mass <= 120 g and held(sag < 5 mm, 10 s)\n"
               "        hints.nl: [Kijk welke staaf bezwijkt., Maak die korter of dikker.]\n"
               "        hints.en: [See which member fails., Make it shorter or thicker.]\n";
    return "      - number: " + id +
           "\n"
           "        ask.nl: Een staaf van $(span in cm) knikt bij 1,93 N. Wanneer een van 20 cm?\n"
           "        ask.en: A strand of $(span in cm) buckles at 1.93 N. When does one of 20 cm?\n"
           "        answer: 0.48 N +- 5 %\n"
           "        wrong:\n"
           "          - {value: 0.97 N, nl: De lengte telt in het kwadraat., en: Squared.}\n"
           "        hints.nl: [De staaf is twee keer zo lang., De kracht gaat met 1/L².]\n"
           "        hints.en: [The strand is twice as long., The force goes with 1/L².]\n";
}

// As many steps as fit.
std::string lesson() {
    std::string text = "lab: 1\nid: groot\ntitle: {nl: Groot, en: Large}\nsim: spaghetti-bridge\n"
                       "setup:\n  span: {start: 50 cm, min: 20 cm, max: 90 cm}\nsteps:\n";
    for (int step = 0; step < 60; ++step) {
        std::string part = "  - step: s" + std::to_string(step) + "\n    do:\n";
        for (int number = 0; number < 9; ++number) part += item(step, number);
        if (text.size() + part.size() > largest) break;
        text += part;
    }
    return text + "# " + std::string(largest - text.size() - 3, '.') + "\n";
}

int run() {
    const std::string text = lesson();
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        const double start = milliseconds();
        const ScenarioRead read = readScenario(text, "groot.lab.yaml");
        times.push_back(milliseconds() - start);
        if (!read.ok() || read.scenario.lesson.steps.size() < 20) {
            for (const Error& error : read.errors)
                std::fprintf(stderr, "%s %s\n", error.where.c_str(), error.key.c_str());
            return 1;
        }
    }
    std::sort(times.begin(), times.end());
    std::printf("{\"work\": \"read lesson\", \"bytes\": %zu, \"median_ms\": %.2f, \"worst_ms\": "
                "%.2f}\n",
                text.size(), times[times.size() / 2], times.back());
    return 0;
}

}  // namespace
}  // namespace pt

int main() { return pt::run(); }
