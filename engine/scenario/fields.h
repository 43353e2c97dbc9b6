// A map of the file by its table: each key is read as the kind that the table gives it. Internal to
// the scenario module.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/text_reader.h"
#include "engine/scenario/value_reader.h"

namespace pt::scenario {

class Fields {
public:
    // Reports unknown and missing keys. `owner` is where a missing key is reported. A plain value
    // stands for the table's key of that name. `node` must outlive it.
    Fields(const Node& node, const Place& owner, const Table& table, Context& context);
    // Every key of the table that the file gives must have been read: else the program forgot one.
    ~Fields();
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    bool has(std::string_view name) const;
    const Place& place() const { return owner_; }
    Place placeOf(std::string_view name) const;  // of its value; place() when it is not given

    std::string id(std::string_view name);
    Text text(std::string_view name);
    std::vector<Text> texts(std::string_view name);
    std::string line(std::string_view name);
    std::vector<Word> words(std::string_view name);
    int integer(std::string_view name, int otherwise = 0);
    double decimal(std::string_view name, double otherwise);
    bool boolean(std::string_view name, bool otherwise = false);
    // Option number i of the table is the enum's value i.
    template <class E>
    E option(std::string_view name, E otherwise) {
        const auto index = optionIndex(name);
        return index ? static_cast<E>(*index) : otherwise;
    }
    template <class E>
    std::optional<E> option(std::string_view name) {
        const auto index = optionIndex(name);
        return index ? std::optional<E>(static_cast<E>(*index)) : std::nullopt;
    }
    std::vector<std::string> options(std::string_view name);
    double quantity(std::string_view name);  // SI; 0 when it is not given
    double share(std::string_view name);
    std::optional<Unit> unit(std::string_view name);
    std::optional<Tolerant> answer(std::string_view name, const Unit* wanted = nullptr);
    std::optional<Expression> truth(std::string_view name);
    std::optional<Expression> number(std::string_view name, const Unit* wanted = nullptr);
    std::string name(std::string_view name, NameOf what);
    std::vector<std::string> names(std::string_view name, NameOf what);
    Levels levels(std::string_view name);
    std::string ref(std::string_view name, std::initializer_list<ItemKind> kinds = {});
    std::string stepRef(std::string_view name);
    Gate gate(std::string_view name);
    // The entries of a list of the key's inner table, at most as many as the table allows.
    std::vector<const Node*> list(std::string_view name);
    // What is read elsewhere; nullptr when it is not given.
    const Entry* entry(std::string_view name);
    const Table& inner(std::string_view name) const;

private:
    struct Given {
        const Key* key;
        const Entry* entry;
        std::string language;
        bool used = false;
    };
    Given* take(std::string_view name, Kind kind);
    Given* find(std::string_view name);
    std::optional<size_t> optionIndex(std::string_view name);
    bool fits(const Key& key, const Node& list);

    const Table& table_;
    Place owner_;
    Context& context_;
    std::vector<Given> given_;
    std::deque<Entry> plain_;  // stands for a plain value
};

}  // namespace pt::scenario
