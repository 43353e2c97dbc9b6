// Exchange: what a lab hands out on paper and in files, and takes in.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/model/command.h"
#include "engine/model/model.h"

namespace pt {

struct Export {
    std::string key;        // label "<lab>.export.<key>", hint "<lab>.export.<key>.help"
    std::string extension;  // "pdf", "svg", "csv", "json"
};

// Work that goes on in another lab with what was found here: "design with my values".
struct Handover {
    std::string key;                // label "<lab>.handover.<key>"
    std::string scenario;           // built-in scenario to open
    std::vector<Command> commands;  // to post there
};

struct Exchange {
    virtual ~Exchange() = default;
    virtual std::vector<Export> exports() const = 0;
    // The bytes of a file. Errors: those of the lab, "exchange.unknown" {key}.
    virtual Result<std::string> write(std::string_view key, const Words& words) const = 0;
    // File extensions that read() takes.
    virtual std::vector<std::string> imports() const { return {}; }
    // A file or pasted text (at most 2 MB) as Commands. Errors name the place.
    virtual Result<std::vector<Command>> read(std::string_view bytes,
                                              std::string_view extension) const;
    virtual std::vector<Handover> handovers() const { return {}; }
};

struct ExchangeEntry {
    std::string_view lab;                                   // LabEntry::id
    std::unique_ptr<Exchange> (*make)(const Model& model);  // the model outlives it
};

// At most one a lab; generated from sims/CMakeLists.txt: add_lab(<id> EXCHANGE).
std::span<const ExchangeEntry> exchanges();
// nullptr for a lab without one.
std::unique_ptr<Exchange> makeExchange(std::string_view lab, const Model& model);

}  // namespace pt
