// Collects what is wrong with a scenario file. Internal to the scenario module.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/scenario/source.h"

namespace pt::scenario {

class Report {
public:
    static constexpr size_t maxErrors = 20;

    explicit Report(std::string_view file) : file_(file) {}

    // The first maxErrors of each are kept, and one a place: what follows from it is noise.
    void error(const Place& place, std::string key, Args args = {});
    void warning(const Place& place, std::string key, Args args = {});
    // An error that a lab or the units gave, put at a place of the file.
    void error(const Place& place, const Error& error);

    // What comes later about a line whose form is wrong already follows from that: it is left out.
    void formIsRead();

    bool full() const { return errors_.size() >= maxErrors; }
    size_t errorCount() const { return errors_.size(); }
    std::string where(const Place& place) const;  // "file:line:col"

    // In file order.
    std::vector<Error> takeErrors();
    std::vector<Error> takeWarnings();

private:
    struct Entry {
        Place place;
        Error error;
    };
    static bool isAt(const std::vector<Entry>& entries, const Place& place);
    void keep(std::vector<Entry>& entries, const Place& place, Error error);
    static std::vector<Error> inOrder(std::vector<Entry> entries);

    std::string file_;
    std::vector<Entry> errors_, warnings_;
    std::set<int> brokenLines_;
};

// At most 40 characters of a person's text, for an error's argument.
std::string quoted(std::string_view text);

}  // namespace pt::scenario
