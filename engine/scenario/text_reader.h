// Texts in the languages of the file, with the values inside them. Internal to the scenario module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/check.h"

namespace pt::scenario {

// Gathers "title", "title.nl" and "title: {nl: …}" into one Text. The nodes must outlive it.
class TextReader {
public:
    // `key` as the file writes it; `language` as checkKeys() gives it: "" for the key alone.
    void add(std::string_view key, const Place& place, const Node& node, std::string_view language,
             Context& context);
    // Warns of a language that the file promises but leaves out here, and of values that only one
    // language shows. With `free` a text may show values that only its use will know.
    Text finish(Context& context, bool free = false) const;

private:
    struct Part {
        const Node* node = nullptr;
        Place place;  // of its key
        bool empty() const { return !node; }
    };
    void set(std::string_view language, std::string_view key, const Place& place, const Node& node,
             Context& context);
    void warnMissing(Context& context) const;

    Place place_;
    Part nl_, en_;
    bool plain_ = false;       // one text without a language
    std::string key_, front_;  // the key, and what goes before "en" in a message: "title."
};

// The same for a list: "hints", "hints.nl: [a, b]", and a list of {nl: …, en: …}.
class TextsReader {
public:
    void add(const Entry& entry, std::string_view language, Context& context);
    std::vector<Text> finish(const Key& key, Context& context) const;

private:
    void addList(std::string_view key, const Node& list, std::string_view language,
                 Context& context);

    std::vector<TextReader> texts_;
    struct Given {
        Place place;
        size_t count;
    };
    std::vector<Given> given_;  // lists, one a language at most
};

// What a text shows, in an order of its own: a translation may turn a sentence around.
std::vector<std::string> shownIn(std::string_view text);

// The values inside a text: each "$(…)" must be right, unless `free`.
void checkInsertions(const Node& node, Context& context, bool free);

}  // namespace pt::scenario
