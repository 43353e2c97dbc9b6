// string and utf8. No patterns: matching them can take for ever.
#include <algorithm>
#include <vector>

#include "engine/script/library.h"
#include "engine/script/program.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

Error tooLong() {
    return {"script.text_long", "", {{"limit", std::to_string(Limits::text >> 10)}}};
}

Status giveText(Call& call, std::string text) {
    if (text.size() > Limits::text) return tooLong();
    call.charge(text.size() / 16);
    call.give(std::move(text));
    return Ok{};
}

// Lua's places: from 1, negative from the end; the bytes from `first` to `last`.
std::string_view slice(std::string_view text, int64_t first, int64_t last) {
    const auto size = static_cast<int64_t>(text.size());
    if (first < 0) first = std::max<int64_t>(size + first + 1, 1);
    if (last < 0) last = size + last + 1;
    first = std::max<int64_t>(first, 1);
    last = std::min(last, size);
    if (first > last) return {};
    return text.substr(static_cast<size_t>(first - 1), static_cast<size_t>(last - first + 1));
}

int64_t integerAt(const Call& call, int index, int64_t otherwise) {
    return call.given(index) ? call.integer(index) : otherwise;
}

Status byte(Call& call) {
    constexpr size_t most = 200;
    const int64_t first = integerAt(call, 2, 1);
    const std::string_view part = slice(call.text(1), first, integerAt(call, 3, first));
    if (part.size() > most) return call.wrong(3, "200");
    for (const char c : part) call.give(int64_t{static_cast<uint8_t>(c)});
    return Ok{};
}

Status fromBytes(Call& call) {
    std::string text;
    for (int i = 1; i <= call.count(); ++i) {
        if (call.type(i) != LUA_TNUMBER || !call.isInteger(i) || call.integer(i) < 0 ||
            call.integer(i) > 255)
            return call.wrong(i, "0 .. 255");
        text += static_cast<char>(call.integer(i));
    }
    return giveText(call, std::move(text));
}

Status len(Call& call) {
    call.give(static_cast<int64_t>(call.text(1).size()));
    return Ok{};
}

// ASCII alone, whatever the language of the machine is.
template <char from, char to>
Status letters(Call& call) {
    std::string text(call.text(1));
    for (char& c : text)
        if (c >= from && c <= from + ('z' - 'a')) c = static_cast<char>(c - from + to);
    return giveText(call, std::move(text));
}

Status rep(Call& call) {
    const std::string_view text = call.text(1);
    const std::string_view between = call.given(3) ? call.text(3) : std::string_view();
    const int64_t times = std::max<int64_t>(call.integer(2), 0);
    const size_t one = text.size() + between.size();
    if (one > 0 && static_cast<uint64_t>(times) > Limits::text / one + 1) return tooLong();
    std::string all;
    for (int64_t i = 0; one > 0 && i < times; ++i) {
        if (i > 0) all += between;
        all += text;
    }
    return giveText(call, std::move(all));
}

Status reverse(Call& call) {
    const std::string_view text = call.text(1);
    return giveText(call, std::string(text.rbegin(), text.rend()));
}

Status sub(Call& call) {
    return giveText(call,
                    std::string(slice(call.text(1), call.integer(2), integerAt(call, 3, -1))));
}

Status trim(Call& call) {
    std::string_view text = call.text(1);
    constexpr std::string_view spaces = " \t\r\n\v\f";
    const size_t first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return giveText(call, "");
    return giveText(call,
                    std::string(text.substr(first, text.find_last_not_of(spaces) - first + 1)));
}

// Places of `part` in `text`, in one pass (Knuth, Morris and Pratt); they do not overlap.
std::vector<size_t> placesOf(std::string_view text, std::string_view part) {
    std::vector<size_t> back(part.size(), 0);  // how much of the part a mismatch leaves standing
    for (size_t i = 1, held = 0; i < part.size(); ++i) {
        while (held > 0 && part[i] != part[held]) held = back[held - 1];
        if (part[i] == part[held]) ++held;
        back[i] = held;
    }
    std::vector<size_t> places;
    for (size_t i = 0, held = 0; i < text.size(); ++i) {
        while (held > 0 && text[i] != part[held]) held = back[held - 1];
        if (text[i] == part[held]) ++held;
        if (held < part.size()) continue;
        places.push_back(i + 1 - held);
        held = 0;
    }
    return places;
}

Status contains(Call& call) {
    const std::string_view text = call.text(1), part = call.text(2);
    call.give(part.empty() || !placesOf(text, part).empty());
    return Ok{};
}

Status split(Call& call) {
    constexpr size_t most = 2000;
    const std::string_view text = call.text(1), between = call.text(2);
    if (between.empty()) return call.wrong(2, "string");
    const auto places = placesOf(text, between);
    if (places.size() >= most) return tooLong();
    call.charge(places.size() * 16);
    Json parts = Json::list();
    size_t from = 0;
    for (const size_t place : places) {
        parts.add(text.substr(from, place - from));
        from = place + between.size();
    }
    parts.add(text.substr(from));
    call.give(std::move(parts));
    return Ok{};
}

Status format(Call& call) {
    auto text = formatted(call);
    if (!text.ok()) return text.error();
    return giveText(call, std::move(text.value()));
}

Status length(Call& call) {
    const std::string_view text = call.text(1);
    const auto count = utf8Length(text);
    call.give(count ? Value(static_cast<int64_t>(*count)) : Value());
    return Ok{};
}

constexpr Function words[] = {
    {"string.byte", "s: string, first?: integer, last?: integer", "integer", Use::always, byte},
    {"string.char", "...: integer", "string", Use::always, fromBytes},
    {"string.contains", "s: string, part: string", "boolean", Use::always, contains},
    {"string.format", "form: string, ...: any", "string", Use::always, format},
    {"string.len", "s: string", "integer", Use::always, len},
    {"string.lower", "s: string", "string", Use::always, letters<'A', 'a'>},
    {"string.rep", "s: string, times: integer, between?: string", "string", Use::always, rep},
    {"string.reverse", "s: string", "string", Use::always, reverse},
    {"string.split", "s: string, between: string", "table", Use::always, split},
    {"string.sub", "s: string, first: integer, last?: integer", "string", Use::always, sub},
    {"string.trim", "s: string", "string", Use::always, trim},
    {"string.upper", "s: string", "string", Use::always, letters<'a', 'A'>},
    {"utf8.len", "s: string", "integer|nil", Use::always, length},
};

}  // namespace

std::span<const Function> stringWords() { return words; }

}  // namespace pt::script
