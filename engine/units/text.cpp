#include "engine/units/text.h"

namespace pt::units {
namespace {

struct Spelling {
    std::string_view from;
    char to;
};
constexpr Spelling operators[] = {
    {"\t", ' '},     {"\u00A0", ' '}, {"\u202F", ' '}, {"\u2009", ' '}, {"\u00B7", '*'},
    {"\u22C5", '*'}, {"\u00D7", '*'}, {"\u2212", '-'}, {"\u2044", '/'},
};
constexpr Spelling superscripts[] = {
    {"⁰", '0'}, {"¹", '1'}, {"²", '2'}, {"³", '3'}, {"⁴", '4'}, {"⁵", '5'},
    {"⁶", '6'}, {"⁷", '7'}, {"⁸", '8'}, {"⁹", '9'}, {"⁻", '-'},
};

template <size_t N>
const Spelling* startsWith(std::string_view text, const Spelling (&table)[N]) {
    for (const Spelling& spelling : table) {
        if (text.substr(0, spelling.from.size()) == spelling.from) return &spelling;
    }
    return nullptr;
}

size_t spaceAt(std::string_view text) {
    if (!text.empty() && text[0] == ' ') return 1;
    const Spelling* found = startsWith(text, operators);
    return found && found->to == ' ' ? found->from.size() : 0;
}

}  // namespace

std::string_view trim(std::string_view text) {
    while (const size_t size = spaceAt(text)) text.remove_prefix(size);
    for (bool again = true; again;) {
        again = false;
        for (size_t size : {1u, 2u, 3u}) {
            if (text.size() < size || spaceAt(text.substr(text.size() - size)) != size) continue;
            text.remove_suffix(size);
            again = true;
            break;
        }
    }
    return text;
}

std::string plainText(std::string_view text) {
    std::string out;
    bool raised = false;  // within superscripts
    while (!text.empty()) {
        const Spelling* high = startsWith(text, superscripts);
        const Spelling* spelling = high ? high : startsWith(text, operators);
        if (high && !raised) out += '^';
        raised = high != nullptr;
        out += spelling ? spelling->to : text[0];
        text.remove_prefix(spelling ? spelling->from.size() : 1);
    }
    return out;
}

}  // namespace pt::units
