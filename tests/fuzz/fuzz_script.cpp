// Any bytes as a script: it is loaded, hears of everything that can happen, and is asked for
// whatever it declared. It may do nothing but fail with a sentence.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/script/script.h"
#include "tests/script/fake_host.h"

namespace {

// A broken promise of the interface is a crash for the fuzzer.
void require(bool holds) {
    if (!holds) std::abort();
}

void requireSentences(pt::FakeHost& host, const pt::Words& words) {
    for (const pt::Error& error : host.errors()) {
        require(words.has(error.key));
        require(error.where.starts_with("les.lab.yaml:"));
        words.sentence(error);
    }
}

void live(pt::FakeHost& host) {
    pt::LessonScript& script = host.script();
    const pt::Json facts = pt::Json::object({{"value", 1.5}, {"text", "x"}});
    for (const char* event : {"run_start", "answer", "change", "hint", "task_start", "measure"})
        script.happened(event, "guess", facts);
    host.run(6);
    for (const auto& measure : script.names().measures) script.measure(measure.id);
    for (const std::string& goal : script.names().goals) {
        const double reached = script.goal(goal);
        require(reached >= 0 && reached <= 1);
    }
    for (const std::string& check : script.names().checks) script.check(check);
    require(script.save().write().size() <= 4096);
    require(host.lab().rewindTo(2).ok());
    script.rewound();
    require(host.lab().post({"reset", pt::Json::object()}).ok());
    script.happened("reset", "", {});
    host.run(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const pt::Words words = pt::Words::builtin(pt::Language::nl);
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    pt::FakeHost host;
    if (host.start(source, 10)) live(host);
    requireSentences(host, words);
    return 0;
}
