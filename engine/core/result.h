// Result: a value or one Error. No exception crosses an engine header.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pt {

// A named value for a {placeholder} in a translated sentence.
struct Arg {
    std::string name;
    std::string value;
    bool operator==(const Arg&) const = default;
};
using Args = std::vector<Arg>;

// What went wrong, where, and with which values. The sentence itself lives in the string tables.
struct Error {
    std::string key;    // string-table key, e.g. "scenario.unknown_key"
    std::string where;  // "file:line:col", a Schema key or a document path; empty without a place
    Args args;
    bool operator==(const Error&) const = default;
};

struct Ok {};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Precondition of both: ask ok() first; the wrong one is a bug and aborts.
    T& value() { return *std::get_if<0>(&held_); }
    const T& value() const { return *std::get_if<0>(&held_); }
    const Error& error() const { return *std::get_if<1>(&held_); }

private:
    std::variant<T, Error> held_;
};

using Status = Result<Ok>;

}  // namespace pt
