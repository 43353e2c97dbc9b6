#include "engine/desktop/options.h"

#include <charconv>
#include <string_view>
#include <vector>

#include "engine/model/schema.h"
#include "engine/units/unit.h"

namespace pt {
namespace {

constexpr const char* names[] = {"--screenshot", "--size",           "--theme",        "--lang",
                                 "--at",         "--scale",          "--show",         "--play",
                                 "--select",     "--reduced-motion", "--bench-frames", "--help",
                                 "--version"};
constexpr const char* screens[] = {"help",    "open", "save", "export",  "view",   "looks",
                                   "compare", "real", "runs", "recover", "lesson", "summary"};

Error badValue(std::string_view option, std::string_view value, std::string_view expected) {
    return {"desktop.option.value",
            "",
            {{"option", std::string(option)},
             {"value", std::string(value)},
             {"expected", std::string(expected)}}};
}

bool wholeNumber(std::string_view text, int low, int high, int& out) {
    auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    return problem == std::errc{} && end == text.data() + text.size() && out >= low && out <= high;
}

bool size(std::string_view text, Options& out) {
    size_t cross = text.find('x');
    return cross != text.npos && wholeNumber(text.substr(0, cross), 480, 7680, out.width) &&
           wholeNumber(text.substr(cross + 1), 320, 4320, out.height);
}

// A pure number in a range; nullopt when it is not.
std::optional<double> factor(std::string_view text, double low, double high) {
    auto number = parseInput(text, Unit{});
    if (!number || !(number.value() >= low && number.value() <= high)) return std::nullopt;
    return number.value();
}

Status set(std::string_view option, std::string_view value, Options& out) {
    if (option == "--screenshot") {
        out.screenshot = value;
        return Ok{};
    }
    if (option == "--play") {
        out.play = value;
        return Ok{};
    }
    if (option == "--select") {
        out.select = value;
        return Ok{};
    }
    if (option == "--size") {
        return size(value, out) ? Status(Ok{}) : badValue(option, value, "1280x720");
    }
    if (option == "--at") {
        return parseMoment(value, out) ? Status(Ok{}) : badValue(option, value, "8s, failure, end");
    }
    if (option == "--theme") {
        auto theme = parseTheme(value);
        if (!theme) return badValue(option, value, "light, dark, contrast");
        out.theme = theme.value();
        return Ok{};
    }
    if (option == "--lang") {
        auto language = parseLanguage(value);
        if (!language) return badValue(option, value, "nl, en");
        out.language = language.value();
        return Ok{};
    }
    if (option == "--scale") {
        out.scale = factor(value, 1, 2);
        return out.scale ? Status(Ok{}) : badValue(option, value, "1 .. 2");
    }
    if (option == "--bench-frames") {
        return wholeNumber(value, 1, 100000, out.benchFrames) ? Status(Ok{})
                                                              : badValue(option, value, "200");
    }
    for (std::string_view screen : screens) {
        if (screen == value) {
            out.show = value;
            return Ok{};
        }
    }
    return badValue(
        option, value,
        "help, open, save, export, view, looks, compare, real, runs, recover, lesson, summary");
}

Error unknown(std::string_view option) {
    std::vector<std::string> known(std::begin(names), std::end(names));
    return {"desktop.option.unknown",
            "",
            {{"option", std::string(option)}, {"suggestion", nearest(option, known)}}};
}

}  // namespace

bool parseMoment(std::string_view text, Options& out) {
    if (text == "failure" || text == "end") {
        out.moment = text == "end" ? Moment::end : Moment::failure;
        return true;
    }
    auto seconds = parseInput(text, unit("s"));
    if (!seconds || seconds.value() < 0 || seconds.value() > 3600) return false;
    out.moment = Moment::time;
    out.seconds = seconds.value();
    return true;
}

Result<Options> parseOptions(std::span<const char* const> arguments) {
    Options out;
    for (size_t i = 0; i < arguments.size(); ++i) {
        std::string_view argument = arguments[i];
        if (argument.size() < 2 || argument[0] != '-') {
            if (!out.file.empty()) return unknown(argument);
            out.file = argument;
            continue;
        }
        if (argument == "-h" || argument == "--help") {
            out.help = true;
        } else if (argument == "--version") {
            out.version = true;
        } else if (argument == "--reduced-motion") {
            out.reducedMotion = true;
        } else {
            bool known = false;
            for (std::string_view name : names) known = known || name == argument;
            if (!known) return unknown(argument);
            if (i + 1 == arguments.size()) {
                return Error{"desktop.option.missing", "", {{"option", std::string(argument)}}};
            }
            Status done = set(argument, arguments[++i], out);
            if (!done) return done.error();
        }
    }
    return out;
}

}  // namespace pt
