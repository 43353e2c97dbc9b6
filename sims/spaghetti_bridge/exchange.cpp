// What the bridge lab hands out on paper and in files, and takes in.
#include "engine/view/exchange.h"

#include <fmt/format.h>

#include "sims/spaghetti_bridge/design_csv.h"
#include "sims/spaghetti_bridge/exchange_cuts.h"
#include "sims/spaghetti_bridge/exchange_plan.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

class BridgeExchange : public Exchange {
public:
    explicit BridgeExchange(const SpaghettiBridge& model) : model_(model) {}

    std::vector<Export> exports() const override {
        return {{"plan", "pdf"},
                {"plan_svg", "svg"},
                {"cuts", "csv"},
                {"members", "csv"},
                {"design", "json"}};
    }

    Result<std::string> write(std::string_view key, const Words& words) const override {
        const std::string title = words("spaghetti_bridge.plan.title");
        if (key == "plan") {
            const Result<std::vector<PaperPage>> sheets = planSheets(model_, words);
            return sheets.ok() ? pdf(sheets.value(), title) : Result<std::string>(sheets.error());
        }
        if (key == "plan_svg") return svg(drawPlan(model_, words), title);
        if (key == "cuts") return cutsCsv(model_, words);
        if (key == "members")
            return writeDesignCsv(model_.design(), words.language() == Language::nl);
        if (key == "design") return writeDesignJson(model_.design());
        return Error{"exchange.unknown", "", {{"key", std::string(key)}}};
    }

    std::vector<std::string> imports() const override { return {"csv", "json"}; }

    // A design becomes the pupil's own: the type "free" with this drawing.
    Result<std::vector<Command>> read(std::string_view bytes,
                                      std::string_view extension) const override {
        const Result<Bridge> bridge =
            extension == "json" ? readDesignJson(bytes) : readDesignCsv(bytes);
        if (!bridge.ok()) return bridge.error();
        return std::vector<Command>{chooseCommand("type", "free"),
                                    documentCommand("bridge", writeBridge(bridge.value()))};
    }

private:
    const SpaghettiBridge& model_;
};

}  // namespace

extern const ExchangeEntry spaghetti_bridge_exchange;
const ExchangeEntry spaghetti_bridge_exchange{
    "spaghetti_bridge", [](const Model& model) -> std::unique_ptr<Exchange> {
        return std::make_unique<BridgeExchange>(static_cast<const SpaghettiBridge&>(model));
    }};

}  // namespace pt
