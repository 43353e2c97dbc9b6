// labrun in this process, and the lesson files that its tests run.
#pragma once

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "engine/cli/cli.h"
#include "engine/core/json.h"

namespace pt {

struct Ran {
    int code;
    std::string out;
    std::string err;
    Json json() const {
        const Result<Json> parsed = Json::parse(out);
        EXPECT_TRUE(parsed.ok()) << out << err;
        return parsed ? parsed.value() : Json();
    }
};

inline Ran labrun(std::vector<std::string> args, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out, err;
    const int code = runCli(args, in, out, err);
    return {code, out.str(), err.str()};
}

// Filled fast, so that a run takes a moment.
inline const char* const fastBridge = R"(lab: 1
id: testbrug
title.nl: Testbrug
title.en: Test bridge
sim: spaghetti-bridge
seed: 7
setup:
  type: warren
  height: {start: 8 cm, min: 3 cm, max: 20 cm}
  load_rate: 50 N/s
)";

// Four members round a square without a diagonal.
inline const char* const loosePolygon = R"(lab: 1
id: los
title: Los
sim: spaghetti-bridge
setup:
  type: free
  bridge:
    nodes:
      - {id: A, x: 0 cm, y: 0 cm, support: pin}
      - {id: B, x: 40 cm, y: 0 cm, support: roller}
      - {id: C, x: 40 cm, y: 20 cm}
      - {id: D, x: 0 cm, y: 20 cm}
    members:
      - {id: AB, from: A, to: B}
      - {id: BC, from: B, to: C}
      - {id: CD, from: C, to: D}
      - {id: DA, from: D, to: A}
    load: C
)";

// A folder of its own, gone after the test.
class CliTest : public ::testing::Test {
protected:
    CliTest() {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ =
            std::filesystem::temp_directory_path() / ("labrun-" + std::to_string(getpid()) + "-" +
                                                      info->test_suite_name() + "-" + info->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    ~CliTest() override { std::filesystem::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    std::string file(const std::string& name, const std::string& bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }

    std::string bridge() const { return file("brug.lab.yaml", fastBridge); }

    static std::string read(const std::string& name) {
        std::ifstream in(name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    std::filesystem::path folder_;
};

}  // namespace pt
