// Work that goes on while the pupil looks: many tests, and why the real one came out otherwise.
#include <cmath>

#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr double mostRepeats = 1000;

}  // namespace

void SpaghettiBridge::describeJobs(Schema& schema) {
    schema.job("repeats", {{"count", false, unit(""), {10, mostRepeats, 10}, true}},
               [this](const Json& args) -> Result<std::unique_ptr<Job>> {
                   if (!stands()) return Error{"bridge.not_standing", "", {}};
                   const double count = args.has("count") ? args["count"].number() : 200;
                   return repeatJob(input(), static_cast<int>(count), repeats_);
               });
    schema.job("gap",
               {{"breaking_load", false, unit("N"), {0.01, 1e5, 0}, false},
                {"mass", false, unit("g"), {0, 100, 0}, true}},
               [this](const Json& args) -> Result<std::unique_ptr<Job>> {
                   if (!stands()) return Error{"bridge.not_standing", "", {}};
                   return gapJob(input(), forecast(),
                                 {args["breaking_load"].number(), args["mass"].number()}, reasons_);
               });
    schema.output("repeats_mean", unit("N"), [this] { return spreadOf(repeats_).mean; });
    schema.output("repeats_spread", unit("N"), [this] { return spreadOf(repeats_).deviation; });
}

}  // namespace pt
